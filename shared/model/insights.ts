import { z } from 'zod';
import { id, localDate } from './common.ts';
import { figures } from './figures.ts';
import { roleRow } from './role.ts';
import { today } from './today.ts';

/** How far back a chart reaches; null for everything. */
export const weeksBack = z.literal([13, 26, 52]).nullable();
export type WeeksBack = z.infer<typeof weeksBack>;

/** Percentage points of *covered*, more or fewer. */
const points = z.number().min(-100).max(100);

export const roleProgress = z.strictObject({
  role: id,
  title: z.string(),
  /** At the end of each day, oldest first, today last; figures are null while there was no such role. */
  points: z.array(z.strictObject({ date: localDate, figures: figures.nullable() })),
  /** Where *covered* came from between the first point and the last, most first. */
  gains: z.array(z.strictObject({ category: id, title: z.string(), points })),
  /** Days in the range on which a newer catalogue was taken. */
  catalogueDates: z.array(localDate),
});
export type RoleProgress = z.infer<typeof roleProgress>;

export const categoryProgress = z.strictObject({
  dates: z.array(localDate),
  /** Topics known at the end of each date, of `total` countable ones now. */
  categories: z.array(
    z.strictObject({ id, title: z.string(), known: z.array(z.int().min(0)), total: z.int().min(0) }),
  ),
});
export type CategoryProgress = z.infer<typeof categoryProgress>;

/** What was done on a day: topics that were set to done and still were at its end, reviews answered, proofs added, projects shipped among them. */
export const dayOfWork = z.strictObject({
  date: localDate,
  topics: z.int().min(0),
  reviews: z.int().min(0),
  proofs: z.int().min(0),
});
export type DayOfWork = z.infer<typeof dayOfWork>;

export const workDays = z.strictObject({
  /** The first day of the log; null while it is empty. */
  first: localDate.nullable(),
  today: localDate,
  /** Only days on which something was done, oldest first. */
  days: z.array(dayOfWork),
});
export type WorkDays = z.infer<typeof workDays>;

/** A skill that moved between a past day and now: topics known of those that counted. */
export const movedSkill = z.strictObject({
  skill: id,
  name: z.string(),
  before: z.strictObject({ done: z.int(), total: z.int() }),
  after: z.strictObject({ done: z.int(), total: z.int() }),
});
export type MovedSkill = z.infer<typeof movedSkill>;

export const past = z.strictObject({
  date: localDate,
  /** The first day that can be shown; null while the log is empty. */
  first: localDate.nullable(),
  today,
  roles: z.array(roleRow),
  /** All roles as they are now. */
  now: z.array(roleRow),
  /** Skills in which more or fewer topics are known now, most first. */
  skills: z.array(movedSkill),
  /** How many more there are. */
  more: z.int().min(0),
  /** A newer catalogue was taken since that day: its states are shown under today's. */
  catalogueChanged: z.boolean(),
});
export type Past = z.infer<typeof past>;
