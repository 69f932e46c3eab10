import { z } from 'zod';
import { id, key, level, page, text } from '../model/common.ts';
import { topic, topicStatus } from '../model/topic.ts';
import { LENGTHS } from '../values.ts';
import { change, command, made, query, request } from './shape.ts';

/** Topics in one command: a whole list of 20,000 can be selected, and so many ids fit into one request. */
const MANY = 25_000;

/** Topics, alone and several at a time. */
export const topicsProcedures = {
  /** Topics of a skill by level, then in order, those below another after it. Skipped ones are a list of their own. */
  'topics.list': query(
    z.strictObject({ skill: id, skipped: z.boolean().default(false), ...page }),
    z.strictObject({ topics: z.array(topic), total: z.int().min(0) }),
  ),
  /** Ids alone, in the order of the list and without skipped ones: to select a run of rows that were not all read. */
  'topics.ids': query(
    z.strictObject({ skill: id, offset: z.int().min(0), limit: z.int().min(1).max(MANY) }),
    z.strictObject({ ids: z.array(key) }),
  ),
  /** Where a topic is listed: its row within its level, or among the skipped ones. */
  'topics.place': query(
    z.strictObject({ topic: id }),
    z.strictObject({ skill: key, level, skipped: z.boolean(), index: z.int().min(0) }),
  ),
  /**
   * Sets the status of one topic. Ticking one with topics below it ticks its leaves too, skipping it skips them, and
   * bringing it back brings them back; learning, revise and unticking concern only itself.
   */
  'topics.setStatus': command(
    z.strictObject({
      request,
      topic: id,
      status: topicStatus,
      /** Only for `skipped`. */
      reason: text(500).nullable().default(null),
    }),
    change,
  ),
  /** The same for several topics in one step. Those that cannot take the status stay as they are. */
  'topics.setStatuses': command(
    z.strictObject({
      request,
      topics: z.array(id).min(1).max(MANY),
      status: topicStatus,
      reason: text(500).nullable().default(null),
    }),
    change,
  ),
  /** Adds an own topic: at the end of `parent`'s, or of its level; right after `after` where that is given. */
  'topics.create': command(
    z.strictObject({
      request,
      skill: id,
      parent: id.nullable().default(null),
      after: id.nullable().default(null),
      level: level.default(1),
      /** Plain text or inline Markdown. */
      text: text(LENGTHS.topic),
    }),
    made,
  ),
  'topics.edit': command(
    z.strictObject({ request, topic: id, text: text(LENGTHS.topic).optional(), level: level.optional() }),
    change,
  ),
  /**
   * Gives own topics, with what is below them, another level: at its end, in their order. One below another has the level of
   * the one above it, so it goes only with that one.
   */
  'topics.setLevel': command(
    z.strictObject({ request, topics: z.array(id).min(1).max(MANY), level }),
    change,
  ),
  /** Moves own topics, with what is below them, together: below `parent` (null for the top), after `after` (null for first). */
  'topics.move': command(
    z.strictObject({
      request,
      topics: z.array(id).min(1).max(MANY),
      parent: id.nullable(),
      after: id.nullable(),
    }),
    change,
  ),
  /** Removes own topics with what is below them. */
  'topics.remove': command(z.strictObject({ request, topics: z.array(id).min(1).max(MANY) }), change),
};
