import { setMadeLive, storedRow, writeRow, type RowTable } from '../../data/rows.ts';
import { chooseMember } from '../../data/member-choices.ts';
import type { Db } from '../../data/sql.ts';
import { replaceTargets } from '../../data/targets.ts';
import { skillsCounted } from '../counters.ts';
import type { ContentChange } from './chunk.ts';
import type { Thing, Timeline, TopicEntries } from './timeline.ts';

/** Content in a copy in memory, taken to the end of any day. States of topics go with `replayStates`. */
export type ContentReplay = {
  readonly goTo: (day: number) => Rewritten;
};

/** What was written again on the way to another day. */
export type Rewritten = {
  readonly tables: ReadonlySet<RowTable>;
  /** Numbers of the skills whose topics may count otherwise. */
  readonly skills: ReadonlySet<number>;
  /** Targets or members of groups. */
  readonly choices: boolean;
};

/** `copy` holds the content as it is now. */
export const replayContent = (copy: Db, timeline: Timeline): ContentReplay => {
  const { things } = timeline;
  /** Per thing, how many of its changes stand. */
  const standing = things.map(({ changes }) => changes.length);
  const bulk = new Map(
    things.flatMap(({ first }, index) => (first.what === 'made' ? [[first.action, index] as const] : [])),
  );
  /** A row that was never changed is there once the action that made it in bulk stands. */
  const isMade = (change: ContentChange & { what: 'row' }): boolean => {
    const index = bulk.get(storedRow(copy, change.table, change.key)?.madeBy ?? null);
    if (index === undefined) return true;
    const made = valueOf(things[index]!, standing[index]!);
    return made.what === 'made' && made.after;
  };
  const turningDays = Int32Array.from(things.flatMap(({ days }) => days)).sort();
  let at = Number.POSITIVE_INFINITY;
  return {
    goTo: (day) => {
      const tables = new Set<RowTable>();
      const skills = new Set<number>();
      const [from, to] = day < at ? [day, at] : [at, day];
      at = day;
      let choices = false;
      if (countUpTo(turningDays, from) === countUpTo(turningDays, to)) return { tables, skills, choices };
      const moved = things.flatMap((thing, index) => {
        const stand = countUpTo(thing.days, day);
        if (stand === standing[index]) return [];
        standing[index] = stand;
        return [{ thing, stand }];
      });
      // What an action made in bulk is live or not together; rows of it that were changed by themselves come after.
      const inOrder = moved.toSorted((a, b) => isBulk(b.thing) - isBulk(a.thing));
      for (const { thing, stand } of inOrder) {
        const seq = thing.seqs[stand - 1] ?? 0;
        const value = valueOf(thing, stand);
        for (const skill of write(copy, value, seq)) skills.add(skill);
        if (stand === 0 && value.what === 'row' && !isMade(value))
          writeRow(copy, value.table, value.key, null, seq);
        const written = tablesOf(thing.first);
        if (written.length === 0) choices = true;
        for (const table of written) tables.add(table);
      }
      return { tables, skills, choices };
    },
  };
};

const isBulk = ({ first }: Thing): number => (first.what === 'made' ? 1 : 0);

/** How many of rising numbers are at most `limit`. */
export const countUpTo = (rising: ArrayLike<number>, limit: number): number => {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The change that leads to what a thing was once `stand` of its changes stood; before the first, to what that one found. */
const valueOf = ({ changes, first }: Thing, stand: number): ContentChange =>
  stand > 0 ? changes[stand - 1]! : ({ ...first, before: first.after, after: first.before } as ContentChange);

/** Returns the skills whose topics may count otherwise. */
const write = (copy: Db, change: ContentChange, seq: number): readonly number[] => {
  switch (change.what) {
    case 'targets':
      replaceTargets(copy, change.after);
      return [];
    case 'member':
      chooseMember(copy, change.group, change.after);
      return [];
    case 'made':
      setMadeLive(copy, change.action!, change.after);
      return skillsCounted(copy, seq, change);
    case 'row': {
      const { table, key } = change;
      const before = storedRow(copy, table, key)?.row ?? null;
      if (change.after !== null || before !== null) writeRow(copy, table, key, change.after, seq);
      return skillsCounted(copy, seq, { ...change, before });
    }
  }
};

const tablesOf = (change: ContentChange): readonly RowTable[] => {
  if (change.what === 'row') return [change.table];
  return change.what === 'made' ? ['category', 'skill', 'topic'] : [];
};

/** States of topics at the end of any day: which entry of a topic stands. */
export type StateReplay = {
  /** Goes to the end of a day and returns the topics whose entry may be another one than before; at first, all. */
  readonly goTo: (day: number) => readonly number[];
  /** The entry that stands; -1 where the topic was untouched yet, null where the log knows nothing of it. */
  readonly entryOf: (topic: number) => number | null;
};

const UNKNOWN = -2;
const UNTOUCHED = -1;

export const replayStates = (entries: TopicEntries): StateReplay => {
  const standing = new Int32Array(entries.limit).fill(UNKNOWN);
  for (let at = 0; at < entries.count; at += 1) standing[entries.topic[at]!] = UNTOUCHED;
  /** The last call that moved a topic, so that each is told once. */
  const movedAt = new Int32Array(entries.limit);
  let call = 0;
  let next = 0;
  return {
    goTo: (day) => {
      const moved: number[] = [];
      call += 1;
      const tell = (topic: number): void => {
        if (movedAt[topic] === call) return;
        movedAt[topic] = call;
        moved.push(topic);
      };
      if (call === 1) for (let at = 0; at < entries.count; at += 1) tell(entries.topic[at]!);
      const isBack = next > 0 && entries.day[next - 1]! > day;
      if (isBack) {
        for (let at = 0; at < next; at += 1) {
          standing[entries.topic[at]!] = UNTOUCHED;
          tell(entries.topic[at]!);
        }
        next = 0;
      }
      for (; next < entries.count && entries.day[next]! <= day; next += 1) {
        standing[entries.topic[next]!] = next;
        tell(entries.topic[next]!);
      }
      return moved;
    },
    entryOf: (topic) => {
      const entry = standing[topic] ?? UNKNOWN;
      return entry === UNKNOWN ? null : entry;
    },
  };
};
