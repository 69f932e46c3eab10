import { sql, type Db } from './sql.ts';

export type MetaKey = 'catalogueHash' | 'catalogueDate' | 'writtenBy' | 'calendar' | 'checkedInFull';

export const readMeta = (db: Db, key: MetaKey): string | null =>
  sql<[string], { value: string }>(db, 'SELECT value FROM meta WHERE key = ?').get(key)?.value ?? null;

export const writeMeta = (db: Db, key: MetaKey, value: string): void => {
  sql(
    db,
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value);
};
