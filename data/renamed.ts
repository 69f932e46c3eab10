import { sql, type Db } from './sql.ts';

export type RenamedKind =
  | 'category'
  | 'skill'
  | 'topic'
  | 'choice_group'
  | 'role'
  | 'certification'
  | 'project_template';

/** Remembers that a catalogue update gave an item another id. Earlier names lead to the newest one. */
export const rememberRename = (db: Db, kind: RenamedKind, oldId: string, newId: string): void => {
  sql(db, 'UPDATE renamed SET new_id = ? WHERE kind = ? AND new_id = ?').run(newId, kind, oldId);
  sql(
    db,
    'INSERT INTO renamed (kind, old_id, new_id) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET new_id = excluded.new_id',
  ).run(kind, oldId, newId);
};

/** The id that an item has now. The log keeps the one that it had. */
export const currentId = (db: Db, kind: RenamedKind, id: string): string =>
  sql<[string, string], { id: string }>(
    db,
    'SELECT new_id AS id FROM renamed WHERE kind = ? AND old_id = ?',
  ).get(kind, id)?.id ?? id;
