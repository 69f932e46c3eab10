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
  /** The first-run screen was finished or skipped. */
  welcomed: z.boolean(),
});
export type Settings = z.infer<typeof settings>;
