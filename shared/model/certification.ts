import { z } from 'zod';
import { CERTIFICATION_LEVELS, CONFIDENCES, LENGTHS, PLAN_STATUSES, WEIGHT_KINDS } from '../values.ts';
import { fraction, freeText, id, key, level, localDate, storedDate, text, url } from './common.ts';

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
export type FactName = keyof CertificationFacts;

/** How well a fact of the catalogue is known. */
export const proof = z.enum(['official', 'secondary', 'unverified', 'yours']);
export type Proof = z.infer<typeof proof>;

/** An exam's time as the confirmation says it: on the clock of its own zone, `2026-12-03T09:00`, or a day alone. */
export const examTime = z.strictObject({
  local: z.union([localDate, z.iso.datetime({ local: true, offset: false, precision: -1 })]),
  zone: z.string().min(1).max(100),
  /** The second of two equal times, in a night in which the clocks go back. */
  later: z.boolean(),
});
export type ExamTime = z.infer<typeof examTime>;

export const plan = z.strictObject({
  status: z.enum(PLAN_STATUSES),
  exam: examTime.nullable(),
  online: z.boolean(),
  place: line,
  /** Null for what the settings say. */
  hoursPerWeek: z.number().min(0.5).max(80).nullable(),
  /** Hours for the whole matter, from nothing; null for the estimate by level. */
  studyHours: z.number().min(1).max(2_000).nullable(),
});
export type Plan = z.infer<typeof plan>;

/** An exam that lies ahead or behind. `at` is UTC milliseconds, null where only the day is known. */
export const examDate = z.strictObject({
  ...examTime.shape,
  local: z.string(),
  at: z.int().nullable(),
  /** Local days from today of the zone of the exam; negative for one that is over. */
  daysLeft: z.int(),
});
export type ExamDate = z.infer<typeof examDate>;

export const credentialState = z.enum(['lasting', 'valid', 'renewal due', 'expired']);
export type CredentialState = z.infer<typeof credentialState>;

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

const week = z.strictObject({
  /** First and last local day of it that lie in the plan. */
  from: storedDate,
  to: storedDate,
  hours: z.number(),
  parts: z.array(z.strictObject({ domain: key, name: z.string(), hours: z.number() })),
});
export const studyPlan = z.strictObject({
  weeks: z.array(week),
  hoursNeeded: z.number(),
  hoursFree: z.number(),
  /** What does not fit; 0 where all does. */
  hoursShort: z.number(),
  /** Names of the parts that do not fit, or not wholly. */
  leftOut: z.array(z.string()),
  /** The first day on which all would fit, at the same pace; null where all fits. */
  enoughOn: storedDate.nullable(),
});
export type StudyPlan = z.infer<typeof studyPlan>;
export type StudyWeek = z.infer<typeof week>;

export const resultKind = z.enum(['practice', 'attempt']);
const resultShape = {
  kind: resultKind,
  /** The day on which it was taken. */
  takenOn: localDate,
  /** Where it is from, or a remark. */
  title: line,
  /** Percent for practice; for an attempt on the issuer's scale. */
  score: z.number().min(0).max(100_000).nullable(),
  /** Percent by domain id. */
  domains: z.record(id, z.number().min(0).max(100)),
  /** Of an attempt; null while the result is not known, and for practice. */
  outcome: z.enum(['passed', 'failed']).nullable(),
  /** The day on which the outcome came; null where it is not known. */
  resultOn: localDate.nullable(),
};
export const resultInput = z.strictObject(resultShape);
export type ResultInput = z.infer<typeof resultInput>;
export const examResult = z.strictObject({
  id: key,
  ...resultShape,
  takenOn: storedDate,
  resultOn: storedDate.nullable(),
});
export type ExamResult = z.infer<typeof examResult>;

/** A skill that a credential shows, and at which level. */
export const shownSkill = z.strictObject({ skill: id, level });
export type ShownSkill = z.infer<typeof shownSkill>;

export const credentialInput = z.strictObject({
  certification: id.nullable(),
  title: text(LENGTHS.line),
  issuer: line,
  issuedOn: localDate,
  expiresOn: localDate.nullable(),
  number: line,
  url: url.nullable(),
  skills: z.array(shownSkill).max(100),
});
export type CredentialInput = z.infer<typeof credentialInput>;

/** What was looked at in a badge, and how that came out. "Not checked" says nothing against it. */
export const badgeCheck = z.strictObject({
  what: z.enum(['structure', 'dates', 'signature', 'revocation', 'recipient', 'issuer']),
  outcome: z.enum(['good', 'bad', 'not checked']),
  /** What was done or why it was not, in one sentence. */
  text: z.string(),
});
export type BadgeCheck = z.infer<typeof badgeCheck>;

export const badge = z.strictObject({
  standard: z.enum(['Open Badges 2.0', 'Open Badges 3.0']),
  /** How it lay in the file. */
  form: z.enum(['JSON', 'JWT']),
  title: z.string(),
  description: z.string(),
  criteria: z.string(),
  issuer: z.string(),
  issuerUrl: z.string().nullable(),
  /** Days as the badge gives them, UTC; null where it gives none. */
  issuedOn: storedDate.nullable(),
  expiresOn: storedDate.nullable(),
  badgeId: z.string().nullable(),
  url: z.string().nullable(),
  /** `verified`: the signature holds. `wrong`: something in it contradicts itself. */
  verdict: z.enum(['verified', 'not verified', 'wrong']),
  checks: z.array(badgeCheck),
});
export type Badge = z.infer<typeof badge>;

export const credential = z.strictObject({
  id: key,
  certification: key.nullable(),
  title: z.string(),
  issuer: z.string(),
  issuedOn: storedDate,
  expiresOn: storedDate.nullable(),
  number: z.string(),
  url: z.string().nullable(),
  skills: z.array(z.strictObject({ skill: key, name: z.string(), level })),
  state: credentialState,
  /** The first day on which the renewal is due; null where nothing expires. */
  dueFrom: storedDate.nullable(),
  /** That day is assumed: from when it can be renewed is not known. */
  dueAssumed: z.boolean(),
  daysLeft: z.int().nullable(),
  renewal: z.string(),
  /** The level up to which it may show a skill. */
  upTo: level,
  file: z.strictObject({ name: z.string(), bytes: z.int() }).nullable(),
  badge: badge.nullable(),
});
export type Credential = z.infer<typeof credential>;

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
