import { readSettings } from '../data/settings.ts';
import type { ReviewItem, ReviewQueue } from '../shared/model/learning.ts';
import { dateOfDay, epochDay } from '../shared/rules/days.ts';
import { reviewQueue, type Reviewable } from '../shared/rules/review-queue.ts';
import { freshness } from '../shared/rules/tally.ts';
import type { Workspace } from './workspace.ts';

const LATER_SHOWN = 50;

/** The skills that want a look today and on the days after. */
export const reviewsOf = (workspace: Workspace): ReviewQueue => {
  const { day: today } = workspace.moment();
  const { reviewsPerDay, reviewsPausedUntil } = readSettings(workspace.db);
  const pausedUntil = reviewsPausedUntil === null ? null : epochDay(reviewsPausedUntil);
  const all = candidates(workspace);
  const queue = reviewQueue(all, { today, perDay: reviewsPerDay, pausedUntil });
  const later = queue.later.slice(0, LATER_SHOWN);
  const named = new Set([...queue.today, ...later.map(({ skill }) => skill)]);
  const items = new Map(all.filter(({ skill }) => named.has(skill)).map((item) => [item.skill, item]));
  const shown = (id: string, day: number): ReviewItem => {
    const { freshness: share, practised } = items.get(id)!;
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
};

type Candidate = Reviewable & { readonly practised: number };

/** Skills with a done leaf, or answered today; a skill without anything done can not fade. */
const candidates = (workspace: Workspace): Candidate[] => {
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
