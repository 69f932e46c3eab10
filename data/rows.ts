import { sql, type Db } from './sql.ts';

/** A value of a stored row, as the log keeps it. */
type Value = string | number | null;

/** The content of one row by column; its key stands apart. */
export type Row = Readonly<Record<string, Value>>;

/** Key of a row: the number of a skill or topic, else an id. */
export type RowKey = string | number;

export type Table = { readonly key: string; readonly columns: readonly string[] };

/**
 * The tables whose rows a person makes and changes, with what the log keeps of each. One change of one row is all that an
 * action, its undo and its history need, so a noun with rows of its own is one line here.
 */
const tables = {
  category: { key: 'id', columns: ['origin', 'position', 'title', 'source'] },
  skill: {
    key: 'number',
    columns: [
      'id',
      'origin',
      'category',
      'position',
      'name',
      'description',
      'estimated_hours',
      'half_life_months',
      'path',
    ],
  },
  topic: {
    key: 'number',
    columns: ['id', 'origin', 'skill', 'parent', 'depth', 'level', 'position', 'text', 'markdown', 'links'],
  },
  skill_own: {
    key: 'skill',
    columns: ['name', 'hidden', 'half_life_months', 'aliases', 'prerequisites'],
  },
  note: { key: 'id', columns: ['text', 'changed_on'] },
  resource: { key: 'id', columns: ['skill', 'title', 'url', 'kind', 'read'] },
  reference_state: { key: 'id', columns: ['skill', 'url', 'read', 'hidden'] },
  evidence: { key: 'id', columns: ['skill', 'title', 'url', 'level', 'date'] },
  review: { key: 'skill', columns: ['known_on', 'answered_on', 'rests_until'] },
  own_role: { key: 'id', columns: ['title', 'summary', 'base', 'lines'] },
  own_group: { key: 'id', columns: ['title', 'note', 'members'] },
  chooser_run: { key: 'id', columns: ['started_on', 'answers'] },
  step_rest: { key: 'id', columns: ['until'] },
  warning_dismissal: { key: 'id', columns: ['dismissed_on'] },
  routine: { key: 'id', columns: ['done_on', 'rests_until', 'off'] },
  certification_own: { key: 'id', columns: ['facts'] },
  certification_plan: {
    key: 'id',
    columns: ['status', 'exam', 'zone', 'later', 'online', 'place', 'hours_per_week', 'study_hours'],
  },
  objective: { key: 'id', columns: ['certification', 'domain', 'confidence', 'skills'] },
  exam_result: {
    key: 'id',
    columns: ['certification', 'kind', 'taken_on', 'title', 'score', 'domains', 'outcome', 'result_on'],
  },
  credential: {
    key: 'id',
    columns: [
      'certification',
      'title',
      'issuer',
      'issued_on',
      'expires_on',
      'number',
      'url',
      'skills',
      'file',
      'file_name',
      'badge',
    ],
  },
  project: {
    key: 'id',
    columns: [
      'template',
      'title',
      'kind',
      'status',
      'place',
      'brief',
      'part',
      'result',
      'repository',
      'demo',
      'folder',
      'started_on',
      'finished_on',
      'notes',
      'tags',
      'skills',
      'shipped_by',
    ],
  },
  project_item: {
    key: 'id',
    columns: ['project', 'source', 'text', 'position', 'required', 'ticked', 'reason'],
  },
  project_picture: { key: 'id', columns: ['project', 'file', 'type', 'caption', 'position'] },
  experience: {
    key: 'id',
    columns: [
      'area',
      'kind',
      'parent',
      'title',
      'organisation',
      'started',
      'ended',
      'did',
      'links',
      'skills',
      'projects',
    ],
  },
  done_mark: { key: 'id', columns: ['done_on', 'link'] },
  role_market: { key: 'id', columns: ['region', 'salary', 'demand'] },
  saved_filter: { key: 'name', columns: ['filter'] },
  portfolio: { key: 'id', columns: ['name', 'headline', 'experience', 'notes', 'folders', 'left_out'] },
} as const satisfies Readonly<Record<string, Table>>;

export type RowTable = keyof typeof tables;

/** Every table of the registry, in the order in which their rows can be inserted. */
export const rowTables: readonly (Table & { readonly name: RowTable })[] = Object.entries(tables).map(
  ([name, table]) => ({ name: name as RowTable, ...table }),
);

/** The tables in which an action can create many rows at once, told by `made_by`. */
const BULK: readonly RowTable[] = ['category', 'skill', 'topic', 'note'];

type StoredRow = {
  readonly row: Row;
  /** Number of the event that wrote it last; null for a row of the catalogue. */
  readonly event: number | null;
  readonly madeBy: number | null;
  readonly retired: boolean;
};

const shape = (table: RowTable): Table => tables[table];

/** The row as stored, retired ones included; undefined where there never was one. */
export const storedRow = (db: Db, table: RowTable, key: RowKey): StoredRow | undefined => {
  const { key: keyColumn, columns } = shape(table);
  const found = sql<[RowKey], Record<string, Value>>(
    db,
    `SELECT ${columns.join(', ')}, event, made_by, retired FROM ${table} WHERE ${keyColumn} = ?`,
  ).get(key);
  if (!found) return undefined;
  const { event, made_by: madeBy, retired, ...row } = found;
  return { row, event: event as number | null, madeBy: madeBy as number | null, retired: retired === 1 };
};

/** The row where it is live; null where there is none. */
export const readRow = (db: Db, table: RowTable, key: RowKey): Row | null => {
  const found = storedRow(db, table, key);
  return found && !found.retired ? found.row : null;
};

/** Makes the row what `row` says, or retires it where that is null. `event` is the one that does so. */
export const writeRow = (db: Db, table: RowTable, key: RowKey, row: Row | null, event: number): void => {
  const { key: keyColumn, columns } = shape(table);
  if (row === null) {
    sql(db, `UPDATE ${table} SET retired = 1, event = ? WHERE ${keyColumn} = ?`).run(event, key);
    return;
  }
  const all = [keyColumn, ...columns];
  sql(
    db,
    `INSERT INTO ${table} (${all.join(', ')}, event, made_by, retired) VALUES (${all.map(() => '?').join(', ')}, ?, ?, 0)
     ON CONFLICT (${keyColumn}) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')},
       event = excluded.event, retired = 0`,
  ).run(key, ...columns.map((column) => row[column] ?? null), event, event);
};

export const sameRow = (a: Row | null, b: Row | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    Object.keys({ ...a, ...b }).every((key) => (a[key] ?? null) === (b[key] ?? null)));

/** Retires or revives everything that an action created in bulk. */
export const setMadeLive = (db: Db, action: number, live: boolean): void => {
  for (const table of BULK) {
    sql(db, `UPDATE ${table} SET retired = ? WHERE made_by = ?`).run(live ? 0 : 1, action);
  }
};

/** Numbers of the skills that hold rows created by an action. */
export const skillsMadeBy = (db: Db, action: number): number[] =>
  sql<[number, number], { skill: number }>(
    db,
    'SELECT number AS skill FROM skill WHERE made_by = ? UNION SELECT DISTINCT skill FROM topic WHERE made_by = ?',
  )
    .all(action, action)
    .map(({ skill }) => skill);

/** One more than the highest number in use. */
export const nextNumber = (db: Db, table: 'skill' | 'topic'): number =>
  (sql<[], { top: number | null }>(db, `SELECT max(number) AS top FROM ${table}`).get()!.top ?? 0) + 1;
