import type { Level } from '../values.ts';
import { hoursLeft, type HoursOf } from './hours.ts';
import { EXACT_UP_TO, higher } from './overlap.ts';
import { pickMember, type Knowledge, type RoleModel } from './readiness.ts';
import { LEAST_HOURS } from './skill-gains.ts';
import { countsUpTo, coverage } from './tally.ts';

/** Some skills that together bring most per hour. */
export type BestSkills = {
  readonly skills: readonly { readonly skill: string; readonly level: Level; readonly hours: number }[];
  /** Points of *covered* over all targets. */
  readonly gain: number;
  readonly hours: number;
  readonly exact: boolean;
};

type Line = { readonly members: readonly string[]; readonly points: number };
type Candidate = { readonly skill: string; readonly level: Level; readonly hours: number };

/** Lines that are not met, with what finishing a member of each would add to its role. */
const openLines = (targets: readonly RoleModel[], knowledge: Knowledge): (Line & { level: Level })[] =>
  targets.flatMap(({ requirements }) => {
    const counted = requirements.filter((line) => !pickMember(line, knowledge, 'covered').waived);
    const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
    return counted.flatMap((line) => {
      const { skill } = pickMember(line, knowledge, 'covered');
      const missing = 1 - coverage(knowledge.tally(skill), line.level);
      const members = line.members.filter((id) => countsUpTo(knowledge.tally(id), line.level).total > 0);
      return missing <= 0 || members.length === 0
        ? []
        : [{ members, level: line.level, points: (100 * line.weight * missing) / weights }];
    });
  });

const candidatesOf = (
  lines: readonly (Line & { level: Level })[],
  knowledge: Knowledge,
  hoursOf: HoursOf,
): Candidate[] => {
  const levels = new Map<string, Level>();
  for (const { members, level } of lines) {
    for (const skill of members) levels.set(skill, higher(levels.get(skill), level));
  }
  return [...levels]
    .map(([skill, level]) => ({
      skill,
      level,
      hours: Math.max(LEAST_HOURS, hoursLeft(hoursOf(skill), level, knowledge.tally(skill))),
    }))
    .toSorted((a, b) => (a.skill < b.skill ? -1 : 1));
};

/** A line is met by any one of its members. */
const gainOf = (chosen: readonly Candidate[], lines: readonly Line[]): number => {
  const skills = new Set(chosen.map(({ skill }) => skill));
  return lines.reduce(
    (sum, { members, points }) => (members.some((skill) => skills.has(skill)) ? sum + points : sum),
    0,
  );
};

const hoursIn = (chosen: readonly Candidate[]): number => chosen.reduce((sum, { hours }) => sum + hours, 0);

function* choicesOf<T>(items: readonly T[], count: number, from = 0): Generator<readonly T[]> {
  if (count === 0) return yield [];
  for (let at = from; at <= items.length - count; at += 1) {
    for (const rest of choicesOf(items, count - 1, at + 1)) yield [items[at]!, ...rest];
  }
}

const bestOf = (candidates: readonly Candidate[], count: number, lines: readonly Line[]): Candidate[] => {
  let best: readonly Candidate[] = [];
  let high = -1;
  for (const chosen of choicesOf(candidates, count)) {
    const rate = gainOf(chosen, lines) / hoursIn(chosen);
    if (rate > high) {
      high = rate;
      best = chosen;
    }
  }
  return [...best];
};

const greedyOf = (candidates: readonly Candidate[], count: number, lines: readonly Line[]): Candidate[] => {
  const chosen: Candidate[] = [];
  while (chosen.length < count) {
    const before = gainOf(chosen, lines);
    const rate = (next: Candidate): number => (gainOf([...chosen, next], lines) - before) / next.hours;
    const rest = candidates.filter((next) => !chosen.includes(next));
    chosen.push(rest.reduce((best, next) => (rate(next) > rate(best) ? next : best)));
  }
  return chosen;
};

/**
 * The `count` skills that together bring most points of *covered* per hour, over all targets; fewer where fewer are open.
 * Members of one group help only once, so they are weighed together and not one by one.
 */
export const bestSkills = (
  targets: readonly RoleModel[],
  knowledge: Knowledge,
  hoursOf: HoursOf,
  count: number,
): BestSkills => {
  const lines = openLines(targets, knowledge);
  const candidates = candidatesOf(lines, knowledge, hoursOf);
  const exact = candidates.length <= EXACT_UP_TO;
  const chosen = (exact ? bestOf : greedyOf)(candidates, Math.min(count, candidates.length), lines);
  const alone = (one: Candidate): number => gainOf([one], lines) / one.hours;
  return {
    skills: chosen.toSorted((a, b) => alone(b) - alone(a)),
    gain: gainOf(chosen, lines),
    hours: hoursIn(chosen),
    exact,
  };
};
