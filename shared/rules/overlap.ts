import type { Level } from '../values.ts';
import { hoursLeft, type HoursOf } from './hours.ts';
import { pickMember, type Knowledge, type Need, type RoleModel } from './readiness.ts';
import { countsUpTo, coverage, isWaived } from './tally.ts';

/** Up to this many skills to choose among, the best choice is found; with more, a good one. */
export const EXACT_UP_TO = 12;

/** What is left to learn for some roles at least, with the members that cost least. */
export type Plan = {
  /** Level by skill; only skills with hours left. */
  readonly skills: ReadonlyMap<string, Level>;
  readonly hours: number;
  /** False where there were too many choices to try them all. */
  readonly exact: boolean;
};

type Choice = { readonly level: Level; readonly members: readonly string[] };
type Cost = (skill: string, level: Level) => number;

export const higher = (a: Level | undefined, b: Level): Level => (a !== undefined && a > b ? a : b);

/** What all roles ask for: skills that are set, and choices that are open, each group and level once. */
const needsOf = (
  roles: readonly RoleModel[],
  knowledge: Knowledge,
): { readonly skills: ReadonlyMap<string, Level>; readonly choices: readonly Choice[] } => {
  const skills = new Map<string, Level>();
  const groups = new Map<string, Need>();
  for (const need of roles.flatMap(({ requirements }) => requirements)) {
    const { level, group, members } = need;
    if (members.length === 1 || group === null)
      skills.set(members[0]!, higher(skills.get(members[0]!), level));
    else groups.set(`${group} ${level}`, need);
  }
  const choices = [...groups.values()].map(({ level, members }): Choice => ({
    level,
    // Nothing can be finished in a member without topics, and one whose topics are all skipped is passed over.
    members: members.filter((skill) => countsUpTo(knowledge.tally(skill), level).total > 0),
  }));
  return {
    skills,
    // The highest level first: what is chosen there serves the lower ones too.
    choices: choices.filter(({ members }) => members.length > 0).toSorted((a, b) => b.level - a.level),
  };
};

type Chosen = { readonly skills: ReadonlyMap<string, Level>; readonly hours: number };

const withSkill = (chosen: Chosen, skill: string, level: Level, cost: Cost): Chosen => {
  const before = chosen.skills.get(skill);
  if (before !== undefined && before >= level) return chosen;
  const added = cost(skill, level) - (before === undefined ? 0 : cost(skill, before));
  return { skills: new Map(chosen.skills).set(skill, level), hours: chosen.hours + added };
};

/** Tries every way to make the choices, and leaves one as soon as it costs more than the best so far. */
const bestChoice = (start: Chosen, choices: readonly Choice[], cost: Cost): Chosen => {
  let best: Chosen | null = null;
  const seen = new Set<string>();
  const go = (at: number, chosen: Chosen): void => {
    if (best && chosen.hours >= best.hours) return;
    const choice = choices[at];
    if (!choice) {
      best = chosen;
      return;
    }
    const state = `${at} ${[...chosen.skills].map(String).toSorted().join(' ')}`;
    if (seen.has(state)) return;
    seen.add(state);
    choice.members
      .map((skill) => withSkill(chosen, skill, choice.level, cost))
      .toSorted((a, b) => a.hours - b.hours)
      .forEach((next) => go(at + 1, next));
  };
  go(0, start);
  return best ?? start;
};

/** Choices that share a member, directly or through others, have to be made together; the rest can be made apart. */
const parted = (choices: readonly Choice[]): readonly (readonly Choice[])[] =>
  choices.reduce<readonly (readonly Choice[])[]>((parts, choice) => {
    const isNear = (part: readonly Choice[]): boolean =>
      part.some(({ members }) => members.some((skill) => choice.members.includes(skill)));
    return [...parts.filter((part) => !isNear(part)), [...parts.filter(isNear).flat(), choice]];
  }, []);

const candidatesIn = (part: readonly Choice[]): number =>
  new Set(part.flatMap(({ members }) => members)).size;

const greedyChoice = (start: Chosen, choices: readonly Choice[], cost: Cost): Chosen =>
  choices.reduce(
    (chosen, { level, members }) =>
      members
        .map((skill) => withSkill(chosen, skill, level, cost))
        .reduce((least, next) => (next.hours < least.hours ? next : least)),
    start,
  );

/** The least that finishing these roles takes from where the person is. */
export const planOf = (roles: readonly RoleModel[], knowledge: Knowledge, hoursOf: HoursOf): Plan => {
  const cost: Cost = (skill, level) => hoursLeft(hoursOf(skill), level, knowledge.tally(skill));
  const { skills, choices } = needsOf(roles, knowledge);
  const start = [...skills].reduce<Chosen>(
    (chosen, [skill, level]) => withSkill(chosen, skill, level, cost),
    {
      skills: new Map(),
      hours: 0,
    },
  );
  const parts = parted(choices);
  // With a choice that stands alone the cheapest member is the best one, however many there are.
  const canTry = (part: readonly Choice[]): boolean => part.length === 1 || candidatesIn(part) <= EXACT_UP_TO;
  const chosen = parts.reduce(
    (before, part) => (canTry(part) ? bestChoice : greedyChoice)(before, part, cost),
    start,
  );
  return {
    skills: new Map([...chosen.skills].filter(([skill, level]) => !isFinished(knowledge, skill, level))),
    hours: chosen.hours,
    exact: parts.every(canTry),
  };
};

const isFinished = (knowledge: Knowledge, skill: string, level: Level): boolean =>
  isWaived(knowledge.tally(skill), level) || coverage(knowledge.tally(skill), level) >= 1;

/** What one more role takes on top of others. */
export type Extra = {
  /** Skills that the others neither leave to learn nor have finished at a lower level. */
  readonly more: readonly string[];
  /** Skills that the others ask for at a lower level. */
  readonly deeper: readonly string[];
  readonly hours: number;
  readonly exact: boolean;
};

/** What roles leave to learn, and what is finished of them: a finished skill meets its line, and any choice it is in. */
const askedOf = (
  roles: readonly RoleModel[],
  plan: Plan,
  knowledge: Knowledge,
): readonly { readonly skill: string; readonly level: Level }[] => [
  ...Array.from(plan.skills, ([skill, level]) => ({ skill, level })),
  ...roles
    .flatMap(({ requirements }) => requirements)
    .flatMap(({ level, members }) =>
      members.filter((skill) => isFinished(knowledge, skill, level)).map((skill) => ({ skill, level })),
    ),
];

export const extraOf = (
  role: RoleModel,
  others: readonly RoleModel[],
  knowledge: Knowledge,
  hoursOf: HoursOf,
): Extra => {
  const before = planOf(others, knowledge, hoursOf);
  const after = planOf([...others, role], knowledge, hoursOf);
  const asked = askedOf(others, before, knowledge);
  const added = [...after.skills].filter(([skill, level]) => (before.skills.get(skill) ?? 0) < level);
  const isDeeper = ([skill, level]: readonly [string, Level]): boolean =>
    asked.some((line) => line.skill === skill && line.level < level);
  return {
    more: added.filter((line) => !isDeeper(line)).map(([skill]) => skill),
    deeper: added.filter(isDeeper).map(([skill]) => skill),
    // Two good choices that are not the best can differ by less than nothing.
    hours: Math.max(0, after.hours - before.hours),
    exact: before.exact && after.exact,
  };
};

/** Hours left of a role, from the cheapest to the dearest way to make its choices, each a quarter off either way. */
export const hoursRange = (
  role: RoleModel,
  knowledge: Knowledge,
  hoursOf: HoursOf,
): { readonly low: number; readonly high: number } => {
  const least = planOf([role], knowledge, hoursOf).hours;
  const dearest: RoleModel = {
    ...role,
    requirements: role.requirements.map((line) => ({
      ...line,
      group: null,
      members: [dearestOf(line, knowledge, hoursOf)],
    })),
  };
  const most = planOf([dearest], knowledge, hoursOf).hours;
  return { low: roundedHours(least * 0.75), high: roundedHours(Math.max(least, most) * 1.25) };
};

/** The member that takes longest while nothing is begun; the one that counts as soon as something is. */
const dearestOf = (need: Need, knowledge: Knowledge, hoursOf: HoursOf): string => {
  const pick = pickMember(need, knowledge, 'covered');
  if (pick.waived || coverage(knowledge.tally(pick.skill), need.level) > 0) return pick.skill;
  const left = (skill: string): number => hoursLeft(hoursOf(skill), need.level, knowledge.tally(skill));
  return need.members.reduce((most, skill) => (left(skill) > left(most) ? skill : most), pick.skill);
};

/** To whole hours below ten, to fives below a hundred, to tens above: nobody knows it better. */
export const roundedHours = (hours: number): number => {
  const step = hours < 10 ? 1 : hours < 100 ? 5 : 10;
  return Math.round(hours / step) * step;
};
