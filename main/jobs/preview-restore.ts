import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rowCounts } from '../../data/backup.ts';
import { checkBackup, listBackups } from '../../data/backups.ts';
import { CopyError, removeCopy, withCheckedCopy, type CopyFault } from '../../data/checked-copy.ts';
import { differences } from '../../data/differences.ts';
import { diskFault } from '../../data/disk-fault.ts';
import type { TableDifference } from '../../shared/model/backup.ts';
import { AppError } from '../../shared/reply.ts';
import { worded } from '../disk-words.ts';
import type { JobContext } from './job.ts';

export type RestoreOrder = {
  /** Folder of the copies, and name of the one. */
  readonly folder: string;
  readonly name: string;
  /** Where the checked copy of it is put. */
  readonly part: string;
};

/** A checked file that can take the place of the person's, and what would differ. */
export type StagedFile = {
  readonly part: string;
  /** Null where the present file cannot be read. */
  readonly differences: TableDifference[] | null;
  /** Rows in it. */
  readonly rows: number;
};

const STEPS = 3;

const faults: Readonly<Record<CopyFault, string>> = {
  damaged: 'This backup is damaged, so it was not taken. Your file is as it was. Choose another one.',
  foreign: 'This is no backup of a Groundwork file. Your file is as it was.',
  newer:
    'This backup was made by a newer Groundwork. Your file is as it was. Install that version to use it.',
  altered:
    'This backup holds something that no Groundwork put there, so it was not taken. Your file is as it was.',
};

export const copyRefused = (fault: CopyFault): AppError => new AppError('invalid', faults[fault]);

/** Checks a backup in a copy and compares it with what the person has. Neither is changed. */
export const previewRestore = (
  { folder, name, part }: RestoreOrder,
  { openDb, report }: JobContext,
): StagedFile => {
  try {
    report(0, STEPS);
    const backup = listBackups(folder).find((one) => one.name === name);
    if (!backup) throw new AppError('not_found', 'This backup does not exist any more.');
    if (checkBackup(backup) === 'damaged') throw new CopyError('damaged');
    report(1, STEPS);
    mkdirSync(dirname(part), { recursive: true });
    copyFileSync(backup.file, part);
    const rows = withCheckedCopy(part, countRows);
    report(2, STEPS);
    return { part, differences: differencesOrNull(openDb, part), rows };
  } catch (error) {
    removeCopy(part);
    if (error instanceof CopyError) throw copyRefused(error.fault);
    throw worded(error, 'the backup could not be checked', join(part, '..'));
  }
};

export const countRows = (db: Parameters<typeof rowCounts>[0]): number =>
  Object.values(rowCounts(db)).reduce((sum, n) => sum + n, 0);

/** A damaged file is what a restore is for. */
export const differencesOrNull = (openDb: JobContext['openDb'], part: string): TableDifference[] | null => {
  try {
    return differences(openDb(), part);
  } catch (error) {
    if (diskFault(error) !== null) return null;
    throw error;
  }
};
