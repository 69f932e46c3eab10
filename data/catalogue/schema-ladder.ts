import { z } from 'zod';
import { id } from '../../shared/model/common.ts';
import { guides, item, order, text, weightedLine } from './schema-common.ts';

const share = z.number().min(0).max(1);
const count = z.int().min(0);

const ladderStage = z.strictObject({
  ...item,
  order,
  title: text,
  summary: text,
  /** Shares of the role's stages, and counts of finished projects and passed certifications. */
  gates: z.strictObject({
    foundation: share,
    core: share,
    advanced: share,
    projects: count,
    certifications: count,
  }),
  interests: z.array(text),
  responsibilities: z.array(text),
  projects: z.array(id),
  certifications: z.array(id),
  requirements: z.array(weightedLine).min(1),
  evidence: z.array(text),
  ...guides,
});

const path = z.strictObject({
  ...item,
  title: text,
  from: id,
  targetRole: id.nullable(),
  summary: text,
  interests: z.array(text),
  responsibilities: z.array(text),
  /** Fields of which the person chooses one; the path's own requirements come on top. */
  focusOptions: z
    .array(z.strictObject({ ...item, title: text, requirements: z.array(weightedLine).min(1) }))
    .optional(),
  requirements: z.array(weightedLine),
  projects: z.array(id),
  certifications: z.array(id),
  ...guides,
});

export const ladder = z.strictObject({ note: text, stages: z.array(ladderStage), paths: z.array(path) });
