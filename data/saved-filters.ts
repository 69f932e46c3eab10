import { savedFilter, type SavedFilter } from '../shared/model/search.ts';
import { sql, type Db } from './sql.ts';

/** By name. One that this version does not understand is passed over and stays in the file. */
export const listFilters = (db: Db): SavedFilter[] =>
  sql<[], { name: string; filter: string }>(
    db,
    'SELECT name, filter FROM saved_filter WHERE retired = 0 ORDER BY name',
  )
    .all()
    .flatMap(({ name, filter }) => {
      const known = savedFilter.safeParse({ name, filter: JSON.parse(filter) });
      return known.success ? [known.data] : [];
    });
