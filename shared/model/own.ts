import { z } from 'zod';
import { freeText, id, key, level, stage, text } from './common.ts';
import { LENGTHS } from '../values.ts';

/** What a role asks for: one skill, or one of a choose-one group. */
export const needRef = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('skill'), id }),
  z.strictObject({ kind: z.literal('group'), id }),
]);
export type NeedRef = z.infer<typeof needRef>;

const weight = z.int().min(1).max(5);

/**
 * One line of an own role, as a difference to the role that it was made from. Lines that are not named here are those of
 * the original, now and after every catalogue update.
 */
export const roleLine = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('removed'), need: needRef }),
  z.strictObject({
    change: z.enum(['added', 'changed']),
    need: needRef,
    level,
    weight,
    stage,
    /** Stands in the entry list as well. */
    entry: z.boolean(),
  }),
]);
export type RoleLine = z.infer<typeof roleLine>;

/** A role of the person's own: from scratch (`base` null), or a catalogue role with changes. */
export const ownRole = z.strictObject({
  title: text(LENGTHS.line),
  summary: freeText(LENGTHS.description),
  base: id.nullable(),
  lines: z.array(roleLine).max(500),
});
export type OwnRole = z.infer<typeof ownRole>;

/** A line of an own role as it stands now, beside the original's. */
export const comparedLine = z.strictObject({
  need: needRef,
  title: z.string(),
  change: z.enum(['same', 'added', 'changed', 'removed']),
  level,
  weight,
  stage,
  entry: z.boolean(),
  /** What the original says; null for an added line. */
  original: z.strictObject({ level, weight, stage, entry: z.boolean() }).nullable(),
});
export type ComparedLine = z.infer<typeof comparedLine>;

/** A choose-one group that a role can ask for. */
export const choiceGroup = z.strictObject({
  id: key,
  title: z.string(),
  note: z.string().nullable(),
  members: z.array(z.strictObject({ skill: key, name: z.string() })),
  own: z.boolean(),
});
export type ChoiceGroup = z.infer<typeof choiceGroup>;

/** What the person changed about a skill for themselves. Of a catalogue skill, everything but these stays the catalogue's. */
export const skillOwn = z.strictObject({
  /** The person's own name for it; null for the catalogue's. */
  name: text(LENGTHS.line).nullable(),
  hidden: z.boolean(),
  halfLifeMonths: z.number().min(0.5).max(600).nullable(),
  aliases: z.array(text(LENGTHS.line)).max(50),
  prerequisites: z.array(id).max(50),
});
export type SkillOwn = z.infer<typeof skillOwn>;
