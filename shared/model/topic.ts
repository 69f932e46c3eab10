import { z } from 'zod';
import { TOPIC_STATUSES } from '../values.ts';
import { key, level, storedDate } from './common.ts';

export const topicStatus = z.enum(TOPIC_STATUSES);

/** What the person said about a topic; kept apart from the topic, so that a catalogue update never touches it. */
export const topicState = z.strictObject({
  status: topicStatus,
  /** Why it was skipped; null for every other status. */
  reason: z.string().nullable(),
  /** Local date on which the present status was set; null while nothing was ever set. */
  since: storedDate.nullable(),
  /** Local date on which it was last set to done; null unless the status is done or revise. */
  doneOn: storedDate.nullable(),
});
export type TopicState = z.infer<typeof topicState>;

export const topic = z.strictObject({ id: key, skill: key, level, text: z.string(), state: topicState });
export type Topic = z.infer<typeof topic>;
