import type { Moment } from '../calendar.ts';
import type { Clock } from '../clock.ts';

/** A clock that stands at the end of any day in the present zone; today, at the present moment. */
export const pastClock = (present: Moment): Clock & { readonly set: (date: string) => void } => {
  let { at } = present;
  return {
    now: () => at,
    zone: () => present.zone,
    set: (date) => {
      const end = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(present.zone);
      at = Math.min(end.epochMilliseconds - 1, present.at);
    },
  };
};
