import { type Level, type ReachedLevel, type Stage, BARS, type Bar } from '../values.ts';
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
    if (isWaived(knowledge.tally(skill), need.level)) continue;
    const value = score(skill);
    if (value > high) {
      high = value;
      picked = skill;
    }
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
            freshness(tally.practised, knowledge.today, knowledge.halfLifeMonths(pick.skill)),
      of: covered,
    },
  };
};

/** Divided before it is scaled: a role whose every share is whole is then exactly 100. Null where nothing is asked for. */
const percent = (got: ArrayLike<number>, of: ArrayLike<number>): number | null => {
  let gotSum = 0;
  let ofSum = 0;
  for (let index = 0; index < of.length; index += 1) {
    gotSum += got[index]!;
    ofSum += of[index]!;
  }
  return ofSum === 0 ? null : Math.min(100, 100 * (gotSum / ofSum));
};

/** Adds up lines that were worked out before: `got` and `of` per bar, in the order of `BARS`. */
export const figuresOfShares = (
  got: readonly ArrayLike<number>[],
  of: readonly ArrayLike<number>[],
): Figures => ({
  covered: percent(got[0]!, of[0]!) ?? 100,
  proven: percent(got[1]!, of[1]!) ?? 100,
  fresh: percent(got[2]!, of[2]!),
});

/**
 * The three bars of a role in percent, exact. Ticking never lowers *covered*, and it reaches 100 for every role. A role whose
 * every line is waived asks for nothing and counts as covered and proven; without anything covered, *fresh* has no figure.
 */
export const figuresOf = (model: RoleModel, knowledge: Knowledge): Figures => {
  const lines = model.requirements.map((requirement) => sharesOf(requirement, knowledge));
  return figuresOfShares(
    BARS.map((bar) => lines.map((shares) => shares[bar].got)),
    BARS.map((bar) => lines.map((shares) => shares[bar].of)),
  );
};
