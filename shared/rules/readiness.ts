import type { Level, ReachedLevel, Stage, Bar } from '../values.ts';
import type { Figures } from '../model/figures.ts';
import { coverage, doneCoverage, freshness, isWaived, type SkillTally } from './tally.ts';

/** What a role asks for: a skill, or one of the members of a choose-one group. */
export type Need = {
  readonly group: string | null;
  /** Skill ids that may stand for it, in the order of the file; one where there is no group. */
  readonly members: readonly string[];
  readonly level: Level;
};

export type Requirement = Need & { readonly weight: number; readonly stage: Stage };

export type RoleModel = {
  readonly role: string;
  readonly requirements: readonly Requirement[];
  readonly entry: readonly Need[];
};

/** Everything that the rules know of the person. */
export type Knowledge = {
  readonly tally: (skill: string) => SkillTally;
  /** Day number of the last practice of any kind; null without one. */
  readonly practised: (skill: string) => number | null;
  readonly halfLifeMonths: (skill: string) => number;
  /** Best level that any piece of evidence shows; 0 without one. */
  readonly evidence: (skill: string) => ReachedLevel;
  /** Day number of the person's local date. */
  readonly today: number;
};

/** The member that counts, and whether the whole need is waived because the topics of every member are skipped. */
export type Pick = { readonly skill: string; readonly waived: boolean };

const best = (need: Need, knowledge: Knowledge, score: (skill: string) => number): Pick => {
  const first = need.members[0]!;
  if (need.members.length === 1)
    return { skill: first, waived: isWaived(knowledge.tally(first), need.level) };
  let picked: string | null = null;
  let high = -1;
  for (const skill of need.members) {
    const value = score(skill);
    // Asked last: a tick goes through all members of each group that its skill is in, and few beat those before them.
    if (value <= high || isWaived(knowledge.tally(skill), need.level)) continue;
    high = value;
    picked = skill;
  }
  return picked === null ? { skill: first, waived: true } : { skill: picked, waived: false };
};

/** *Covered* and *fresh* read the member with the highest coverage, *proven* the one with the highest evidence. */
export const pickMember = (need: Need, knowledge: Knowledge, bar: Bar): Pick =>
  bar === 'proven'
    ? best(need, knowledge, knowledge.evidence)
    : best(need, knowledge, (skill) => coverage(knowledge.tally(skill), need.level));

/** What a line gives and could give, before it is scaled to points: `weight x share` and `weight`. */
export type Share = { readonly pick: Pick; readonly got: number; readonly of: number };

/** One line in all three bars. *Fresh* measures itself against what is covered, the other two against the whole weight. */
export const sharesOf = (requirement: Requirement, knowledge: Knowledge): Readonly<Record<Bar, Share>> => {
  const { weight, level, members } = requirement;
  const pick = pickMember(requirement, knowledge, 'covered');
  const shown = members.length === 1 ? pick : pickMember(requirement, knowledge, 'proven');
  const tally = knowledge.tally(pick.skill);
  const covered = pick.waived ? 0 : weight * coverage(tally, level);
  return {
    covered: { pick, got: covered, of: pick.waived ? 0 : weight },
    proven: {
      pick: shown,
      got: shown.waived ? 0 : weight * Math.min(1, knowledge.evidence(shown.skill) / level),
      of: shown.waived ? 0 : weight,
    },
    fresh: {
      pick,
      got:
        covered === 0
          ? 0
          : weight *
            doneCoverage(tally, level) *
            freshness(knowledge.practised(pick.skill), knowledge.today, knowledge.halfLifeMonths(pick.skill)),
      of: covered,
    },
  };
};

/** Got and possible of *covered*, *proven* and *fresh*, added up over the lines of a role. */
export type Sums = readonly [number, number, number, number, number, number];

/** Divided before it is scaled: a role whose every share is whole is then exactly 100. Null where nothing is asked for. */
const percent = (got: number, of: number): number | null =>
  of <= 0 ? null : Math.max(0, Math.min(100, 100 * (got / of)));

export const figuresOfSums = (sums: Sums): Figures => ({
  covered: percent(sums[0], sums[1]) ?? 100,
  proven: percent(sums[2], sums[3]) ?? 100,
  fresh: percent(sums[4], sums[5]),
});

/**
 * The three bars of a role in percent, exact. Ticking never lowers *covered*, and it reaches 100 for every role. A role whose
 * every line is waived asks for nothing and counts as covered and proven; without anything covered, *fresh* has no figure.
 */
export const figuresOf = (model: RoleModel, knowledge: Knowledge): Figures => {
  const sums: [number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0];
  for (const requirement of model.requirements) {
    const { covered, proven, fresh } = sharesOf(requirement, knowledge);
    sums[0] += covered.got;
    sums[1] += covered.of;
    sums[2] += proven.got;
    sums[3] += proven.of;
    sums[4] += fresh.got;
    sums[5] += fresh.of;
  }
  return figuresOfSums(sums);
};
