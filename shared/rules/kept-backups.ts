import { epochDay } from './days.ts';

/** How many days, weeks and months that have a backup keep one. */
export const KEPT = { days: 12, weeks: 10, months: 9 } as const;
/** Backups that were made for a reason of their own, such as before a restore, and are kept whatever their day. */
export const KEPT_APART = 12;

export type DatedBackup = {
  readonly name: string;
  /** UTC, in milliseconds. */
  readonly at: number;
  /** The day on which it was made, where the person was. */
  readonly localDate: string;
  /** Made by the clock alone. */
  readonly automatic: boolean;
};

const MONDAY = 4;
const weekOf = (localDate: string): string => String(Math.floor((epochDay(localDate) + 7 - MONDAY) / 7));
const monthOf = (localDate: string): string => localDate.slice(0, 7);

/**
 * Names of the backups that stay: all of the newest day, the newest of each of the last days, weeks and months that have
 * any, and the newest that were made for a reason of their own. Days without use cost nothing.
 */
export const keptBackups = (backups: readonly DatedBackup[]): ReadonlySet<string> => {
  const newestFirst = backups.toSorted((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
  const kept = new Set<string>();
  const keepNewestOf = (period: (localDate: string) => string, count: number): void => {
    const seen = new Set<string>();
    for (const { name, localDate } of newestFirst) {
      const key = period(localDate);
      if (seen.has(key)) continue;
      if (seen.size === count) return;
      seen.add(key);
      kept.add(name);
    }
  };
  keepNewestOf((date) => date, KEPT.days);
  keepNewestOf(weekOf, KEPT.weeks);
  keepNewestOf(monthOf, KEPT.months);
  const apart = newestFirst.filter(({ automatic }) => !automatic).slice(0, KEPT_APART);
  const today = newestFirst.filter(({ localDate }) => localDate === newestFirst[0]?.localDate);
  for (const { name } of [...apart, ...today]) kept.add(name);
  return kept;
};
