import { actionsSince } from '../data/events.ts';
import { epochDay } from '../shared/rules/days.ts';
import { hoursTo } from '../shared/rules/hours.ts';
import { pickMember, type RoleModel } from '../shared/rules/readiness.ts';
import { countsUpTo } from '../shared/rules/tally.ts';
import { isCounted, type Level } from '../shared/values.ts';
import type { Workspace } from './workspace.ts';

const DAY_MS = 86_400_000;

/** What was known before is told in one go; it is no learning, and says nothing of a pace. */
const isTold = (action: string | null): boolean =>
  action !== null && (action.startsWith('know-') || action.endsWith('-list'));

/**
 * Estimated hours of a role's list that the ticks of each of the last weeks covered, the latest week last. A week is seven
 * local days, the last one ends today. What was taken back counts for nothing.
 */
export const weeksOf = (workspace: Workspace, model: RoleModel, count: number): readonly number[] => {
  const { at, day: today } = workspace.moment();
  const perTopic = hoursPerTopic(workspace, model);
  const weeks = Array.from({ length: count }, () => 0);
  // Local dates run at most a day ahead or behind in any zone.
  for (const event of actionsSince(workspace.db, at - (7 * count + 2) * DAY_MS)) {
    const week = count - 1 - Math.floor((today - epochDay(event.localDate)) / 7);
    if (week < 0 || week >= count || isTold(event.action)) continue;
    // Taking back what was told is no step back either.
    if (event.action === 'revert' && isTold(event.detail)) continue;
    for (const change of event.changes) {
      if (change.what !== 'topic') continue;
      const step = Number(isCounted(change.after.status)) - Number(isCounted(change.before.status));
      if (step === 0) continue;
      const { skill, level, leaf, retired } = workspace.topicByNumber(change.topic);
      if (leaf === 1 && retired === 0) weeks[week]! += step * (perTopic.get(skill)?.[level] ?? 0);
    }
  }
  return weeks;
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
