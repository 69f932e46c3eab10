import type { WarningGround } from '../../shared/model/radar.ts';
import { oneDecimal, percent } from '../format.ts';
import { t, type WordKey } from '../words.ts';

const SHARES = new Set(['foundationCompletion', 'nicheTopicShare', 'staleShare']);
const LEVELS_NAMED = new Set(['sqlLevel']);
const AVERAGES = new Set(['technicalAverage', 'softAverage']);

const figure = (metric: string, value: number): string => {
  if (SHARES.has(metric)) return percent(100 * value);
  if (AVERAGES.has(metric)) return oneDecimal(value);
  if (LEVELS_NAMED.has(metric)) return t(`level.${value}` as WordKey);
  return String(value);
};

/** One figure that a warning stands on, as a sentence. */
export const groundText = ({ metric, value, actual }: WarningGround): string =>
  t(`radar.fact.${metric}` as WordKey, { value: figure(metric, actual), limit: figure(metric, value) });
