import { backupsOf } from '../data/backup.ts';
import { listBackups } from '../data/backups.ts';
import { removeCopy } from '../data/checked-copy.ts';
import { OpenError } from '../data/open-error.ts';
import { finishReplacing } from '../data/replace-file.ts';
import { removeWaiting } from './backup-occasion.ts';
import { openDataFile, type DataFile, type DataFileOptions } from './data-file.ts';
import { canOnlyBeViewed, openForViewing } from './view-file.ts';

const damaged =
  'The data file is damaged and cannot be opened. It was left as it is, and nothing is written to it. The Data screen offers the newest good backup, and a file with all that can still be read.';

/**
 * The person's file, or, where it is damaged, an empty stand-in beside it that nothing is written to: so that the screen that
 * helps can be shown. A file in a folder that takes no writes is looked at in a copy. Throws `OpenError` where the file cannot be used in another way.
 */
export const openOwnFile = (options: DataFileOptions): DataFile => {
  const { file } = options;
  if (file === ':memory:') return openDataFile(options);
  if (canOnlyBeViewed(file)) return openForViewing(options);
  finishReplacing(file);
  removeWaiting(file);
  try {
    return openDataFile(options);
  } catch (error) {
    if (!(error instanceof OpenError) || !isDamage(error, file)) throw error;
    // Nonsense in the file, or a fault of ours that takes it for one: what it was is kept for whoever looks into it.
    if (error.cause !== undefined) options.log?.(error.cause);
    return openStandIn(options);
  }
};

/** Where copies stand beside it, a file that is no database any more was one. */
const isDamage = ({ fault, isDatabase }: OpenError, file: string): boolean =>
  fault === 'damaged' || (fault === 'foreign' && !isDatabase && listBackups(backupsOf(file)).length > 0);

const openStandIn = (options: DataFileOptions): DataFile => {
  const file = `${options.file}-stand-in`;
  removeCopy(file);
  const opened = openDataFile({ ...options, file });
  return {
    ...opened,
    file: options.file,
    readsFrom: options.file,
    damage: damaged,
    close: () => {
      opened.close();
      removeCopy(file);
    },
  };
};
