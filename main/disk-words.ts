import { diskFault, type DiskFault } from '../data/disk-fault.ts';
import { AppError } from '../shared/reply.ts';

/** What is said of a fault of the disk while something is saved. */
export const diskWords: Readonly<Record<DiskFault, string>> = {
  full: 'The disk is full, so this was not saved. Everything saved before is safe. Free some space and try again.',
  unwritable:
    'The data file cannot be written just now, so this was not saved. Everything saved before is safe. Check the disk and try again.',
  damaged:
    'The data file is damaged, so this was not saved and nothing more is written to it. The Data screen helps to get it back.',
};

/** What is said while nothing is written because of what a check found. */
export const damageFound = (check: 'The check at start' | 'The weekly check'): string =>
  `${check} found damage in the data file, so nothing more is written to it. What you see was read from it. ` +
  'The Data screen offers the newest good backup, and a file with all that can still be read.';

/** What is said while the fault lasts. */
export const diskStands: Readonly<Record<Exclude<DiskFault, 'damaged'>, string>> = {
  full: 'The disk is full. Everything saved before is safe. Free some space and try again.',
  unwritable:
    'The data file cannot be written. Everything saved before is safe. Check the disk and try again.',
};

/**
 * The error in words for a person, where it is a fault of the disk: `what` was not done ("no copy could be made"), and
 * `where` is the folder it concerns. Every other error is handed back as it is.
 */
export const worded = (error: unknown, what: string, where: string): unknown => {
  switch (diskFault(error)) {
    case 'full':
      return new AppError(
        'read_only',
        `The disk is full, so ${what}. Nothing was changed. Free some space and try again.`,
      );
    case 'unwritable':
      return new AppError(
        'read_only',
        `${where} cannot be written just now, so ${what}. Nothing was changed. Check the disk and try again.`,
      );
    case 'damaged':
      return new AppError('read_only', `The file is damaged, so ${what}. Nothing was changed.`);
    case null:
      return error;
  }
};
