import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gainsOf, gapsOf, type Gap } from '../../../shared/rules/next-steps.ts';
import { figuresOf } from '../../../shared/rules/readiness.ts';
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
  waived: tallyFrom({ 1: 'ss' }),
};
const knowledge = knowledgeFrom(skills);
const names = (gaps: readonly Gap[]): string[] => gaps.map((gap) => gap.choose ?? gap.skill);

describe('what to work on next', () => {
  test('comes from the entry lists first, in the order of the targets, then from all requirements', () => {
    const first = roleFrom([lineFrom('zero', 1, 5), lineFrom('half', 1)], [needFrom('half', 1)], 'first');
    const second = roleFrom([lineFrom('other', 1, 5)], [needFrom('other', 1)], 'second');
    expect(gapsOf([first, second], knowledge).map(({ role, from, skill }) => [role, from, skill])).toEqual([
      ['first', 'entry', 'half'],
      ['second', 'entry', 'other'],
      ['first', 'requirements', 'zero'],
    ]);
    expect(names(gapsOf([second, first], knowledge))).toEqual(['other', 'half', 'zero']);
  });

  test('names the largest gap first: weight times the share that is missing', () => {
    const role = roleFrom([lineFrom('half', 1, 5), lineFrom('zero', 1, 3), lineFrom('other', 1, 2)]);
    expect(gapsOf([role], knowledge).map(({ skill, size }) => [skill, size])).toEqual([
      ['zero', 3],
      ['half', 2.5],
      ['other', 2],
    ]);
  });

  test('compares the requirements of all targets with each other', () => {
    const first = roleFrom([lineFrom('half', 1, 1)], [], 'first');
    const second = roleFrom([lineFrom('zero', 1, 5)], [], 'second');
    expect(names(gapsOf([first, second], knowledge))).toEqual(['zero', 'half']);
  });

  test('weighs an entry item as the role weighs its requirement', () => {
    const role = roleFrom(
      [lineFrom('zero', 1, 2), lineFrom('other', 1, 5)],
      [needFrom('zero', 1), needFrom('other', 1)],
    );
    expect(names(gapsOf([role], knowledge))).toEqual(['other', 'zero']);
  });

  test('leaves out what is met and what is waived', () => {
    expect(
      gapsOf([roleFrom([lineFrom('full', 1), lineFrom('waived', 1)], [needFrom('full', 1)])], knowledge),
    ).toEqual([]);
  });

  test('names each skill once, from the entry list if it stands there', () => {
    const role = roleFrom([lineFrom('zero', 1, 5)], [needFrom('zero', 1)]);
    expect(
      gapsOf([role, { ...role, role: 'again' }], knowledge).map(({ role: id, from }) => [id, from]),
    ).toEqual([['role', 'entry']]);
  });

  test('asks the person to choose while nothing of a group is begun', () => {
    expect(names(gapsOf([roleFrom([lineFrom(['zero', 'other'], 1)])], knowledge))).toEqual(['one-of-zero']);
  });

  test('names the member that is begun, or the one that was fixed, instead of the choice', () => {
    expect(names(gapsOf([roleFrom([lineFrom(['zero', 'half'], 1)])], knowledge))).toEqual(['half']);
    expect(names(gapsOf([roleFrom([{ ...lineFrom('zero', 1), group: 'g' }])], knowledge))).toEqual(['zero']);
  });

  test('is empty without targets', () => expect(gapsOf([], knowledge)).toEqual([]));
});

describe('for any state', () => {
  test('no skill or group is named twice, and every step has something left to do', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const gaps = gapsOf([world.model], knowledgeOf(world));
        expect(new Set(names(gaps)).size).toBe(gaps.length);
        for (const gap of gaps) expect(gap.size).toBeGreaterThan(0);
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
