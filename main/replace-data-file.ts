import { removeCopy } from '../data/checked-copy.ts';
import { putAside, replaceFile } from '../data/replace-file.ts';
import { momentWords } from './backup-occasion.ts';
import type { DataFile, DataFileOptions } from './data-file.ts';
import { worded } from './disk-words.ts';
import { openOwnFile } from './own-file.ts';

/**
 * Closes the person's file, puts the checked one in its place, and opens what stands there then. A damaged file is kept aside
 * with its log. `refused` says why the old one is still there; null where it is not.
 */
export const replaceDataFile = (
  old: DataFile,
  checked: string,
  isDamaged: boolean,
  options: DataFileOptions,
): { readonly data: DataFile; readonly refused: unknown } => {
  old.close();
  let refused: unknown = null;
  try {
    if (isDamaged) putAside(options.file, momentWords(options.clock).stamp);
    replaceFile(options.file, checked);
  } catch (error) {
    removeCopy(checked);
    refused = worded(error, 'your file was not replaced', 'The data folder');
  }
  return { data: openOwnFile(options), refused };
};
