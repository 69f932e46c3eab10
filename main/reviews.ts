import { readSettings } from '../data/settings.ts';
import type { ReviewItem, ReviewQueue } from '../shared/model/learning.ts';
import { dateOfDay, epochDay } from '../shared/rules/days.ts';
import { reviewQueue, type Queue, type Reviewable } from '../shared/rules/review-queue.ts';
import { freshness } from '../shared/rules/tally.ts';
import { keeping } from './keeping.ts';
import type { Workspace } from './workspace.ts';

const LATER_SHOWN = 50;

/** The skills that want a look today and on the days after. */
export const reviewsOf = (workspace: Workspace): ReviewQueue => {
  const { day: today } = workspace.moment();
  const { reviewsPerDay, reviewsPausedUntil } = readSettings(workspace.db);
  const pausedUntil = reviewsPausedUntil === null ? null : epochDay(reviewsPausedUntil);
  return withQueues(workspace, ({ candidates, queueFor }) => {
    const queue = queueFor(reviewsPerDay, pausedUntil);
    const later = queue.later.slice(0, LATER_SHOWN);
    const shown = (id: string, day: number): ReviewItem => {
      const { freshness: share, practised } = candidates.get(id)!;
      const { name, halfLifeMonths } = workspace.skill(id);
      return {
        skill: id,
        name,
        freshness: share,
        practisedOn: dateOfDay(practised),
        halfLifeMonths,
        on: dateOfDay(day),
      };
    };
    return {
      today: queue.today.map((id) => shown(id, today)),
      later: later.map(({ skill, day }) => shown(skill, day)),
      laterCount: queue.later.length,
      answered: queue.answered,
      pausedUntil: pausedUntil !== null && pausedUntil > today ? reviewsPausedUntil : null,
    };
  });
};

type Candidate = Reviewable & { readonly practised: number };

/** Ranking thousands of skills takes some milliseconds, and between two changes nothing about it changes. */
const withQueues = keeping((workspace) => {
  const { day: today } = workspace.moment();
  const candidates = new Map(candidatesIn(workspace).map((one) => [one.skill, one]));
  const queues = new Map<string, Queue>();
  const queueFor = (perDay: number, pausedUntil: number | null): Queue => {
    const key = `${perDay} ${pausedUntil}`;
    let queue = queues.get(key);
    if (!queue)
      queues.set(key, (queue = reviewQueue([...candidates.values()], { today, perDay, pausedUntil })));
    return queue;
  };
  return { candidates, queueFor };
});

/** Skills with a done leaf, or answered today; a skill without anything done can not fade. */
const candidatesIn = (workspace: Workspace): Candidate[] => {
  const { day: today } = workspace.moment();
  const { counters, practice } = workspace;
  const found: Candidate[] = [];
  for (const [number, { id, halfLifeMonths }] of workspace.fading()) {
    const lastDone = counters.lastDone(number);
    const review = practice.review(number);
    if (lastDone === undefined && review === undefined) continue;
    const practised = practice.practised(number, { practised: lastDone ?? null }) ?? today;
    found.push({
      skill: id,
      practised,
      freshness: lastDone === undefined ? 1 : freshness(practised, today, halfLifeMonths),
      answered: review ? epochDay(review.answeredOn) : null,
      restsUntil: review?.restsUntil ? epochDay(review.restsUntil) : null,
    });
  }
  return found;
};
