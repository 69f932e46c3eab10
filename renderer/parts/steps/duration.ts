import { t } from '../../words.ts';

/** Estimated hours in words, no finer than they are known; empty where nobody estimated them. */
export const duration = (hours: number): string => {
  if (hours <= 0) return '';
  const minutes = 60 * hours;
  if (minutes < 95) return t('steps.minutes', { count: Math.max(10, Math.round(minutes / 10) * 10) });
  return t('steps.hours', { count: hours < 10 ? Math.round(hours * 2) / 2 : Math.round(hours) });
};
