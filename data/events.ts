import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { ActionLabel } from '../shared/model/history.ts';
import type { Target } from '../shared/model/role.ts';
import type { TopicState } from '../shared/model/topic.ts';
import { topicLabel } from '../shared/rules/topic-status.ts';
import { inTodaysNames } from './renamed-rows.ts';
import { sql, type Db } from './sql.ts';
import type { Row, RowKey, RowTable } from './rows.ts';
import { topicByNumber } from './topics.ts';

/** One thing that an event changed, with its value before and after. */
export type StateChange =
  | {
      readonly what: 'topic';
      /** The topic's number. */
      readonly topic: number;
      readonly before: TopicState;
      readonly after: TopicState;
      /** The event that set `before`, so that a topic's history can be walked back; null for the first. */
      readonly previous: number | null;
    }
  | { readonly what: 'targets'; readonly before: readonly Target[]; readonly after: readonly Target[] }
  | {
      readonly what: 'member';
      readonly group: string;
      readonly before: string | null;
      readonly after: string | null;
    }
  | {
      /** One row of a table that the person writes; null is a row that is not there. */
      readonly what: 'row';
      readonly table: RowTable;
      readonly key: RowKey;
      readonly before: Row | null;
      readonly after: Row | null;
      /** The event that wrote `before`; null for the first of a row, and for one of the catalogue. */
      readonly previous: number | null;
    }
  | {
      /**
       * Everything that an action created in bulk: too much to be told row by row. The rows carry the action's number and
       * are live or not, together.
       */
      readonly what: 'made';
      /** The action that created the rows; null for the event itself, whose number is not known while it is written. */
      readonly action: number | null;
      readonly count: number;
      readonly before: boolean;
      readonly after: boolean;
    };

export type EventKind = 'action' | 'undo' | 'redo' | 'catalogue';

export type NewEvent = {
  readonly at: number;
  readonly zone: string;
  readonly localDate: string;
  readonly kind: EventKind;
  readonly label: ActionLabel | null;
  readonly changes: readonly StateChange[];
  /** For an action: what was on top of the undo stack when it was taken. */
  readonly below: number | null;
  /** For an undo or redo: the action it takes back or does again. */
  readonly target: number | null;
  readonly request: string | null;
};

export type StoredEvent = NewEvent & { readonly seq: number };

/** Longer lists are compressed: an event of 20,000 topics shrinks to a tenth. */
const COMPRESS_FROM = 4_096;

type StateTuple = readonly [TopicState['status'], string | null, string | null, string | null];
/** As stored: a change of a topic is `[topic, previous, before, after]`, since the log holds little else. */
type PackedChange =
  | readonly [number, number | null, StateTuple, StateTuple]
  | Exclude<StateChange, { what: 'topic' }>;

const tuple = ({ status, reason, since, doneOn }: TopicState): StateTuple => [status, reason, since, doneOn];
const state = ([status, reason, since, doneOn]: StateTuple): TopicState => ({
  status,
  reason,
  since,
  doneOn,
});

const packed = (changes: readonly StateChange[]): string | Buffer =>
  packChanges(
    changes.map((change): PackedChange =>
      change.what === 'topic'
        ? [change.topic, change.previous, tuple(change.before), tuple(change.after)]
        : change,
    ),
  );

/** Changes in the form in which the log has them, as they are stored. */
export const packChanges = (changes: readonly unknown[]): string | Buffer => {
  const json = JSON.stringify(changes);
  return json.length < COMPRESS_FROM ? json : zstdCompressSync(json);
};

/** Rows in the ids that items of the catalogue have today. */
const unpacked = (db: Db, stored: string | Buffer): readonly StateChange[] => {
  const json = typeof stored === 'string' ? stored : zstdDecompressSync(stored).toString();
  return (JSON.parse(json) as PackedChange[]).map((change): StateChange => {
    if (!('length' in change)) return change.what === 'row' ? inTodaysNames(db, change) : change;
    const [topic, previous, before, after] = change;
    return { what: 'topic', topic, previous, before: state(before), after: state(after) };
  });
};

/** Appends to the log and returns the event's number. Nothing in the log is ever rewritten. */
export const appendEvent = (db: Db, event: NewEvent): number =>
  Number(
    sql(
      db,
      `INSERT INTO event (at, zone, local_date, kind, label, changes, below, target, request)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      event.at,
      event.zone,
      event.localDate,
      event.kind,
      packedLabel(event),
      packed(event.changes),
      event.below,
      event.target,
      event.request,
    ).lastInsertRowid,
  );

/** As stored: `null` where the change itself says it. */
type PackedLabel = readonly [ActionLabel['kind'], string, string | null, number] | null;

/**
 * The label of a change of one topic is not stored but worked out again: it would be half of the row, and every page of the
 * log that a tick fills is paid for at its commit.
 */
const packedLabel = ({ kind, label, changes }: NewEvent): string => {
  if (label === null) return 'null';
  const isTick = label.kind === 'tick' || label.kind === 'untick' || label.kind === 'set-status';
  if (kind === 'action' && changes.length === 1 && changes[0]!.what === 'topic' && isTick) return 'null';
  const packed: PackedLabel = [label.kind, label.subject, label.detail, label.count];
  return JSON.stringify(packed);
};

const unpackedLabel = (db: Db, text: string, [change]: readonly StateChange[]): ActionLabel | null => {
  const packed = JSON.parse(text) as PackedLabel;
  if (packed) return { kind: packed[0], subject: packed[1], detail: packed[2], count: packed[3] };
  if (change?.what !== 'topic') return null;
  return topicLabel(topicByNumber(db, change.topic)!.text, change.before, change.after);
};

type EventColumns = Omit<StoredEvent, 'label' | 'changes'> & { label: string; changes: string | Buffer };

const COLUMNS = 'seq, at, zone, local_date AS localDate, kind, label, changes, below, target, request';
const ONE = `SELECT ${COLUMNS} FROM event WHERE seq = ?`;
const AFTER = `SELECT ${COLUMNS} FROM event WHERE seq > ? ORDER BY seq`;

const stored = (db: Db, row: EventColumns): StoredEvent => {
  const changes = unpacked(db, row.changes);
  return { ...row, changes, label: unpackedLabel(db, row.label, changes) };
};

export const readEvent = (db: Db, seq: number): StoredEvent | undefined => {
  const row = sql<[number], EventColumns>(db, ONE).get(seq);
  return row && stored(db, row);
};

export const lastSeq = (db: Db): number =>
  sql<[], { seq: number | null }>(db, 'SELECT max(seq) AS seq FROM event').get()!.seq ?? 0;

/** Walks the log backwards from its end, one event at a time, for as long as the caller asks. */
export function* eventsBackwards(db: Db): Generator<StoredEvent> {
  for (let seq = lastSeq(db); seq > 0; seq -= 1) {
    const event = readEvent(db, seq);
    if (event) yield event;
  }
}

/** What the figures of days and weeks need of an event. */
export type PastChanges = Pick<StoredEvent, 'seq' | 'localDate' | 'changes'>;

/** A clock that was wrong for a while must not hide what came before: only a run of this many old events ends the walk. */
const OLD_RUN = 300;

/** Columns of the events since an instant (milliseconds, UTC), newest first. */
function* rowsSince<R extends { readonly at: number }>(db: Db, columns: string, at: number): Generator<R> {
  let old = 0;
  for (const row of sql<[], R>(db, `SELECT at, ${columns} FROM event ORDER BY seq DESC`).iterate()) {
    if (row.at >= at) {
      old = 0;
      yield row;
    } else if ((old += 1) > OLD_RUN) return;
  }
}

/** What was changed since an instant (milliseconds, UTC), newest first. Older events are passed over unread. */
export function* changesSince(db: Db, at: number): Generator<PastChanges> {
  const columns = 'seq, local_date AS localDate, changes';
  for (const { seq, localDate, changes } of rowsSince<EventColumns>(db, columns, at))
    yield { seq, localDate, changes: unpacked(db, changes) };
}

/** As `changesSince`, with the kind of each action; null for one that says it by its change alone, a tick. */
export function* actionsSince(
  db: Db,
  at: number,
): Generator<PastChanges & { readonly action: ActionLabel['kind'] | null; readonly detail: string | null }> {
  const columns = 'seq, local_date AS localDate, label, changes';
  for (const { seq, localDate, label, changes } of rowsSince<EventColumns>(db, columns, at)) {
    const packed = JSON.parse(label) as PackedLabel;
    yield {
      seq,
      localDate,
      action: packed?.[0] ?? null,
      detail: packed?.[2] ?? null,
      changes: unpacked(db, changes),
    };
  }
}

/** Local dates of the first and the last thing that the person did; null where there is none. */
export const firstAndLastDay = (db: Db): { readonly first: string; readonly last: string } | null => {
  const day = (order: 'ASC' | 'DESC'): string | undefined =>
    sql<[], { localDate: string }>(
      db,
      `SELECT local_date AS localDate FROM event WHERE kind = 'action' ORDER BY seq ${order} LIMIT 1`,
    ).get()?.localDate;
  const [first, last] = [day('ASC'), day('DESC')];
  return first === undefined || last === undefined ? null : { first, last };
};

/** Events after `seq`, oldest first. */
export const eventsAfter = (db: Db, seq: number): StoredEvent[] =>
  sql<[number], EventColumns>(db, AFTER)
    .all(seq)
    .map((row) => stored(db, row));

/** What an event set, and when, for replaying the log. */
export type LoggedChanges = Pick<StoredEvent, 'seq' | 'localDate' | 'kind' | 'changes'>;

/** What the events after `seq` set, oldest first; at most `limit` events. Labels are left unread. */
export function* loggedAfter(db: Db, seq: number, limit: number): Generator<LoggedChanges> {
  const rows = sql<[number, number], EventColumns>(
    db,
    'SELECT seq, local_date AS localDate, kind, changes FROM event WHERE seq > ? ORDER BY seq LIMIT ?',
  ).iterate(seq, limit);
  for (const row of rows)
    yield { seq: row.seq, localDate: row.localDate, kind: row.kind, changes: unpacked(db, row.changes) };
}

/** Number of the first event of a local date or after, by the log's own order; one more than the last where there is none. */
export const firstSeqSince = (db: Db, at: number, localDate: string): number => {
  let first = lastSeq(db) + 1;
  const columns = 'seq, local_date AS localDate';
  for (const row of rowsSince<Pick<EventColumns, 'at' | 'seq' | 'localDate'>>(db, columns, at))
    if (row.localDate >= localDate) first = row.seq;
  return first;
};

/** The newest `limit` request ids with the events they made, oldest first. */
export const recentRequests = (db: Db, limit: number): { seq: number; request: string }[] =>
  sql<[number], { seq: number; request: string }>(
    db,
    `SELECT seq, request FROM event WHERE request IS NOT NULL ORDER BY seq DESC LIMIT ?`,
  )
    .all(limit)
    .toReversed();
