const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a local date, so that the distance of two dates is a subtraction, free of zones. */
export const epochDay = (localDate: string): number => Date.parse(localDate) / DAY_MS;

/** The local date of a day number; the inverse of `epochDay`. */
export const dateOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
