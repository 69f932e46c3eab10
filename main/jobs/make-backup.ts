import { backup, type BackupOccasion } from '../../data/backup.ts';
import { listBackups, outlived, removeBackup } from '../../data/backups.ts';
import { isSoundInFull } from '../../data/check.ts';
import { diskFault } from '../../data/disk-fault.ts';
import { worded } from '../disk-words.ts';
import type { JobContext } from './job.ts';

export type BackupOrder = {
  readonly folder: string;
  readonly name: string;
  readonly occasion: BackupOccasion;
};

export type BackupMade = {
  readonly file: string | null;
  /** False where the file itself turned out to be damaged; nothing is removed then, and there may be no copy. */
  readonly sound: boolean;
  /** Whether all of the file was checked for that. */
  readonly checkedInFull: boolean;
};

/**
 * Copies the file into the folder, verified, and removes what the rotation does not keep. A copy of that name is kept as it
 * is.
 */
export const makeBackup = ({ folder, name, occasion }: BackupOrder, { openDb }: JobContext): BackupMade => {
  try {
    const db = openDb();
    const file = backup(db, folder, name, occasion);
    const gone = outlived(listBackups(folder));
    // Good copies are not given up for new ones of a file that may be going bad.
    const checkedInFull = gone.length > 0;
    const sound = !checkedInFull || isSoundInFull(db);
    if (sound) for (const one of gone) removeBackup(folder, one);
    return { file, sound, checkedInFull };
  } catch (error) {
    if (diskFault(error) === 'damaged') return { file: null, sound: false, checkedInFull: false };
    throw worded(error, 'no backup could be made', folder);
  }
};
