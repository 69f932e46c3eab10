import { POSITION_STEP } from '../../data/own-topics.ts';
import { placesIn, setPosition, type Placed } from '../../data/portable-rows.ts';
import { readRow } from '../../data/rows.ts';
import { topicByNumber } from '../../data/topics.ts';
import { changeRow } from '../row-change.ts';
import type { Merging } from './merge-file.ts';

/**
 * Gives topics that were just inserted their places: in the order in which they are named, each behind what stands below the
 * same topic. A list whose numbers leave no room is numbered anew, as a change of its rows.
 */
export const placeNew = (merging: Merging, fresh: readonly number[]): void => {
  const { db } = merging.workspace;
  const isFresh = new Set(fresh);
  const lists = new Map<string, { skill: number; level: number }>();
  for (const number of fresh) {
    const { skill, level } = topicByNumber(db, number)!;
    lists.set(`${skill} ${level}`, { skill, level });
  }
  for (const { skill, level } of lists.values()) {
    const rows = placesIn(db, skill, level);
    // What was there keeps its order and stands before what is new, below each topic alike.
    const old = rows.filter(({ number }) => !isFresh.has(number));
    const added = rows.filter(({ number }) => isFresh.has(number));
    place(merging, inReadingOrder([...old, ...added]), isFresh);
  }
};

const inReadingOrder = (rows: readonly Placed[]): Placed[] => {
  const here = new Set(rows.map(({ number }) => number));
  const below = Map.groupBy(rows, ({ parent }) => (parent !== null && here.has(parent) ? parent : null));
  const order: Placed[] = [];
  const walk = (parent: number | null): void => {
    for (const row of below.get(parent) ?? []) {
      order.push(row);
      walk(row.number);
    }
  };
  walk(null);
  return order;
};

const place = (
  { workspace: { db }, changes }: Merging,
  order: readonly Placed[],
  isFresh: ReadonlySet<number>,
): void => {
  const positions = roomFor(order, isFresh);
  order.forEach(({ number, position }, index) => {
    const wanted = positions?.[index] ?? (index + 1) * POSITION_STEP;
    if (isFresh.has(number)) setPosition(db, number, wanted);
    else if (wanted !== position) {
      const row = readRow(db, 'topic', number)!;
      changes.push(...changeRow(db, 'topic', number, { ...row, position: wanted }));
    }
  });
};

/** Positions that leave what was there where it is; null where there is no room between two of them. */
const roomFor = (order: readonly Placed[], isFresh: ReadonlySet<number>): number[] | null => {
  const positions: number[] = [];
  let last = 0;
  for (let index = 0; index < order.length; index += 1) {
    const row = order[index]!;
    if (!isFresh.has(row.number)) {
      if (row.position <= last) return null;
      last = row.position;
      positions.push(last);
      continue;
    }
    let run = 1;
    while (index + run < order.length && isFresh.has(order[index + run]!.number)) run += 1;
    const next = order[index + run]?.position ?? last + (run + 1) * POSITION_STEP;
    const step = Math.min(POSITION_STEP, Math.floor((next - last) / (run + 1)));
    if (step < 1) return null;
    for (let at = 0; at < run; at += 1) positions.push((last += step));
    index += run - 1;
  }
  return positions;
};
