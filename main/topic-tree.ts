import type { StateChange } from '../data/events.ts';
import { ownTopicsOf, POSITION_STEP, positionAtEnd, type OwnTopic } from '../data/own-topics.ts';
import { readRow, type Row } from '../data/rows.ts';
import type { Db } from '../data/sql.ts';
import { AppError } from '../shared/reply.ts';
import { changeRow } from './row-change.ts';
import { MAX_DEPTH, type Level } from '../shared/values.ts';

/** Where topics go: below `parent` (null for the top of `level`), right after `after` (null for first). Numbers. */
export type Place = {
  readonly skill: number;
  readonly level: Level;
  readonly parent: number | null;
  readonly after: number | null;
};

const parentOf = ({ row }: OwnTopic): number | null => row['parent'] as number | null;
const depthOf = ({ row }: OwnTopic): number => row['depth'] as number;
const positionOf = ({ row }: OwnTopic): number => row['position'] as number;

/** Index behind a topic and everything below it. Topics below one follow it at once. */
const endOf = (topics: readonly OwnTopic[], index: number): number => {
  const depth = depthOf(topics[index]!);
  let end = index + 1;
  while (end < topics.length && depthOf(topics[end]!) > depth) end += 1;
  return end;
};

const indexAt = (topics: readonly OwnTopic[], { parent, after }: Place): number => {
  const find = (number: number): number => {
    const index = topics.findIndex((topic) => topic.number === number);
    if (index < 0) throw new AppError('invalid', 'A topic can only be placed beside topics of your own.');
    return index;
  };
  if (after !== null) {
    const index = find(after);
    if (parentOf(topics[index]!) !== parent) {
      throw new AppError('invalid', 'The topic before the new place stands somewhere else by now.');
    }
    return endOf(topics, index);
  }
  return parent === null ? 0 : find(parent) + 1;
};

/** Positions for `count` rows between two neighbours; null where there is no room. */
const between = (low: number, high: number | null, count: number): number[] | null => {
  const step = high === null ? POSITION_STEP : Math.floor((high - low) / (count + 1));
  return step < 1 ? null : Array.from({ length: count }, (_, index) => low + step * (index + 1));
};

/** Changes that put `rows` in at a place of `rest`, whose own positions change only where there is no room. */
const insert = (
  db: Db,
  rest: readonly OwnTopic[],
  index: number,
  rows: readonly OwnTopic[],
): StateChange[] => {
  const low = index === 0 ? 0 : positionOf(rest[index - 1]!);
  const high = index === rest.length ? null : positionOf(rest[index]!);
  // Nothing of the catalogue's lies above the first step, so own topics always follow it.
  const places = between(Math.max(low, POSITION_STEP / 2), high, rows.length);
  const put = (position: number, { number, row }: OwnTopic): StateChange[] =>
    changeRow(db, 'topic', number, { ...row, position });
  if (places) return rows.flatMap((topic, at) => put(places[at]!, topic));
  return rest.toSpliced(index, 0, ...rows).flatMap((topic, at) => put(POSITION_STEP * (at + 1), topic));
};

/** The change that adds a topic. `row` lacks its position and depth. */
export const added = (db: Db, number: number, row: Row, place: Place): StateChange[] => {
  const { skill, level, parent, after } = place;
  if (parent === null && after === null) {
    return changeRow(db, 'topic', number, { ...row, depth: 1, position: positionAtEnd(db, skill, level) });
  }
  const topics = ownTopicsOf(db, skill, level);
  const above = parent === null ? null : topics.find((topic) => topic.number === parent);
  if (above === undefined)
    throw new AppError('invalid', 'Only a topic of your own can have topics below it.');
  const depth = above === null ? 1 : depthOf(above) + 1;
  if (depth > MAX_DEPTH) throw tooDeep();
  const index =
    after === null && above !== null ? endOf(topics, topics.indexOf(above)) : indexAt(topics, place);
  return insert(db, topics, index, [{ number, row: { ...row, depth } }]);
};

/** The changes that move topics of one skill, each with what is below it, to a place. */
export const movedTo = (db: Db, numbers: readonly number[], place: Place): StateChange[] => {
  const chosen = new Set(numbers);
  const levels = new Set(
    numbers.map((number) => {
      const row = readRow(db, 'topic', number)!;
      if (row['origin'] !== 'user' || row['skill'] !== place.skill) {
        throw new AppError('invalid', 'Only topics of your own can be moved, and within their skill.');
      }
      return row['level'] as Level;
    }),
  );
  const blocks: OwnTopic[][] = [];
  for (const level of [...levels].toSorted((a, b) => a - b)) {
    const topics = ownTopicsOf(db, place.skill, level);
    for (let index = 0; index < topics.length;) {
      const end = chosen.has(topics[index]!.number) ? endOf(topics, index) : index;
      if (end > index) blocks.push(topics.slice(index, end));
      index = Math.max(end, index + 1);
    }
  }
  const moving = new Set(blocks.flat().map(({ number }) => number));
  if (
    (place.parent !== null && moving.has(place.parent)) ||
    (place.after !== null && moving.has(place.after))
  ) {
    throw new AppError('invalid', 'A topic cannot be moved into itself.');
  }
  const rest = ownTopicsOf(db, place.skill, place.level).filter(({ number }) => !moving.has(number));
  const above = rest.find(({ number }) => number === place.parent);
  if (place.parent !== null && !above) {
    throw new AppError('invalid', 'Only a topic of your own can have topics below it.');
  }
  const depth = above ? depthOf(above) + 1 : 1;
  const rows = blocks.flatMap((block) => {
    const by = depth - depthOf(block[0]!);
    return block.map(({ number, row }, index) => ({
      number,
      row: {
        ...row,
        level: place.level,
        depth: (row['depth'] as number) + by,
        parent: index === 0 ? place.parent : row['parent']!,
      },
    }));
  });
  if (rows.some((topic) => depthOf(topic) > MAX_DEPTH)) throw tooDeep();
  return insert(db, rest, indexAt(rest, place), rows);
};

const tooDeep = (): AppError =>
  new AppError('invalid', `Topics can be nested ${MAX_DEPTH} deep. Move this one further up first.`);
