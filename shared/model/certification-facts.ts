import { z } from 'zod';
import { CERTIFICATION_LEVELS, LENGTHS, WEIGHT_KINDS } from '../values.ts';
import { address, freeText, id, localDate, text, url } from './common.ts';

const share = z.number().min(0).max(100).nullable();
const amount = z.number().positive().max(1_000_000).nullable();
const line = freeText(LENGTHS.line);

/** A part of an exam. Weights are percentages: equal ones are one figure, different ones a range, null where unknown. */
export const domain = z.strictObject({
  id,
  name: text(LENGTHS.line),
  low: share,
  high: share,
  note: line,
  /** Ids of the skills that it asks for. */
  skills: z.array(id).max(50),
});
export type Domain = z.infer<typeof domain>;

/** What is known of a certification. Null is "not known", never "none". */
export const certificationFacts = z.strictObject({
  name: text(LENGTHS.line),
  issuer: text(LENGTHS.line),
  code: line.nullable(),
  level: z.enum(CERTIFICATION_LEVELS),
  status: z.enum(['active', 'retiring', 'retired']),
  statusNote: freeText(LENGTHS.description),
  retiredOn: localDate.nullable(),
  /** Id of the certification that takes its place. */
  replacedBy: id.nullable(),
  weightsKind: z.enum(WEIGHT_KINDS),
  domains: z.array(domain).max(50),
  durationMinutes: amount,
  questions: amount,
  questionsNote: freeText(LENGTHS.description),
  passing: amount,
  passingScale: line,
  costUsd: amount,
  validityMonths: amount,
  neverExpires: z.boolean(),
  renewal: freeText(LENGTHS.description),
  /** Days before expiry from which it can be renewed. */
  renewalOpensDays: amount,
  retake: freeText(LENGTHS.description),
  /** Days to wait after the first, second, ... failed try; the last one holds for all later ones. */
  retakeWaitsDays: z.array(z.number().int().min(0).max(3_650)).max(20),
  prerequisites: freeText(LENGTHS.description),
  officialUrl: url.nullable(),
  guideUrl: url.nullable(),
  skills: z.array(id).max(100),
  notes: freeText(LENGTHS.description),
});
export type CertificationFacts = z.infer<typeof certificationFacts>;
/** As the person gives them. */
export const certificationFactsInput = certificationFacts.extend({
  officialUrl: address.nullable(),
  guideUrl: address.nullable(),
});
export type FactName = keyof CertificationFacts;

/** How well a fact of the catalogue is known. */
export const proof = z.enum(['official', 'secondary', 'unverified', 'yours']);
export type Proof = z.infer<typeof proof>;
