import { packChanges } from './events.ts';
import { ownSkillId, ownTopicId } from './own-places.ts';
import { columnsOf, portableTables, textOf, type Cell, type Portable } from './portable.ts';
import { nextNumber, rowTables } from './rows.ts';
import { indexAll } from './search-content.ts';
import { transaction, type Db } from './sql.ts';
import { catalogueNames, cellHere, numberColumns, textHere, type Names } from './portable-names.ts';

/** Puts everything of a file into one in which nobody did anything yet: rows, settings and the whole history. */
export const fillFile = (db: Db, file: Portable): void => {
  const names = catalogueNames(db, file);
  transaction(db, () => {
    db.pragma('defer_foreign_keys = ON');
    takeNumbers(db, file, names);
    for (const table of portableTables) fillTable(db, file, names, table);
    indexAll(db);
  });
};

/** Own skills and topics keep their numbers where those are free here. */
const takeNumbers = (db: Db, file: Portable, names: Names): void => {
  for (const kind of ['skill', 'topic'] as const) {
    const { columns = [], rows = [] } = file.tables[kind] ?? {};
    const [numberAt, idAt] = [columns.indexOf('number'), columns.indexOf('id')];
    const numbers = rows.map((row) => Number(row[numberAt]));
    const taken = db.prepare<[number], unknown>(`SELECT 1 FROM ${kind} WHERE number = ?`);
    let next = Math.max(nextNumber(db, kind), ...numbers.map((number) => number + 1));
    rows.forEach((row, index) => {
      const number = numbers[index]!;
      if (taken.get(number) === undefined) return void names[kind].set(number, number);
      names[kind].set(number, next);
      names.ids.set(textOf(row[idAt]), kind === 'skill' ? ownSkillId(next) : ownTopicId(next));
      next += 1;
    });
  }
};

const fillTable = (db: Db, file: Portable, names: Names, table: string): void => {
  const content = file.tables[table];
  if (!content) return;
  const known = new Set(columnsOf(db, table));
  const columns = content.columns.filter((column) => known.has(column));
  const counts = numberColumns(db, table);
  const insert = db.prepare(
    `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const places = columns.map((column) => content.columns.indexOf(column));
  for (const row of content.rows) {
    insert.run(
      ...columns.map((column, index) => {
        const value = row[places[index]!]!;
        if (table === 'event' && column === 'changes') return packChanges(changesHere(db, names, value));
        return cellHere(names, counts, column, value);
      }),
    );
  }
};

/** Changes of an event with the numbers and ids that they have here. */
const changesHere = (db: Db, names: Names, changes: Cell): unknown[] => {
  if (!Array.isArray(changes)) throw new TypeError('changes are a list');
  return changes.map((change: unknown) => {
    if (Array.isArray(change)) {
      const [topic, ...rest] = change as [number, ...unknown[]];
      return [names.topic.get(topic) ?? topic, ...rest];
    }
    const told = change as Record<string, unknown>;
    if (told['what'] !== 'row')
      return JSON.parse(textHere({ ...names }, '', JSON.stringify(told))) as unknown;
    const table = String(told['table']);
    const counts = numberColumns(db, table);
    const content = (row: unknown): unknown =>
      row === null
        ? null
        : Object.fromEntries(
            Object.entries(row as Record<string, Cell>).map(([column, value]) => [
              column,
              cellHere(names, counts, column, value),
            ]),
          );
    const key = told['key'] as string | number;
    const kind = counts.get('number') ?? counts.get('skill');
    return {
      ...told,
      key:
        typeof key === 'number' && kind !== undefined
          ? (names[kind].get(key) ?? key)
          : textHere(names, rowTables.find(({ name }) => name === table)?.key ?? 'id', String(key)),
      before: content(told['before']),
      after: content(told['after']),
    };
  });
};
