import { z } from 'zod';
import { key, storedDate } from './common.ts';

/** A figure that a warning stands on. */
export const warningGround = z.strictObject({
  metric: z.string(),
  op: z.enum(['<', '<=', '>', '>=', '==']),
  value: z.number(),
  actual: z.number(),
});
export type WarningGround = z.infer<typeof warningGround>;

const namedSkill = z.strictObject({ skill: key, name: z.string() });

/** One of the mistakes that people make on the way, found in the person's own data. */
export const warning = z.strictObject({
  id: key,
  severity: z.enum(['notice', 'warning']),
  mistake: z.string(),
  message: z.string(),
  advice: z.string(),
  /** Career guide that names it, in words; null for the catalogue's own. */
  guide: z.string().nullable(),
  /** The target that it is about, where it is about one. */
  role: z.strictObject({ id: key, title: z.string() }).nullable(),
  grounds: z.array(warningGround).min(1),
  /** The skills that triggered it, with what they have. */
  rows: z.array(
    z.strictObject({ ...namedSkill.shape, level: z.int().min(0).max(4), ticked: z.int().min(0) }),
  ),
  /** Retired certifications that triggered it, each with what took its place. */
  certifications: z.array(
    z.strictObject({
      id: key,
      name: z.string(),
      successor: z.strictObject({ id: key, name: z.string() }).nullable(),
    }),
  ),
  /** What helps, what is open of it first. */
  suggest: z.strictObject({
    skills: z.array(namedSkill),
    projects: z.array(z.strictObject({ id: key, title: z.string() })),
  }),
  /** Local date on which the person put it aside; null while it is shown. */
  dismissedOn: storedDate.nullable(),
});
export type Warning = z.infer<typeof warning>;

/** A habit that keeps knowledge current. */
export const routine = z.strictObject({
  id: key,
  title: z.string(),
  text: z.string(),
  everyDays: z.int().positive(),
  skills: z.array(namedSkill),
  doneOn: storedDate.nullable(),
  /** The day on which it comes up; null while it is off. */
  dueOn: storedDate.nullable(),
  /** It comes up today. */
  due: z.boolean(),
});
export type Routine = z.infer<typeof routine>;

export const radar = z.strictObject({ warnings: z.array(warning), routines: z.array(routine) });
export type Radar = z.infer<typeof radar>;
