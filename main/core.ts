import { openCatalogue } from '../data/catalogue/load.ts';
import { syncCatalogue } from '../data/catalogue-sync.ts';
import { readMeta, writeMeta } from '../data/meta.ts';
import { backupsOf, openDatabase } from '../data/open.ts';
import { transaction, type Db } from '../data/sql.ts';
import { createCalendar } from './calendar.ts';
import type { Clock } from './clock.ts';
import { createRouter, type Dispatch } from './router.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export type Core = {
  readonly dispatch: Dispatch;
  /** Saves the caches, so that the next start need not count. Called when idle and at close. */
  readonly saveCaches: () => void;
  /** Refuses every write from now on, with this reason in words. */
  readonly stopWrites: (reason: string) => void;
  readonly close: () => void;
};

export type CoreOptions = {
  /** Path of the one data file, or `:memory:`. */
  readonly file: string;
  /** The file, where it was opened already. */
  readonly db?: Db;
  /** Folder of the compiled catalogue. */
  readonly catalogueDir: string;
  readonly clock: Clock;
  readonly version: string;
  readonly log: (error: unknown) => void;
};

/** The only wiring: file, catalogue, memory, router. Throws `OpenError` where the file cannot be used. */
export const createCore = ({ file, catalogueDir, clock, version, log, ...opened }: CoreOptions): Core => {
  const backupDir = backupsOf(file);
  const db = opened.db ?? openDatabase(file, { backupDir });
  const catalogue = openCatalogue(catalogueDir);
  if (readMeta(db, 'writtenBy') !== version) transaction(db, () => writeMeta(db, 'writtenBy', version));
  syncCatalogue(db, catalogue, { backupDir, moment: createCalendar(clock) });

  // Opened anew after a failed command, since memory may then be ahead of the file.
  let workspace: Workspace | null = openWorkspace(db, clock);
  const present = (): Workspace => (workspace ??= openWorkspace(db, clock));
  let readOnly: string | null = null;

  const saveCaches = (): void => {
    if (readOnly === null && present().counters.isUnsaved()) transaction(db, () => present().counters.save());
  };
  return {
    dispatch: createRouter({
      workspace: present,
      facts: { file, version, readOnly: () => readOnly },
      log,
      forget: () => (workspace = null),
    }),
    saveCaches,
    stopWrites: (reason) => (readOnly = reason),
    close: () => {
      saveCaches();
      db.close();
    },
  };
};
