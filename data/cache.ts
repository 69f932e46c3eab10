import { sql, type Db } from './sql.ts';

/** A computed value and the last event that it knows of. It can always be thrown away and computed again. */
export type Cached = { readonly seq: number; readonly value: Buffer };

export const readCache = (db: Db, name: string): Cached | undefined =>
  sql<[string], Cached>(db, 'SELECT seq, value FROM cache WHERE name = ?').get(name);

export const writeCache = (db: Db, name: string, seq: number, value: Buffer): void => {
  sql(
    db,
    'INSERT INTO cache (name, seq, value) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET seq = excluded.seq, value = excluded.value',
  ).run(name, seq, value);
};

export const dropCaches = (db: Db): void => {
  sql(db, 'DELETE FROM cache').run();
};
