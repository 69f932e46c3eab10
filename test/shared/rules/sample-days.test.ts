import fc from 'fast-check';
import { expect, test } from 'vitest';
import { epochDay, dateOfDay } from '../../../shared/rules/days.ts';
import { sampleDays, weekdayOf } from '../../../shared/rules/sample-days.ts';

const TODAY = epochDay('2026-11-24');

test('a weekday is the calendar’s', () => {
  expect(
    ['1969-12-31', '1970-01-01', '2026-11-24', '2026-11-29'].map((date) => weekdayOf(epochDay(date))),
  ).toEqual([3, 4, 2, 0]);
});

test.each([
  { weeks: 13, first: '2020-01-01', count: 92, second: '2026-08-26' },
  { weeks: 26, first: '2020-01-01', count: 28, second: '2026-05-31' },
  { weeks: null, first: '2026-11-20', count: 5, second: '2026-11-21' },
])('$weeks weeks back from today: $count days', ({ weeks, first, count, second }) => {
  const days = sampleDays({ first: epochDay(first), today: TODAY, weeks, weekEnd: 0 });
  expect(days).toHaveLength(count);
  expect(dateOfDay(days[1]!)).toBe(second);
});

test('days rise, begin no earlier than asked for and end today, and no week is left out', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -3_000, max: 5 }),
      fc.constantFrom(13, 26, 52, null),
      fc.integer({ min: 0, max: 6 }),
      (ago, weeks, weekEnd) => {
        const first = TODAY + ago;
        const days = sampleDays({ first, today: TODAY, weeks, weekEnd });
        expect(days.at(-1)).toBe(TODAY);
        expect(days[0]).toBe(Math.min(TODAY, weeks === null ? first : Math.max(first, TODAY - 7 * weeks)));
        for (let at = 1; at < days.length; at += 1) {
          expect(days[at]! - days[at - 1]!).toBeGreaterThan(0);
          expect(days[at]! - days[at - 1]!).toBeLessThanOrEqual(7);
        }
      },
    ),
  );
});
