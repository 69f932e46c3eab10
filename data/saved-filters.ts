import { savedFilter, type SavedFilter } from '../shared/model/search.ts';
import { sql, type Db } from './sql.ts';

/** By name. One that this version does not understand is passed over and stays in the file. */
export const listFilters = (db: Db): SavedFilter[] =>
  sql<[], { name: string; filter: string }>(db, 'SELECT name, filter FROM saved_filter ORDER BY name')
    .all()
    .flatMap(({ name, filter }) => {
      const known = savedFilter.safeParse({ name, filter: JSON.parse(filter) });
      return known.success ? [known.data] : [];
    });

export const saveFilter = (db: Db, { name, filter }: SavedFilter): void => {
  sql(
    db,
    'INSERT INTO saved_filter (name, filter) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET filter = excluded.filter',
  ).run(name, JSON.stringify(filter));
};

export const removeFilter = (db: Db, name: string): void => {
  sql(db, 'DELETE FROM saved_filter WHERE name = ?').run(name);
};
