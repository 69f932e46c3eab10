const DAY_MS = 86_400_000;

/**
 * Days since 1970-01-01 of a local date, so that the distance of two dates is a subtraction, free of zones. NaN for what is no
 * date: without the time behind it, `Date.parse` would take "5" for a day of its own zone.
 */
export const epochDay = (localDate: string): number => Date.parse(`${localDate}T00:00:00Z`) / DAY_MS;

/** The local date of a day number; the inverse of `epochDay`. */
export const dateOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
