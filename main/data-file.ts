import { openCatalogue } from '../data/catalogue/load.ts';
import { syncCatalogue } from '../data/catalogue-sync.ts';
import { readMeta, writeMeta } from '../data/meta.ts';
import { asOpenError } from '../data/open-error.ts';
import { backupsOf, openDatabase } from '../data/open.ts';
import { transaction, type Db } from '../data/sql.ts';
import { createCalendar } from './calendar.ts';
import type { Clock } from './clock.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** The person's file, opened and up to date, with what the core keeps of it in memory. */
export type DataFile = {
  readonly db: Db;
  readonly file: string;
  readonly version: string;
  readonly workspace: () => Workspace;
  /** Throws memory away after a failed command, when it may be ahead of the file; it is read again when next asked for. */
  readonly forget: () => void;
  /** Saves what would have to be counted again at the next start. Losing it costs time, not data, so it never fails. */
  readonly saveCaches: () => void;
  readonly close: () => void;
};

export type DataFileOptions = {
  /** Path of the one data file, or `:memory:`. */
  readonly file: string;
  /** Folder of the compiled catalogue. */
  readonly catalogueDir: string;
  readonly clock: Clock;
  readonly version: string;
};

/** Everything that can refuse a start is in here. Throws `OpenError` where the file cannot be used. */
export const openDataFile = ({ file, catalogueDir, clock, version }: DataFileOptions): DataFile => {
  const backupDir = backupsOf(file);
  const db = openDatabase(file, { backupDir });
  let workspace: Workspace | null;
  try {
    if (readMeta(db, 'writtenBy') !== version) transaction(db, () => writeMeta(db, 'writtenBy', version));
    syncCatalogue(db, openCatalogue(catalogueDir), { backupDir, moment: createCalendar(clock) });
    workspace = openWorkspace(db, clock);
  } catch (error) {
    db.close();
    throw asOpenError(error);
  }

  const present = (): Workspace => (workspace ??= openWorkspace(db, clock));
  const saveCaches = (): void => {
    try {
      if (present().counters.isUnsaved()) transaction(db, () => present().counters.save());
    } catch {
      // Tried again after the next call.
    }
  };
  return {
    db,
    file,
    version,
    workspace: present,
    forget: () => (workspace = null),
    saveCaches,
    close: () => void db.close(),
  };
};
