import fc from 'fast-check';
import type { Level, ReachedLevel, TopicStatus } from '../../shared/values.ts';
import { dateOfDay, epochDay } from '../../shared/rules/days.ts';
import type { Knowledge, Need, Requirement, RoleModel } from '../../shared/rules/readiness.ts';
import { tallyOf, type SkillTally, type TalliedTopic } from '../../shared/rules/tally.ts';

export const TODAY = '2026-11-24';

const statusOf: Readonly<Record<string, TopicStatus>> = {
  '.': 'todo',
  l: 'learning',
  d: 'done',
  r: 'revise',
  s: 'skipped',
};

/** Topics of a skill, one letter each, by level: `{ 1: 'dd.', 3: 'rs' }`. All done ones were done on one day. */
export const topicsFrom = (marks: Partial<Record<Level, string>>, doneOn = TODAY): TalliedTopic[] =>
  Object.entries(marks).flatMap(([level, letters]) =>
    Array.from(letters, (letter) => {
      const status = statusOf[letter]!;
      return {
        level: Number(level) as Level,
        status,
        doneOn: status === 'done' || status === 'revise' ? doneOn : null,
      };
    }),
  );

export const tallyFrom = (marks: Partial<Record<Level, string>>, doneOn = TODAY): SkillTally =>
  tallyOf(topicsFrom(marks, doneOn));

export const knowledgeFrom = (
  skills: Readonly<Record<string, SkillTally>>,
  other: { evidence?: Readonly<Record<string, ReachedLevel>>; halfLifeMonths?: number; today?: string } = {},
): Knowledge => ({
  tally: (skill) => skills[skill]!,
  practised: (skill) => skills[skill]!.practised,
  halfLifeMonths: () => other.halfLifeMonths ?? 12,
  evidence: (skill) => other.evidence?.[skill] ?? 0,
  today: epochDay(other.today ?? TODAY),
});

export const needFrom = (members: string | readonly string[], level: Level): Need =>
  typeof members === 'string'
    ? { group: null, members: [members], level }
    : { group: `one-of-${members[0]}`, members, level };

export const lineFrom = (
  members: string | readonly string[],
  level: Level,
  weight = 1,
  stage: Requirement['stage'] = 'core',
): Requirement => ({ ...needFrom(members, level), weight, stage });

export const roleFrom = (
  requirements: readonly Requirement[],
  entry: readonly Need[] = [],
  role = 'role',
): RoleModel => ({ role, requirements, entry });

// Random worlds

const SKILLS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
const level = fc.constantFrom<Level>(1, 2, 3, 4);

export const anyTopic: fc.Arbitrary<TalliedTopic> = fc
  .record({
    level,
    status: fc.constantFrom<TopicStatus>('todo', 'learning', 'done', 'done', 'revise', 'skipped'),
    ago: fc.integer({ min: 0, max: 900 }),
  })
  .map(({ level: at, status, ago }) => ({
    level: at,
    status,
    doneOn: status === 'done' || status === 'revise' ? dateOfDay(epochDay(TODAY) - ago) : null,
  }));

export type World = {
  readonly topics: Readonly<Record<string, readonly TalliedTopic[]>>;
  readonly model: RoleModel;
  readonly evidence: Readonly<Record<string, ReachedLevel>>;
};

const anyMembers = fc.oneof(
  fc.constantFrom<string>(...SKILLS),
  fc.uniqueArray(fc.constantFrom<string>(...SKILLS), { minLength: 2, maxLength: 4 }),
);

export const anyWorld: fc.Arbitrary<World> = fc.record({
  topics: fc.record(
    Object.fromEntries(SKILLS.map((skill) => [skill, fc.array(anyTopic, { minLength: 1, maxLength: 12 })])),
  ),
  model: fc
    .array(fc.tuple(anyMembers, level, fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 20 })
    .map((lines) => roleFrom(lines.map(([members, at, weight]) => lineFrom(members, at, weight)))),
  evidence: fc.record(
    Object.fromEntries(SKILLS.map((skill) => [skill, fc.constantFrom<ReachedLevel>(0, 1, 2, 3, 4)])),
  ),
});

export const knowledgeOf = ({ topics, evidence }: World): Knowledge =>
  knowledgeFrom(Object.fromEntries(Object.entries(topics).map(([skill, list]) => [skill, tallyOf(list)])), {
    evidence,
  });

/** The world after one topic was set to done today. */
export const ticked = (world: World, skill: string, index: number): World => ({
  ...world,
  topics: {
    ...world.topics,
    [skill]: world.topics[skill]!.map((topic, at) =>
      at === index ? { ...topic, status: 'done' as const, doneOn: TODAY } : topic,
    ),
  },
});
