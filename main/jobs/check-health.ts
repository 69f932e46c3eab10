import { rowCounts } from '../../data/backup.ts';
import { checkBackup, listBackups } from '../../data/backups.ts';
import { isSoundInFull } from '../../data/check.ts';
import { diskFault } from '../../data/disk-fault.ts';
import type { Health } from '../../shared/model/backup.ts';
import type { JobContext } from './job.ts';

/** Checks the file in full, and every byte of every copy. */
export const checkHealth = (
  { folder }: { readonly folder: string },
  { openDb, report }: JobContext,
): Health => {
  const backups = listBackups(folder);
  const total = backups.length + 1;
  report(0, total);
  const file = soundness(openDb);
  const found: Health['backups'] = {};
  backups.forEach((backup, index) => {
    report(index + 1, total);
    found[backup.name] = checkBackup(backup);
  });
  return { ...file, backups: found };
};

const soundness = (openDb: JobContext['openDb']): Pick<Health, 'sound' | 'rows'> => {
  try {
    const db = openDb();
    if (!isSoundInFull(db)) return { sound: false, rows: null };
    return { sound: true, rows: Object.values(rowCounts(db)).reduce((sum, n) => sum + n, 0) };
  } catch (error) {
    if (diskFault(error) === 'damaged') return { sound: false, rows: null };
    throw error;
  }
};
