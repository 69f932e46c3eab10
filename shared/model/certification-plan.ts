import { z } from 'zod';
import { EXAM_HOURS_A_WEEK, LENGTHS, PLAN_STATUSES } from '../values.ts';
import { freeText, key, localDate, storedDate } from './common.ts';

/** An exam's time as the confirmation says it: on the clock of its own zone, `2026-12-03T09:00`, or a day alone. */
export const examTime = z.strictObject({
  local: z.union([localDate, z.iso.datetime({ local: true, offset: false, precision: -1 })]),
  zone: z.string().min(1).max(100),
  /** The second of two equal times, in a night in which the clocks go back. */
  later: z.boolean(),
});
export type ExamTime = z.infer<typeof examTime>;

export const plan = z.strictObject({
  status: z.enum(PLAN_STATUSES),
  exam: examTime.nullable(),
  online: z.boolean(),
  place: freeText(LENGTHS.line),
  /** Null for what the settings say. */
  hoursPerWeek: z.number().min(EXAM_HOURS_A_WEEK.least).max(EXAM_HOURS_A_WEEK.most).nullable(),
  /** Hours for the whole matter, from nothing; null for the estimate by level. */
  studyHours: z.number().min(1).max(2_000).nullable(),
});
export type Plan = z.infer<typeof plan>;

/** An exam that lies ahead or behind. `at` is UTC milliseconds, null where only the day is known. */
export const examDate = z.strictObject({
  ...examTime.shape,
  local: z.string(),
  at: z.int().nullable(),
  /** Local days from today of the zone of the exam; negative for one that is over. */
  daysLeft: z.int(),
});
export type ExamDate = z.infer<typeof examDate>;

const week = z.strictObject({
  /** First and last local day of it that lie in the plan. */
  from: storedDate,
  to: storedDate,
  hours: z.number(),
  parts: z.array(z.strictObject({ domain: key, name: z.string(), hours: z.number() })),
});
export const studyPlan = z.strictObject({
  weeks: z.array(week),
  hoursNeeded: z.number(),
  hoursFree: z.number(),
  /** What does not fit; 0 where all does. */
  hoursShort: z.number(),
  /** Share of its hours that each part keeps, 0 to 1; 1 where all fits. */
  kept: z.number(),
  /** The first day on which all would fit, at the same pace; null where all fits. */
  enoughOn: storedDate.nullable(),
  /** Hours a week with which all would fit; null where all fits, and where no number that can be set would do. */
  enoughPerWeek: z.number().nullable(),
});
export type StudyPlan = z.infer<typeof studyPlan>;
export type StudyWeek = z.infer<typeof week>;
