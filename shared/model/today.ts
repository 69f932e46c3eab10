import { z } from 'zod';
import { id, level, localDate } from './common.ts';
import { figures } from './figures.ts';
import { topicState } from './topic.ts';

const change = z.number().min(-100).max(100).nullable();

export const targetCard = z.strictObject({
  role: id,
  title: z.string(),
  date: localDate.nullable(),
  figures,
  /** Now minus the start of the local day seven days ago; null where one of the two has no figure. */
  change: z.strictObject({ covered: change, proven: change, fresh: change }),
  entry: z.strictObject({ done: z.int().min(0), total: z.int().min(0) }),
});
export type TargetCard = z.infer<typeof targetCard>;

/** Why a step is suggested. */
export const stepReason = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entry'), role: z.string() }),
  z.strictObject({ kind: z.literal('gap'), role: z.string() }),
  z.strictObject({ kind: z.literal('several-targets'), count: z.int().min(2) }),
  z.strictObject({ kind: z.literal('begun') }),
]);
export type StepReason = z.infer<typeof stepReason>;

const stepCommon = { reasons: z.array(stepReason), skill: id, skillName: z.string(), level };

export const nextStep = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('topic'),
    topic: id,
    text: z.string(),
    state: topicState,
    /** Percentage points of *covered* that the tick adds over all targets. */
    gain: z.number().min(0),
    ...stepCommon,
  }),
  z.strictObject({ kind: z.literal('choose'), group: id, title: z.string(), role: id, ...stepCommon }),
]);
export type NextStep = z.infer<typeof nextStep>;

export const today = z.strictObject({
  date: localDate,
  targets: z.array(targetCard),
  next: z.array(nextStep),
  /** Topics set to done per day, the last fourteen days, today last. */
  days: z.array(z.strictObject({ date: localDate, ticked: z.int().min(0) })),
});
export type Today = z.infer<typeof today>;
