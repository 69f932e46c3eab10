import { t } from '../words.ts';

/** "3 days", "12 topics". */
export const amountIn = (unit: 'days' | 'topics', count: number): string =>
  t(unit === 'days' ? 'insights.daysCount' : 'insights.topicsCount', { count });
