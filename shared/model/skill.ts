import { z } from 'zod';
import { fraction, id, level, reachedLevel, stage } from './common.ts';
import { evidence, resource } from './learning.ts';
import { skillOwn } from './own.ts';

/** How far one skill is, derived from its topics. */
export const skillProgress = z.strictObject({
  ...fraction.shape,
  reached: reachedLevel,
  /** Highest level among the skill's topics. */
  top: reachedLevel,
  /** Share of freshness left, 0 to 1; null without a done topic. */
  freshness: z.number().nullable(),
});
export type SkillProgress = z.infer<typeof skillProgress>;

export const skillRow = z.strictObject({
  id,
  name: z.string(),
  category: id,
  /** Headings above it in the list that it came from. */
  path: z.array(z.string()),
  progress: skillProgress,
  /** Best level that any evidence shows; 0 without one. */
  evidence: reachedLevel,
  /** Highest level that any target role asks for; 0 where none does. */
  target: reachedLevel,
});
export type SkillRow = z.infer<typeof skillRow>;

export const category = z.strictObject({
  id,
  title: z.string(),
  skills: z.int().min(0),
  topics: fraction,
  /** The person's own: made by hand or brought as a list. */
  own: z.boolean(),
  hasNote: z.boolean(),
});
export type Category = z.infer<typeof category>;

export const levelCount = z.strictObject({
  level,
  /** Topics to list; skipped ones stand in a drawer of their own. */
  topics: z.int().min(0),
  ...fraction.shape,
});
export type LevelCount = z.infer<typeof levelCount>;

export const roleNeed = z.strictObject({
  role: id,
  title: z.string(),
  level,
  weight: z.int().min(1).max(5),
  stage,
  /** Title of the choose-one group that names the skill; null where the role names the skill itself. */
  group: z.string().nullable(),
  isTarget: z.boolean(),
});
export type RoleNeed = z.infer<typeof roleNeed>;

export const skillDetail = z.strictObject({
  ...skillRow.shape,
  categoryTitle: z.string(),
  description: z.string(),
  /** Rough hours from nothing to proficient. */
  estimatedHours: z.number().min(0),
  /** Months after which knowledge that is not used counts half. */
  halfLifeMonths: z.number().positive(),
  levels: z.array(levelCount),
  /** Topics that the person skipped, all levels together. */
  skipped: z.int().min(0),
  prerequisites: z.array(skillRow),
  resources: z.array(resource),
  evidenceList: z.array(evidence),
  /** Local date of the last practice: a tick, a review or a piece of evidence. */
  practisedOn: z.string().nullable(),
  /** Made by the person; its name, place and text can be changed and it can be removed. */
  own: z.boolean(),
  /** What the person changed about it for themselves. */
  personal: skillOwn,
  /** The catalogue's name and half-life, for showing beside changed ones. */
  original: z.strictObject({ name: z.string(), halfLifeMonths: z.number() }),
  roles: z.array(roleNeed),
});
export type SkillDetail = z.infer<typeof skillDetail>;
