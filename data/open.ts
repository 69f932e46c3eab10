import { existsSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { latestVersion, migrate } from './migrate.ts';
import { asOpenError, OpenError } from './open-error.ts';
import type { Db } from './sql.ts';

/** "GWRK": marks a file as ours, so that any other database is refused. */
export const APPLICATION_ID = 0x4757524b;

/**
 * Pages that a connection keeps in memory, in KiB (as SQLite's negative numbers say). The system keeps the file in memory as
 * well, so more than the core reads again and again only costs; a check or a copy reads every page once.
 */
const CACHE = -4_000;
const CACHE_OF_READERS = -500;

/**
 * Opens the person's file, bringing an older one up to date after a verified backup. A file that is not ours, or that a
 * newer version wrote, is refused with not one byte changed. Throws `OpenError`. `:memory:` serves tests.
 */
export const openDatabase = (file: string, options: { readonly backupDir: string }): Db => {
  if (file !== ':memory:' && existsSync(file)) refuseUnknown(file);
  const db = new Database(file, { timeout: 250 });
  try {
    configure(db);
    migrate(db, options);
    return db;
  } catch (error) {
    db.close();
    throw asOpenError(error);
  }
};

/** A second connection that can never write, for checks and copies beside the owner's. */
export const openForReading = (file: string): Db => {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 250 });
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma(`cache_size = ${CACHE_OF_READERS}`);
  return db;
};

const configure = (db: Db): void => {
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  if (process.platform === 'darwin') {
    db.pragma('fullfsync = ON');
    db.pragma('checkpoint_fullfsync = ON');
  }
  db.pragma('foreign_keys = ON');
  db.pragma('wal_autocheckpoint = 1000');
  db.pragma(`cache_size = ${CACHE}`);
};

/**
 * Looks before opening for good. Without a write-ahead log beside the file an ordinary connection that only reads tidies
 * up after itself; with one it would fold the log into the file at close, so the look is read-only then.
 */
const refuseUnknown = (file: string): void => {
  const readonly = existsSync(`${file}-wal`);
  const hadIndex = existsSync(`${file}-shm`);
  let look: Db | undefined;
  try {
    look = new Database(file, { readonly, fileMustExist: true, timeout: 250 });
    const applicationId = look.pragma('application_id', { simple: true }) as number;
    const version = look.pragma('user_version', { simple: true }) as number;
    const objects = look.prepare('SELECT count(*) AS n FROM sqlite_schema').get() as { n: number };
    const isEmpty = objects.n === 0 && applicationId === 0 && version === 0;
    if (!isEmpty && applicationId !== APPLICATION_ID) {
      throw new OpenError(
        'foreign',
        `This is a database of another program, so Groundwork left it alone: ${file}. Move it away, or choose another folder with --data.`,
      );
    }
    if (version > latestVersion) throw new OpenError('newer', newerSentence(look, version));
  } catch (error) {
    throw asOpenError(error);
  } finally {
    look?.close();
    // Left by the look; it is only an index of the log, made anew by whoever opens the file next.
    if (!hadIndex) rmSync(`${file}-shm`, { force: true });
  }
};

/** Which Groundwork wrote the file; null where its format has no place for that any more. */
const writerOf = (db: Db): string | null => {
  try {
    const row = db.prepare("SELECT value FROM meta WHERE key = 'writtenBy'").get() as
      | { value: string }
      | undefined;
    return row ? `Groundwork ${row.value}` : null;
  } catch {
    return null;
  }
};

const newerSentence = (db: Db, version: number): string => {
  const writer = writerOf(db) ?? `a newer Groundwork (format ${version})`;
  return `The data file was written by ${writer}. Nothing was changed. Install that version or a later one to open it.`;
};
