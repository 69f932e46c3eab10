import { STAGES, type Level, type Stage } from '../values.ts';
import { hoursLeft, type HoursOf } from './hours.ts';
import { pickMember, type Knowledge, type Need, type RoleModel } from './readiness.ts';
import { coverage } from './tally.ts';

/** Points of *covered*, 0 to 100, that one role gains. */
export type RoleGain = { readonly role: string; readonly points: number };

/** What finishing one skill, or one choose-one group, would bring. */
export type SkillGain = {
  /** Tells it from the others: the group while it is to be chosen, else the skill. */
  readonly key: string;
  readonly skill: string;
  /** Set while nothing of a choose-one group is begun or fixed: the person has to choose first. */
  readonly choose: string | null;
  /** The highest level that a target asks for and that is not reached. */
  readonly level: Level;
  /** By role, in the order of the targets. */
  readonly gains: readonly RoleGain[];
  /** Over all targets. */
  readonly gain: number;
  /** Hours up to `level`. */
  readonly hours: number;
  /** The earliest stage in which a target asks for it. */
  readonly stage: Stage;
  /** Targets on whose entry list it stands unmet. */
  readonly entryOf: readonly string[];
};

/** Without an estimate, or with hardly anything left, a skill is no reason to divide by nothing. */
export const LEAST_HOURS = 0.5;

/** Points per hour, over all targets. */
export const rateOf = ({ gain, hours }: Pick<SkillGain, 'gain' | 'hours'>): number =>
  gain / Math.max(hours, LEAST_HOURS);

type Open = { readonly key: string; readonly skill: string; readonly choose: string | null };

/** What a need that is not met is about; null where it is met or waived. */
const openOf = (need: Need, knowledge: Knowledge): (Open & { readonly missing: number }) | null => {
  const { skill, waived } = pickMember(need, knowledge, 'covered');
  const covered = coverage(knowledge.tally(skill), need.level);
  if (waived || covered >= 1) return null;
  const choose = covered === 0 && need.members.length > 1 ? need.group : null;
  return { key: choose === null ? skill : `group ${choose}`, skill, choose, missing: 1 - covered };
};

const earlier = (a: Stage, b: Stage): Stage => (STAGES.indexOf(a) <= STAGES.indexOf(b) ? a : b);

/** Everything that a target asks for and that is not met, each skill or open choice once; by key. */
export const skillGains = (
  targets: readonly RoleModel[],
  knowledge: Knowledge,
  hoursOf: HoursOf,
): readonly SkillGain[] => {
  type Building = Open & { level: Level; stage: Stage; gains: RoleGain[]; entryOf: string[] };
  const found = new Map<string, Building>();
  for (const { role, requirements, entry } of targets) {
    const weights = requirements
      .filter((line) => !pickMember(line, knowledge, 'covered').waived)
      .reduce((sum, { weight }) => sum + weight, 0);
    for (const line of requirements) {
      const open = openOf(line, knowledge);
      if (!open) continue;
      const { missing, ...what } = open;
      const known = found.get(open.key);
      const item = known ?? { ...what, level: line.level, stage: line.stage, gains: [], entryOf: [] };
      item.level = line.level > item.level ? line.level : item.level;
      item.stage = earlier(line.stage, item.stage);
      const points = (100 * line.weight * missing) / weights;
      const own = item.gains.findIndex((gain) => gain.role === role);
      if (own < 0) item.gains.push({ role, points });
      else item.gains[own] = { role, points: item.gains[own]!.points + points };
      if (!known) found.set(open.key, item);
    }
    for (const need of entry) {
      const open = openOf(need, knowledge);
      const item = open && found.get(open.key);
      if (item && !item.entryOf.includes(role)) item.entryOf.push(role);
    }
  }
  return [...found.values()].map((item) => ({
    ...item,
    gain: item.gains.reduce((sum, { points }) => sum + points, 0),
    hours: hoursLeft(hoursOf(item.skill), item.level, knowledge.tally(item.skill)),
  }));
};
