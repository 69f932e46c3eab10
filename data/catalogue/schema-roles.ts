import { z } from 'zod';
import { id, reachedLevel, stage } from '../../shared/model/common.ts';
import { groupLine, guides, header, item, order, requirement, skillLine, text } from './schema-common.ts';
import { ladder } from './schema-ladder.ts';

const group = z.strictObject({
  ...item,
  title: text,
  oneOf: z.array(id).min(2),
  pick: z.literal(1),
  /** Which members fit which fixed language. */
  pairs: z.record(id, z.array(id).min(1)).optional(),
  /** What counts for a language that has no member of its own. */
  fallback: z.record(id, id).optional(),
  note: text.optional(),
});

/** `source` is an https address, or ids of guides parted by "; ". */
const claim = z.strictObject({ ...item, text, source: text, status: text });

const role = z.strictObject({
  ...item,
  title: text,
  aliases: z.array(text),
  summary: text,
  interests: z.array(text),
  responsibilities: z.array(text),
  entry: z.strictObject({
    summary: text,
    usualWayIn: text,
    skills: z.array(skillLine),
    groups: z.array(groupLine),
    projects: z.array(id),
  }),
  requirements: z.array(requirement).min(1),
  certifications: z.array(id),
  projects: z.array(id),
  demand: text,
  longTerm: text,
  ...guides,
  nicheSkills: z.array(id),
});

export const rolesFile = z.strictObject({
  ...header,
  levels: z.array(z.strictObject({ value: reachedLevel, id, label: text, meaning: text })).length(5),
  stagesOfARole: z.array(z.strictObject({ id: stage, order, label: text, note: text })).length(3),
  weightScale: z.strictObject({ min: z.literal(1), max: z.literal(5), meaning: text }),
  scoringHint: text,
  entryMeaning: text,
  groups: z.array(group),
  market: z.strictObject({ note: text, claims: z.array(claim) }),
  roles: z.array(role),
  ladder,
});
