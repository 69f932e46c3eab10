import { backup } from '../../data/backup.ts';
import { AppError } from '../../shared/reply.ts';
import type { JobContext } from './job.ts';

/** Copies the file into `folder` under `name`, verified, and gives the copy's path. A copy of that name is kept as it is. */
export const makeBackup = (
  { folder, name }: { readonly folder: string; readonly name: string },
  { openDb }: JobContext,
): { readonly file: string } => {
  try {
    return { file: backup(openDb(), folder, name) };
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (/^(SQLITE_FULL|ENOSPC|EDQUOT)$/.test(code)) {
      throw new AppError(
        'read_only',
        'The disk is full, so no copy could be made. Nothing was changed. Free some space and try again.',
      );
    }
    if (/^(SQLITE_CANTOPEN|SQLITE_IOERR.*|EACCES|EPERM|EROFS|EIO|EEXIST|ENOTDIR)$/.test(code)) {
      throw new AppError(
        'read_only',
        `No copy could be written to ${folder}. Nothing was changed. Check that folder and the disk, then try again.`,
      );
    }
    throw error;
  }
};
