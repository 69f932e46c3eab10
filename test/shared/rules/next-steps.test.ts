import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gainsOf, nextSteps, type Step, type StepInputs } from '../../../shared/rules/next-steps.ts';
import { figuresOf, type Knowledge, type RoleModel } from '../../../shared/rules/readiness.ts';
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

const skills = {
  zero: tallyFrom({ 1: '....' }),
  half: tallyFrom({ 1: 'dd..' }),
  full: tallyFrom({ 1: 'dd' }),
  other: tallyFrom({ 1: '..' }),
  faded: tallyFrom({ 1: 'dd' }, '2025-11-24'),
  waived: tallyFrom({ 1: 'ss' }),
};
const knowledge = knowledgeFrom(skills);
const inputs = (other: Partial<StepInputs> = {}): StepInputs => ({
  hoursOf: () => 10,
  prerequisites: () => [],
  isBegun: () => false,
  exams: [],
  due: [],
  ...other,
});
const stepsOf = (
  targets: readonly RoleModel[],
  other: Partial<StepInputs> = {},
  known: Knowledge = knowledge,
): readonly Step[] => nextSteps(targets, known, inputs(other));
const names = (steps: readonly Step[]): string[] => steps.map(({ key }) => key);
const kinds = (step: Step | undefined): string[] => step?.reasons.map(({ kind }) => kind) ?? [];

describe('what to do next', () => {
  test('is what brings most points for each hour', () => {
    const role = roleFrom([lineFrom('zero', 1, 2), lineFrom('other', 1, 2)]);
    const hoursOf = (skill: string): number => (skill === 'zero' ? 20 : 10);
    expect(names(stepsOf([role], { hoursOf }))).toEqual(['other', 'zero']);
    expect(names(stepsOf([role], { hoursOf: (skill) => 30 - hoursOf(skill) }))).toEqual(['zero', 'other']);
  });

  test('counts a skill in every target that needs it, and says so', () => {
    const first = roleFrom([lineFrom('zero', 1, 3), lineFrom('other', 1, 2)], [], 'first');
    const second = roleFrom([lineFrom('other', 1, 2), lineFrom('half', 1, 2)], [], 'second');
    const [top] = stepsOf([first, second]);
    expect(top).toMatchObject({ skill: 'other', gain: 90 });
    expect(top?.gains).toEqual([
      { role: 'first', points: 40 },
      { role: 'second', points: 50 },
    ]);
    expect(top?.reasons).toContainEqual({ kind: 'several-targets', count: 2 });
  });

  test('puts the entry list first, foundations before the core, and the advanced stage last', () => {
    const role = roleFrom(
      [
        lineFrom('other', 1, 1, 'advanced'),
        lineFrom('zero', 1, 1, 'core'),
        lineFrom('a', 1, 1, 'foundation'),
        lineFrom('b', 1, 1, 'core'),
      ],
      [needFrom('b', 1)],
    );
    const known = knowledgeFrom({ ...skills, a: tallyFrom({ 1: '..' }), b: tallyFrom({ 1: '..' }) });
    const steps = stepsOf([role], {}, known);
    expect(names(steps)).toEqual(['b', 'a', 'zero', 'other']);
    expect(steps.map((step) => kinds(step)[0])).toEqual(['entry', 'stage', 'stage', 'stage']);
  });

  test('goes on with what is begun before it begins something as good', () => {
    const role = roleFrom([lineFrom('other', 1), lineFrom('zero', 1)]);
    expect(names(stepsOf([role]))).toEqual(['other', 'zero']);
    const [top] = stepsOf([role], { isBegun: (skill) => skill === 'zero' });
    expect(top).toMatchObject({ skill: 'zero' });
    expect(kinds(top)).toContain('begun');
  });

  test('leaves out what is met and what is waived', () => {
    expect(stepsOf([roleFrom([lineFrom('full', 1), lineFrom('waived', 1)], [needFrom('full', 1)])])).toEqual(
      [],
    );
    expect(stepsOf([])).toEqual([]);
  });

  test('asks the person to choose while nothing of a group is begun, and goes on with what is', () => {
    expect(stepsOf([roleFrom([lineFrom(['zero', 'other'], 1)])])).toMatchObject([
      { kind: 'choose', group: 'one-of-zero' },
    ]);
    expect(stepsOf([roleFrom([lineFrom(['zero', 'half'], 1)])])).toMatchObject([
      { kind: 'learn', skill: 'half' },
    ]);
  });
});

describe('what is better known first', () => {
  const role = roleFrom([lineFrom('zero', 1, 5), lineFrom('other', 1, 1), lineFrom('half', 1, 3)]);
  const before =
    (pairs: Record<string, string[]>) =>
    (skill: string): string[] =>
      pairs[skill] ?? [];

  test('stands in front of what builds on it, with that as its reason', () => {
    const steps = stepsOf([role], { prerequisites: before({ zero: ['other'] }) });
    expect(names(steps).indexOf('other')).toBe(names(steps).indexOf('zero') - 1);
    expect(steps.find(({ skill }) => skill === 'other')?.reasons[0]).toEqual({
      kind: 'before',
      skill: 'zero',
    });
  });

  test('is no matter once it is reached, or where no target asks for it', () => {
    expect(names(stepsOf([role], { prerequisites: before({ zero: ['full', 'nowhere'] }) }))).toEqual(
      names(stepsOf([role])),
    );
  });

  test('lets a choice wait, and pulls nothing forward for it', () => {
    const choosing = roleFrom([
      lineFrom(['full2', 'other'], 1, 5),
      lineFrom('zero', 1, 3),
      lineFrom('half', 1, 1),
    ]);
    const known = knowledgeFrom({ ...skills, full2: tallyFrom({ 1: '..' }) });
    const ordered = (prerequisites: StepInputs['prerequisites']): string[] =>
      names(stepsOf([choosing], { prerequisites }, known));
    expect(ordered(before({}))).toEqual(['group one-of-full2', 'zero', 'half']);
    expect(ordered(before({ full2: ['half'] }))).toEqual(['zero', 'half', 'group one-of-full2']);
  });

  test('may go in a circle, and everything still comes once', () => {
    const steps = stepsOf([role], {
      prerequisites: before({ zero: ['other'], other: ['half'], half: ['zero'] }),
    });
    expect(names(steps).toSorted()).toEqual(['half', 'other', 'zero']);
  });
});

describe('an exam ahead', () => {
  const role = roleFrom([lineFrom('other', 1, 2), lineFrom('zero', 1, 1)]);
  const exam = (day: number) => ({ title: 'Exam', day: knowledge.today + day, skills: ['zero'] });

  test('pulls what it asks for to the front, the more the nearer it is', () => {
    const scoreAt = (day: number): number =>
      stepsOf([role], { exams: [exam(day)] }).find(({ skill }) => skill === 'zero')!.score;
    expect(names(stepsOf([role], { exams: [exam(100)] }))).toEqual(['other', 'zero']);
    expect(names(stepsOf([role], { exams: [exam(10)] }))).toEqual(['zero', 'other']);
    expect(scoreAt(10)).toBeGreaterThan(scoreAt(60));
    expect(kinds(stepsOf([role], { exams: [exam(10)] })[0])).toContain('exam');
  });

  test.each([-1, 120, 400])('is no reason %s days ahead', (day) => {
    expect(stepsOf([role], { exams: [exam(day)] })).toEqual(stepsOf([role]));
  });
});

describe('a skill that is due for review', () => {
  const role = roleFrom([lineFrom('faded', 1, 2), lineFrom('full', 1, 2), lineFrom('zero', 1, 2)]);

  test('is a step that moves fresh by what the answer would bring', () => {
    const step = stepsOf([role], { due: ['faded'] }).find(({ kind }) => kind === 'review')!;
    const before = figuresOf(role, knowledge).fresh!;
    const after = figuresOf(role, { ...knowledge, practised: () => knowledge.today }).fresh!;
    expect(step.gain).toBeCloseTo(after - before, 9);
    expect(kinds(step)[0]).toBe('faded');
  });

  test('is none where no target asks for it', () => {
    expect(stepsOf([roleFrom([lineFrom('zero', 1)])], { due: ['faded'] }).map(({ kind }) => kind)).toEqual([
      'learn',
    ]);
  });
});

describe('for any state', () => {
  const anyTwo = fc
    .tuple(anyWorld, anyWorld)
    .map(([one, two]): [Knowledge, RoleModel[]] => [
      knowledgeOf(one),
      [one.model, { ...two.model, role: 'second' }],
    ]);

  test('no step comes twice, each has something left to do, and its points add up', () => {
    fc.assert(
      fc.property(anyTwo, ([known, targets]) => {
        const steps = stepsOf(targets, { due: ['a', 'b'] }, known);
        expect(new Set(names(steps)).size).toBe(steps.length);
        for (const { gain, gains, score } of steps) {
          expect(gain).toBeGreaterThan(0);
          expect(score).toBeGreaterThan(0);
          expect(gains.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(gain, 9);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the same input gives the same steps, in whatever order the targets and their lines stand', () => {
    fc.assert(
      fc.property(anyTwo, ([known, targets]) => {
        const order = names(stepsOf(targets, { due: ['a'] }, known));
        expect(names(stepsOf(targets, { due: ['a'] }, known))).toEqual(order);
        expect(names(stepsOf(targets.toReversed(), { due: ['a'] }, known))).toEqual(order);
      }),
      { numRuns: 300 },
    );
  });

  test('finishing every step of a kind covers every target', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        fc.pre(world.model.requirements.every(({ members }) => members.length === 1));
        const gain = stepsOf([world.model], {}, knowledgeOf(world)).reduce((sum, step) => sum + step.gain, 0);
        const { covered } = figuresOf(world.model, knowledgeOf(world));
        expect(covered + gain).toBeCloseTo(100, 6);
      }),
      { numRuns: 300 },
    );
  });

  test('the gain that is promised for a tick is the gain that it brings', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyWorld, fc.nat(), fc.nat(), (world, skillAt, topicAt) => {
        const [skill, topics] = Object.entries(world.topics)[skillAt % Object.keys(world.topics).length]!;
        const index = topicAt % topics.length;
        const { level, status } = topics[index]!;
        fc.pre(status === 'todo' || status === 'learning');
        // A tick that makes another member of a group the best one gains more than its own share.
        fc.pre(world.model.requirements.every(({ members }) => members.length === 1));
        const before = figuresOf(world.model, knowledgeOf(world)).covered;
        const after = figuresOf(world.model, knowledgeOf(ticked(world, skill, index))).covered;
        const [gain] = gainsOf(skill, level, [world.model], knowledgeOf(world));
        expect(gain?.points ?? 0).toBeCloseTo(after - before, 9);
        compared += 1;
      }),
      { numRuns: 300 },
    );
    expect(compared).toBe(300);
  });

  test('a topic above the level that a role asks for gains nothing there', () => {
    expect(gainsOf('zero', 2, [roleFrom([lineFrom('zero', 1)])], knowledge)).toEqual([]);
    expect(gainsOf('zero', 1, [roleFrom([lineFrom('zero', 1)])], knowledge)).toEqual([
      { role: 'role', points: 25 },
    ]);
  });
});
