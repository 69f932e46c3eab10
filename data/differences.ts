import type { TableDifference } from '../shared/model/backup.ts';
import { rowTables, type Table } from './rows.ts';
import type { Db } from './sql.ts';

/** Tables beside the registry that hold a person's state. */
const state: readonly (Table & { readonly name: string; readonly live?: string })[] = [
  {
    name: 'topic_state',
    key: 'topic',
    columns: ['status', 'reason', 'done_on'],
    live: `status <> 'todo'`,
  },
  { name: 'target', key: 'role', columns: ['position', 'date'] },
  { name: 'member_choice', key: 'choice_group', columns: ['skill'] },
  { name: 'setting', key: 'key', columns: ['value'] },
];

const NAMES = 5;

/** Every table that a comparison can name. */
export const comparedTables: readonly string[] = [...rowTables, ...state].map(({ name }) => name);

/**
 * What a person would see differ between the open file and `other`, which nobody may have open for writing: table by table,
 * those without a difference left out. Both are of this version's form.
 */
export const differences = (db: Db, other: string): TableDifference[] => {
  db.prepare('ATTACH ? AS other').run(other);
  try {
    return [...rowTables, ...state]
      .map((table) => differenceOf(db, table))
      .filter(({ gone, back, changed }) => gone + back + changed > 0);
  } finally {
    db.exec('DETACH other');
  }
};

const differenceOf = (
  db: Db,
  { name, key, columns, live }: Table & { readonly name: string; readonly live?: string },
): TableDifference => {
  const has = new Set(
    db
      .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
      .all(name)
      .map((column) => column.name),
  );
  const isLive = (row: string): string =>
    [
      ...(live === undefined ? [] : [`${row}.${live}`]),
      ...(has.has('retired') ? [`${row}.retired = 0`] : []),
      ...(has.has('origin') ? [`${row}.origin = 'user'`] : []),
      '1',
    ].join(' AND ');
  const label = (schema: string, row: string): string => {
    const own = ['title', 'name', 'text'].find((column) => column === key || columns.includes(column));
    const of = (column: string): boolean => column === key || columns.includes(column);
    const skill = of('skill')
      ? `(SELECT s.name FROM ${schema}.skill s WHERE s.number = ${row}.skill)`
      : of('topic')
        ? `(SELECT t.text FROM ${schema}.topic t WHERE t.number = ${row}.topic)`
        : 'NULL';
    return own === undefined ? skill : `coalesce(${row}.${own}, ${skill})`;
  };
  const read = (query: string): { count: number; names: string[] } => {
    let count = 0;
    const names: string[] = [];
    for (const { label: text } of db.prepare<[], { label: unknown }>(query).iterate()) {
      count += 1;
      if (names.length < NAMES && typeof text === 'string' && text !== '') names.push(text.slice(0, 200));
    }
    return { count, names };
  };
  const only = (here: string, there: string): string =>
    `SELECT ${label(here, 'r')} AS label FROM ${here}.${name} r WHERE ${isLive('r')}
       AND NOT EXISTS (SELECT 1 FROM ${there}.${name} o WHERE o.${key} = r.${key} AND ${isLive('o')})`;
  const gone = read(only('main', 'other'));
  const back = read(only('other', 'main'));
  const same = columns.map((column) => `r.${column} IS o.${column}`).join(' AND ');
  const changed = read(
    `SELECT ${label('main', 'r')} AS label FROM main.${name} r JOIN other.${name} o ON o.${key} = r.${key}
     WHERE ${isLive('r')} AND ${isLive('o')} AND NOT (${same})`,
  );
  return {
    table: name,
    gone: gone.count,
    back: back.count,
    changed: changed.count,
    names: { gone: gone.names, back: back.names, changed: changed.names },
  };
};
