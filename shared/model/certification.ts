import { z } from 'zod';
import { CERTIFICATION_LEVELS, CONFIDENCES, PLAN_STATUSES } from '../values.ts';
import { certificationFacts, domain, proof } from './certification-facts.ts';
import { examDate, plan, studyPlan } from './certification-plan.ts';
import { fraction, key, storedDate } from './common.ts';
import { credential, credentialState } from './credential.ts';
import { examResult } from './exam-result.ts';

/** Percent of the newest practice exam of the whole, which stands beside the person's own readiness; null without one. */
const practice = z.strictObject({ percent: z.number(), takenOn: storedDate }).nullable();

export const certificationRow = z.strictObject({
  id: key,
  name: z.string(),
  issuer: z.string(),
  code: z.string().nullable(),
  level: z.enum(CERTIFICATION_LEVELS),
  status: z.enum(['active', 'retiring', 'retired']),
  own: z.boolean(),
  corrected: z.boolean(),
  /** Named by the career guides behind the catalogue. */
  guides: z.boolean(),
  plan: z.enum(PLAN_STATUSES).nullable(),
  exam: examDate.nullable(),
  /** 0 to 100; null while no part is rated. */
  readiness: z.number().nullable(),
  practice,
  /** The state of the credential that lasts longest; null without one. */
  credential: credentialState.nullable(),
  /** Targets of the person's that name it or ask for its skills. */
  fits: z.array(z.string()),
});
export type CertificationRow = z.infer<typeof certificationRow>;

/** A part of the exam beside what the person says of it. */
export const objective = z.strictObject({
  ...domain.shape,
  /** Share of the exam as it is counted, 0 to 100; all of them add up to 100. */
  weight: z.number(),
  confidence: z.literal(CONFIDENCES).nullable(),
  /** Points of readiness that full confidence would add. */
  gain: z.number(),
  /** Newest practice result of this part in percent. */
  practice: z.number().nullable(),
  skills: z.array(z.strictObject({ id: key, name: z.string(), topics: fraction, own: z.boolean() })),
});
export type Objective = z.infer<typeof objective>;

/** Everything about one certification. */
export const certificationDetail = z.strictObject({
  id: key,
  own: z.boolean(),
  facts: certificationFacts,
  /** Names of the facts that the person corrected; they say `yours`. */
  corrected: z.array(z.string()),
  /** Fields that could not be confirmed. */
  unverified: z.array(z.string()),
  proofs: z.record(z.string(), proof),
  checkedOn: storedDate.nullable(),
  /** Sum of the weights as given (the middle of a range); null where none are. */
  weightSum: z.number().nullable(),
  successor: z.strictObject({ id: key, name: z.string() }).nullable(),
  plan: plan.nullable(),
  exam: examDate.nullable(),
  objectives: z.array(objective),
  readiness: z.number().nullable(),
  practice,
  rated: z.int(),
  studyHours: z.number(),
  hoursPerWeek: z.number(),
  study: studyPlan.nullable(),
  results: z.array(examResult),
  /** The first day on which a failed exam may be taken again, where the issuer states a wait. */
  retakeFrom: storedDate.nullable(),
  credentials: z.array(credential),
  skillNames: z.record(z.string(), z.string()),
});
export type CertificationDetail = z.infer<typeof certificationDetail>;

/** Something with a date that lies ahead, or that just passed. */
export const aheadItem = z.strictObject({
  kind: z.enum(['exam', 'renewal', 'expired', 'result']),
  /** The certification that it leads to, or null for a credential without one. */
  certification: key.nullable(),
  /** Stable while it is about the same thing and date. */
  key,
  title: z.string(),
  on: storedDate,
  daysLeft: z.int(),
  exam: examDate.nullable(),
  /** Near enough to be told of. */
  due: z.boolean(),
});
export type AheadItem = z.infer<typeof aheadItem>;
