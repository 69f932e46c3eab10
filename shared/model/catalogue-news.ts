import { z } from 'zod';
import { level, localDate, stage } from './common.ts';

/** What a fact of the catalogue can be about: of certifications, then of roles. */
export const CATALOGUE_FACTS = [
  'issuer',
  'code',
  'level',
  'status',
  'statusNote',
  'retiredOn',
  'replacedBy',
  'weightsKind',
  'domains',
  'partNote',
  'partSkills',
  'durationMinutes',
  'questions',
  'questionsNote',
  'passing',
  'passingScale',
  'costUsd',
  'validityMonths',
  'neverExpires',
  'renewal',
  'renewalOpensDays',
  'retake',
  'retakeWaitsDays',
  'prerequisites',
  'officialUrl',
  'guideUrl',
  'skills',
  'notes',
  'proof',
  'requirement',
  'entry',
  'certifications',
  'projects',
  'duties',
  'aliases',
  'summary',
  'entrySummary',
  'usualWayIn',
  'demand',
  'longTerm',
] as const;
export type CatalogueFact = (typeof CATALOGUE_FACTS)[number];

const value = z
  .union([
    z.string(),
    z.number(),
    z.boolean(),
    z.strictObject({ level, weight: z.int().min(1).max(5), stage }),
  ])
  .nullable();

/** A fact as it is in the file and as the newer catalogue has it; null where it is not there, or not known. */
export const factChange = z.strictObject({
  fact: z.enum(CATALOGUE_FACTS),
  /** What it concerns within the item, by name: a part of an exam, a skill that a role asks for, the fact that a proof is of. */
  of: z.string().nullable(),
  before: value,
  now: value,
});
export type FactChange = z.infer<typeof factChange>;

/** What a newer built-in catalogue would change. */
export const catalogueChange = z.strictObject({
  kind: z.enum(['category', 'skill', 'topic', 'choice_group', 'role', 'certification', 'project_template']),
  change: z.enum(['added', 'renamed', 'retired', 'changed']),
  name: z.string(),
  /** The name it has now, where that differs. */
  before: z.string().nullable(),
  /** What differs beside the name, of roles and certifications. */
  facts: z.array(factChange),
});
export type CatalogueChange = z.infer<typeof catalogueChange>;

export const catalogueNews = z.strictObject({
  /** Days on which the present and the newer catalogue were made; `present` is null where that is not known. */
  present: localDate.nullable(),
  newer: localDate,
  changes: z.array(catalogueChange),
});
export type CatalogueNews = z.infer<typeof catalogueNews>;
