import type { Row, RowTable } from '../../data/rows.ts';
import type { DayOfWork } from '../../shared/model/insights.ts';
import { dateOfDay } from '../../shared/rules/days.ts';
import { dayOfDone, type ContentChange } from './chunk.ts';
import type { Timeline } from './timeline.ts';

/** Rows that show what somebody can do; adding one is work of that day. A project is work of the day that it shipped on. */
const PROOFS: ReadonlySet<RowTable> = new Set(['evidence', 'credential', 'done_mark', 'experience']);

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
  for (const { days, changes, first } of things) {
    changes.forEach((change, index) => {
      // A day keeps its last change only, which knows of the one before it on the same day.
      const before = index === 0 ? rowOf(first, 'before') : rowOf(changes[index - 1]!, 'after');
      const what = workIn(change, before, days[index]!);
      if (what !== null) add(days[index]!, what);
    });
  }
  return [...counts]
    .toSorted(([a], [b]) => a - b)
    .map(([day, count]) => ({ date: dateOfDay(day), ...count }));
};

const rowOf = (change: ContentChange, side: 'before' | 'after'): Row | null =>
  change.what === 'row' ? change[side] : null;

/** What a change of the day was work of, with the row as it was before the day. */
const workIn = (change: ContentChange, before: Row | null, day: number): keyof Count | null => {
  if (change.what !== 'row' || change.after === null) return null;
  const { table, after } = change;
  if (table === 'review') return after['answered_on'] === dateOfDay(day) ? 'reviews' : null;
  if (table === 'project') return isShipped(after) && !isShipped(before) ? 'proofs' : null;
  return before === null && PROOFS.has(table) ? 'proofs' : null;
};

const isShipped = (project: Row | null): boolean => project?.['status'] === 'shipped';
