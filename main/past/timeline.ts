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

/** Entries of the log, oldest first, and what their codes are to be raised by where they name a reason. */
type Part = { readonly entries: Int32Array; readonly shift: number };

/** No day is this late. */
const LATE = 2_147_483_647;

/**
 * Three walks over the parts as they are, newest entry first, and no copy of them: with five years of use a copy would take
 * more memory than all else. Counted loops, because an iterator takes ten times as long in a program that just started.
 */
const topicEntries = (chunks: readonly Chunk[], dayOf: ReadonlyMap<number, number>): TopicEntries => {
  const limit = topicLimit(chunks);
  const { parts, reasons } = partsOf(chunks, dayOf, limit);
  const { low, high, length } = extentOf(parts);
  const isKept = new Uint8Array(length);
  /** Where the next entry of each day comes to stand: first how many there are, one place further on. */
  const next = new Int32Array(high - low + 2);
  const earliest = new Int32Array(limit).fill(LATE);
  let count = 0;
  for (let part = parts.length - 1, index = 0; part >= 0; part -= 1) {
    const { entries } = parts[part]!;
    for (let at = entries.length - PER_ENTRY; at >= 0; at -= PER_ENTRY, index += 1) {
      const day = entries[at + DAY]!;
      const topic = entries[at + TOPIC]!;
      if (day >= earliest[topic]!) continue;
      earliest[topic] = day;
      isKept[index] = 1;
      next[day - low + 1]! += 1;
      count += 1;
    }
  }
  for (let at = 1; at < next.length; at += 1) next[at]! += next[at - 1]!;

  const column = (): Int32Array => new Int32Array(count);
  const columns = { day: column(), topic: column(), code: column(), since: column(), doneOn: column() };
  for (let part = parts.length - 1, index = 0; part >= 0; part -= 1) {
    const { entries, shift } = parts[part]!;
    for (let at = entries.length - PER_ENTRY; at >= 0; at -= PER_ENTRY, index += 1) {
      if (isKept[index] === 0) continue;
      const day = entries[at + DAY]!;
      const code = entries[at + CODE]!;
      const place = next[day - low]!;
      next[day - low] = place + 1;
      columns.day[place] = day;
      columns.topic[place] = entries[at + TOPIC]!;
      columns.code[place] = code < REASON ? code : code + shift;
      columns.since[place] = entries[at + SINCE]!;
      columns.doneOn[place] = entries[at + DONE_ON]!;
    }
  }
  return { count, ...columns, reasons, limit };
};

/**
 * All entries with one numbering of the reasons. In front stand the states that came with a list, of topics that changed
 * since: only the first change of such a topic knows of it.
 */
const partsOf = (
  chunks: readonly Chunk[],
  dayOf: ReadonlyMap<number, number>,
  limit: number,
): { readonly parts: readonly Part[]; readonly reasons: readonly string[] } => {
  const reasons: string[] = [];
  const given: number[] = [];
  const met = new Uint8Array(limit);
  const parts = chunks.map(({ entries, given: stood, reasons: own }): Part => {
    const shift = REASON * reasons.length;
    reasons.push(...own);
    for (let at = 0; at < stood.length; at += PER_ENTRY) {
      // Nearly all of them are known from an earlier chunk.
      if (met[stood[at + TOPIC]!] === 1) continue;
      const day = dayOf.get(stood[at]!);
      if (day === undefined) continue;
      const entry = stood.slice(at, at + PER_ENTRY);
      entry[DAY] = day;
      if (entry[CODE]! >= REASON) entry[CODE]! += shift;
      given.push(...entry);
    }
    for (let at = TOPIC; at < entries.length; at += PER_ENTRY) met[entries[at]!] = 1;
    return { entries, shift };
  });
  return { parts: [{ entries: Int32Array.from(given), shift: 0 }, ...parts], reasons };
};

const topicLimit = (chunks: readonly Chunk[]): number => {
  let top = -1;
  for (const { entries } of chunks)
    for (let at = TOPIC; at < entries.length; at += PER_ENTRY) top = Math.max(top, entries[at]!);
  return top + 1;
};

/** The first and the last day, and how many entries there are. */
const extentOf = (
  parts: readonly Part[],
): { readonly low: number; readonly high: number; readonly length: number } => {
  let [low, high, length] = [LATE, -LATE, 0];
  for (const { entries } of parts) {
    length += entries.length / PER_ENTRY;
    for (let at = DAY; at < entries.length; at += PER_ENTRY) {
      low = Math.min(low, entries[at]!);
      high = Math.max(high, entries[at]!);
    }
  }
  return length === 0 ? { low: 0, high: 0, length } : { low, high, length };
};
