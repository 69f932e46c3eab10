import { z } from 'zod';
import { id, localDate } from './common.ts';
import { figures } from './figures.ts';
import { nextStep } from './step.ts';

const change = z.number().min(-100).max(100).nullable();

export const targetCard = z.strictObject({
  role: id,
  title: z.string(),
  date: localDate.nullable(),
  figures,
  /** Now minus the start of the local day seven days ago; null where one of the two has no figure. */
  change: z.strictObject({ covered: change, proven: change, fresh: change }),
  entry: z.strictObject({ done: z.int().min(0), total: z.int().min(0) }),
});
export type TargetCard = z.infer<typeof targetCard>;

export const today = z.strictObject({
  date: localDate,
  targets: z.array(targetCard),
  next: z.array(nextStep),
  /** Topics set to done per day, the last fourteen days, today last. */
  days: z.array(z.strictObject({ date: localDate, ticked: z.int().min(0) })),
});
export type Today = z.infer<typeof today>;
