import { DUE_BELOW } from '../values.ts';

/** A skill with at least one done topic, as the queue sees it. */
export type Reviewable = {
  readonly skill: string;
  /** Share left, 0 to 1. */
  readonly freshness: number;
  /** Day number of the last answer to a review of it; null without one. */
  readonly answered: number | null;
  /** Day number before which it rests; null where it does not. */
  readonly restsUntil: number | null;
};

export type Queue = {
  readonly today: readonly string[];
  /** In the order in which they come up, with the day number of each. */
  readonly later: readonly { readonly skill: string; readonly day: number }[];
  readonly answered: number;
};

/**
 * What comes up for review: everything that faded below the mark, most faded first, no more a day than the person wants.
 * What was answered today has taken its place; a skill that rests comes up on the day on which its rest ends, at the earliest.
 */
export const reviewQueue = (
  skills: readonly Reviewable[],
  options: { readonly today: number; readonly perDay: number; readonly pausedUntil: number | null },
): Queue => {
  const { today, perDay, pausedUntil } = options;
  const answered = skills.filter((skill) => skill.answered === today).length;
  const start = Math.max(today, pausedUntil ?? today);
  const due = skills
    .filter(({ freshness }) => freshness < DUE_BELOW)
    .toSorted((a, b) => a.freshness - b.freshness || (a.skill < b.skill ? -1 : 1));
  const taken = new Map<number, number>([[today, answered]]);
  const isFull = (day: number): boolean => (taken.get(day) ?? 0) >= perDay;
  /** Every day from the start up to this one is full: years of due skills must not be walked through for each of them. */
  let open = start;
  const placed = due.map(({ skill, restsUntil }) => {
    while (isFull(open)) open += 1;
    let day = Math.max(open, restsUntil ?? open);
    while (isFull(day)) day += 1;
    taken.set(day, (taken.get(day) ?? 0) + 1);
    return { skill, day };
  });
  return {
    today: placed.filter(({ day }) => day === today).map(({ skill }) => skill),
    later: placed.filter(({ day }) => day > today).toSorted((a, b) => a.day - b.day),
    answered,
  };
};
