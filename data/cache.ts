import { sql, type Db } from './sql.ts';

/** A computed value and the last event that it knows of. It can always be thrown away and computed again. */
export type Cached = { readonly seq: number; readonly value: Buffer };

export const readCache = (db: Db, name: string): Cached | undefined =>
  sql<[string], Cached>(db, 'SELECT seq, value FROM cache WHERE name = ?').get(name);

/** The last event that a cached value knows of, without reading the value; undefined where there is none. */
export const cachedUpTo = (db: Db, name: string): number | undefined =>
  sql<[string], { seq: number }>(db, 'SELECT seq FROM cache WHERE name = ?').get(name)?.seq;

export const writeCache = (db: Db, name: string, seq: number, value: Buffer): void => {
  sql(
    db,
    'INSERT INTO cache (name, seq, value) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET seq = excluded.seq, value = excluded.value',
  ).run(name, seq, value);
};

/** Drops what depends on the content of the catalogue: all but the journal of the log, in which nothing ever changes. */
export const dropCaches = (db: Db): void => {
  sql(db, `DELETE FROM cache WHERE name NOT LIKE 'journal-%'`).run();
};
