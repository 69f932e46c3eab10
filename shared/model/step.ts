import { z } from 'zod';
import { key, level, localDate, stage, storedDate } from './common.ts';
import { topicState } from './topic.ts';

/** Why a step is suggested, in names. */
export const stepReason = z.discriminatedUnion('kind', [
  /** It is better known before this skill. */
  z.strictObject({ kind: z.literal('before'), skill: z.string() }),
  z.strictObject({ kind: z.literal('exam'), title: z.string(), on: storedDate }),
  /** Share of freshness left, 0 to 1. */
  z.strictObject({ kind: z.literal('faded'), left: z.number() }),
  z.strictObject({ kind: z.literal('entry'), roles: z.array(z.string()).min(1) }),
  z.strictObject({ kind: z.literal('stage'), stage, role: z.string() }),
  z.strictObject({ kind: z.literal('several-targets'), count: z.int().min(2) }),
  z.strictObject({ kind: z.literal('begun') }),
]);
export type StepReason = z.infer<typeof stepReason>;

/** What names a step: learning or reviewing a skill, or choosing in a group. */
export const stepRef = z.strictObject({ kind: z.enum(['learn', 'review', 'choose']), id: key });
export type StepRef = z.infer<typeof stepRef>;

const common = {
  step: stepRef,
  skill: key,
  skillName: z.string(),
  level,
  reasons: z.array(stepReason).min(1),
  /** Percentage points over all targets: of *fresh* for a review, else of *covered*. */
  gain: z.number().min(0),
  /** The same by target, by title. */
  gains: z.array(z.strictObject({ role: z.string(), points: z.number().min(0) })),
  /** What it takes, in estimated hours. */
  hours: z.number().min(0),
};

export const nextStep = z.discriminatedUnion('kind', [
  /** The next topic of a skill; gain and hours are those of the topic. */
  z.strictObject({
    kind: z.literal('topic'),
    topic: key,
    text: z.string(),
    state: topicState,
    /** Topics of the skill that are open up to the level asked for, this one included. */
    open: z.int().min(1),
    ...common,
  }),
  /** Gain and hours are those of finishing the member that would count. */
  z.strictObject({ kind: z.literal('choose'), group: key, title: z.string(), role: key, ...common }),
  /** Gain is what the answer "still know it" brings. */
  z.strictObject({ kind: z.literal('review'), practisedOn: storedDate, ...common }),
]);
export type NextStep = z.infer<typeof nextStep>;

/** A step that the person put aside. */
export const restingStep = z.strictObject({
  step: stepRef,
  title: z.string(),
  /** The day on which it comes back; null for never. */
  until: localDate.nullable(),
});
export type RestingStep = z.infer<typeof restingStep>;
