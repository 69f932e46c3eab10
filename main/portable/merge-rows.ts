import type { Cell } from '../../data/portable.ts';
import { keyOfSame } from '../../data/portable-rows.ts';
import { readRow, rowTables, sameRow, type Row, type RowKey, type Table } from '../../data/rows.ts';
import { changeRow } from '../row-change.ts';
import { liveRows, type Merging } from './merge-file.ts';
import { cellHere, numberColumns, textHere, UnknownNumber } from '../../data/portable-names.ts';

/** Ids that are made from the number of an event, and so mean something else in every file. */
const MADE_ID = /^([a-z-]+)-\d+(-\d+)?$/;

/** Tables that are joined by rules of their own. */
const APART = new Set(['category', 'skill', 'topic', 'saved_filter']);

type Incoming = {
  readonly table: (typeof rowTables)[number];
  readonly source: Record<string, Cell>;
  key: RowKey;
};

/**
 * Adds the rows of every other table of the registry: one whose key says what it is about only where there is none yet, one
 * with a made id unless the same content is there under another.
 */
export const mergeRows = (merging: Merging): void => {
  const incoming = rowTables
    .filter(({ name }) => !APART.has(name))
    .flatMap((table) =>
      liveRows(merging.file, table.name).map((source): Incoming => ({ table, source, key: '' })),
    );
  // Ids first: a row may name another that comes after it.
  incoming.forEach((one, index) => (one.key = keyHere(merging, one, index)));
  for (const { table, source, key } of incoming) {
    if (key === '') continue;
    const row = rowHere(merging, table, source);
    if (row !== null) merging.changes.push(...addition(merging, table, key, row));
  }
};

const addition = ({ workspace: { db } }: Merging, table: Incoming['table'], key: RowKey, row: Row) => {
  const present = readRow(db, table.name, key);
  if (present === null) return changeRow(db, table.name, key, row);
  // A note of the file fills an empty place; what the person wrote stays.
  return table.name === 'note' && present['text'] === '' ? changeRow(db, table.name, key, row) : [];
};

/** The key that the row has here; empty for one about something that is not there. */
const keyHere = (merging: Merging, { table, source }: Incoming, index: number): RowKey => {
  const { names, action, workspace } = merging;
  const before = source[table.key] as RowKey;
  try {
    const counts = numberColumns(workspace.db, table.name);
    const kind = counts.get(table.key);
    if (kind !== undefined) return names[kind].get(Number(before)) ?? '';
    const made = MADE_ID.exec(String(before));
    const isAbout = textHere(names, 'id', String(before)) !== String(before) || /[: ]/.test(String(before));
    if (!made || isAbout) return textHere(names, 'id', String(before));
    const same = findSame(merging, table, source);
    const here = same ?? `${made[1]}-${action}-${index + 1}`;
    if (here !== before) names.ids.set(String(before), here);
    return here;
  } catch (error) {
    if (error instanceof UnknownNumber) return '';
    throw error;
  }
};

/** The key of a live row with the same content. */
const findSame = (
  merging: Merging,
  table: Incoming['table'],
  source: Record<string, Cell>,
): string | null => {
  const row = rowHere(merging, table, source);
  if (row === null) return null;
  const { db } = merging.workspace;
  const key = keyOfSame(db, table, row);
  return key !== undefined && sameRow(readRow(db, table.name, key), row) ? key : null;
};

const rowHere = (
  { workspace, names }: Merging,
  table: Table & { name: string },
  source: Record<string, Cell>,
): Row | null => {
  const counts = numberColumns(workspace.db, table.name);
  try {
    return Object.fromEntries(
      table.columns.map((column) => [
        column,
        cellHere(names, counts, column, source[column] ?? null) as string | number | null,
      ]),
    );
  } catch (error) {
    if (error instanceof UnknownNumber) return null;
    throw error;
  }
};
