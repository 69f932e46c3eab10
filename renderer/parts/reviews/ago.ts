import { localToday } from '../../clock.ts';
import { t } from '../../words.ts';

const DAYS_A_MONTH = 30.44;
const MS_A_DAY = 86_400_000;

/** How long ago a day was, in the largest unit that fits: "14 months". */
export const ago = (localDate: string): string => {
  const days = Math.round((Date.parse(localToday()) - Date.parse(localDate)) / MS_A_DAY);
  if (days <= 0) return t('review.ago.today');
  if (days < 2 * DAYS_A_MONTH) return t('review.ago.days', { count: days });
  const months = Math.floor(days / DAYS_A_MONTH);
  return months < 24
    ? t('review.ago.months', { count: months })
    : t('review.ago.years', { count: Math.floor(months / 12) });
};
