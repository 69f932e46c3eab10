import { loggedAfter, type StateChange } from '../../data/events.ts';
import type { RowTable } from '../../data/rows.ts';
import type { Db } from '../../data/sql.ts';
import type { TopicState } from '../../shared/model/topic.ts';
import { dateOfDay, epochDay } from '../../shared/rules/days.ts';
import { TOPIC_STATUSES } from '../../shared/values.ts';

/** A change of anything but a topic's state. */
export type ContentChange = Exclude<StateChange, { what: 'topic' }>;
export type DatedChange = { readonly seq: number; readonly day: number; readonly change: ContentChange };

/** Numbers per entry of a topic: seq, day, topic, status with its reason, since, done on. */
export const PER_ENTRY = 6;

/** A part of the log. States of topics, which are nearly all of it, stand in one flat array. */
export type Chunk = {
  readonly entries: Int32Array;
  /** For the first change of a topic in the chunk: the state before it, with the event that set that, and no day. */
  readonly given: Int32Array;
  readonly reasons: readonly string[];
  readonly content: readonly DatedChange[];
  /** Day of every event that took a newer catalogue. */
  readonly catalogueDays: readonly number[];
};

/** Tables in which nothing stands that a figure, a role or Today reads; their texts would be most of a chunk. */
const UNREAD: ReadonlySet<RowTable> = new Set([
  'note',
  'resource',
  'reference_state',
  'role_market',
  'saved_filter',
  'portfolio',
]);

/** A code holds the status and, from here on, the number of the reason. */
export const REASON = 8;

const NO_DAY = -2_147_483_648;
const dayNumber = (date: string | null): number => (date === null ? NO_DAY : epochDay(date));
const dateOf = (day: number): string | null => (day === NO_DAY ? null : dateOfDay(day));

/** A topic's state as an entry keeps it, and back. `reasons` grows by what it does not hold yet. */
const packed = (
  { status, reason, since, doneOn }: TopicState,
  reasonIndex: (reason: string) => number,
): [number, number, number] => [
  TOPIC_STATUSES.indexOf(status) + (reason === null ? 0 : REASON * (1 + reasonIndex(reason))),
  dayNumber(since),
  dayNumber(doneOn),
];

export const statusOf = (code: number): TopicState['status'] => TOPIC_STATUSES[code % REASON]!;

export const stateOf = (
  code: number,
  since: number,
  doneOn: number,
  reasons: readonly string[],
): TopicState => ({
  status: statusOf(code),
  reason: code < REASON ? null : reasons[Math.floor(code / REASON) - 1]!,
  since: dateOf(since),
  doneOn: dateOf(doneOn),
});

export const dayOfDone = (doneOn: number): number | null => (doneOn === NO_DAY ? null : doneOn);

/** Reads `limit` events after `seq` from the log. */
export const readChunk = (db: Db, seq: number, limit: number): Chunk => {
  const entries: number[] = [];
  const given: number[] = [];
  const reasons = new Map<string, number>();
  const content: DatedChange[] = [];
  const catalogueDays: number[] = [];
  const reasonIndex = (reason: string): number => {
    if (!reasons.has(reason)) reasons.set(reason, reasons.size);
    return reasons.get(reason)!;
  };
  const met = new Set<number>();
  let date = '';
  let day = 0;
  for (const event of loggedAfter(db, seq, limit)) {
    if (event.localDate !== date) day = epochDay((date = event.localDate));
    if (event.kind === 'catalogue') catalogueDays.push(day);
    for (const change of event.changes) {
      if (change.what === 'topic') {
        entries.push(event.seq, day, change.topic, ...packed(change.after, reasonIndex));
        if (change.previous !== null && !met.has(change.topic))
          given.push(change.previous, NO_DAY, change.topic, ...packed(change.before, reasonIndex));
        met.add(change.topic);
      } else if (change.what !== 'row' || !UNREAD.has(change.table)) {
        content.push({ seq: event.seq, day, change });
      }
    }
  }
  return {
    entries: Int32Array.from(entries),
    given: Int32Array.from(given),
    reasons: [...reasons.keys()],
    content,
    catalogueDays,
  };
};

type Rest = Pick<Chunk, 'reasons' | 'content' | 'catalogueDays'>;

/** A chunk as it is kept: not packed, since unpacking takes longer than reading it. */
export const encodeChunk = ({ entries, given, ...rest }: Chunk): Buffer => {
  const json = Buffer.from(JSON.stringify(rest satisfies Rest));
  const head = Int32Array.of(entries.length, given.length);
  return Buffer.concat([...[head, entries, given].map(bytesOf), json]);
};

export const decodeChunk = (stored: Buffer): Chunk => {
  // Copied only where the driver's buffer starts at an odd address: there are as many as there are years.
  const { buffer, byteOffset } = stored.byteOffset % 4 === 0 ? stored : new Uint8Array(stored);
  const [entries, given] = new Int32Array(buffer, byteOffset, 2) as unknown as [number, number];
  const body = byteOffset + 8;
  return {
    entries: new Int32Array(buffer, body, entries),
    given: new Int32Array(buffer, body + 4 * entries, given),
    ...(JSON.parse(stored.toString('utf8', 4 * (2 + entries + given))) as Rest),
  };
};

const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
