import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Level } from '../../../shared/values.ts';
import { epochDay } from '../../../shared/rules/days.ts';
import {
  coverage,
  countsUpTo,
  doneCoverage,
  emptyTally,
  freshness,
  isWaived,
  levelReached,
  moved,
  tallyOf,
  topLevel,
} from '../../../shared/rules/tally.ts';
import { anyTopic, tallyFrom, topicsFrom, TODAY } from '../../helpers/world.ts';

type Marks = Partial<Record<Level, string>>;

describe('coverage is counted / countable over the topics up to the level', () => {
  const table: readonly [string, Marks, Level, number][] = [
    ['nothing done', { 1: '...', 2: '..' }, 2, 0],
    ['learning counts nothing', { 1: 'lll' }, 1, 0],
    ['done and revise count one each', { 1: 'dr..' }, 1, 0.5],
    ['higher levels stay outside', { 1: 'dd', 3: '....' }, 2, 1],
    ['lower levels are inside', { 1: 'dd', 2: '..' }, 2, 0.5],
    ['a skipped topic is not countable', { 1: 'd.ss' }, 1, 0.5],
    ['all but one skipped', { 1: 'dsss' }, 1, 1],
    ['all skipped', { 1: 'ss' }, 1, 0],
    ['no topic at that level', { 3: 'dd' }, 2, 0],
  ];
  test.each(table)('%s', (_, marks, level, share) => {
    expect(coverage(tallyFrom(marks), level)).toBe(share);
  });

  test('counts say the same as n of m', () => {
    expect(countsUpTo(tallyFrom({ 1: 'dr.s', 2: 'dl', 3: 'd' }), 2)).toEqual({ done: 3, total: 5 });
  });

  test('what is up for revision is covered, but not done', () => {
    const tally = tallyFrom({ 1: 'ddrr' });
    expect(coverage(tally, 1)).toBe(1);
    expect(doneCoverage(tally, 1)).toBe(0.5);
    expect(doneCoverage(emptyTally, 4)).toBe(0);
  });
});

describe('a need is waived where there are topics and the person skipped every one', () => {
  const table: readonly [string, Marks, Level, boolean][] = [
    ['all skipped', { 1: 'ss', 2: 's' }, 2, true],
    ['one left', { 1: 'ss', 2: 's.' }, 2, false],
    ['the one left is above the level', { 1: 'ss', 3: '.' }, 2, true],
    ['no topic at all up to the level', { 3: 'ss' }, 2, false],
  ];
  test.each(table)('%s', (_, marks, level, waived) => {
    expect(isWaived(tallyFrom(marks), level)).toBe(waived);
  });
});

describe('the level reached is the highest with everything up to it counted', () => {
  const table: readonly [string, Marks, number][] = [
    ['nothing', { 1: '..', 2: '.' }, 0],
    ['one open topic holds the level back', { 1: 'dd.', 2: 'dd' }, 0],
    ['level 1', { 1: 'ddd', 2: 'd.' }, 1],
    ['revision keeps the level', { 1: 'rr', 2: 'd' }, 2],
    ['a skipped topic holds nothing back', { 1: 'ds', 2: 'd' }, 2],
    ['a gap below holds back what is above', { 1: 'd.', 2: 'dd', 3: 'dd' }, 0],
    ['a level without topics is stepped over', { 1: 'd', 3: 'd' }, 3],
    ['a skill that begins at level 2', { 2: 'd', 3: '.' }, 2],
    ['everything skipped reaches nothing', { 1: 'ss', 2: 's' }, 0],
    ['all', { 1: 'd', 2: 'd', 3: 'd', 4: 'd' }, 4],
  ];
  test.each(table)('%s', (_, marks, level) => {
    expect(levelReached(tallyFrom(marks))).toBe(level);
  });

  test('the top level is the highest that has a topic, skipped or not', () => {
    expect(topLevel(tallyFrom({ 1: '.', 3: 's' }))).toBe(3);
    expect(topLevel(emptyTally)).toBe(0);
  });
});

describe('freshness halves with every half-life', () => {
  const today = epochDay(TODAY);
  const table: readonly [string, number | null, number, number][] = [
    ['practised today', today, 12, 1],
    ['never practised', null, 12, 0],
    ['one half-life of 12 months', today - 12 * 30.4375, 12, 0.5],
    ['two half-lives', today - 24 * 30.4375, 12, 0.25],
    ['a longer half-life fades slower', today - 12 * 30.4375, 24, Math.SQRT1_2],
    ['practised in the future, because the clock was wrong', today + 30, 12, 1],
  ];
  test.each(table)('%s', (_, practised, months, share) => {
    expect(freshness(practised, today, months)).toBeCloseTo(share, 12);
  });
});

describe('the day of practice', () => {
  test('is the latest day on which a topic that still counts was set to done', () => {
    const tally = tallyOf([
      ...topicsFrom({ 1: 'd' }, '2026-11-01'),
      ...topicsFrom({ 2: 'dr' }, '2026-11-20'),
      ...topicsFrom({ 3: '.s' }),
    ]);
    expect(tally).toMatchObject({ practised: epochDay('2026-11-20'), practisedTopics: 2 });
    expect(tallyFrom({ 1: '.l' }).practised).toBeNull();
  });
});

describe('a move of one topic', () => {
  const [todo] = topicsFrom({ 2: '.' });
  const [done] = topicsFrom({ 2: 'd' });

  test('changes the counts of its level only', () => {
    const tally = tallyFrom({ 1: '.', 2: '..' });
    expect(moved(tally, todo!, done!)).toEqual(tallyFrom({ 1: '.', 2: 'd.' }));
  });

  test('asks for a recount where the latest day of practice goes with it', () => {
    expect(moved(tallyFrom({ 2: 'd.' }), done!, todo!)).toBeNull();
    expect(moved(tallyFrom({ 2: 'dd' }), done!, todo!)).toEqual(tallyFrom({ 2: '.d' }));
  });

  test('equals a recount whenever it is not null', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        fc.array(anyTopic, { minLength: 1, maxLength: 10 }),
        fc.nat(),
        anyTopic,
        (topics, at, next) => {
          const index = at % topics.length;
          const before = topics[index]!;
          const after = { ...next, level: before.level };
          const quick = moved(tallyOf(topics), before, after);
          if (quick === null) return;
          compared += 1;
          expect(quick).toEqual(tallyOf(topics.with(index, after)));
        },
      ),
      { numRuns: 2_000 },
    );
    expect(compared).toBeGreaterThan(500);
  });
});

test('the order in which topics are counted does not matter', () => {
  const twoOrders = fc
    .array(anyTopic, { maxLength: 12 })
    .chain((topics) =>
      fc.tuple(fc.constant(topics), fc.shuffledSubarray(topics, { minLength: topics.length })),
    );
  fc.assert(
    fc.property(twoOrders, ([topics, shuffled]) => {
      expect(tallyOf(shuffled)).toEqual(tallyOf(topics));
    }),
  );
});

test('no count is ever negative, and what is counted never exceeds what is countable', () => {
  fc.assert(
    fc.property(
      fc.array(anyTopic, { maxLength: 12 }),
      fc.constantFrom<Level>(1, 2, 3, 4),
      (topics, level) => {
        const tally = tallyOf(topics);
        const { done, total } = countsUpTo(tally, level);
        expect(done).toBeGreaterThanOrEqual(0);
        expect(done).toBeLessThanOrEqual(total);
        expect(coverage(tally, level)).toBeLessThanOrEqual(1);
        expect(doneCoverage(tally, level)).toBeLessThanOrEqual(coverage(tally, level));
      },
    ),
  );
});
