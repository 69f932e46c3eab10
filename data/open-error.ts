import { diskFault } from './disk-fault.ts';

type Known = { readonly isDatabase?: boolean; readonly cause?: unknown };

/** The file cannot be used as it is. It was left as it was found, to the byte. */
export class OpenError extends Error {
  readonly fault: 'folder' | 'full' | 'foreign' | 'newer' | 'damaged' | 'owned';
  /** SQLite could read it at all. */
  readonly isDatabase: boolean;

  constructor(fault: OpenError['fault'], sentence: string, { isDatabase = true, cause }: Known = {}) {
    super(sentence, { cause });
    this.name = 'OpenError';
    this.fault = fault;
    this.isDatabase = isDatabase;
  }
}

/** Words what SQLite says about a file that cannot be opened; any other error is handed back as it is. */
export const asOpenError = (error: unknown): unknown => {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'SQLITE_NOTADB') {
    return new OpenError(
      'foreign',
      'The data file groundwork.db is no database, so Groundwork left it alone. Move it away, or choose another folder with --data.',
      { isDatabase: false },
    );
  }
  if (diskFault(error) === 'damaged') return damagedFile();
  if (diskFault(error) === 'full') return noRoom();
  if (diskFault(error) === 'unwritable' && code !== 'SQLITE_BUSY') return unwritable();
  return error;
};

/** `cause` is what showed it, for whoever looks into it. */
export const damagedFile = (cause?: unknown): OpenError =>
  new OpenError(
    'damaged',
    'The data file is damaged. Groundwork left it as it is; a backup from its folder "backups" can take its place.',
    { cause },
  );

const noRoom = (): OpenError =>
  new OpenError(
    'full',
    'The disk of the data folder is full, so Groundwork cannot open your data. Nothing was changed. Free some space and start it again.',
  );

/** `folder` is the data folder, where it is known. */
export const unwritable = (folder?: string): OpenError =>
  new OpenError(
    'folder',
    `The data folder cannot be made or written${folder === undefined ? '' : `: ${folder}`}. Choose another with --data, or mend what stands in its way.`,
  );
