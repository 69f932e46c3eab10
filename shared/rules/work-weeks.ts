import type { DayOfWork } from '../model/insights.ts';
import type { Settings } from '../model/settings.ts';
import { dateOfDay, epochDay } from './days.ts';
import { weekdayOf } from './sample-days.ts';

const WEEK = 7;
const FIRST = { monday: 1, sunday: 0, saturday: 6 } as const;

/** One week of the person's calendar. */
export type WorkWeek = {
  /** Its first day. */
  readonly from: string;
  /** Days on which anything was done. */
  readonly days: number;
  readonly topics: number;
};

/** The first day (day number) of the week that a day belongs to. */
export const weekStart = (day: number, firstDayOfWeek: Settings['firstDayOfWeek']): number =>
  day - ((weekdayOf(day) - FIRST[firstDayOfWeek] + WEEK) % WEEK);

/** The last `count` weeks, oldest first; the last one holds `today`. */
export const workWeeks = (
  days: readonly DayOfWork[],
  options: {
    readonly today: string;
    readonly firstDayOfWeek: Settings['firstDayOfWeek'];
    readonly count: number;
  },
): readonly WorkWeek[] => {
  const { today, firstDayOfWeek, count } = options;
  const byStart = Map.groupBy(days, ({ date }) => weekStart(epochDay(date), firstDayOfWeek));
  const last = weekStart(epochDay(today), firstDayOfWeek);
  return Array.from({ length: count }, (_, index) => {
    const start = last - WEEK * (count - 1 - index);
    const own = byStart.get(start) ?? [];
    return {
      from: dateOfDay(start),
      days: own.length,
      topics: own.reduce((sum, { topics }) => sum + topics, 0),
    };
  });
};

type Pauses = Settings['streakPauses'];

const isPaused = (week: WorkWeek, pauses: Pauses): boolean => {
  const end = dateOfDay(epochDay(week.from) + WEEK - 1);
  return pauses.some(({ from, until }) => from <= end && (until === null || until >= week.from));
};

/**
 * How many weeks in a row met the target, or had any work where there is none. The week that is still going on counts once
 * it is met and never breaks the row; weeks with a pause in them are passed over.
 */
export const streakOf = (
  weeks: readonly WorkWeek[],
  target: Settings['weeklyTarget'],
  pauses: Pauses,
): number => {
  const { unit, count } = target ?? { unit: 'days', count: 1 };
  let streak = 0;
  for (const [ago, week] of weeks.toReversed().entries()) {
    if (week[unit] >= count) streak += 1;
    else if (ago > 0 && !isPaused(week, pauses)) break;
  }
  return streak;
};
