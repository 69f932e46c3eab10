import { z } from 'zod';
import { freeText, id, key } from './common.ts';
import { experienceArea } from './experience.ts';
import { projectKind, shownSkill } from './project.ts';
import { LENGTHS } from '../values.ts';

/** What a portfolio shows. What is private stays out unless it is asked for. */
export const portfolioChoice = z.strictObject({
  /** Shipped projects that are left out. */
  without: z.array(id).max(1_000).default([]),
  notes: z.boolean().default(false),
  folders: z.boolean().default(false),
  experience: z.boolean().default(true),
});
export type PortfolioChoice = z.infer<typeof portfolioChoice>;

export const portfolioProject = z.strictObject({
  id: key,
  title: z.string(),
  kind: projectKind,
  brief: z.string(),
  part: z.string(),
  result: z.string(),
  repository: z.string().nullable(),
  demo: z.string().nullable(),
  startedOn: z.string().nullable(),
  finishedOn: z.string(),
  tags: z.array(z.string()),
  skills: z.array(shownSkill),
  pictures: z.array(z.strictObject({ id: key, caption: z.string() })),
  /** Empty, or null, unless asked for. */
  notes: z.string(),
  folder: z.string().nullable(),
});
export type PortfolioProject = z.infer<typeof portfolioProject>;

export const portfolioEntry = z.strictObject({
  id: key,
  area: experienceArea,
  kind: z.string(),
  title: z.string(),
  organisation: z.string(),
  started: z.string(),
  ended: z.string().nullable(),
  did: z.string(),
});
export type PortfolioEntry = z.infer<typeof portfolioEntry>;

/** The newest first. */
export const portfolio = z.strictObject({
  projects: z.array(portfolioProject),
  experience: z.array(portfolioEntry),
});
export type Portfolio = z.infer<typeof portfolio>;

/** How the person shows it: kept for the next time. */
export const portfolioShown = z.strictObject({
  /** Whose it is, and one line about them; both may be empty. */
  name: freeText(LENGTHS.line),
  headline: freeText(LENGTHS.line),
  ...portfolioChoice.shape,
});
export type PortfolioShown = z.infer<typeof portfolioShown>;

export const portfolioFile = z.strictObject({
  format: z.enum(['html', 'markdown']),
  ...portfolioShown.shape,
});
