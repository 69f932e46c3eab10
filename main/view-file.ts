import { copyFileSync, existsSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { openDataFile, type DataFile, type DataFileOptions } from './data-file.ts';

/** Whether there is a file in a folder that takes no writes. A disk that is full, or fails for a moment, is none of that. */
export const canOnlyBeViewed = (file: string): boolean => existsSync(file) && isForbidden(dirname(file));

/** Tried out: permissions alone do not tell of a read-only medium, nor of an administrator. */
const isForbidden = (folder: string): boolean => {
  try {
    rmdirSync(mkdtempSync(join(folder, '.groundwork-')));
    return false;
  } catch (error) {
    return /^(EROFS|EACCES|EPERM)$/.test((error as NodeJS.ErrnoException).code ?? '');
  }
};

const reason = (file: string): string =>
  `The data folder cannot be written: ${dirname(file)}. You see your file as it is, and nothing can be saved. ` +
  'Make the folder writable, or choose another with --data, and start Groundwork again.';

/**
 * The person's file for looking at: a copy in a temporary folder of this account, gone at close, because SQLite needs to write
 * beside a file even to read it. The file itself is left to the byte. Throws `OpenError` where no copy can be made or opened.
 */
export const openForViewing = (options: DataFileOptions): DataFile => {
  const { file } = options;
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-view-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const copy = join(folder, basename(file));
  try {
    for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, copy + end);
    const opened = openDataFile({ ...options, file: copy });
    return {
      ...opened,
      file,
      readsFrom: copy,
      viewOnly: reason(file),
      close: () => {
        opened.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
};
