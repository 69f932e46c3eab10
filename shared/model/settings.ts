import { z } from 'zod';
import { localDate } from './common.ts';

export const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  contrast: z.enum(['system', 'standard', 'more']),
  /** Percent of the browser's own size. */
  textSize: z.int().min(90).max(140).multipleOf(10),
  /** Hours that the person can give to learning in a usual week. */
  hoursPerWeek: z.int().min(1).max(80),
  firstDayOfWeek: z.enum(['monday', 'sunday', 'saturday']),
  /** At most this many skills come up for review on one day; the rest waits for the days after. */
  reviewsPerDay: z.int().min(1).max(50),
  /** No review comes up before this day; null while reviews are on. */
  reviewsPausedUntil: localDate.nullable(),
  /** What the person wants to do in a week: days with work, or topics; null for no target. */
  weeklyTarget: z
    .strictObject({ unit: z.enum(['days', 'topics']), count: z.int().min(1).max(200) })
    .nullable(),
  /** Shows how many weeks in a row met the target. */
  streak: z.boolean(),
  /** Times that the streak passes over, from day to day; `until` is null while it is paused. */
  streakPauses: z.array(z.strictObject({ from: localDate, until: localDate.nullable() })).max(500),
  /** The first-run screen was finished or skipped. */
  welcomed: z.boolean(),
});
export type Settings = z.infer<typeof settings>;
