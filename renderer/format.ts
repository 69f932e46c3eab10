import { language, t } from './words.ts';

const MINUS = '\u2212';

/** Whole percent, rounded down, so that 100 means done. */
export const wholePercent = (value: number): number => Math.floor(value + 1e-9);

export const percent = (value: number | null): string =>
  value === null ? t('figure.none') : t('figure.percent', { value: wholePercent(value) });

const oneDecimal = (value: number): string =>
  new Intl.NumberFormat(language(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);

/** "+1.4" or "−0.6", "0.0" when still; empty where there is no figure. */
export const signed = (value: number | null): string => {
  if (value === null) return '';
  const shown = oneDecimal(Math.abs(value));
  if (Number(Math.abs(value).toFixed(1)) === 0) return oneDecimal(0);
  return `${value > 0 ? '+' : MINUS}${shown}`;
};

/** A change in words: "up 1.4". */
export const inWords = (value: number): string => {
  if (Number(Math.abs(value).toFixed(1)) === 0) return t('figure.still');
  const by = oneDecimal(Math.abs(value));
  return value > 0 ? t('figure.up', { by }) : t('figure.down', { by });
};

/** Tenths of a percent as "2.0". */
export const tenths = (value: number): string => oneDecimal(value / 10);

const dateFormat = (localDate: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language(), { timeZone: 'UTC', ...options }).format(
    new Date(`${localDate}T00:00:00Z`),
  );

/** "12 Nov"; with the year where it is not the year of `today`. */
export const shortDate = (localDate: string, today: string): string =>
  parts(localDate, localDate.slice(0, 4) === today.slice(0, 4) ? ['day', 'month'] : ['day', 'month', 'year']);

/** "12 Nov 2026". */
export const fullDate = (localDate: string): string => parts(localDate, ['day', 'month', 'year']);

const parts = (localDate: string, shown: readonly ('day' | 'month' | 'year')[]): string => {
  const options = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  return shown.map((part) => dateFormat(localDate, { [part]: options[part] })).join(' ');
};

/** "Tuesday 24 November". */
export const longDay = (localDate: string): string =>
  [
    dateFormat(localDate, { weekday: 'long' }),
    dateFormat(localDate, { day: 'numeric' }),
    dateFormat(localDate, { month: 'long' }),
  ].join(' ');

export const weekday = (localDate: string, width: 'long' | 'narrow'): string =>
  dateFormat(localDate, { weekday: width });

export const dayOfMonth = (localDate: string): string => dateFormat(localDate, { day: 'numeric' });
