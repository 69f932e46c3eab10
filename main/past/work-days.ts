import type { RowTable } from '../../data/rows.ts';
import type { DayOfWork } from '../../shared/model/insights.ts';
import { dateOfDay } from '../../shared/rules/days.ts';
import { dayOfDone, type ContentChange } from './chunk.ts';
import type { Timeline } from './timeline.ts';

/** Rows that show what somebody can do; adding one is work of that day. */
const PROOFS: ReadonlySet<RowTable> = new Set(['evidence', 'credential', 'done_mark']);

type Count = { topics: number; reviews: number; proofs: number };

/** What stood at the end of each day as done on it, so that what was taken back the same day is none. Oldest first. */
export const workDaysOf = ({ topics, things }: Timeline): DayOfWork[] => {
  const counts = new Map<number, Count>();
  const add = (day: number, what: keyof Count): void => {
    const count = counts.get(day) ?? { topics: 0, reviews: 0, proofs: 0 };
    count[what] += 1;
    counts.set(day, count);
  };
  for (let entry = 0; entry < topics.count; entry += 1) {
    const day = topics.day[entry]!;
    if (dayOfDone(topics.doneOn[entry]!) === day) add(day, 'topics');
  }
  for (const { days, changes } of things) {
    changes.forEach((change, index) => {
      const what = workIn(change, days[index]!);
      if (what !== null) add(days[index]!, what);
    });
  }
  return [...counts]
    .toSorted(([a], [b]) => a - b)
    .map(([day, count]) => ({ date: dateOfDay(day), ...count }));
};

const workIn = (change: ContentChange, day: number): keyof Count | null => {
  if (change.what !== 'row' || change.after === null) return null;
  if (change.table === 'review') return change.after['answered_on'] === dateOfDay(day) ? 'reviews' : null;
  return change.before === null && PROOFS.has(change.table) ? 'proofs' : null;
};
