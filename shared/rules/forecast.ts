/** Weeks that the pace is read from, and how many of them must hold a tick. */
export const PACE_WEEKS = 8;
export const NEEDED_WEEKS = 3;

/** Further off than this nobody can say. */
const FURTHEST_DAYS = 3_650;
/** A pace is never known more exactly than this: the range is at least so wide to either side. */
const LEAST_SPREAD = 0.15;

export type Forecast =
  | { readonly kind: 'done' }
  | {
      /** Only `active` of the weeks hold a tick. */
      readonly kind: 'too-little';
      readonly active: number;
      readonly planned: number | null;
    }
  | {
      readonly kind: 'range';
      /** Day numbers; null where it is further off than ten years. */
      readonly early: number | null;
      readonly late: number | null;
      /** Hours a week, in slower and in quicker weeks. */
      readonly slow: number;
      readonly quick: number;
      readonly active: number;
      readonly planned: number | null;
    };

export type ForecastInput = {
  readonly hoursLeft: number;
  /** Hours of the role's list that the ticks of each of the last weeks covered, one entry per week. */
  readonly weeks: readonly number[];
  /** Hours a week that the person plans. */
  readonly plannedPerWeek: number;
  readonly today: number;
  /** The day until which the person pauses; null without a pause. */
  readonly pausedUntil: number | null;
};

/** The value at a share of a sorted list, between its neighbours in proportion. */
const quantile = (sorted: readonly number[], share: number): number => {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)]!;
  return low + (sorted[Math.ceil(at)]! - low) * (at - Math.floor(at));
};

/**
 * When a role's list may be finished: a range between the person's slower and quicker weeks, and the day on which the hours
 * that they plan would lead there. Weeks without a tick count as pauses and say nothing of the pace.
 */
export const forecastOf = (input: ForecastInput): Forecast => {
  const { hoursLeft, weeks, plannedPerWeek, today, pausedUntil } = input;
  if (hoursLeft <= 0) return { kind: 'done' };
  const start = Math.max(today, pausedUntil ?? today);
  const dayAt = (perWeek: number): number | null => {
    const days = perWeek > 0 ? Math.ceil((7 * hoursLeft) / perWeek) : Infinity;
    return days > FURTHEST_DAYS ? null : start + days;
  };
  const planned = dayAt(plannedPerWeek);
  const paces = weeks.filter((hours) => hours > 0).toSorted((a, b) => a - b);
  const active = paces.length;
  if (active < NEEDED_WEEKS) return { kind: 'too-little', active, planned };
  const middle = quantile(paces, 0.5);
  const slow = Math.min(quantile(paces, 0.25), middle * (1 - LEAST_SPREAD));
  const quick = Math.max(quantile(paces, 0.75), middle * (1 + LEAST_SPREAD));
  return { kind: 'range', early: dayAt(quick), late: dayAt(slow), slow, quick, active, planned };
};
