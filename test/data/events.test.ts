import { describe, expect, test } from 'vitest';
import {
  appendEvent,
  eventsAfter,
  eventsBackwards,
  lastSeq,
  readEvent,
  recentRequests,
  type NewEvent,
  type StateChange,
} from '../../data/events.ts';
import { openDatabase } from '../../data/open.ts';
import type { Db } from '../../data/sql.ts';
import { untouched } from '../../shared/values.ts';
import { freshFile } from '../helpers/data-file.ts';

const open = (): Db => openDatabase(freshFile(), { backupDir: '' });
const ticks = (count: number): StateChange[] =>
  Array.from({ length: count }, (_, index) => ({
    what: 'topic',
    topic: index + 1,
    before: untouched,
    after: { status: 'done', reason: null, since: '2026-11-24', doneOn: '2026-11-24' },
    previous: index % 3 === 0 ? null : index,
  }));
const event = (changes: readonly StateChange[], other: Partial<NewEvent> = {}): NewEvent => ({
  at: Date.UTC(2026, 10, 24, 9),
  zone: 'Europe/Berlin',
  localDate: '2026-11-24',
  kind: 'action',
  label: { kind: 'know-skill', subject: 'Git', detail: null, count: Math.max(1, changes.length) },
  changes,
  below: null,
  target: null,
  request: null,
  ...other,
});
const stored = (db: Db, seq: number): { type: string; bytes: number; label: string } =>
  db
    .prepare<[number], { type: string; bytes: number; label: string }>(
      'SELECT typeof(changes) AS type, length(changes) AS bytes, label FROM event WHERE seq = ?',
    )
    .get(seq)!;

describe('what was written to the log is read from it', () => {
  const table: readonly [string, readonly StateChange[]][] = [
    ['no change', []],
    ['one topic', ticks(1)],
    [
      'a skip with a reason of many scripts',
      [
        {
          what: 'topic',
          topic: 1,
          before: untouched,
          after: { status: 'skipped', reason: 'не нужно 不要 🧱 "\\', since: '2026-11-24', doneOn: null },
          previous: 7,
        },
      ],
    ],
    ['forty topics', ticks(40)],
    ['3,000 topics', ticks(3_000)],
    ['targets', [{ what: 'targets', before: [], after: [{ role: 'api-developer', date: '2027-01-01' }] }]],
    ['a member', [{ what: 'member', group: 'server-language', before: null, after: 'go' }]],
    [
      'all kinds at once',
      [
        ...ticks(2),
        { what: 'targets', before: [], after: [] },
        { what: 'member', group: 'g', before: 'a', after: null },
      ],
    ],
  ];
  test.each(table)('%s', (_, changes) => {
    const db = open();
    const written = event(changes);
    const seq = appendEvent(db, written);
    expect(readEvent(db, seq)).toEqual({ ...written, seq });
    db.close();
  });

  test('a long list is compressed to less than a tenth, a short one stays readable', () => {
    const db = open();
    const short = stored(db, appendEvent(db, event(ticks(20))));
    const long = stored(db, appendEvent(db, event(ticks(3_000))));
    expect(short.type).toBe('text');
    expect(long.type).toBe('blob');
    expect(long.bytes).toBeLessThan(JSON.stringify(ticks(3_000)).length / 10);
    db.close();
  });
});

test('a topic is named by its own text, which the row does not repeat', () => {
  const db = open();
  const text = db.prepare<[], { text: string }>('SELECT text FROM topic WHERE number = 1').get()!.text;
  const seq = appendEvent(
    db,
    event(ticks(1), { label: { kind: 'tick', subject: text, detail: null, count: 1 } }),
  );
  expect(stored(db, seq).label).not.toContain(text);
  expect(readEvent(db, seq)!.label).toEqual({ kind: 'tick', subject: text, detail: null, count: 1 });
  db.exec(`UPDATE topic SET text = 'I can say it better.' WHERE number = 1`);
  expect(readEvent(db, seq)!.label!.subject).toBe('I can say it better.');
  db.close();
});

test('an action on a whole skill keeps the name of the skill, even if it changed one topic', () => {
  const db = open();
  expect(readEvent(db, appendEvent(db, event(ticks(1))))!.label!.subject).toBe('Git');
  db.close();
});

test('numbers only grow, and the log is read both ways', () => {
  const db = open();
  expect(lastSeq(db)).toBe(0);
  expect([...eventsBackwards(db)]).toEqual([]);
  const numbers = [1, 2, 3].map(() => appendEvent(db, event([])));
  expect(numbers).toEqual([1, 2, 3]);
  expect([...eventsBackwards(db)].map(({ seq }) => seq)).toEqual([3, 2, 1]);
  expect(eventsAfter(db, 1).map(({ seq }) => seq)).toEqual([2, 3]);
  expect(readEvent(db, 4)).toBeUndefined();
  db.close();
});

test('the newest requests are read oldest first, up to the limit', () => {
  const db = open();
  for (const request of ['a', 'b', null, 'c', 'd']) appendEvent(db, event([], { request }));
  expect(recentRequests(db, 3)).toEqual([
    { seq: 2, request: 'b' },
    { seq: 4, request: 'c' },
    { seq: 5, request: 'd' },
  ]);
  db.close();
});

test('only an undo or redo names the action that it is about', () => {
  const db = open();
  expect(() => appendEvent(db, event([], { kind: 'undo', target: null }))).toThrow(/CHECK/);
  expect(() => appendEvent(db, event([], { kind: 'action', target: 1 }))).toThrow(/CHECK/);
  db.close();
});
