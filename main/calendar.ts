import { epochDay } from '../shared/rules/days.ts';
import type { Clock } from './clock.ts';

/** One moment on the person's own calendar, as every event stores it. */
export type Moment = {
  readonly at: number;
  readonly zone: string;
  readonly localDate: string;
  /** Day number of `localDate`. */
  readonly day: number;
};

/** Tells the moment; the day is worked out once and kept until midnight or a change of zone. */
export const createCalendar = (clock: Clock): (() => Moment) => {
  let known: { zone: string; from: number; until: number; localDate: string; day: number } | null = null;
  return () => {
    const at = clock.now();
    const zone = clock.zone();
    if (!known || known.zone !== zone || at < known.from || at >= known.until) {
      const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      const start = here.startOfDay();
      const localDate = here.toPlainDate().toString();
      known = {
        zone,
        from: start.epochMilliseconds,
        until: start.add({ days: 1 }).startOfDay().epochMilliseconds,
        localDate,
        day: epochDay(localDate),
      };
    }
    return { at, zone, localDate: known.localDate, day: known.day };
  };
};
