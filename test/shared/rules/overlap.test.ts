import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestSkills } from '../../../shared/rules/best-skills.ts';
import { hoursLeft } from '../../../shared/rules/hours.ts';
import { extraOf, hoursRange, planOf, roundedHours } from '../../../shared/rules/overlap.ts';
import { figuresOf, type Knowledge, type RoleModel } from '../../../shared/rules/readiness.ts';
import { LEAST_HOURS } from '../../../shared/rules/skill-gains.ts';
import { tallyOf, type SkillTally } from '../../../shared/rules/tally.ts';
import type { Level } from '../../../shared/values.ts';
import { knowledgeFrom, lineFrom, roleFrom, tallyFrom, topicsFrom } from '../../helpers/world.ts';

const hoursOf = (): number => 10;

describe('hours left', () => {
  test.each([
    [1, '', 2.5],
    [2, '', 6],
    [3, '', 10],
    [4, '', 13.333_333],
    [2, 'd', 4.5],
    [2, 's', 6],
  ] as const)('to level %s with %s of four topics: %s of ten', (level, marks, hours) => {
    const tally = tallyFrom({ 1: marks.padEnd(2, '.'), 2: '..' });
    expect(hoursLeft(10, level, tally)).toBeCloseTo(hours, 5);
  });
  test('are none of what is skipped', () => expect(hoursLeft(10, 1, tallyFrom({ 1: 'ss' }))).toBe(0));
});

describe('one more role', () => {
  const known = knowledgeFrom({
    a: tallyFrom({ 1: '..', 2: '..' }),
    b: tallyFrom({ 1: '..' }),
    c: tallyFrom({ 1: '..' }),
    d: tallyFrom({ 1: 'dd' }),
  });
  const first = roleFrom([lineFrom('a', 1), lineFrom('b', 1)], [], 'first');

  test('costs the skills that the others leave out, and the levels above theirs', () => {
    const role = roleFrom([lineFrom('a', 2), lineFrom('b', 1), lineFrom('c', 1), lineFrom('d', 1)]);
    expect(extraOf(role, [first], known, hoursOf)).toEqual({
      more: ['c'],
      deeper: ['a'],
      hours: 6,
      exact: true,
    });
  });
  test('costs nothing where the others ask for all of it', () => {
    expect(extraOf(first, [first], known, hoursOf)).toEqual({ more: [], deeper: [], hours: 0, exact: true });
  });
  test.each([
    ['a line', lineFrom('e', 1)],
    ['a choice', lineFrom(['e', 'c'], 1)],
  ])('goes deeper in a skill that another role has finished at a lower level through %s', (_, line) => {
    const begun = knowledgeFrom({ c: tallyFrom({ 1: '..' }), e: tallyFrom({ 1: 'dd', 2: '..' }) });
    const others = [roleFrom([line], [], 'other')];
    const expected = { more: [], deeper: ['e'] };
    expect(extraOf(roleFrom([lineFrom('e', 2)]), others, begun, hoursOf)).toMatchObject(expected);
    expect(extraOf(roleFrom([lineFrom(['e'], 2)]), others, begun, hoursOf)).toMatchObject(expected);
  });
  test('chooses the member of a group that another role asks for anyway', () => {
    const role = roleFrom([lineFrom(['c', 'b'], 1)]);
    expect(extraOf(role, [first], known, hoursOf)).toMatchObject({ more: [], hours: 0 });
  });
  test('is said as about, where there is more to choose among than can be tried', () => {
    const many = Array.from({ length: 13 }, (_, index) => `m${index}`);
    const wide = knowledgeFrom(Object.fromEntries(many.map((id) => [id, tallyFrom({ 1: '.' })])));
    const groups = (...sizes: number[]) =>
      roleFrom(sizes.map((size) => ({ ...lineFrom(many.slice(0, size), 1), group: `first ${size}` })));
    expect(planOf([groups(13, 12)], wide, hoursOf)).toMatchObject({ exact: false, hours: 2.5 });
    expect(planOf([groups(12, 11)], wide, hoursOf)).toMatchObject({ exact: true, hours: 2.5 });
    // A choice that has nothing to do with another is the cheapest member, however many there are.
    expect(planOf([groups(13)], wide, hoursOf).exact).toBe(true);
  });
});

test('hours of a role run from its cheapest choices to its dearest, a quarter off either way', () => {
  const known = knowledgeFrom({ a: tallyFrom({ 1: '..' }), b: tallyFrom({ 1: '..' }) });
  const cost = (skill: string): number => (skill === 'a' ? 80 : 40);
  expect(hoursRange(roleFrom([lineFrom(['a', 'b'], 1)]), known, cost)).toEqual({ low: 8, high: 25 });
  expect([3.4, 12, 58, 61, 104, 0].map(roundedHours)).toEqual([3, 10, 60, 60, 100, 0]);
});

// Random cases of up to twelve skills

type Case = {
  readonly marks: Readonly<Record<string, Partial<Record<Level, string>>>>;
  readonly hours: Readonly<Record<string, number>>;
  readonly roles: readonly RoleModel[];
  readonly count: number;
};

const level = fc.constantFrom<Level>(1, 2, 3, 4);
const letters = fc.string({ unit: fc.constantFrom('.', '.', 'd', 'l', 's'), minLength: 1, maxLength: 2 });
const anyCase: fc.Arbitrary<Case> = fc.integer({ min: 2, max: 12 }).chain((size) => {
  const ids = Array.from({ length: size }, (_, index) => `s${index}`);
  const skill = fc.constantFrom(...ids);
  const members = fc.oneof(skill, fc.uniqueArray(skill, { minLength: 2, maxLength: Math.min(4, size) }));
  const line = fc.tuple(members, level, fc.integer({ min: 1, max: 5 }));
  const role = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) =>
    roleFrom(
      lines.map(([who, at, weight]) => ({
        ...lineFrom(who, at, weight),
        group: typeof who === 'string' ? null : who.join(' or '),
      })),
    ),
  );
  const perSkill = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
    fc.record(Object.fromEntries(ids.map((id) => [id, value])));
  return fc.record({
    marks: perSkill(fc.record({ 1: letters, 2: letters, 3: letters, 4: letters })),
    hours: perSkill(fc.integer({ min: 0, max: 60 })),
    roles: fc.tuple(role, role).map(([one, two]) => [
      { ...one, role: 'one' },
      { ...two, role: 'two' },
    ]),
    count: fc.integer({ min: 1, max: 5 }),
  });
});

const knowledgeOf = (tallies: Readonly<Record<string, SkillTally>>): Knowledge => knowledgeFrom(tallies);
const talliesOf = ({ marks }: Case): Record<string, SkillTally> =>
  Object.fromEntries(Object.entries(marks).map(([id, one]) => [id, tallyFrom(one)]));

/** The world with some skills finished up to a level. */
const finished = ({ marks }: Case, skills: ReadonlyMap<string, Level>): Knowledge =>
  knowledgeOf(
    Object.fromEntries(
      Object.entries(marks).map(([id, one]) => [
        id,
        tallyOf(
          topicsFrom(one).map((topic) =>
            topic.status !== 'skipped' && topic.level <= (skills.get(id) ?? 0)
              ? { ...topic, status: 'done' as const, doneOn: '2026-11-24' }
              : topic,
          ),
        ),
      ]),
    ),
  );
const coveredIn = (roles: readonly RoleModel[], known: Knowledge): number =>
  roles.reduce((sum, role) => sum + figuresOf(role, known).covered, 0);

const subsetsOf = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: 2 ** items.length }, (_, mask) => items.filter((_item, index) => mask & (1 << index)));

describe('against trying everything, on 1,000 random cases of up to twelve skills', () => {
  test('no other choice of as many skills brings more per hour', () => {
    fc.assert(
      fc.property(anyCase, (world) => {
        const known = knowledgeOf(talliesOf(world));
        const cost = (skill: string): number => world.hours[skill]!;
        const before = coveredIn(world.roles, known);
        const found = bestSkills(world.roles, known, cost, world.count);
        expect(found.exact).toBe(true);
        const chosen = new Map(found.skills.map((one) => [one.skill, one.level]));
        expect(coveredIn(world.roles, finished(world, chosen)) - before).toBeCloseTo(found.gain, 6);

        // Each skill that an open line could use, up to the highest level of such a line.
        const open = world.roles.flatMap((role) =>
          role.requirements.filter((line) => figuresOf(roleFrom([line]), known).covered < 100),
        );
        const candidates = [...new Set(open.flatMap(({ members }) => members))].flatMap((skill) => {
          const asked = open.filter(({ members, level: at }) => {
            if (!members.includes(skill)) return false;
            return world.marks[skill] !== undefined && countable(world, skill, at) > 0;
          });
          const high = Math.max(0, ...asked.map((line) => line.level));
          return high === 0 ? [] : [{ skill, level: high as Level }];
        });
        const size = Math.min(world.count, candidates.length);
        expect(found.skills).toHaveLength(size);
        const rates = subsetsOf(candidates)
          .filter((subset) => subset.length === size && size > 0)
          .map((subset) => {
            const hours = subset.reduce(
              (sum, { skill, level: at }) =>
                sum + Math.max(LEAST_HOURS, hoursLeft(cost(skill), at, known.tally(skill))),
              0,
            );
            const after = finished(world, new Map(subset.map((one) => [one.skill, one.level])));
            return (coveredIn(world.roles, after) - before) / hours;
          });
        if (size > 0) expect(found.gain / found.hours).toBeCloseTo(Math.max(...rates), 6);
      }),
      { numRuns: 1_000 },
    );
  });

  test('no other way to make the choices finishes the roles in fewer hours', () => {
    fc.assert(
      fc.property(anyCase, (world) => {
        const known = knowledgeOf(talliesOf(world));
        const cost = (skill: string): number => world.hours[skill]!;
        // The plainest way has to be gone to its end.
        fc.pre(choicesOf(world).reduce((product, { length }) => product * length, 1) <= 5_000);
        const plan = planOf(world.roles, known, cost);
        expect(plan.exact).toBe(true);
        // Done as planned, nothing that can be met is left open.
        const reachable = new Map(Object.keys(world.marks).map((id) => [id, 4 as const]));
        expect(coveredIn(world.roles, finished(world, plan.skills))).toBeCloseTo(
          coveredIn(world.roles, finished(world, reachable)),
          6,
        );
        expect(plan.hours).toBeCloseTo(leastHours(world, known, cost), 6);
      }),
      { numRuns: 1_000 },
    );
  });

  test('one more role never costs less than nothing, and a role that is a target costs nothing', () => {
    fc.assert(
      fc.property(anyCase, (world) => {
        const known = knowledgeOf(talliesOf(world));
        const cost = (skill: string): number => world.hours[skill]!;
        const [one, two] = world.roles as [RoleModel, RoleModel];
        const both = planOf([one, two], known, cost).hours;
        const extra = extraOf(two, [one], known, cost);
        expect(extra.hours).toBeGreaterThanOrEqual(0);
        expect(planOf([one], known, cost).hours + extra.hours).toBeCloseTo(both, 6);
        expect(extraOf(one, [one, two], known, cost)).toMatchObject({ more: [], deeper: [], hours: 0 });
      }),
      { numRuns: 300 },
    );
  });
});

const countable = (world: Case, skill: string, at: Level): number =>
  Object.entries(world.marks[skill]!)
    .filter(([own]) => Number(own) <= at)
    .reduce((sum, [, marks]) => sum + Array.from(marks).filter((mark) => mark !== 's').length, 0);

/** What each line with a choice can be met by; lines of one group and level are one choice. */
const choicesOf = (world: Case): { skill: string; level: Level }[][] =>
  [
    ...new Map(
      world.roles
        .flatMap(({ requirements }) => requirements)
        .filter(({ members }) => members.length > 1)
        .map(({ group, level: at, members }) => [`${group} ${at}`, { members, at }]),
    ).values(),
  ]
    .map(({ members, at }) =>
      members.filter((skill) => countable(world, skill, at) > 0).map((skill) => ({ skill, level: at })),
    )
    .filter((options) => options.length > 0);

/** Every combination of one member per choice, added up in the plainest way. */
const leastHours = (world: Case, known: Knowledge, cost: (skill: string) => number): number => {
  const combinations = choicesOf(world).reduce<{ skill: string; level: Level }[][]>(
    (all, options) => all.flatMap((chosen) => options.map((option) => [...chosen, option])),
    [[]],
  );
  const forced = world.roles
    .flatMap(({ requirements }) => requirements)
    .filter(({ members }) => members.length === 1)
    .map(({ members, level: at }) => ({ skill: members[0]!, level: at }));
  return Math.min(
    ...combinations.map((chosen) => {
      const levels = new Map<string, Level>();
      for (const { skill, level: at } of [...forced, ...chosen])
        levels.set(skill, Math.max(levels.get(skill) ?? 0, at) as Level);
      return [...levels].reduce(
        (sum, [skill, at]) => sum + hoursLeft(cost(skill), at, known.tally(skill)),
        0,
      );
    }),
  );
};
