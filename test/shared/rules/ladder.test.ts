import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  gatesOf,
  isMet,
  stagesReached,
  standingOf,
  type LadderStage,
  type Standing,
} from '../../../shared/rules/ladder.ts';
import { realCatalogue } from '../../data/catalogue/real-catalogue.ts';
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

const stages: readonly LadderStage[] = realCatalogue.roles.ladder.stages;

const standing = (over: Partial<Standing> = {}): Standing => ({
  foundation: 0,
  core: 0,
  advanced: 0,
  entry: { done: 0, total: 12 },
  projects: 0,
  ...over,
});
const entry = { done: 12, total: 12 };

describe('the ladder', () => {
  test.each<[string, Partial<Standing>, number]>([
    ['nothing', {}, 0],
    ['the entry list without projects', { entry }, 0],
    ['the entry list and two projects', { entry, projects: 2 }, 1],
    [
      'shares of the first stage do not stand in for the entry list',
      { foundation: 1, core: 1, projects: 9 },
      0,
    ],
    ['mid level', { entry, foundation: 0.85, core: 0.65, advanced: 0.2, projects: 4 }, 2],
    ['one share short of it', { entry, foundation: 0.84, core: 0.9, advanced: 0.9, projects: 6 }, 1],
    ['senior', { entry, foundation: 0.95, core: 0.9, advanced: 0.55, projects: 6 }, 3],
    ['all gates of the last without the first', { foundation: 1, core: 1, advanced: 1, projects: 9 }, 0],
  ])('%s', (_, over, reached) => {
    expect(stagesReached(stages, standing(over))).toBe(reached);
  });

  test('gates that ask for nothing are not shown', () => {
    expect(gatesOf(stages[0]!, true, standing()).map(({ kind }) => kind)).toEqual(['entry', 'projects']);
    expect(gatesOf(stages[1]!, false, standing()).map(({ kind }) => kind)).toEqual([
      'foundation',
      'core',
      'advanced',
      'projects',
    ]);
  });

  test('a role stands by its stages; a stage that asks for nothing is full, and what is waived stands outside', () => {
    const knowledge = knowledgeFrom({
      a: tallyFrom({ 1: 'dd..' }),
      b: tallyFrom({ 1: 'ss' }),
      c: tallyFrom({ 1: 'd' }),
    });
    const role = roleFrom(
      [lineFrom('a', 1, 3, 'foundation'), lineFrom('b', 1, 5, 'foundation'), lineFrom('c', 1, 1, 'core')],
      [needFrom('a', 1), needFrom('b', 1), needFrom('c', 1)],
    );
    expect(standingOf(role, knowledge, 3)).toEqual({
      foundation: 0.5,
      core: 1,
      advanced: 1,
      entry: { done: 1, total: 2 },
      projects: 3,
    });
  });

  test('a tick never takes a stage away', () => {
    fc.assert(
      fc.property(anyWorld, fc.nat(), fc.nat(), fc.nat(8), (world, skillAt, topicAt, projects) => {
        const skills = Object.keys(world.topics);
        const skill = skills[skillAt % skills.length]!;
        const next = ticked(world, skill, topicAt % world.topics[skill]!.length);
        const reached = (of: typeof world): number =>
          stagesReached(stages, standingOf(of.model, knowledgeOf(of), projects));
        // Somebody who skipped a topic and then does it is asked for more.
        fc.pre(world.topics[skill]![topicAt % world.topics[skill]!.length]!.status !== 'skipped');
        expect(reached(next)).toBeGreaterThanOrEqual(reached(world));
      }),
    );
  });

  test('a gate that is met by sums of fractions is met', () => {
    expect(isMet({ kind: 'core', have: 0.1 + 0.2, need: 0.3 })).toBe(true);
    expect(isMet({ kind: 'core', have: 0.65 - 1e-12, need: 0.65 })).toBe(true);
    expect(isMet({ kind: 'core', have: 0.64, need: 0.65 })).toBe(false);
  });
});
