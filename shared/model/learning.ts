import { z } from 'zod';
import { NOTE_SUBJECTS, RESOURCE_KINDS } from '../values.ts';
import { id, key, level, localDate } from './common.ts';

/** What a note is about. */
export const noteSubject = z.strictObject({ kind: z.enum(NOTE_SUBJECTS), id });

export const note = z.strictObject({
  /** Markdown as typed; empty where there is none. */
  text: z.string(),
  /** Local date of the last change; null where there never was a note. */
  changedOn: z.string().nullable(),
});
export type Note = z.infer<typeof note>;

export const resourceKind = z.enum(RESOURCE_KINDS);

/** Something to read, watch or do for a skill: the person's own, or a reference of the catalogue. */
export const resource = z.strictObject({
  /** Null for a reference of the catalogue, which is named by its address. */
  id: key.nullable(),
  title: z.string(),
  url: z.string(),
  kind: resourceKind,
  read: z.boolean(),
  /** Only references of the catalogue can be hidden; own ones are removed. */
  hidden: z.boolean(),
});
export type Resource = z.infer<typeof resource>;

/** Something that shows a skill at a level. */
export const evidence = z.strictObject({
  id: key,
  /** What it comes from; other sources than the person's own links and facts are added by their own nouns. */
  kind: z.enum(['link', 'fact', 'credential', 'project', 'work', 'education']),
  title: z.string(),
  url: z.string().nullable(),
  level,
  date: localDate,
  /** Of a credential: the certification that it is of, and its last day. Expired ones count, and say so. */
  certification: key.nullable(),
  expiresOn: localDate.nullable(),
});
export type Evidence = z.infer<typeof evidence>;

/** A skill that wants a look, the one that faded most first. */
export const reviewItem = z.strictObject({
  skill: key,
  name: z.string(),
  /** Share left, 0 to 1. */
  freshness: z.number(),
  practisedOn: localDate,
  halfLifeMonths: z.number(),
  /** The day on which it comes up: today, or later where more is due than a day holds. */
  on: localDate,
});
export type ReviewItem = z.infer<typeof reviewItem>;

export const reviewQueue = z.strictObject({
  /** For today, at most as many as the person set for a day. */
  today: z.array(reviewItem),
  /** The first ones of those that are due as well, spread over the days after. */
  later: z.array(reviewItem),
  /** How many are due on the days after in all. */
  laterCount: z.int().min(0),
  /** Answered today. */
  answered: z.int().min(0),
  pausedUntil: localDate.nullable(),
});
export type ReviewQueue = z.infer<typeof reviewQueue>;
