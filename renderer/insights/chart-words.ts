import { dateOfDay, epochDay } from '../../shared/rules/days.ts';
import { monthName } from '../format.ts';

/** Words below an axis are at least this many places apart. */
const APART = 14;

/** The first place of each month, with its name; every second or third month where they would stand too close. */
export const monthTicks = (dates: readonly string[]): { readonly place: number; readonly text: string }[] => {
  const starts = dates.flatMap((date, place) =>
    place > 0 && date.slice(0, 7) !== dates[place - 1]!.slice(0, 7) ? [{ place, text: monthName(date) }] : [],
  );
  const step = Math.max(1, Math.ceil(starts.length / APART));
  return starts.filter((_, index) => index % step === 0);
};

/** `count` days that end with `last`. */
export const daysUpTo = (last: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => dateOfDay(epochDay(last) - count + 1 + index));
