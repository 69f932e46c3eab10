import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecastOf, NEEDED_WEEKS, type ForecastInput } from '../../../shared/rules/forecast.ts';

const input = (other: Partial<ForecastInput> = {}): ForecastInput => ({
  hoursLeft: 40,
  weeks: [0, 0, 0, 0, 4, 4, 4, 4],
  plannedPerWeek: 8,
  today: 1_000,
  pausedUntil: null,
  ...other,
});
const rangeOf = (given: ForecastInput) => {
  const found = forecastOf(given);
  if (found.kind !== 'range') throw new Error(`no range but ${found.kind}`);
  return found;
};

describe('the range', () => {
  test('lies around the usual pace, never closer than anybody can know', () => {
    const { early, late, slow, quick, active } = rangeOf(input());
    expect({ slow, quick, active }).toEqual({ slow: 3.4, quick: 4.6, active: 4 });
    expect([early, late]).toEqual([1_000 + Math.ceil(280 / 4.6), 1_000 + Math.ceil(280 / 3.4)]);
  });
  test('runs from the quicker to the slower weeks', () => {
    expect(rangeOf(input({ weeks: [1, 2, 3, 4, 5] }))).toMatchObject({
      slow: 2,
      quick: 4,
      early: 1_070,
      late: 1_140,
    });
  });
  test('names the day to which the planned hours would lead', () => {
    expect(rangeOf(input()).planned).toBe(1_035);
  });
  test('begins after a pause', () => {
    const { early, late, planned } = rangeOf(input());
    expect(rangeOf(input({ pausedUntil: 1_030 }))).toMatchObject({
      early: early! + 30,
      late: late! + 30,
      planned: planned! + 30,
    });
    expect(rangeOf(input({ pausedUntil: 990 }))).toEqual(rangeOf(input()));
  });
  test('has no end further off than ten years', () => {
    expect(rangeOf(input({ hoursLeft: 5_000, weeks: [1, 1, 1, 30, 30, 30] }))).toMatchObject({
      late: null,
      early: 1_000 + Math.ceil(35_000 / 30),
    });
  });
});

test('nothing left is done, and needs no pace', () => {
  expect(forecastOf(input({ hoursLeft: 0, weeks: [] }))).toEqual({ kind: 'done' });
});

test.each([0, 1, NEEDED_WEEKS - 1])('%s weeks with a tick are too little to say anything', (active) => {
  const weeks = Array.from({ length: 8 }, (_, index) => (index < active ? 5 : 0));
  expect(forecastOf(input({ weeks }))).toEqual({ kind: 'too-little', active, planned: 1_035 });
});

describe('for any weeks', () => {
  const anyInput = fc.record({
    hoursLeft: fc.integer({ min: 1, max: 400 }),
    weeks: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: NEEDED_WEEKS, maxLength: 8 }),
    plannedPerWeek: fc.integer({ min: 1, max: 40 }),
    today: fc.constant(1_000),
    pausedUntil: fc.constant(null),
  });
  const far = Number.MAX_SAFE_INTEGER;

  test('a week without a tick changes nothing, wherever it stands', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(8), (given, at) => {
        expect(forecastOf({ ...given, weeks: given.weeks.toSpliced(at, 0, 0) })).toEqual(forecastOf(given));
      }),
    );
  });
  test('the order of the weeks does not matter', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        expect(forecastOf({ ...given, weeks: given.weeks.toReversed() })).toEqual(forecastOf(given));
      }),
    );
  });
  test('the range is one, and less to do or more done is never later', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { early, late } = rangeOf(given);
        expect(early ?? far).toBeLessThanOrEqual(late ?? far);
        const sooner = rangeOf({ ...given, weeks: given.weeks.map((hours) => hours + 1) });
        expect(sooner.early ?? far).toBeLessThanOrEqual(early ?? far);
        expect(sooner.late ?? far).toBeLessThanOrEqual(late ?? far);
        const shorter = rangeOf({ ...given, hoursLeft: given.hoursLeft / 2 });
        expect(shorter.late ?? far).toBeLessThanOrEqual(late ?? far);
      }),
    );
  });
});
