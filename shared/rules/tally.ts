import { LEVELS, type Level, type ReachedLevel, type TopicStatus } from '../values.ts';
import type { Fraction } from '../model/common.ts';

import { epochDay } from './days.ts';

type PerLevel = readonly [number, number, number, number];

/**
 * The counts of one skill, by level (index 0 is level 1), leaves only. Everything that the readiness rules need to know of
 * a skill's topics, so that no rule ever walks through them.
 */
export type SkillTally = {
  readonly done: PerLevel;
  readonly revise: PerLevel;
  /** Not skipped. */
  readonly countable: PerLevel;
  /** Skipped ones included. */
  readonly total: PerLevel;
  /** Day number of the latest topic set to done and still counted; null without one. */
  readonly practised: number | null;
  /** How many topics were set to done on that day. */
  readonly practisedTopics: number;
};

const none: PerLevel = [0, 0, 0, 0];
export const emptyTally: SkillTally = {
  done: none,
  revise: none,
  countable: none,
  total: none,
  practised: null,
  practisedTopics: 0,
};

export type TalliedTopic = {
  readonly level: Level;
  readonly status: TopicStatus;
  /** Local date, null unless done or revise. */
  readonly doneOn: string | null;
};

const is = (status: TopicStatus, one: TopicStatus): number => (status === one ? 1 : 0);

const plus = (counts: PerLevel, level: Level, by: number): PerLevel => {
  if (by === 0) return counts;
  const next: [number, number, number, number] = [...counts];
  next[level - 1]! += by;
  return next;
};

const dayOf = ({ doneOn }: TalliedTopic): number | null => (doneOn === null ? null : epochDay(doneOn));

const practisedOn = (tally: SkillTally, day: number | null): SkillTally => {
  if (day === null || (tally.practised !== null && day < tally.practised)) return tally;
  const practisedTopics = day === tally.practised ? tally.practisedTopics + 1 : 1;
  return { ...tally, practised: day, practisedTopics };
};

/** A topic with the number of the day on which it was done, where that is at hand. */
export type DatedTopic = Pick<TalliedTopic, 'level' | 'status'> & { readonly day: number | null };

/** Counts all topics of a skill. */
export const tallyOf = (topics: readonly TalliedTopic[]): SkillTally =>
  tallyOfDays(topics.map((topic) => ({ level: topic.level, status: topic.status, day: dayOf(topic) })));

/** As `tallyOf`. Counts in place: the past is counted some hundred thousand times over. */
export const tallyOfDays = (topics: Iterable<DatedTopic>): SkillTally => {
  const zeros = (): [number, number, number, number] => [0, 0, 0, 0];
  const [done, revise, countable, total] = [zeros(), zeros(), zeros(), zeros()];
  let practised: number | null = null;
  let practisedTopics = 0;
  for (const { level, status, day } of topics) {
    const at = level - 1;
    total[at]! += 1;
    if (status !== 'skipped') countable[at]! += 1;
    if (status === 'done') done[at]! += 1;
    if (status === 'revise') revise[at]! += 1;
    if (day === null || (practised !== null && day < practised)) continue;
    practisedTopics = day === practised ? practisedTopics + 1 : 1;
    practised = day;
  }
  return { done, revise, countable, total, practised, practisedTopics };
};

/**
 * The tally after one topic moved from one state to another; null where the latest practice day went with it, so that the
 * skill has to be counted again.
 */
export const moved = (tally: SkillTally, before: TalliedTopic, after: TalliedTopic): SkillTally | null => {
  const { level } = before;
  const by = (status: TopicStatus): number => is(after.status, status) - is(before.status, status);
  const left = dayOf(before);
  const leaves = left !== null && left === tally.practised ? 1 : 0;
  if (leaves === 1 && tally.practisedTopics === 1) return null;
  const next: SkillTally = {
    done: plus(tally.done, level, by('done')),
    revise: plus(tally.revise, level, by('revise')),
    countable: plus(tally.countable, level, -by('skipped')),
    total: tally.total,
    practised: tally.practised,
    practisedTopics: tally.practisedTopics - leaves,
  };
  return practisedOn(next, dayOf(after));
};

const upTo = (counts: PerLevel, level: Level): number => {
  let sum = 0;
  for (let index = 0; index < level; index += 1) sum += counts[index]!;
  return sum;
};

/** Counted and countable topics up to a level. */
export const countsUpTo = (tally: SkillTally, level: Level): Fraction => ({
  done: upTo(tally.done, level) + upTo(tally.revise, level),
  total: upTo(tally.countable, level),
});

/** Counted share up to a level, 0 to 1; 0 where there is nothing to count. */
export const coverage = (tally: SkillTally, level: Level): number => {
  const countable = upTo(tally.countable, level);
  return countable === 0 ? 0 : (upTo(tally.done, level) + upTo(tally.revise, level)) / countable;
};

/** As `coverage`, but only what is done and not up for revision. */
export const doneCoverage = (tally: SkillTally, level: Level): number => {
  const countable = upTo(tally.countable, level);
  return countable === 0 ? 0 : upTo(tally.done, level) / countable;
};

/** There are topics up to this level and the person skipped every one. */
export const isWaived = (tally: SkillTally, level: Level): boolean =>
  upTo(tally.countable, level) === 0 && upTo(tally.total, level) > 0;

/** The highest level with everything up to it counted and at least one topic counted. */
export const levelReached = (tally: SkillTally): ReachedLevel => {
  let reached: ReachedLevel = 0;
  let counted = 0;
  for (const level of LEVELS) {
    const at = level - 1;
    const own = tally.done[at]! + tally.revise[at]!;
    if (own < tally.countable[at]!) break;
    counted += own;
    if (counted > 0 && tally.total[at]! > 0) reached = level;
  }
  return reached;
};

export const topLevel = (tally: SkillTally): ReachedLevel =>
  LEVELS.findLast((level) => tally.total[level - 1]! > 0) ?? 0;

/** Freshness left after the days since the last practice, 0 to 1: it halves every `halfLifeMonths`. */
export const freshness = (practised: number | null, today: number, halfLifeMonths: number): number => {
  if (practised === null) return 0;
  const days = Math.max(0, today - practised);
  return 0.5 ** (days / (30.4375 * halfLifeMonths));
};
