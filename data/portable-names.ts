import type { Cell, Portable } from './portable.ts';
import type { Db } from './sql.ts';

/** What the numbers and ids of a file are here. */
export type Names = {
  readonly skill: Map<number, number>;
  readonly topic: Map<number, number>;
  /** Only those that are not the same. */
  readonly ids: Map<string, string>;
};

/** Columns that hold a JSON list in which numbers are those of skills. */
const SKILL_LISTS = new Set(['prerequisites', 'members', 'skills']);
const SUBJECT = /^(skill|topic):(\d+)$/;
const REFERENCE = /^(\d+) (\S.*)$/s;

/** A number that the file names and that exists nowhere. */
export class UnknownNumber extends Error {}

export type NumberColumns = ReadonlyMap<string, 'skill' | 'topic'>;

/** The tables are the same in every file of this version. */
const known = new Map<string, NumberColumns>();

/** Columns of a table by what their numbers count. The file's own key of `skill` and `topic` counts as one. */
export const numberColumns = (db: Db, table: string): NumberColumns => {
  const kept = known.get(table);
  if (kept) return kept;
  const found = new Map<string, 'skill' | 'topic'>();
  for (const { from, table: to } of db
    .prepare<[string], { from: string; table: string }>(
      'SELECT "from", "table" FROM pragma_foreign_key_list(?)',
    )
    .all(table)) {
    if (to === 'skill' || to === 'topic') found.set(from, to);
  }
  if (table === 'skill' || table === 'topic') found.set('number', table);
  known.set(table, found);
  return found;
};

const numberHere = (names: Names, kind: 'skill' | 'topic', number: number): number => {
  const here = names[kind].get(number);
  if (here === undefined) throw new UnknownNumber(`${kind} ${number}`);
  return here;
};

const isList = (text: string): boolean => text.startsWith('[') || text.startsWith('{');

/** A text with every id and number in it as they are here. */
export const textHere = (names: Names, column: string, text: string): string => {
  const same = names.ids.get(text);
  if (same !== undefined) return same;
  const subject = SUBJECT.exec(text);
  if (column === 'id' && subject) {
    const kind = subject[1] as 'skill' | 'topic';
    return `${kind}:${numberHere(names, kind, Number(subject[2]))}`;
  }
  const named = column === 'id' ? /^(role|category):(.*)$/s.exec(text) : null;
  if (named) return `${named[1]}:${names.ids.get(named[2]!) ?? named[2]}`;
  const reference = column === 'id' ? REFERENCE.exec(text) : null;
  if (reference) return `${numberHere(names, 'skill', Number(reference[1]))} ${reference[2]}`;
  if (!isList(text) || (names.ids.size === 0 && !SKILL_LISTS.has(column))) return text;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return text;
  }
  const numbers = SKILL_LISTS.has(column) && Array.isArray(parsed);
  return JSON.stringify(
    numbers
      ? (parsed as unknown[]).map((one) =>
          typeof one === 'number' ? numberHere(names, 'skill', one) : idsHere(names, one),
        )
      : idsHere(names, parsed),
  );
};

const idsHere = (names: Names, value: unknown): unknown => {
  if (typeof value === 'string') return names.ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => idsHere(names, one));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, idsHere(names, one)]));
};

/** A row of a table as it is written here. `counts` is what `numberColumns` says of the table. */
export const cellHere = (
  names: Names,
  counts: NumberColumns,
  column: string,
  value: Cell,
): string | number | Buffer | null => {
  if (value === null) return null;
  if (typeof value === 'object') {
    if (!('base64' in value)) throw new TypeError('a list is no value of a column');
    return Buffer.from(value.base64, 'base64');
  }
  const kind = counts.get(column);
  if (kind !== undefined && typeof value === 'number') return numberHere(names, kind, value);
  return typeof value === 'string' ? textHere(names, column, value) : value;
};

/** Where the built-in items of the file stand here. Those that this catalogue does not have stay unknown. */
export const catalogueNames = (db: Db, { catalogue }: Portable): Names => {
  const names: Names = { skill: new Map(), topic: new Map(), ids: new Map() };
  for (const kind of ['skill', 'topic'] as const) {
    const find = db.prepare<[string, string, string], { number: number }>(
      `SELECT number FROM ${kind} WHERE origin = 'catalogue'
         AND id = coalesce((SELECT new_id FROM renamed WHERE kind = ? AND old_id = ?), ?)`,
    );
    for (const [number, id] of catalogue[kind]) {
      const here = find.get(kind, id, id);
      if (here) names[kind].set(number, here.number);
    }
  }
  return names;
};
