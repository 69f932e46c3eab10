import { language, t } from './words.ts';

const MINUS = '\u2212';

/** Whole percent, rounded down, so that 100 means done. */
export const wholePercent = (value: number): number => Math.floor(value + 1e-9);

export const percent = (value: number | null): string =>
  value === null ? t('figure.none') : t('figure.percent', { value: wholePercent(value) });

/** Making a formatter costs far more than using it; one per language and shape is kept. */
const kept = <T>(make: (language: string) => T): (() => T) => {
  const made = new Map<string, T>();
  return () => {
    const locale = language();
    let formatter = made.get(locale);
    if (!formatter) made.set(locale, (formatter = make(locale)));
    return formatter;
  };
};

const decimal = kept(
  (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);
/** "1.4". */
export const oneDecimal = (value: number): string => decimal().format(value);

const conjunction = kept((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
/** "A", "A and B" or "A, B, and C". */
export const listInWords = (names: readonly string[]): string => conjunction().format(names);

/** "+1.4" or "−0.6", "0.0" when still; empty where there is no figure. */
export const signed = (value: number | null): string => {
  if (value === null) return '';
  const shown = oneDecimal(Math.abs(value));
  if (Number(Math.abs(value).toFixed(1)) === 0) return oneDecimal(0);
  return `${value > 0 ? '+' : MINUS}${shown}`;
};

/** A change of a count: "+3", "−2", "0". */
export const wholeChange = (value: number): string =>
  value === 0 ? '0' : `${value > 0 ? '+' : MINUS}${Math.abs(value)}`;

/** A change in words: "up 1.4". */
export const inWords = (value: number): string => {
  if (Number(Math.abs(value).toFixed(1)) === 0) return t('figure.still');
  const by = oneDecimal(Math.abs(value));
  return value > 0 ? t('figure.up', { by }) : t('figure.down', { by });
};

/** Tenths of a percent as "2.0". */
export const tenths = (value: number): string => oneDecimal(value / 10);

/** Tenths of a percent, rounded down as the whole figure is: 100.0 means done. */
const tenthsDown = (value: number): number => Math.floor(10 * value + 1e-8);

/** "8.6", of a percentage that its change stands beside. */
export const toTenth = (value: number): string => tenths(tenthsDown(value));

/** "8.6 %". */
export const percentToTenth = (value: number | null): string =>
  value === null ? t('figure.none') : t('figure.percent', { value: toTenth(value) });

/** The change between two percentages as they are shown to the tenth, so that what was shown and the change make what is shown. */
export const shownChange = (before: number | null, now: number | null): number | null =>
  before === null || now === null ? null : (tenthsDown(now) - tenthsDown(before)) / 10;

const dates = (options: Intl.DateTimeFormatOptions): (() => Intl.DateTimeFormat) =>
  kept((locale) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }));
const part = {
  day: dates({ day: 'numeric' }),
  month: dates({ month: 'short' }),
  longMonth: dates({ month: 'long' }),
  year: dates({ year: 'numeric' }),
  longWeekday: dates({ weekday: 'long' }),
  narrowWeekday: dates({ weekday: 'narrow' }),
};

const parts = (localDate: string, shown: readonly (keyof typeof part)[]): string => {
  const day = new Date(`${localDate}T00:00:00Z`);
  return shown.map((name) => part[name]().format(day)).join(' ');
};

/** "12 Nov"; with the year where it is not the year of `today`. */
export const shortDate = (localDate: string, today: string): string =>
  parts(localDate, localDate.slice(0, 4) === today.slice(0, 4) ? ['day', 'month'] : ['day', 'month', 'year']);

/** "12 Nov 2026". */
export const fullDate = (localDate: string): string => parts(localDate, ['day', 'month', 'year']);

/** "Nov 2026". */
export const monthOf = (localDate: string): string => parts(localDate, ['month', 'year']);

/** "Feb 2026 to Jun 2026", or to now, of months such as "2026-02". */
export const monthSpan = (started: string, ended: string | null): string =>
  t('experience.span', {
    from: parts(`${started}-01`, ['month', 'year']),
    to: ended === null ? t('experience.now') : parts(`${ended}-01`, ['month', 'year']),
  });

/** "Tuesday 24 November". */
export const longDay = (localDate: string): string => parts(localDate, ['longWeekday', 'day', 'longMonth']);

export const weekday = (localDate: string, width: 'long' | 'narrow'): string =>
  parts(localDate, [width === 'long' ? 'longWeekday' : 'narrowWeekday']);

/** "Nov". */
export const monthName = (localDate: string): string => parts(localDate, ['month']);

export const dayOfMonth = (localDate: string): string => parts(localDate, ['day']);
