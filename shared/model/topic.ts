import { z } from 'zod';
import { TOPIC_STATUSES } from '../values.ts';
import { fraction, key, level, link, storedDate } from './common.ts';

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

export const topic = z.strictObject({
  id: key,
  skill: key,
  level,
  text: z.string(),
  /** The text as Markdown where it holds more than plain words; null where it does not. */
  markdown: z.string().nullable(),
  links: z.array(link),
  state: topicState,
  /** The topic above it; null at the top. */
  parent: key.nullable(),
  /** 1 at the top. */
  depth: z.int(),
  /** Its leaves, done of countable; null where the topic is a leaf itself. */
  leaves: fraction.nullable(),
  /** The person's own: its text, place and existence can be changed. */
  own: z.boolean(),
  hasNote: z.boolean(),
});
export type Topic = z.infer<typeof topic>;
