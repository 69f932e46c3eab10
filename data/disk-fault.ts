/** What is wrong with the disk or the file: no room, no writing, or content that SQLite cannot read. */
export type DiskFault = 'full' | 'unwritable' | 'damaged';

const kinds: readonly (readonly [RegExp, DiskFault])[] = [
  // The last one: the index beside the write-ahead log cannot grow.
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|SQLITE_IOERR_SHMSIZE)$/, 'full'],
  [/^(SQLITE_CORRUPT.*|SQLITE_NOTADB)$/, 'damaged'],
  [
    /^(SQLITE_(IOERR|READONLY|BUSY|CANTOPEN|PERM).*|EACCES|EPERM|EROFS|EIO|EFBIG|ENOENT|ENOTDIR|EEXIST|EISDIR)$/,
    'unwritable',
  ],
];

/** The one place that reads the codes of SQLite and of the system; null for every error that is no fault of the disk. */
export const diskFault = (error: unknown): DiskFault | null => {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return null;
  return kinds.find(([pattern]) => pattern.test(code))?.[1] ?? null;
};
