import { z } from 'zod';
import { EXPERIENCE_AREAS, LENGTHS } from '../values.ts';
import { address, freeText, id, key, level, month, text } from './common.ts';
import { proofInRole, shownSkill } from './project.ts';

export const experienceArea = z.enum(EXPERIENCE_AREAS);

/** What the person writes about work or education. */
export const experienceText = z.strictObject({
  area: experienceArea,
  /** Id of a kind of the catalogue; `course` for a part of an education. */
  kind: id,
  /** The education that a course is part of. */
  parent: id.nullable(),
  title: text(LENGTHS.title),
  organisation: freeText(LENGTHS.line),
  started: month,
  /** Null while it goes on. */
  ended: month.nullable(),
  did: freeText(LENGTHS.description),
  links: z.array(z.strictObject({ title: freeText(LENGTHS.line), url: address })).max(20),
  skills: z.array(z.strictObject({ skill: id, level })).max(200),
  /** Projects that belong to it. */
  projects: z.array(id).max(50),
});
export type ExperienceText = z.infer<typeof experienceText>;

export const experienceKind = z.strictObject({ id: key, title: z.string(), text: z.string() });
export type ExperienceKind = z.infer<typeof experienceKind>;

export const experience = z.strictObject({
  id: key,
  area: experienceArea,
  kind: experienceKind,
  parent: key.nullable(),
  title: z.string(),
  organisation: z.string(),
  started: z.string(),
  ended: z.string().nullable(),
  did: z.string(),
  links: z.array(z.strictObject({ title: z.string(), url: z.string() })),
  /** What it says itself. */
  skills: z.array(shownSkill),
  /** With what its finished projects show, the higher level once. */
  shows: z.array(shownSkill),
  projects: z.array(z.strictObject({ id: key, title: z.string(), finished: z.boolean() })),
  proves: z.array(proofInRole),
});
export type Experience = z.infer<typeof experience>;
