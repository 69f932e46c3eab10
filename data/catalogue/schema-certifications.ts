import { z } from 'zod';
import { id, localDate } from '../../shared/model/common.ts';
import { header, httpsUrl, item, text } from './schema-common.ts';

const percent = z.number().min(0).max(100).nullable();

/** A part of the exam, with the skills of the certification that it asks for. */
const part = { ...item, name: text, skills: z.array(id).min(1) };
const domain = z.union([
  z.strictObject({ ...part, weight: percent }),
  z.strictObject({ ...part, weightMin: percent, weightMax: percent, note: text.optional() }),
]);

const proof = z.enum(['official', 'secondary', 'unverified']);
const amount = z.number().positive().nullable();

const certification = z.strictObject({
  ...item,
  name: text,
  issuer: text,
  code: text.nullable(),
  level: z.enum(['entry', 'associate', 'professional', 'specialty']),
  tier: z.enum(['core', 'extra']),
  namedByGuides: z.boolean(),
  successorOf: id.optional(),
  /** State of the exam at its issuer; `retired: true` would take the item out of the catalogue. */
  status: z.enum(['active', 'retiring', 'retired']),
  statusNote: text,
  retiredOn: localDate.nullable(),
  replacedBy: id.nullable(),
  newerVersion: id.optional(),
  weightsKind: z.enum(['exact', 'range', 'approx', 'none', 'unverified']),
  domains: z.array(domain).min(1),
  durationMinutes: amount,
  questions: z.strictObject({ total: amount, scored: amount, note: text }),
  passing: z.strictObject({ value: amount, scale: text }),
  costUsd: amount,
  validityMonths: amount,
  neverExpires: z.literal(true).optional(),
  renewal: text,
  /** Days before expiry from which the issuer lets a holder renew, where that was found. */
  renewalOpensDays: z.int().positive().optional(),
  retake: text.optional(),
  /** Days to wait after the first, second, ... failed try; the last one holds for all later ones. */
  retakeWaitsDays: z.array(z.int().positive()).min(1).optional(),
  prerequisites: text,
  officialUrl: httpsUrl,
  examGuideUrl: httpsUrl.nullable(),
  skills: z.array(id),
  roles: z.array(id),
  evidence: z.strictObject({
    domains: proof,
    duration: proof,
    questions: proof,
    cost: proof,
    validity: proof,
    renewal: proof,
    retake: proof.optional(),
    retirement: proof.optional(),
  }),
  /** Fields that could not be confirmed, as paths from the certification. */
  unverified: z.array(text),
  notes: text.nullable(),
});

export const certificationsFile = z.strictObject({
  ...header,
  conventions: z.strictObject({
    status: text,
    weights: text,
    unverified: text,
    evidence: text,
    costUsd: text,
    disclaimer: text,
  }),
  certifications: z.array(certification),
});
