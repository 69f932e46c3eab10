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
 * Writes everything of the person's as the JSON of a `Portable`, part by part: a log of a million rows fits no memory as
 * objects. Of a damaged file it writes what can be read: each table from its start, then from its end, up to the damage.
 * `onTable` is told how many tables are done. Gives the tables with rows missing.
 */
export const writePortable = (
  db: Db,
  made: Pick<Portable, 'writtenBy' | 'madeAt' | 'schema'>,
  add: (part: string) => void,
  onTable: (done: number, total: number) => void = () => undefined,
): string[] => {
  const lost = new Set<string>();
  /** Rows as a JSON list. */
  const addRows = (table: string, query: string, textOfRow: (row: readonly Cell[]) => string): void => {
    let divider = '[';
    const isWhole = eachRow(db, query, (row) => {
      const text = understood(() => textOfRow(row));
      if (text === null) return void lost.add(table);
      add(divider + text);
      divider = ',';
    });
    if (!isWhole) lost.add(table);
    add(divider === '[' ? '[]' : ']');
  };
  const { writtenBy, madeAt, schema } = made;
  add(`{"groundwork":1,"writtenBy":${JSON.stringify(writtenBy)},"madeAt":${JSON.stringify(madeAt)}`);
  add(`,"schema":${schema},"catalogue":{`);
  (['skill', 'topic'] as const).forEach((table, index) => {
    add(`${index === 0 ? '' : ','}"${table}":`);
    const query = `SELECT number, id FROM ${table} WHERE origin = 'catalogue'`;
    addRows(table, query, (row) => JSON.stringify(row));
  });
  add('},"tables":{');
  let divider = '';
  portableTables.forEach((table, index) => {
    onTable(index, portableTables.length);
    const found: string[] = [];
    eachRow(db, `SELECT name FROM pragma_table_info('${table}')`, ([name]) => found.push(textOf(name)));
    if (found.length === 0) return void lost.add(table);
    const isLog = table === 'event' && found.includes('changes');
    const columns = isLog ? [...found.filter((name) => name !== 'changes'), 'changes'] : found;
    add(`${divider}"${table}":{"columns":${JSON.stringify(columns)},"rows":`);
    divider = ',';
    const own = columns.includes('origin') ? `WHERE origin = 'user'` : '';
    const query = `SELECT ${columns.join(', ')} FROM ${table} ${own}`;
    addRows(table, query, isLog ? textOfEvent : textOfCells);
    add('}');
  });
  add(`},"complete":${lost.size === 0},"lost":${JSON.stringify([...lost])}}`);
  return [...lost];
};

/** What `read` gives; null for nonsense within sound pages, which no JSON can be made of. */
const understood = (read: () => string): string | null => {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError || /^ERR_ZSTD|^ZSTD/.test((error as { code?: string }).code ?? ''))
      return null;
    throw error;
  }
};

const textOfCells = (row: readonly Cell[]): string =>
  JSON.stringify(row.map((cell) => (Buffer.isBuffer(cell) ? { base64: cell.toString('base64') } : cell)));

/** The changes come last and are JSON already: written as they stand, once they were understood. */
const textOfEvent = (row: readonly Cell[]): string => {
  const changes = unpackedText(row.at(-1)!);
  JSON.parse(changes);
  return `${JSON.stringify(row.slice(0, -1)).slice(0, -1)},${changes}]`;
};

const unpackedText = (cell: Cell): string =>
  typeof cell === 'string' ? cell : zstdDecompressSync(cell as unknown as Buffer).toString();

/** Hands over each row that can be read; false where the damage ends it before the last. */
const untilDamage = (db: Db, query: string, take: (row: readonly Cell[]) => void): boolean => {
  try {
    for (const row of db.prepare<[], Cell[]>(query).raw().iterate()) take(row);
    return true;
  } catch (error) {
    if (diskFault(error) !== 'damaged' && !isUnreadable(error)) throw error;
    return false;
  }
};

/** What SQLite says of a table that the damage took away as a whole. */
const isUnreadable = (error: unknown): boolean => (error as { code?: string }).code === 'SQLITE_ERROR';

/** As `untilDamage`, and then what can be read from the end on, in order. */
const eachRow = (db: Db, query: string, take: (row: readonly Cell[]) => void): boolean => {
  if (untilDamage(db, query, take)) return true;
  if (query.includes('pragma_')) return false;
  const keyOf = (row: readonly Cell[]): string => JSON.stringify(row[0]);
  const known = new Set<string>();
  untilDamage(db, query, (row) => known.add(keyOf(row)));
  const behind: (readonly Cell[])[] = [];
  untilDamage(db, `${query} ORDER BY 1 DESC`, (row) => {
    if (!known.has(keyOf(row))) behind.push(row);
  });
  for (const row of behind.toReversed()) take(row);
  return false;
};
