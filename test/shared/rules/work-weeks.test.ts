import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfDay, epochDay } from '../../../shared/rules/days.ts';
import { streakOf, weekStart, workWeeks, type WorkWeek } from '../../../shared/rules/work-weeks.ts';

const day = (date: string, topics = 1) => ({ date, topics, reviews: 0, proofs: 0 });

describe('a week', () => {
  test.each([
    ['monday', '2026-11-23'],
    ['sunday', '2026-11-22'],
    ['saturday', '2026-11-21'],
  ] as const)('that begins on %s', (firstDayOfWeek, start) => {
    // A Tuesday.
    expect(dateOfDay(weekStart(epochDay('2026-11-24'), firstDayOfWeek))).toBe(start);
  });

  test('holds its days and topics; weeks without work are there too', () => {
    const days = [day('2026-11-08', 3), day('2026-11-09', 2), day('2026-11-15', 1), day('2026-11-24', 0)];
    expect(workWeeks(days, { today: '2026-11-24', firstDayOfWeek: 'monday', count: 4 })).toEqual([
      { from: '2026-11-02', days: 1, topics: 3 },
      { from: '2026-11-09', days: 2, topics: 3 },
      { from: '2026-11-16', days: 0, topics: 0 },
      { from: '2026-11-23', days: 1, topics: 0 },
    ]);
  });

  test('every day of work is in exactly one of them', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 69 })),
        fc.constantFrom('monday', 'sunday', 'saturday'),
        (ago, first) => {
          const today = '2026-11-24';
          const days = ago.map((back) => day(dateOfDay(epochDay(today) - back), 2));
          const weeks = workWeeks(days, { today, firstDayOfWeek: first, count: 11 });
          expect(weeks.reduce((sum, week) => sum + week.days, 0)).toBe(days.length);
          expect(weeks.reduce((sum, week) => sum + week.topics, 0)).toBe(2 * days.length);
        },
      ),
    );
  });
});

describe('a streak', () => {
  const weeks = (...topics: number[]): WorkWeek[] =>
    topics.map((count, index) => ({
      from: dateOfDay(epochDay('2026-01-05') + 7 * index),
      days: count > 0 ? 1 : 0,
      topics: count,
    }));
  const target = { unit: 'topics', count: 5 } as const;
  const pause = { from: '2026-01-21', until: '2026-01-22' };

  test.each([
    ['counts weeks that met the target', weeks(0, 5, 6, 5), [], 3],
    ['is not broken by the week that goes on', weeks(0, 5, 6, 2), [], 2],
    ['begins anew after a week that missed it', weeks(5, 5, 4, 5), [], 1],
    ['passes over a week with a pause', weeks(5, 5, 0, 5), [pause], 3],
    ['passes over every week of an open pause', weeks(5, 0, 0, 0), [{ from: '2026-01-12', until: null }], 1],
    ['counts a week that met it in spite of a pause', weeks(5, 5, 5, 5), [pause], 4],
    ['is none where nothing was done', weeks(0, 0, 0), [], 0],
  ])('%s', (_, list, pauses, streak) => {
    expect(streakOf(list, target, pauses)).toBe(streak);
  });

  test('without a target any work counts', () => {
    expect(streakOf(weeks(0, 1, 3, 0), null, [])).toBe(2);
  });

  test('a pause never shortens it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 20 }), fc.nat(140), fc.nat(30), (counts, from, long) => {
        const at = epochDay('2026-01-05') + from;
        const pauses = [{ from: dateOfDay(at), until: dateOfDay(at + long) }];
        expect(streakOf(weeks(...counts), target, pauses)).toBeGreaterThanOrEqual(
          streakOf(weeks(...counts), target, []),
        );
      }),
    );
  });
});
