/** Days of a chart: the last day of each week, and today. Ranges of at most this many weeks show every day. */
const DAILY_WEEKS = 13;
const WEEK = 7;

/**
 * The days (day numbers, rising) that a chart shows: from `first`, but at most `weeks` weeks back where that is given, to
 * `today`, which is the last one. `weekEnd` is the weekday on which a week ends, 0 for Sunday.
 */
export const sampleDays = (options: {
  readonly first: number;
  readonly today: number;
  readonly weeks: number | null;
  readonly weekEnd: number;
}): readonly number[] => {
  const { first, today, weeks, weekEnd } = options;
  const start = Math.min(today, weeks === null ? first : Math.max(first, today - WEEK * weeks));
  const isDaily = today - start <= DAILY_WEEKS * WEEK;
  const days: number[] = [];
  for (let day = start; day < today; day += 1) {
    if (isDaily || day === start || weekdayOf(day) === weekEnd) days.push(day);
  }
  return [...days, today];
};

/** 0 for Sunday; day 0, the first of January 1970, was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % WEEK) + WEEK) % WEEK;
