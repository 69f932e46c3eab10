import { zstdDecompressSync } from 'node:zlib';
import { diskFault } from './disk-fault.ts';
import { rowTables } from './rows.ts';
import type { Db } from './sql.ts';

/** Tables beside the registry that hold what a person did, in the order in which their rows can be inserted. */
export const stateTables = [
  'stored_file',
  'topic_state',
  'target',
  'member_choice',
  'setting',
  'event',
] as const;

/** A value as the file has it; bytes as Base64, the changes of an event as the data that they are. */
export type Cell = string | number | null | { readonly base64: string } | readonly unknown[];

/** Rows of one table, in the order of its key. */
export type PortableTable = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

/** Everything of a person's, in a form that depends on no database. */
export type Portable = {
  /** Version of this form. */
  readonly groundwork: 1;
  readonly writtenBy: string;
  /** UTC. */
  readonly madeAt: string;
  /** Version of the tables. */
  readonly schema: number;
  /** Whether all could be read; where not, `lost` names the tables with rows missing. */
  readonly complete: boolean;
  readonly lost: readonly string[];
  /** Numbers and ids of the built-in skills and topics, which rows name by number. */
  readonly catalogue: Readonly<Record<'skill' | 'topic', readonly (readonly [number, string])[]>>;
  readonly tables: Readonly<Record<string, PortableTable>>;
};

/** A cell that has to be a text; throws `TypeError` for lists and bytes. */
export const textOf = (cell: Cell | undefined): string => {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  throw new TypeError('a text was expected');
};

/** Every table that is written, own rows of the registry first. */
export const portableTables: readonly string[] = [...rowTables.map(({ name }) => name), ...stateTables];

export const columnsOf = (db: Db, table: string): string[] =>
  db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name);

/**
 * Reads everything of the person's. Of a damaged file it reads what can be read: each table from its start, then from its
 * end, up to the damage. `onTable` is told how many tables are done.
 */
export const readPortable = (
  db: Db,
  made: Pick<Portable, 'writtenBy' | 'madeAt' | 'schema'>,
  onTable: (done: number, total: number) => void = () => undefined,
): Portable => {
  const lost: string[] = [];
  const read = (table: string, query: string): (readonly Cell[])[] => {
    const found = tolerantly(db, query);
    if (!found.complete) lost.push(table);
    return found.rows;
  };
  const tables: Record<string, PortableTable> = {};
  portableTables.forEach((table, index) => {
    onTable(index, portableTables.length);
    const columns = tolerantly(db, `SELECT name FROM pragma_table_info('${table}')`).rows.map(([name]) =>
      textOf(name),
    );
    if (columns.length === 0) {
      lost.push(table);
      return;
    }
    const own = columns.includes('origin') ? `WHERE origin = 'user'` : '';
    const rows = read(table, `SELECT ${columns.join(', ')} FROM ${table} ${own}`);
    tables[table] = {
      columns,
      rows: table === 'event' ? unpackedEvents(columns, rows) : rows.map(withoutBytes),
    };
  });
  const numbers = (table: 'skill' | 'topic'): (readonly [number, string])[] =>
    read(table, `SELECT number, id FROM ${table} WHERE origin = 'catalogue'`) as (readonly [
      number,
      string,
    ])[];
  const catalogue = { skill: numbers('skill'), topic: numbers('topic') };
  const missing = [...new Set(lost)];
  return { groundwork: 1, ...made, complete: missing.length === 0, lost: missing, catalogue, tables };
};

const rowsUntilDamage = (db: Db, query: string): { rows: Cell[][]; complete: boolean } => {
  const rows: Cell[][] = [];
  try {
    for (const row of db.prepare<[], Cell[]>(query).raw().iterate()) rows.push(row);
    return { rows, complete: true };
  } catch (error) {
    if (diskFault(error) !== 'damaged' && !isUnreadable(error)) throw error;
    return { rows, complete: false };
  }
};

/** What SQLite says of a table that the damage took away as a whole. */
const isUnreadable = (error: unknown): boolean => (error as { code?: string }).code === 'SQLITE_ERROR';

const tolerantly = (db: Db, query: string): { rows: Cell[][]; complete: boolean } => {
  const forward = rowsUntilDamage(db, query);
  if (forward.complete || query.includes('pragma_')) return forward;
  const keyOf = (row: readonly Cell[]): string => JSON.stringify(row[0]);
  const known = new Set(forward.rows.map(keyOf));
  const backward = rowsUntilDamage(db, `${query} ORDER BY 1 DESC`).rows.filter(
    (row) => !known.has(keyOf(row)),
  );
  return { rows: [...forward.rows, ...backward.toReversed()], complete: false };
};

const withoutBytes = (row: readonly unknown[]): readonly Cell[] =>
  row.map((cell) => (Buffer.isBuffer(cell) ? { base64: cell.toString('base64') } : (cell as Cell)));

const unpackedEvents = (
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): (readonly Cell[])[] => {
  const at = columns.indexOf('changes');
  return rows.map((row) =>
    row.map((cell, index) => {
      if (index !== at) return cell;
      const json = typeof cell === 'string' ? cell : zstdDecompressSync(cell as unknown as Buffer).toString();
      return JSON.parse(json) as unknown[];
    }),
  );
};
