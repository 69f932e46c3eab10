import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfDay, epochDay } from '../../../shared/rules/days.ts';

test('the distance of two dates is a subtraction, over leap days, changes of the clock and of the year', () => {
  expect(epochDay('1970-01-01')).toBe(0);
  expect(epochDay('2026-11-24') - epochDay('2026-11-17')).toBe(7);
  expect(epochDay('2028-03-01') - epochDay('2028-02-28')).toBe(2);
  expect(epochDay('2027-03-01') - epochDay('2027-02-28')).toBe(1);
  expect(epochDay('2026-03-30') - epochDay('2026-03-28')).toBe(2);
  expect(epochDay('2027-01-01') - epochDay('2026-12-31')).toBe(1);
  expect(epochDay('1969-12-31')).toBe(-1);
});

test.each(['5', '99999', '2026/11/27', '2026-1-5', '27 Nov 2026', '2026-11-27 ', 'x', ''])(
  'what is no date is no day: "%s"',
  (text) => expect(epochDay(text)).toBeNaN(),
);

test('a day number leads back to its date', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => {
      expect(epochDay(dateOfDay(day))).toBe(day);
    }),
  );
});
