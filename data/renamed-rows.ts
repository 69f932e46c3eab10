import { currentId, type RenamedKind } from './renamed.ts';
import type { Row, RowKey, RowTable } from './rows.ts';
import type { Db } from './sql.ts';

/** The columns of the person's rows that name an item of the catalogue by its id. */
const COLUMNS: Partial<Record<RowTable, Readonly<Record<string, RenamedKind>>>> = {
  skill: { category: 'category' },
  own_role: { base: 'role' },
  objective: { certification: 'certification' },
  exam_result: { certification: 'certification' },
  credential: { certification: 'certification' },
  project: { template: 'project_template' },
};

/** The tables whose keys are, or begin or end with, such an id: where it stands in the key. */
const KEYS: Partial<Record<RowTable, readonly { readonly pattern: RegExp; readonly kind: RenamedKind }[]>> = {
  certification_own: [{ pattern: /^()(.*)()$/s, kind: 'certification' }],
  certification_plan: [{ pattern: /^()(.*)()$/s, kind: 'certification' }],
  objective: [{ pattern: /^()([^/]*)(\/.*)$/s, kind: 'certification' }],
  role_market: [{ pattern: /^()(.*)()$/s, kind: 'role' }],
  step_rest: [{ pattern: /^(choose:)(.*)()$/s, kind: 'choice_group' }],
  note: [
    { pattern: /^(role:)(.*)()$/s, kind: 'role' },
    { pattern: /^(certification:)(.*)()$/s, kind: 'certification' },
    { pattern: /^(category:)(.*)()$/s, kind: 'category' },
  ],
};

type RowChange = {
  readonly what: 'row';
  readonly table: RowTable;
  readonly key: RowKey;
  readonly before: Row | null;
  readonly after: Row | null;
};

/** A change of a row as it reads today: the log keeps the ids that items of the catalogue had, the rows have the new ones. */
export const inTodaysNames = <C extends RowChange>(db: Db, change: C): C => {
  const columns = Object.entries(COLUMNS[change.table] ?? {});
  const keys = KEYS[change.table] ?? [];
  if (columns.length + keys.length === 0) return change;
  const row = (values: Row | null): Row | null =>
    values && {
      ...values,
      ...Object.fromEntries(
        columns.flatMap(([column, kind]) => {
          const id = values[column];
          return typeof id === 'string' ? [[column, currentId(db, kind, id)]] : [];
        }),
      ),
    };
  const key = keys.reduce(
    (text, { pattern, kind }) =>
      text.replace(pattern, (_, before: string, id: string, behind: string) =>
        [before, currentId(db, kind, id), behind].join(''),
      ),
    String(change.key),
  );
  const isText = typeof change.key === 'string';
  return { ...change, key: isText ? key : change.key, before: row(change.before), after: row(change.after) };
};
