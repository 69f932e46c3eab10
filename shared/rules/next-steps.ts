import type { Level } from '../values.ts';
import { pickMember, type Knowledge, type Need, type RoleModel } from './readiness.ts';
import { countsUpTo, coverage } from './tally.ts';

/** A line that is not met yet, with the skill to work on next and why. */
export type Gap = {
  readonly role: string;
  readonly from: 'entry' | 'requirements';
  readonly skill: string;
  readonly level: Level;
  /** Set while nothing of a choose-one group is begun or fixed: the person has to choose first. */
  readonly choose: string | null;
  /** Weight times the share that is missing. */
  readonly size: number;
};

const sameNeed = (a: Need, b: Need): boolean =>
  a.group === null ? b.group === null && a.members[0] === b.members[0] : a.group === b.group;

const gapOf = (role: RoleModel, need: Need, from: Gap['from'], knowledge: Knowledge): Gap | null => {
  const { skill, waived } = pickMember(need, knowledge, 'covered');
  const covered = coverage(knowledge.tally(skill), need.level);
  if (waived || covered >= 1) return null;
  const weight = role.requirements.find((requirement) => sameNeed(requirement, need))?.weight ?? 1;
  const choose = covered === 0 && need.members.length > 1 ? need.group : null;
  return { role: role.role, from, skill, level: need.level, choose, size: weight * (1 - covered) };
};

const bySize = (gaps: readonly (Gap | null)[]): Gap[] =>
  gaps.filter((gap) => gap !== null).toSorted((a, b) => b.size - a.size);

/**
 * What to work on next, most pressing first: the entry lists of the targets in the person's order, then all their
 * requirements; within each, the largest gap first. A skill or group comes once.
 */
export const gapsOf = (targets: readonly RoleModel[], knowledge: Knowledge): readonly Gap[] => {
  const entry = targets.flatMap((role) =>
    bySize(role.entry.map((need) => gapOf(role, need, 'entry', knowledge))),
  );
  const all = bySize(
    targets.flatMap((role) =>
      role.requirements.map((requirement) => gapOf(role, requirement, 'requirements', knowledge)),
    ),
  );
  const seen = new Set<string>();
  return [...entry, ...all].filter((gap) => {
    const key = gap.choose ?? gap.skill;
    return !seen.has(key) && Boolean(seen.add(key));
  });
};

/** Percentage points that ticking one topic of this level adds to *covered*, for each role that it moves. */
export const gainsOf = (
  skill: string,
  level: Level,
  roles: readonly RoleModel[],
  knowledge: Knowledge,
): readonly { readonly role: string; readonly points: number }[] =>
  roles.flatMap((role) => {
    let gain = 0;
    let weights = 0;
    for (const requirement of role.requirements) {
      const pick = pickMember(requirement, knowledge, 'covered');
      if (pick.waived) continue;
      weights += requirement.weight;
      if (pick.skill !== skill || level > requirement.level) continue;
      gain += requirement.weight / countsUpTo(knowledge.tally(skill), requirement.level).total;
    }
    return gain === 0 ? [] : [{ role: role.role, points: (100 * gain) / weights }];
  });
