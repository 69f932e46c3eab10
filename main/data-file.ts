import { openCatalogue, type OpenedCatalogue } from '../data/catalogue/load.ts';
import { fillCatalogue } from '../data/catalogue-sync.ts';
import { readMeta, writeMeta } from '../data/meta.ts';
import { asOpenError, damagedFile } from '../data/open-error.ts';
import { backupsOf } from '../data/backup.ts';
import { openDatabase } from '../data/open.ts';
import { fillReadings, hasReadings } from '../data/readings.ts';
import { indexAll } from '../data/search-content.ts';
import { isSearchBuilt } from '../data/search.ts';
import { transaction, type Db } from '../data/sql.ts';
import type { Clock } from './clock.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** The person's file, opened and up to date, with what the core keeps of it in memory. */
export type DataFile = {
  readonly db: Db;
  readonly file: string;
  /** What work beside the core reads: the file, or the copy that is looked at in its place. */
  readonly readsFrom: string;
  readonly version: string;
  readonly clock: Clock;
  /** The catalogue that this version ships; the file may hold an older one until the person takes the newer. */
  readonly catalogue: OpenedCatalogue;
  /** Why this is only a stand-in for a file that cannot be opened; null for the file itself. */
  readonly damage: string | null;
  /** Why it can only be looked at; null where it can be written. */
  readonly viewOnly: string | null;
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
  /** Told what showed that a file is damaged, where that is no word of SQLite. */
  readonly log?: (error: unknown) => void;
};

/** Sound pages may hold nonsense where a list, a number or the name of another row was written: that is damage as well. */
const understood = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    const isNonsense = [SyntaxError, RangeError, TypeError].some((kind) => error instanceof kind);
    throw isNonsense ? damagedFile(error) : error;
  }
};

/** Everything that can refuse a start is in here. Throws `OpenError` where the file cannot be used. */
export const openDataFile = ({ file, catalogueDir, clock, version }: DataFileOptions): DataFile => {
  const catalogue = openCatalogue(catalogueDir);
  const db = openDatabase(file, { backupDir: backupsOf(file) });
  let workspace: Workspace | null;
  try {
    if (readMeta(db, 'writtenBy') !== version) transaction(db, () => writeMeta(db, 'writtenBy', version));
    fillCatalogue(db, catalogue);
    if (!hasReadings(db)) transaction(db, () => fillReadings(db, catalogue.read()));
    // A file from before there was a search has its index made once.
    if (!isSearchBuilt(db)) transaction(db, () => indexAll(db));
    workspace = understood(() => openWorkspace(db, clock));
  } catch (error) {
    db.close();
    throw asOpenError(error);
  }

  const present = (): Workspace => (workspace ??= openWorkspace(db, clock));
  const saveCaches = (): void => {
    try {
      const { counters, journal } = present();
      if (counters.isUnsaved()) transaction(db, () => counters.save());
      if (journal.isUnsaved()) transaction(db, () => journal.save());
    } catch {
      // Tried again after the next call.
    }
  };
  return {
    db,
    file,
    readsFrom: file,
    version,
    clock,
    catalogue,
    damage: null,
    viewOnly: null,
    workspace: present,
    forget: () => (workspace = null),
    saveCaches,
    close: () => void db.close(),
  };
};
