import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lastSeq } from './events.ts';
import type { BackupReason } from '../shared/values.ts';
import { openForReading } from './open.ts';
import type { Db } from './sql.ts';
import { hashOf, syncFile, syncFolder } from './whole-file.ts';

/** Where the copies of a data file stand. */
export const backupsOf = (file: string): string => join(dirname(file), 'backups');

/** When and why a copy is made; times are those of the person's clock. */
export type BackupOccasion = {
  readonly reason: BackupReason;
  /** UTC, in milliseconds; null where no clock is at hand. */
  readonly at: number | null;
  readonly localDate: string | null;
  readonly localTime: string | null;
};

/** What is known of a copy; kept beside it as `NAME.json`. */
export type Manifest = BackupOccasion & {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** Number of the newest event in it. */
  readonly seq: number;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
};

const NO_CLOCK = { at: null, localDate: null, localTime: null };

/**
 * Copies the open database into `folder` and returns the copy's path. The copy is checked in full, hashed and counted before it
 * gets its name, so whatever is listed there is good; a crash leaves at most a `.part` file. An existing backup of that
 * name was verified then and is kept, so that repeated failed starts cannot replace it.
 */
export const backup = (
  db: Db,
  folder: string,
  name: string,
  occasion: BackupOccasion = { reason: 'before-version', ...NO_CLOCK },
): string => {
  mkdirSync(folder, { recursive: true });
  const final = join(folder, `${name}.db`);
  if (existsSync(final)) return final;
  const part = `${final}.part`;
  rmSync(part, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(part);
    const found = verified(part);
    syncFile(part);
    const manifest: Manifest = { ...occasion, sha256: hashOf(part), size: statSync(part).size, ...found };
    writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(manifest, null, 1)}\n`, { flush: true });
    renameSync(part, final);
  } catch (error) {
    // On a full disk the half copy is what fills it.
    rmSync(part, { force: true });
    throw error;
  }
  syncFolder(folder);
  return final;
};

/** Throws unless SQLite finds structure and references of the copy without fault. Gives what stands in it. */
const verified = (file: string): Pick<Manifest, 'seq' | 'rows'> => {
  const copy = openForReading(file);
  try {
    expectSound(copy);
    const rows = rowCounts(copy);
    return { seq: 'event' in rows ? lastSeq(copy) : 0, rows };
  } finally {
    copy.close();
  }
};

/** Throws unless structure and references are without fault. */
export const expectSound = (db: Db): void => {
  const structure = db.pragma('integrity_check', { simple: true });
  const references = db.pragma('foreign_key_check') as unknown[];
  if (structure !== 'ok' || references.length > 0) throw new Error('the copy could not be verified');
};

/** Rows by table; the word index is made from the others and not counted. */
export const rowCounts = (db: Db): Record<string, number> =>
  Object.fromEntries(
    db
      .prepare<[], { name: string }>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%' ORDER BY name`,
      )
      .all()
      .map(({ name }) => [
        name,
        db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM "${name}"`).get()!.n,
      ]),
  );
