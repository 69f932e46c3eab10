import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CalendarEntry, CalendarEvent } from '../../../shared/rules/calendar-file.ts';
import { reviseCalendar, type Exported } from '../../../shared/rules/calendar-revisions.ts';
import { dateOfDay } from '../../../shared/rules/days.ts';

const START = 20_000;
const DAY_MS = 86_400_000;
const UIDS = ['exam.a', 'exam.b', 'study.a', 'review.x'] as const;
type Uid = (typeof UIDS)[number];

const eventOn = (uid: Uid, day: number, title: string): CalendarEvent => ({
  uid,
  time:
    uid === 'exam.b'
      ? { kind: 'instant', at: day * DAY_MS + DAY_MS / 2, minutes: 90 }
      : { kind: 'days', from: dateOfDay(day), to: dateOfDay(day) },
  title,
  description: '',
  place: '',
  url: null,
  busy: false,
  alarms: [],
});

const momentOf = (day: number) => ({ at: day * DAY_MS, today: dateOfDay(day) });
const everything = (): boolean => true;

test('What never changed keeps its number; what changed has the next one', () => {
  const exam = eventOn('exam.a', START + 9, 'Exam');
  const first = reviseCalendar({}, [exam], momentOf(START), everything);
  const same = reviseCalendar(first.exported, [exam], momentOf(START + 1), everything);
  const moved = reviseCalendar(
    same.exported,
    [eventOn('exam.a', START + 12, 'Exam')],
    momentOf(START + 1),
    everything,
  );
  expect([first, same, moved].map(({ entries }) => entries[0]!.sequence)).toEqual([0, 0, 1]);
});

test('What is over is never called off, and its number is known where it is planned once more', () => {
  const exported = reviseCalendar(
    {},
    [eventOn('exam.a', START, 'Exam')],
    momentOf(START),
    everything,
  ).exported;
  const next = reviseCalendar(exported, [], momentOf(START + 1), everything);
  expect(next).toEqual({ entries: [], exported });
  const secondTry = [eventOn('exam.a', START + 30, 'Exam')];
  expect(reviseCalendar(next.exported, secondTry, momentOf(START + 1), everything).entries).toMatchObject([
    { sequence: 1, cancelled: false },
  ]);
});

/** A calendar as people have it: an entry with a higher number, or an equal one, takes the place of the one before. */
const readInto = (calendar: Map<string, CalendarEntry>, entries: readonly CalendarEntry[]): void => {
  for (const entry of entries)
    if (entry.sequence >= (calendar.get(entry.uid)?.sequence ?? 0)) calendar.set(entry.uid, entry);
};

const ahead = (events: readonly CalendarEvent[], day: number): string[] =>
  events
    .filter(({ time }) => (time.kind === 'days' ? time.to >= dateOfDay(day) : time.at >= day * DAY_MS))
    .map(({ uid, time, title }) => JSON.stringify([uid, time, title]))
    .toSorted();

test('However often it is planned anew, a calendar that took the last files shows what is planned, and no more', () => {
  const plan = fc.record({
    days: fc.integer({ min: 0, max: 3 }),
    // How far ahead each thing lies; not planned where null.
    planned: fc.tuple(...UIDS.map(() => fc.option(fc.integer({ min: 0, max: 6 })))),
    title: fc.constantFrom('A', 'B'),
    asked: fc.subarray(['exam', 'study', 'review'], { minLength: 1 }),
    isTaken: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(plan, { minLength: 1, maxLength: 12 }), (plans) => {
      const calendar = new Map<string, CalendarEntry>();
      let exported: Exported = {};
      let day = START;
      for (const { days, planned, title, asked, isTaken } of [
        ...plans,
        { ...plans[0]!, asked: ['exam', 'study', 'review'], isTaken: true },
      ]) {
        day += days;
        const events = UIDS.flatMap((uid, index) => {
          const on = planned[index];
          return on === null || on === undefined ? [] : [eventOn(uid, day + on, title)];
        });
        const isAsked = (uid: string): boolean => asked.includes(uid.split('.')[0]!);
        const chosen = events.filter(({ uid }) => isAsked(uid));
        const revised = reviseCalendar(exported, chosen, momentOf(day), isAsked);
        for (const { uid, sequence } of revised.entries)
          expect(sequence).toBeGreaterThanOrEqual(exported[uid]?.sequence ?? 0);
        exported = revised.exported;
        // Some files are saved and never brought into the calendar.
        if (!isTaken) continue;
        readInto(calendar, revised.entries);
        const shown = [...calendar.values()].filter(({ cancelled, uid }) => !cancelled && isAsked(uid));
        expect(ahead(shown, day)).toEqual(ahead(chosen, day));
      }
    }),
  );
});
