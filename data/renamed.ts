import { sql, type Db } from './sql.ts';

export type RenamedKind =
  | 'category'
  | 'skill'
  | 'topic'
  | 'choice_group'
  | 'role'
  | 'certification'
  | 'project_template';

/** What of the person's names an item by its id rather than by its number. */
const naming: Partial<Record<RenamedKind, readonly string[]>> = {
  role: [
    'UPDATE target SET role = :new WHERE role = :old',
    'UPDATE own_role SET base = :new WHERE base = :old',
    `UPDATE note SET id = 'role:' || :new WHERE id = 'role:' || :old`,
    'UPDATE role_market SET id = :new WHERE id = :old',
  ],
  choice_group: [
    'UPDATE member_choice SET choice_group = :new WHERE choice_group = :old',
    `UPDATE step_rest SET id = 'choose:' || :new WHERE id = 'choose:' || :old`,
  ],
  certification: [
    'UPDATE certification_own SET id = :new WHERE id = :old',
    'UPDATE certification_plan SET id = :new WHERE id = :old',
    `UPDATE objective SET id = :new || '/' || domain, certification = :new WHERE certification = :old`,
    'UPDATE exam_result SET certification = :new WHERE certification = :old',
    'UPDATE credential SET certification = :new WHERE certification = :old',
    `UPDATE note SET id = 'certification:' || :new WHERE id = 'certification:' || :old`,
  ],
  project_template: ['UPDATE project SET template = :new WHERE template = :old'],
  category: [`UPDATE note SET id = 'category:' || :new WHERE id = 'category:' || :old`],
};

/**
 * Remembers that a catalogue update gave an item another id, and follows it where the person's rows name it. Earlier names
 * lead to the newest one.
 */
export const rememberRename = (db: Db, kind: RenamedKind, oldId: string, newId: string): void => {
  sql(db, 'UPDATE renamed SET new_id = ? WHERE kind = ? AND new_id = ?').run(newId, kind, oldId);
  sql(
    db,
    'INSERT INTO renamed (kind, old_id, new_id) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET new_id = excluded.new_id',
  ).run(kind, oldId, newId);
  for (const statement of naming[kind] ?? []) sql<[object]>(db, statement).run({ old: oldId, new: newId });
};

/** The id that an item has now. The log keeps the one that it had. */
export const currentId = (db: Db, kind: RenamedKind, id: string): string =>
  sql<[string, string], { id: string }>(
    db,
    'SELECT new_id AS id FROM renamed WHERE kind = ? AND old_id = ?',
  ).get(kind, id)?.id ?? id;
