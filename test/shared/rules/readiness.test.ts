import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { membersOf } from '../../../shared/rules/choices.ts';
import { figuresOf, pickMember, sharesOf } from '../../../shared/rules/readiness.ts';
import {
  anyWorld,
  knowledgeFrom,
  knowledgeOf,
  lineFrom,
  needFrom,
  roleFrom,
  tallyFrom,
  ticked,
} from '../../helpers/world.ts';

describe('covered', () => {
  test('is the weighted mean of the coverage of the lines', () => {
    const knowledge = knowledgeFrom({
      a: tallyFrom({ 1: 'd.' }),
      b: tallyFrom({ 1: 'dddd' }),
      c: tallyFrom({ 1: '.' }),
    });
    const role = roleFrom([lineFrom('a', 1, 4), lineFrom('b', 1, 1), lineFrom('c', 1, 5)]);
    expect(figuresOf(role, knowledge).covered).toBeCloseTo(100 * ((4 * 0.5 + 1) / 10), 12);
  });

  test('a waived line leaves the sums of all three bars', () => {
    const knowledge = knowledgeFrom(
      { a: tallyFrom({ 1: 'd' }), b: tallyFrom({ 1: 'ss' }) },
      { evidence: { a: 1 } },
    );
    const role = roleFrom([lineFrom('a', 1), lineFrom('b', 1, 5)]);
    expect(figuresOf(role, knowledge)).toEqual({ covered: 100, proven: 100, fresh: 100 });
    expect(sharesOf(role.requirements[1]!, knowledge)).toMatchObject({
      covered: { got: 0, of: 0 },
      proven: { got: 0, of: 0 },
      fresh: { got: 0, of: 0 },
    });
  });

  test('a role whose every line is waived asks for nothing', () => {
    const knowledge = knowledgeFrom({ a: tallyFrom({ 1: 's' }) });
    expect(figuresOf(roleFrom([lineFrom('a', 1)]), knowledge)).toEqual({
      covered: 100,
      proven: 100,
      fresh: null,
    });
  });

  test('is exactly 100, not 99.99, when every line is met', () => {
    const knowledge = knowledgeFrom({ a: tallyFrom({ 1: 'ddd' }) });
    const role = roleFrom([1, 2, 3, 4, 5, 3, 1].map((weight) => lineFrom('a', 1, weight)));
    expect(figuresOf(role, knowledge).covered).toBe(100);
  });
});

describe('proven', () => {
  const table: readonly [number, 1 | 2 | 3 | 4, number][] = [
    [0, 2, 0],
    [1, 2, 50],
    [2, 2, 100],
    [4, 2, 100],
    [1, 4, 25],
    [3, 4, 75],
  ];
  test.each(table)('evidence %i for level %i proves %f percent', (evidence, level, percent) => {
    const knowledge = knowledgeFrom({ a: tallyFrom({ 1: '.' }) }, { evidence: { a: evidence as 0 } });
    expect(figuresOf(roleFrom([lineFrom('a', level)]), knowledge).proven).toBe(percent);
  });
});

describe('fresh', () => {
  test('has no figure while nothing is covered', () => {
    const knowledge = knowledgeFrom({ a: tallyFrom({ 1: '..' }) });
    expect(figuresOf(roleFrom([lineFrom('a', 1)]), knowledge).fresh).toBeNull();
  });

  test('measures itself against what is covered: one topic done today is wholly fresh', () => {
    const knowledge = knowledgeFrom({ a: tallyFrom({ 1: 'd...' }), b: tallyFrom({ 1: '....' }) });
    expect(figuresOf(roleFrom([lineFrom('a', 1), lineFrom('b', 1)]), knowledge).fresh).toBe(100);
  });

  test('halves with the half-life of the skill', () => {
    const knowledge = knowledgeFrom({ a: tallyFrom({ 1: 'd' }, '2022-11-24') }, { halfLifeMonths: 48 });
    expect(figuresOf(roleFrom([lineFrom('a', 1)]), knowledge).fresh).toBeCloseTo(50, 3);
  });

  test('what is up for revision is covered, but not fresh', () => {
    const knowledge = knowledgeFrom({ a: tallyFrom({ 1: 'dr' }) });
    expect(figuresOf(roleFrom([lineFrom('a', 1)]), knowledge)).toMatchObject({ covered: 100, fresh: 50 });
  });

  test('weighs the lines by what they cover', () => {
    const knowledge = knowledgeFrom({ a: tallyFrom({ 1: 'd' }), b: tallyFrom({ 1: 'r.' }) });
    const role = roleFrom([lineFrom('a', 1, 3), lineFrom('b', 1, 2)]);
    expect(figuresOf(role, knowledge).fresh).toBeCloseTo(75, 12);
  });
});

describe('choose one', () => {
  const skills = {
    a: tallyFrom({ 1: 'd...' }),
    b: tallyFrom({ 1: 'dd..' }),
    c: tallyFrom({ 1: 'dd..' }),
    w: tallyFrom({ 1: 'ss' }),
  };
  const pick = (members: readonly string[], bar: 'covered' | 'proven' | 'fresh', evidence = {}): string =>
    pickMember(needFrom(members, 1), knowledgeFrom(skills, { evidence }), bar).skill;

  test('the member with the highest coverage counts for covered and fresh', () => {
    expect(pick(['a', 'b'], 'covered')).toBe('b');
    expect(pick(['a', 'b'], 'fresh')).toBe('b');
  });

  test('the member with the highest evidence counts for proven', () => {
    expect(pick(['a', 'b'], 'proven', { a: 2, b: 1 })).toBe('a');
    const shares = sharesOf(lineFrom(['a', 'b'], 1, 4), knowledgeFrom(skills, { evidence: { a: 2, b: 1 } }));
    expect(shares.covered).toMatchObject({ pick: { skill: 'b' }, got: 2 });
    expect(shares.proven).toMatchObject({ pick: { skill: 'a' }, got: 4 });
    expect(shares.fresh).toMatchObject({ pick: { skill: 'b' } });
  });

  test('a tie goes to the first in the order of the file', () => {
    expect(pick(['b', 'c'], 'covered')).toBe('b');
    expect(pick(['c', 'b'], 'covered')).toBe('c');
    expect(pick(['c', 'b'], 'proven', { b: 2, c: 2 })).toBe('c');
    expect(pick(['a', 'b'], 'proven')).toBe('a');
  });

  test('a waived member is passed over, also for proven', () => {
    expect(pick(['w', 'a'], 'covered')).toBe('a');
    expect(pick(['w', 'a'], 'proven', { w: 4 })).toBe('a');
  });

  test('the need is waived when every member is', () => {
    const knowledge = knowledgeFrom({ a: tallyFrom({ 1: 's' }), b: tallyFrom({ 1: 's' }) });
    expect(pickMember(needFrom(['a', 'b'], 1), knowledge, 'covered')).toEqual({ skill: 'a', waived: true });
  });

  test('the coverage that decides is the one up to the level asked for', () => {
    const deep = { a: tallyFrom({ 1: 'd', 3: 'ddd' }), b: tallyFrom({ 1: 'dd', 3: '...' }) };
    expect(pickMember(needFrom(['b', 'a'], 3), knowledgeFrom(deep), 'covered').skill).toBe('a');
    expect(pickMember(needFrom(['b', 'a'], 1), knowledgeFrom(deep), 'covered').skill).toBe('b');
  });

  test('a member that the person fixed counts even if another is further', () => {
    const group = { id: 'g', members: ['a', 'b'], pairs: new Map() };
    const members = membersOf(group, new Map([['g', 'a']]));
    expect(figuresOf(roleFrom([lineFrom(members, 1)]), knowledgeFrom(skills)).covered).toBe(25);
  });

  test('a fixed member whose topics are all skipped waives the line', () => {
    expect(sharesOf({ ...lineFrom('w', 1), group: 'g' }, knowledgeFrom(skills)).covered).toMatchObject({
      of: 0,
    });
  });
});

describe('for any state of any role', () => {
  test('ticking never lowers covered', () => {
    fc.assert(
      fc.property(anyWorld, fc.nat(), fc.nat(), (world, skillAt, topicAt) => {
        const skills = Object.keys(world.topics);
        const skill = skills[skillAt % skills.length]!;
        const after = ticked(world, skill, topicAt % world.topics[skill]!.length);
        expect(figuresOf(world.model, knowledgeOf(after)).covered).toBeGreaterThanOrEqual(
          figuresOf(world.model, knowledgeOf(world)).covered - 1e-9,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  test('the order of ticks does not matter', () => {
    const worldAndTicks = anyWorld.chain((world) => {
      const places = Object.entries(world.topics).flatMap(([skill, list]) =>
        list.map((_, index) => ({ skill, index })),
      );
      return fc
        .subarray(places, { maxLength: 12 })
        .chain((some) =>
          fc.tuple(
            fc.constant(world),
            fc.constant(some),
            fc.shuffledSubarray(some, { minLength: some.length }),
          ),
        );
    });
    fc.assert(
      fc.property(worldAndTicks, ([world, some, shuffled]) => {
        const end = (ticks: typeof some): unknown =>
          figuresOf(
            world.model,
            knowledgeOf(ticks.reduce((now, { skill, index }) => ticked(now, skill, index), world)),
          );
        expect(end(shuffled)).toEqual(end(some));
      }),
      { numRuns: 200 },
    );
  });

  test('every figure lies between 0 and 100', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const { covered, proven, fresh } = figuresOf(world.model, knowledgeOf(world));
        for (const figure of [covered, proven, fresh ?? 0]) {
          expect(figure).toBeGreaterThanOrEqual(0);
          expect(figure).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('setting everything to done reaches 100, unless a level has no topic at all', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const places = Object.entries(world.topics).flatMap(([skill, list]) =>
          list.map((_, index) => ({ skill, index })),
        );
        const all = places.reduce((now, { skill, index }) => ticked(now, skill, index), world);
        const knowledge = knowledgeOf(all);
        const isEmpty = world.model.requirements.some(({ members, level }) =>
          members.every((skill) => world.topics[skill]!.every((topic) => topic.level > level)),
        );
        fc.pre(!isEmpty);
        expect(figuresOf(world.model, knowledge).covered).toBe(100);
      }),
      { numRuns: 300 },
    );
  });
});
