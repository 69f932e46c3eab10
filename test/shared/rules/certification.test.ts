import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  examReadiness,
  gainOf,
  latestPractice,
  retakeFrom,
  sharesOf,
  standingOf,
  weightSum,
} from '../../../shared/rules/certification.ts';
import type { Confidence } from '../../../shared/values.ts';

const exact = (...weights: (number | null)[]) => weights.map((weight) => ({ low: weight, high: weight }));
const range = (...ranges: [number | null, number | null][]) => ranges.map(([low, high]) => ({ low, high }));
const percents = (shares: readonly number[]): number[] =>
  shares.map((share) => Math.round(share * 1000) / 10);

describe('the share of each part of an exam', () => {
  test.each([
    ['exact weights', exact(32, 26, 24, 18), [32, 26, 24, 18]],
    ['the middle of ranges, in proportion', range([20, 30], [30, 40], [30, 50]), [25, 35, 40]],
    [
      'what the others leave, where a range is not known',
      range([20, 25], [25, 30], [null, null], [null, null]),
      [22.5, 27.5, 25, 25],
    ],
    ['equal shares where the issuer publishes none', exact(null, null, null, null), [25, 25, 25, 25]],
    ['weights that add up to 50, in proportion', exact(10, 40), [20, 80]],
    ['weights that add up to 200, in proportion', exact(150, 50), [75, 25]],
    [
      'an unknown part beside others that leave nothing counts as an average one',
      exact(50, 50, null),
      [33.3, 33.3, 33.3],
    ],
    ['all weights 0', exact(0, 0), [50, 50]],
    ['a single part', exact(null), [100]],
    ['half of a range', range([20, null], [null, 60]), [25, 75]],
  ])('%s', (_name, domains, expected) => {
    expect(percents(sharesOf(domains))).toEqual(expected);
  });

  test('adds up to one, whatever was typed', () => {
    const weight = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(
        fc.array(fc.record({ low: weight, high: weight }), { minLength: 1, maxLength: 20 }),
        (domains) => {
          const shares = sharesOf(domains);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
          expect(shares.every((share) => share >= 0)).toBe(true);
        },
      ),
    );
  });

  test('the sum of what was typed is told as it is', () => {
    expect(weightSum(exact(10, 40))).toBe(50);
    expect(weightSum(exact(null))).toBeNull();
  });
});

describe('readiness', () => {
  const parts = (...rated: [number, Confidence | null][]) =>
    rated.map(([share, confidence]) => ({ share, confidence }));

  test.each([
    ['nothing rated', parts([0.5, null], [0.5, null]), null],
    ['all new', parts([0.5, 0], [0.5, 0]), 0],
    ['half of it sure', parts([0.5, 4], [0.5, null]), 50],
    ['by weight', parts([0.8, 4], [0.2, 0]), 80],
    ['all sure', parts([0.3, 4], [0.7, 4]), 100],
  ])('%s', (_name, rated, expected) => {
    const value = examReadiness(rated);
    if (expected === null) expect(value).toBeNull();
    else expect(value).toBeCloseTo(expected, 9);
  });

  test('what is missing is what all parts together can gain', () => {
    const rated = parts([0.32, 3], [0.26, 1], [0.24, null], [0.18, 4]);
    const gains = rated.map(gainOf);
    expect(gains.map((gain) => Math.round(gain * 10) / 10)).toEqual([8, 19.5, 24, 0]);
    expect(100 - examReadiness(rated)!).toBeCloseTo(
      gains.reduce((sum, gain) => sum + gain, 0),
      9,
    );
  });
});

describe('the last practice exam', () => {
  const parts = [
    { id: 'a', share: 0.75 },
    { id: 'b', share: 0.25 },
  ];
  const practice = (takenOn: string, score: number | null, domains = {}) => ({ takenOn, score, domains });
  const [newer, older] = ['2026-11-20', '2026-11-02'];

  test.each([
    ['none', [], null],
    ['the newest score', [practice(newer, 64), practice(older, 90)], { percent: 64, takenOn: newer }],
    [
      'what all parts make by their share, where the whole has none',
      [practice(newer, null, { a: 60, b: 100 })],
      { percent: 70, takenOn: newer },
    ],
    [
      'the one before, where the newest knows but a part',
      [practice(newer, null, { a: 60 }), practice(older, 48)],
      { percent: 48, takenOn: older },
    ],
    ['nothing, where only parts are known', [practice(newer, null, { b: 10 })], null],
  ])('is %s', (_name, results, expected) => {
    expect(latestPractice(results, parts)).toEqual(expected);
  });

  test('of an exam without parts is its score alone', () => {
    expect(latestPractice([practice(newer, null)], [])).toBeNull();
  });
});

describe('a day some months later', () => {
  test.each([
    ['2026-11-24', 36, '2029-11-24'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected);
  });
});

describe('a credential', () => {
  test.each([
    ['never expires', null, null, { state: 'lasting', dueFrom: null, dueAssumed: false, daysLeft: null }],
    [
      'is valid long before',
      '2028-01-01',
      null,
      { state: 'valid', dueFrom: '2027-10-03', dueAssumed: true, daysLeft: 403 },
    ],
    [
      'is due from the first day of the window of the issuer',
      '2027-01-23',
      60,
      { state: 'renewal due', dueFrom: '2026-11-24', dueAssumed: false, daysLeft: 60 },
    ],
    [
      'is not due the day before',
      '2027-01-24',
      60,
      { state: 'valid', dueFrom: '2026-11-25', dueAssumed: false, daysLeft: 61 },
    ],
    [
      'is still good on its last day',
      '2026-11-24',
      null,
      { state: 'renewal due', dueFrom: '2026-08-26', dueAssumed: true, daysLeft: 0 },
    ],
    [
      'is expired the day after',
      '2026-11-23',
      null,
      { state: 'expired', dueFrom: '2026-08-25', dueAssumed: true, daysLeft: -1 },
    ],
  ])('%s', (_name, expiresOn, opens, expected) => {
    expect(standingOf(expiresOn, opens, '2026-11-24')).toEqual(expected);
  });
});

describe('after a failed try the exam may be taken again', () => {
  const failed = (takenOn: string) => ({ takenOn, outcome: 'failed' as const });
  const waits = [14, 60, 365];
  test.each([
    ['after the first wait', [failed('2026-11-01')], waits, '2026-11-15'],
    [
      'after the second wait, in whatever order they are listed',
      [failed('2026-11-20'), failed('2026-11-01')],
      waits,
      '2027-01-19',
    ],
    [
      'after the last wait from then on',
      [failed('2024-01-01'), failed('2024-02-01'), failed('2025-01-01'), failed('2026-01-01')],
      waits,
      '2027-01-01',
    ],
    ['when the person knows: no wait is stated', [failed('2026-11-01')], [], null],
    [
      'without a wait after a pass',
      [failed('2026-11-01'), { takenOn: '2026-11-20', outcome: 'passed' as const }],
      waits,
      null,
    ],
    [
      'counted anew after a pass',
      [failed('2020-01-01'), { takenOn: '2020-02-01', outcome: 'passed' as const }, failed('2026-11-01')],
      waits,
      '2026-11-15',
    ],
    ['not told while the result is out', [{ takenOn: '2026-11-20', outcome: null }], waits, null],
  ])('%s', (_name, tries, stated, expected) => {
    expect(retakeFrom(tries, stated)).toBe(expected);
  });
});
