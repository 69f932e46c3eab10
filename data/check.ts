import { diskFault } from './disk-fault.ts';
import { openForReading } from './open.ts';
import type { Db } from './sql.ts';

/** Whether SQLite finds the structure of the file sound. A file too damaged to be read is not. */
export const quickCheck = (file: string): boolean => {
  let db: Db | undefined;
  try {
    return unlessDamaged(() => isSound((db = openForReading(file))));
  } finally {
    db?.close();
  }
};

/** What `check` says; false where the file is too damaged for it. */
export const unlessDamaged = (check: () => boolean): boolean => {
  try {
    return check();
  } catch (error) {
    if (diskFault(error) === 'damaged') return false;
    throw error;
  }
};

/** As `quickCheck`, of an open file. */
export const isSound = (db: Db): boolean => db.pragma('quick_check', { simple: true }) === 'ok';

/** Structure, indexes against their tables, and every reference: several times the work of `isSound`. */
export const isSoundInFull = (db: Db): boolean =>
  db.pragma('integrity_check', { simple: true }) === 'ok' &&
  (db.pragma('foreign_key_check') as unknown[]).length === 0;
