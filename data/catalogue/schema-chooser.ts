import { z } from 'zod';
import { id } from '../../shared/model/common.ts';
import { groupLine, guides, header, item, order, skillLine, text } from './schema-common.ts';

const answer = z.strictObject({
  ...item,
  text,
  /** Points per role; every other role gets none. */
  weights: z.record(id, z.int()),
  why: text,
  sets: z.array(skillLine).optional(),
  /** Says that none of the others applies, so it is never given together with one. */
  exclusive: z.literal(true).optional(),
});

const question = z.strictObject({
  ...item,
  step: id,
  type: z.enum(['single', 'multi']),
  weight: z.number().positive(),
  text,
  answers: z.array(answer).min(2),
});

export const operator = z.enum(['<', '<=', '>', '>=', '==']);
const condition = z.strictObject({ metric: id, op: operator, value: z.number() });

const mistakeRule = z.strictObject({
  ...item,
  /** Id of a guide, or `catalogue` for a rule of this product. */
  origin: id,
  mistake: text,
  severity: z.enum(['notice', 'warning']),
  /** Every condition of `all`, and at least one of `any` where there is one. */
  when: z.strictObject({ all: z.array(condition).min(1), any: z.array(condition).min(1).optional() }),
  message: text,
  advice: text,
  suggest: z.strictObject({ skills: z.array(id), projects: z.array(id) }),
  examples: z.array(z.strictObject({ facts: z.record(id, z.number()), fires: z.boolean() })).min(2),
});

const roadmapStep = z.strictObject({
  ...item,
  order,
  title: text,
  summary: text,
  skills: z.array(skillLine),
  groups: z.array(groupLine),
  projects: z.array(id),
  experienceKinds: z.array(id).optional(),
  specialise: id.optional(),
  exit: z.array(text).min(1),
  ladderStage: id,
});

export const chooserFile = z.strictObject({
  ...header,
  closingRule: text,
  scoring: z.strictObject({
    perAnswer: text,
    multiple: text,
    normalise: text,
    skipped: text,
    closeCall: z.number().min(0).max(1),
    closeCallAdvice: text,
    explain: text,
    weightRange: z.strictObject({ min: z.int(), max: z.int() }),
  }),
  steps: z.array(z.strictObject({ ...item, order, title: text, intro: text, ...guides })),
  questions: z.array(question),
  rules: z.strictObject({
    metrics: z.record(id, text),
    freshness: text,
    operators: z.array(operator),
    list: z.array(mistakeRule),
  }),
  roadmap: z.strictObject({ source: id, note: text, steps: z.array(roadmapStep) }),
});
