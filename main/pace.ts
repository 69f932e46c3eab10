import { actionsSince, lastSeq, type StateChange } from '../data/events.ts';
import { epochDay } from '../shared/rules/days.ts';
import { hoursTo } from '../shared/rules/hours.ts';
import { pickMember, type RoleModel } from '../shared/rules/readiness.ts';
import { countsUpTo } from '../shared/rules/tally.ts';
import { isCounted, type Level } from '../shared/values.ts';
import type { Workspace } from './workspace.ts';

const DAY_MS = 86_400_000;

type TopicChange = Extract<StateChange, { what: 'topic' }>;

/** What was known before is told in one go; it is no learning, and says nothing of a pace. */
const isTold = (action: string | null): boolean =>
  action !== null && (action.startsWith('know-') || action.endsWith('-list'));

/**
 * Estimated hours of a role's list that the ticks of each of the last weeks covered, the latest week last. A week is seven
 * local days, the last one ends today. What was taken back counts for nothing.
 */
export const weeksOf = (workspace: Workspace, model: RoleModel, count: number): readonly number[] => {
  const perTopic = hoursPerTopic(workspace, model);
  const weeks = Array.from({ length: count }, () => 0);
  for (const [topic, steps] of ticksOf(workspace, count)) {
    const { skill, level, leaf, retired } = workspace.topicByNumber(topic);
    const hours = leaf === 1 && retired === 0 ? (perTopic.get(skill)?.[level] ?? 0) : 0;
    if (hours > 0) steps.forEach((step, week) => (weeks[week]! += step * hours));
  }
  return weeks;
};

/** Times that a topic came to count, less those that it ceased to, in each of the last weeks; by the topic's number. */
type Ticks = Map<number, number[]>;

const known = new WeakMap<Workspace, { seq: number; day: number; count: number; ticks: Ticks }>();

/** Kept for the day: what came since is added, so that a forecast after a tick reads one event. */
const ticksOf = (workspace: Workspace, count: number): Ticks => {
  const { at, day } = workspace.moment();
  const seq = lastSeq(workspace.db);
  const before = known.get(workspace);
  const kept = before?.day === day && before.count === count ? before : { seq: 0, ticks: new Map() };
  // Local dates run at most a day ahead or behind in any zone.
  for (const event of actionsSince(workspace.db, at - (7 * count + 2) * DAY_MS)) {
    if (event.seq <= kept.seq) break;
    const week = count - 1 - Math.floor((day - epochDay(event.localDate)) / 7);
    if (week < 0 || week >= count || isTold(event.action)) continue;
    // Taking back what was told is no step back either.
    if (event.action === 'revert' && isTold(event.detail)) continue;
    for (const change of event.changes)
      if (change.what === 'topic') addTick(kept.ticks, change, { week, count });
  }
  known.set(workspace, { seq, day, count, ticks: kept.ticks });
  return kept.ticks;
};

const addTick = (
  ticks: Ticks,
  { topic, before, after }: TopicChange,
  { week, count }: { readonly week: number; readonly count: number },
): void => {
  const step = Number(isCounted(after.status)) - Number(isCounted(before.status));
  if (step === 0) return;
  let steps = ticks.get(topic);
  if (!steps) ticks.set(topic, (steps = Array.from({ length: count }, () => 0)));
  steps[week]! += step;
};

type PerLevel = { readonly [L in Level]: number };

/** Hours that one topic of each level stands for, by the number of its skill; none above the level that is asked for. */
const hoursPerTopic = (workspace: Workspace, model: RoleModel): ReadonlyMap<number, PerLevel> => {
  const knowledge = workspace.knowledge();
  const levels = new Map<string, Level>();
  for (const line of model.requirements) {
    const { skill, waived } = pickMember(line, knowledge, 'covered');
    if (!waived && line.level > (levels.get(skill) ?? 0)) levels.set(skill, line.level);
  }
  return new Map(
    [...levels].map(([skill, level]) => {
      const { number, estimatedHours } = workspace.skill(skill);
      const { total } = countsUpTo(knowledge.tally(skill), level);
      const each = total === 0 ? 0 : hoursTo(estimatedHours, level) / total;
      const upTo = (own: Level): number => (own <= level ? each : 0);
      return [number, { 1: upTo(1), 2: upTo(2), 3: upTo(3), 4: upTo(4) }];
    }),
  );
};
