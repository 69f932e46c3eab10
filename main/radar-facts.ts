import { listCertifications, listPlans } from '../data/certifications.ts';
import { firstAndLastDay } from '../data/events.ts';
import type { SkillRecord } from '../data/skills.ts';
import { epochDay } from '../shared/rules/days.ts';
import { figuresOf, pickMember } from '../shared/rules/readiness.ts';
import { countsUpTo, coverage, freshness, levelReached } from '../shared/rules/tally.ts';
import { STALE_BELOW, type PlanStatus } from '../shared/values.ts';
import type { Guidance } from './guidance.ts';
import { finishedProjects } from './projects/finished.ts';
import type { Workspace } from './workspace.ts';

/** A figure, and the ids of the skills or certifications that it is made of where they tell something. */
export type Fact = {
  readonly value: number;
  readonly skills: readonly string[];
  readonly certifications?: readonly string[];
};

/** Figures by metric, as the catalogue names them; one that cannot be known is not there. */
export type RadarFacts = ReadonlyMap<string, Fact>;

const SOFT_SKILLS = [
  'communication',
  'teamwork',
  'problem-solving',
  'time-estimation',
  'continuous-learning',
] as const;
const WORKING = 2;

type Standing = SkillRecord & { readonly ticked: number; readonly level: number; readonly fresh: number };

/** What the warnings look at. Role-bound figures are those of the first target. */
export const radarFacts = (workspace: Workspace, guidance: Guidance): RadarFacts => {
  const standings = standingsOf(workspace);
  const only = (keep: (skill: Standing) => boolean): Standing[] => standings.filter(keep);
  const sumOf = (skills: readonly Standing[]): number => skills.reduce((sum, { ticked }) => sum + ticked, 0);
  const counted = (skills: readonly Standing[]): Fact => ({
    value: sumOf(skills),
    skills: skills
      .filter(({ ticked }) => ticked > 0)
      .toSorted((a, b) => b.ticked - a.ticked)
      .map(({ id }) => id),
  });
  const ticked = sumOf(standings);
  const atTwo = only(({ level }) => level >= WORKING);
  const stale = atTwo.filter(({ fresh }) => fresh < STALE_BELOW).toSorted((a, b) => a.fresh - b.fresh);
  const last = firstAndLastDay(workspace.db)?.last;
  const sql = standings.find(({ id }) => id === 'sql-querying');
  const facts: [string, Fact | null][] = [
    ['tickedTopics', { value: ticked, skills: [] }],
    ['frameworkTopics', counted(only(({ category }) => category === 'frameworks'))],
    ['databaseTopics', counted(only(({ category }) => category === 'databases'))],
    ['sqlLevel', sql ? { value: sql.level, skills: [sql.id] } : null],
    ['softAverage', averageOf(only(({ id }) => (SOFT_SKILLS as readonly string[]).includes(id)))],
    ['skillsAtTwo', { value: atTwo.length, skills: [] }],
    [
      'staleShare',
      { value: atTwo.length === 0 ? 0 : stale.length / atTwo.length, skills: stale.map(({ id }) => id) },
    ],
    [
      'daysSinceActivity',
      last === undefined ? null : { value: Math.max(0, workspace.moment().day - epochDay(last)), skills: [] },
    ],
    ['plannedRetired', plannedRetired(workspace)],
    ['finishedProjects', { value: finishedProjects(workspace.db).length, skills: [] }],
    ...factsOfTarget(workspace, guidance, standings, ticked),
  ];
  return new Map(facts.flatMap(([metric, fact]) => (fact === null ? [] : [[metric, fact] as const])));
};

const PLANNED: ReadonlySet<PlanStatus> = new Set<PlanStatus>(['interested', 'studying', 'booked']);

const plannedRetired = ({ db }: Workspace): Fact => {
  const plans = listPlans(db);
  const retired = listCertifications(db).filter(({ id, facts }) => {
    const plan = plans.get(id);
    return plan !== undefined && PLANNED.has(plan.status) && facts.status === 'retired';
  });
  return { value: retired.length, skills: [], certifications: retired.map(({ id }) => id) };
};

const standingsOf = (workspace: Workspace): readonly Standing[] => {
  const { day: today } = workspace.moment();
  return workspace.allSkills().map((skill) => {
    const tally = workspace.counters.tally(skill.number);
    const practised = workspace.practice.practised(skill.number, tally);
    return {
      ...skill,
      ticked: countsUpTo(tally, 4).done,
      level: levelReached(tally),
      fresh: freshness(practised, today, skill.halfLifeMonths),
    };
  });
};

const averageOf = (skills: readonly Standing[]): Fact => ({
  value: skills.length === 0 ? 0 : skills.reduce((sum, { level }) => sum + level, 0) / skills.length,
  skills: skills.toSorted((a, b) => a.level - b.level).map(({ id }) => id),
});

/** How far the foundation of the first target is, how much lies in its special topics, and its technical side. */
const factsOfTarget = (
  workspace: Workspace,
  { niche }: Guidance,
  standings: readonly Standing[],
  ticked: number,
): [string, Fact | null][] => {
  const [target] = workspace.targets();
  if (!target) return [];
  const knowledge = workspace.knowledge();
  const model = workspace.model(target.role);
  const foundation = model.requirements.filter(({ stage }) => stage === 'foundation');
  const missing = foundation
    .map((line) => ({ line, pick: pickMember(line, knowledge, 'covered') }))
    .map(({ line, pick }) => ({
      skill: pick.skill,
      gap: pick.waived ? 0 : line.weight * (1 - coverage(knowledge.tally(pick.skill), line.level)),
    }))
    .filter(({ gap }) => gap > 0)
    .toSorted((a, b) => b.gap - a.gap);
  const base = workspace.roles().find(({ id }) => id === target.role)?.own?.base ?? target.role;
  const special = standings.filter((skill) => (niche.get(base) ?? []).includes(skill.id) && skill.ticked > 0);
  const technical = new Set(model.requirements.map((line) => pickMember(line, knowledge, 'covered').skill));
  return [
    [
      'foundationCompletion',
      foundation.length === 0
        ? null
        : {
            value: figuresOf({ ...model, requirements: foundation }, knowledge).covered / 100,
            skills: missing.map(({ skill }) => skill),
          },
    ],
    [
      'nicheTopicShare',
      {
        value: ticked === 0 ? 0 : special.reduce((sum, skill) => sum + skill.ticked, 0) / ticked,
        skills: special.toSorted((a, b) => b.ticked - a.ticked).map(({ id }) => id),
      },
    ],
    [
      'technicalAverage',
      {
        ...averageOf(standings.filter(({ id, category }) => technical.has(id) && category !== 'soft')),
        skills: [],
      },
    ],
  ];
};
