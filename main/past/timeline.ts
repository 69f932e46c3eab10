import { PER_ENTRY, REASON, type Chunk, type ContentChange } from './chunk.ts';

/**
 * What stood on which day. An event counts on its own local date; where a later event has an earlier date, since a clock
 * was set back or somebody flew west, the later one wins. What is left of a topic or a row then has rising days.
 */
export type Timeline = {
  readonly topics: TopicEntries;
  readonly things: readonly Thing[];
  readonly catalogueDays: readonly number[];
  readonly firstDay: number | null;
  /** First and last event with a day in the range; null where there is none. */
  readonly eventsOn: (from: number, to: number) => { readonly first: number; readonly last: number } | null;
};

/** Every state that a topic had at the end of some day, oldest day first; column by column. */
export type TopicEntries = {
  readonly count: number;
  readonly day: Int32Array;
  readonly topic: Int32Array;
  readonly code: Int32Array;
  readonly since: Int32Array;
  readonly doneOn: Int32Array;
  readonly reasons: readonly string[];
  /** One more than the highest topic number. */
  readonly limit: number;
};

/** Anything else that changed: a row, the targets, the member of a group, what an action made. */
export type Thing = {
  /** Rising. */
  readonly days: readonly number[];
  readonly changes: readonly ContentChange[];
  readonly seqs: readonly number[];
  /** The very first change of it, whose `before` it had at the start. */
  readonly first: ContentChange;
};

export const timelineOf = (chunks: readonly Chunk[]): Timeline => {
  const content = chunks.flatMap((chunk) => chunk.content);
  return {
    topics: topicEntries(chunks, new Map(content.map(({ seq, day }) => [seq, day]))),
    things: thingsOf(content),
    catalogueDays: chunks.flatMap(({ catalogueDays }) => catalogueDays),
    firstDay: firstDay(chunks),
    eventsOn: (from, to) => eventsOn(chunks, from, to),
  };
};

const firstDay = (chunks: readonly Chunk[]): number | null => {
  let first: number | null = null;
  const look = (day: number): void => {
    if (first === null || day < first) first = day;
  };
  for (const { entries, content } of chunks) {
    for (let at = 0; at < entries.length; at += PER_ENTRY) look(entries[at + 1]!);
    for (const { day } of content) look(day);
  }
  return first;
};

const eventsOn = (chunks: readonly Chunk[], from: number, to: number): ReturnType<Timeline['eventsOn']> => {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  const look = (seq: number, day: number): void => {
    if (day < from || day > to) return;
    first = Math.min(first, seq);
    last = Math.max(last, seq);
  };
  for (const { entries, content } of chunks) {
    for (let at = 0; at < entries.length; at += PER_ENTRY) look(entries[at]!, entries[at + 1]!);
    for (const { seq, day } of content) look(seq, day);
  }
  return last === 0 ? null : { first, last };
};

/** Names what a change changes, so that two changes of one thing are known as such. */
const nameOf = (change: ContentChange, seq: number): string => {
  switch (change.what) {
    case 'targets':
      return 'targets';
    case 'member':
      return `member ${change.group}`;
    case 'made':
      return `made ${change.action ?? seq}`;
    case 'row':
      return `row ${change.table} ${change.key}`;
  }
};

const thingsOf = (content: readonly Chunk['content'][number][]): Thing[] =>
  [...Map.groupBy(content, ({ seq, change }) => nameOf(change, seq)).values()].map((all) => {
    let earliest = Number.POSITIVE_INFINITY;
    const shown = all.toReversed().filter(({ day }) => {
      const isShown = day < earliest;
      earliest = Math.min(earliest, day);
      return isShown;
    });
    shown.reverse();
    return {
      days: shown.map(({ day }) => day),
      changes: shown.map(({ change, seq }) => named(change, seq)),
      seqs: shown.map(({ seq }) => seq),
      first: named(all[0]!.change, all[0]!.seq),
    };
  });

/** An event does not know its own number while it is written. */
const named = (change: ContentChange, seq: number): ContentChange =>
  change.what === 'made' && change.action === null ? { ...change, action: seq } : change;

/** The columns of `TopicEntries` in an entry of a chunk. */
const [DAY, TOPIC, CODE, SINCE, DONE_ON] = [1, 2, 3, 4, 5] as const;

const topicEntries = (chunks: readonly Chunk[], dayOf: ReadonlyMap<number, number>): TopicEntries => {
  const { all, reasons } = joined(chunks, dayOf);
  const limit = topicLimit(chunks);
  const earliest = new Int32Array(limit).fill(LATE);
  const kept = new Int32Array(all.length / PER_ENTRY);
  let count = 0;
  for (let at = all.length - PER_ENTRY; at >= 0; at -= PER_ENTRY) {
    const day = all[at + DAY]!;
    const topic = all[at + TOPIC]!;
    if (day >= earliest[topic]!) continue;
    earliest[topic] = day;
    kept[count] = at;
    count += 1;
  }
  return { ...columnsOf(all, kept.subarray(0, count)), reasons, limit };
};

/** No day is this late. */
const LATE = 2_147_483_647;

/**
 * All entries, oldest first, with one numbering of the reasons. In front stand the states that came with a list, of topics
 * that changed since: only the first change of such a topic knows of it.
 */
const joined = (
  chunks: readonly Chunk[],
  dayOf: ReadonlyMap<number, number>,
): { readonly all: Int32Array; readonly reasons: readonly string[] } => {
  const reasons: string[] = [];
  const given: number[] = [];
  const met = new Uint8Array(topicLimit(chunks));
  const parts = chunks.map((chunk): Int32Array => {
    const shift = REASON * reasons.length;
    reasons.push(...chunk.reasons);
    for (let at = 0; at < chunk.given.length; at += PER_ENTRY) {
      // Nearly all of them are known from an earlier chunk.
      if (met[chunk.given[at + TOPIC]!] === 1) continue;
      const day = dayOf.get(chunk.given[at]!);
      if (day === undefined) continue;
      const entry = shifted(chunk.given.subarray(at, at + PER_ENTRY), shift);
      entry[DAY] = day;
      given.push(...entry);
    }
    for (let at = TOPIC; at < chunk.entries.length; at += PER_ENTRY) met[chunk.entries[at]!] = 1;
    return chunk.reasons.length === 0 ? chunk.entries : shifted(chunk.entries, shift);
  });
  const all = new Int32Array(given.length + parts.reduce((sum, { length }) => sum + length, 0));
  all.set(given);
  let end = given.length;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return { all, reasons };
};

/** A copy whose reasons are counted from `shift` on. */
const shifted = (entries: Int32Array, shift: number): Int32Array => {
  const copy = entries.slice();
  for (let at = CODE; at < copy.length; at += PER_ENTRY) if (copy[at]! >= REASON) copy[at]! += shift;
  return copy;
};

const topicLimit = (chunks: readonly Chunk[]): number => {
  let top = -1;
  for (const { entries } of chunks)
    for (let at = TOPIC; at < entries.length; at += PER_ENTRY) top = Math.max(top, entries[at]!);
  return top + 1;
};

/** The kept entries in the order of their days. */
const columnsOf = (all: Int32Array, kept: Int32Array): Omit<TopicEntries, 'reasons' | 'limit'> => {
  const count = kept.length;
  const column = (): Int32Array => new Int32Array(count);
  const columns = { day: column(), topic: column(), code: column(), since: column(), doneOn: column() };
  const days = column();
  for (let index = 0; index < count; index += 1) days[index] = all[kept[index]! + DAY]!;
  const places = placesByDay(days);
  for (let index = 0; index < count; index += 1) {
    const at = kept[index]!;
    const place = places[index]!;
    columns.day[place] = all[at + DAY]!;
    columns.topic[place] = all[at + TOPIC]!;
    columns.code[place] = all[at + CODE]!;
    columns.since[place] = all[at + SINCE]!;
    columns.doneOn[place] = all[at + DONE_ON]!;
  }
  return { count, ...columns };
};

/** Where each of `days` comes to stand in rising order. */
const placesByDay = (days: Int32Array): Int32Array => {
  const places = new Int32Array(days.length);
  if (days.length === 0) return places;
  // Counted loops: walking 200,000 numbers with an iterator takes ten times as long in a program that just started.
  let [low, high] = [LATE, -LATE];
  for (let index = 0; index < days.length; index += 1) {
    low = Math.min(low, days[index]!);
    high = Math.max(high, days[index]!);
  }
  const next = new Int32Array(high - low + 2);
  for (let index = 0; index < days.length; index += 1) next[days[index]! - low + 1]! += 1;
  for (let at = 1; at < next.length; at += 1) next[at]! += next[at - 1]!;
  for (let index = 0; index < days.length; index += 1) {
    places[index] = next[days[index]! - low]!;
    next[days[index]! - low]! += 1;
  }
  return places;
};
