import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expectSound } from './backup.ts';
import { diskFault } from './disk-fault.ts';
import { latestVersion, migrate, migrations } from './migrate.ts';
import { APPLICATION_ID } from './open.ts';
import type { Db } from './sql.ts';

/** Why a file may not take the place of the data file. */
export type CopyFault = 'damaged' | 'foreign' | 'newer' | 'altered';

export class CopyError extends Error {
  readonly fault: CopyFault;

  constructor(fault: CopyFault) {
    super(`the copy cannot be taken: ${fault}`);
    this.name = 'CopyError';
    this.fault = fault;
  }
}

/**
 * Checks a file that is to take the place of the data file, and brings it to this version's form: whole, ours, of no newer
 * version, and with exactly the tables, indexes and triggers that its version makes. `file` is a copy that may be written; it
 * is one self-contained file afterwards. `work` may look at it, or write to it, meanwhile. Throws `CopyError`.
 */
export const withCheckedCopy = <T>(file: string, work: (copy: Db) => T): T => {
  let copy: Db | undefined;
  try {
    copy = new Database(file, { fileMustExist: true, timeout: 250 });
    copy.pragma('trusted_schema = OFF');
    copy.pragma('cell_size_check = ON');
    copy.pragma('mmap_size = 0');
    check(copy);
    copy.pragma('foreign_keys = ON');
    copy.pragma('synchronous = FULL');
    migrate(copy, { backupDir: null });
    const result = work(copy);
    copy.pragma('journal_mode = DELETE');
    return result;
  } catch (error) {
    if (diskFault(error) === 'damaged') throw new CopyError('damaged');
    throw error;
  } finally {
    copy?.close();
  }
};

const check = (copy: Db): void => {
  // Before anything else is asked of a file that may be anybody's.
  if (copy.pragma('integrity_check', { simple: true }) !== 'ok') throw new CopyError('damaged');
  if (copy.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new CopyError('foreign');
  const version = copy.pragma('user_version', { simple: true }) as number;
  if (version > latestVersion) throw new CopyError('newer');
  if (version < 1 || schemaOf(copy) !== expectedSchema(version)) throw new CopyError('altered');
  try {
    expectSound(copy);
  } catch {
    throw new CopyError('damaged');
  }
};

const schemaOf = (db: Db): string =>
  JSON.stringify(
    db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').raw().all(),
  );

/** What a file of that version holds when this program made it. */
const expectedSchema = (version: number): string => {
  const db = new Database(':memory:');
  try {
    for (const step of migrations.slice(0, version)) for (const statement of step) db.exec(statement);
    return schemaOf(db);
  } finally {
    db.close();
  }
};

export const removeCopy = (file: string): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true });
};
