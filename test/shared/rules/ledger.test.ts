import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BARS } from '../../../shared/values.ts';
import { largestRemainder, ledgerOf, type PointedLine } from '../../../shared/rules/ledger.ts';
import { figuresOf, sharesOf } from '../../../shared/rules/readiness.ts';
import {
  anyWorld,
  knowledgeFrom,
  knowledgeOf,
  lineFrom,
  roleFrom,
  tallyFrom,
  type World,
} from '../../helpers/world.ts';

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const points = (lines: readonly PointedLine[]): number => sum(lines.map((line) => line.points));
const of = (lines: readonly PointedLine[]): number => sum(lines.map((line) => line.of));

describe('the largest remainder', () => {
  const table: readonly [string, number[], number, number[]][] = [
    ['gets the unit that is left', [1.2, 1.7, 1.1], 4, [1, 2, 1]],
    ['two units go to the two largest', [0.6, 0.5, 0.9], 2, [1, 0, 1]],
    ['a tie goes to the first', [0.5, 0.5], 1, [1, 0]],
    ['whole numbers stay as they are', [3, 4], 7, [3, 4]],
    ['99.9999999999 is 100 in truth', [99.9999999999, 0.0000000001], 100, [100, 0]],
    ['nothing gets nothing', [0, 0.5, 0.5], 1, [0, 1, 0]],
  ];
  test.each(table)('%s', (_, exact, total, whole) => {
    expect(largestRemainder(exact, total)).toEqual(whole);
  });

  test('never goes above a cap; the next one gets the unit', () => {
    expect(largestRemainder([1.9, 1.8, 0.3], 4, { most: [1, 2, 1] })).toEqual([1, 2, 1]);
  });

  test('never goes below what a line must have', () => {
    expect(largestRemainder([0.9, 0.8, 0.3], 2, { least: [0, 0, 1] })).toEqual([1, 0, 1]);
  });

  test('adds up to the total and is never a whole unit away', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 1, maxLength: 30 }),
        (exact) => {
          const total = Math.floor(sum(exact) + 1e-9);
          const whole = largestRemainder(exact, total);
          expect(sum(whole)).toBe(total);
          whole.forEach((value, index) => expect(Math.abs(value - exact[index]!)).toBeLessThan(1 + 1e-6));
        },
      ),
    );
  });
});

describe('the ledger of one role', () => {
  const knowledge = knowledgeFrom({
    a: tallyFrom({ 1: 'd' }),
    b: tallyFrom({ 1: 'd..' }),
    c: tallyFrom({ 1: '.' }),
    w: tallyFrom({ 1: 's' }),
  });

  test('shares the total among the lines by weight and share', () => {
    const { total, lines } = ledgerOf(
      roleFrom([lineFrom('a', 1, 2), lineFrom('b', 1, 3), lineFrom('c', 1, 5)]),
      knowledge,
      'covered',
    );
    expect(total).toBe(300);
    expect(lines.map((line) => [line.points, line.of])).toEqual([
      [200, 200],
      [100, 300],
      [0, 500],
    ]);
  });

  test('the total is rounded down to a tenth, so that 100 means done', () => {
    const many = knowledgeFrom({ a: tallyFrom({ 1: `${'d'.repeat(2_999)}.` }) });
    const role = roleFrom([lineFrom('a', 1)]);
    expect(figuresOf(role, many).covered).toBeGreaterThan(99.95);
    expect(ledgerOf(role, many, 'covered').total).toBe(999);
    expect(ledgerOf(roleFrom([lineFrom('b', 1)]), knowledge, 'covered').total).toBe(333);
  });

  test('a waived line stands there without points', () => {
    const { total, lines } = ledgerOf(roleFrom([lineFrom('a', 1), lineFrom('w', 1)]), knowledge, 'covered');
    expect(total).toBe(1000);
    expect(lines.map((line) => [line.points, line.of, line.pick.waived])).toEqual([
      [1000, 1000, false],
      [0, 0, true],
    ]);
  });

  test('fresh has no total while nothing is covered', () => {
    const { total, lines } = ledgerOf(roleFrom([lineFrom('c', 1)]), knowledge, 'fresh');
    expect(total).toBeNull();
    expect(lines.map((line) => [line.points, line.of])).toEqual([[0, 0]]);
  });

  test('gives no line more than it could have, where both are rounded', () => {
    const yesterday = knowledgeFrom({ a: tallyFrom({ 1: 'd' }, '2026-11-23') }, { halfLifeMonths: 60 });
    const { total, lines } = ledgerOf(
      roleFrom([5, 5, 2].map((weight) => lineFrom('a', 1, weight))),
      yesterday,
      'fresh',
    );
    expect(total).toBe(999);
    expect(points(lines)).toBe(999);
    for (const line of lines) expect(line.points).toBeLessThanOrEqual(line.of);
  });

  test('three equal thirds add up to the whole', () => {
    const { total, lines } = ledgerOf(
      roleFrom([lineFrom('a', 1), lineFrom('a', 1), lineFrom('a', 1)]),
      knowledge,
      'covered',
    );
    expect(total).toBe(1000);
    expect(points(lines)).toBe(1000);
  });
});

for (const bar of BARS) {
  describe(`for any state of any role, the ledger of ${bar}`, () => {
    const factsOf = (world: World) => {
      const knowledge = knowledgeOf(world);
      const ledger = ledgerOf(world.model, knowledge, bar);
      const shares = world.model.requirements.map((line) => sharesOf(line, knowledge)[bar]);
      const asks = shares.some((share) => share.of > 0);
      return { ...ledger, shares, asks, exact: figuresOf(world.model, knowledge)[bar] };
    };
    const check = (rule: (facts: ReturnType<typeof factsOf>) => void): void =>
      fc.assert(
        fc.property(anyWorld, (world) => {
          rule(factsOf(world));
        }),
        { numRuns: 500 },
      );

    test('has lines that add up to the total', () =>
      check(({ total, lines, asks }) => expect(points(lines)).toBe(asks ? total : 0)));

    test('has an `of` that adds up to 1000', () =>
      check(({ lines, asks }) => expect(of(lines)).toBe(asks ? 1000 : 0)));

    test('gives no line more than it could have', () =>
      check(({ lines }) => lines.forEach((line) => expect(line.points).toBeLessThanOrEqual(line.of))));

    test('shows a line that is met with the same figure twice', () =>
      check(({ lines, shares }) =>
        lines.forEach((line, index) => {
          if (shares[index]!.got >= shares[index]!.of) expect(line.points).toBe(line.of);
        }),
      ));

    test('has as its total the exact figure rounded down to a tenth', () =>
      check(({ total, exact }) => expect(total).toBe(exact === null ? null : Math.floor(exact * 10 + 1e-9))));

    test('says 100 only when every line is met', () =>
      check(({ total, shares }) => {
        if (total !== 1000) return;
        for (const share of shares) expect(share.got).toBeGreaterThanOrEqual(share.of - 1e-6);
      }));
  });
}

test('lines add up to the total of fresh also where a line of a quarter of a tenth is all that is not met', () => {
  const skills = {
    met: tallyFrom({ 1: 'd' }),
    quarter: tallyFrom({ 1: `d${'.'.repeat(19)}` }, '2026-11-23'),
    up: tallyFrom({ 1: 'r.........' }),
  };
  const role = roleFrom([
    ...Array.from({ length: 40 }, () => lineFrom('met', 1, 5)),
    lineFrom('quarter', 1),
    lineFrom('up', 1),
    lineFrom('up', 1),
  ]);
  const { total, lines } = ledgerOf(role, knowledgeFrom(skills, { halfLifeMonths: 60 }), 'fresh');
  expect(points(lines)).toBe(total);
});
