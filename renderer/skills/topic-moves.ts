import type { Topic } from '../../shared/model/topic.ts';
import type { TopicAt } from './use-topic-pages.ts';

/** Where a topic goes: below `parent` (null for the top), right after `after` (null for first). */
export type Move = { readonly parent: string | null; readonly after: string | null };

/** The sibling before a row; undefined where there is none. */
const siblingBefore = (topicAt: TopicAt, index: number): Topic | undefined => {
  const { depth } = topicAt(index)!;
  for (let at = index - 1; at >= 0; at -= 1) {
    const topic = topicAt(at);
    if (!topic || topic.depth < depth) return undefined;
    if (topic.depth === depth) return topic.own ? topic : undefined;
  }
  return undefined;
};

const siblingAfter = (topicAt: TopicAt, index: number, count: number): Topic | undefined => {
  const { depth } = topicAt(index)!;
  for (let at = index + 1; at < count; at += 1) {
    const topic = topicAt(at);
    if (!topic || topic.depth < depth) return undefined;
    if (topic.depth === depth) return topic;
  }
  return undefined;
};

const indexOf = (topicAt: TopicAt, count: number, id: string): number => {
  for (let at = 0; at < count; at += 1) if (topicAt(at)?.id === id) return at;
  return -1;
};

/** The last topic right below `parent`; null where it has none. */
const lastBelow = (topicAt: TopicAt, count: number, parent: Topic): string | null => {
  let last: string | null = null;
  for (let at = indexOf(topicAt, count, parent.id) + 1; at > 0 && at < count; at += 1) {
    const topic = topicAt(at);
    if (!topic || topic.depth <= parent.depth) break;
    if (topic.depth === parent.depth + 1) last = topic.id;
  }
  return last;
};

export type Direction = 'up' | 'down' | 'in' | 'out';

/** Where a key moves the own topic at `index` among the rows of its level; null where it cannot go there. */
export const moveByKey = (
  topicAt: TopicAt,
  count: number,
  index: number,
  direction: Direction,
): Move | null => {
  const topic = topicAt(index);
  if (!topic?.own) return null;
  const before = siblingBefore(topicAt, index);
  switch (direction) {
    case 'up': {
      if (!before) return null;
      const at = indexOf(topicAt, count, before.id);
      return { parent: topic.parent, after: siblingBefore(topicAt, at)?.id ?? null };
    }
    case 'down': {
      const after = siblingAfter(topicAt, index, count);
      return after ? { parent: topic.parent, after: after.id } : null;
    }
    case 'in':
      return before ? { parent: before.id, after: lastBelow(topicAt, count, before) } : null;
    case 'out': {
      if (topic.parent === null) return null;
      const above = topicAt(indexOf(topicAt, count, topic.parent));
      return above ? { parent: above.parent, after: above.id } : null;
    }
  }
};

export type DropPlace = 'before' | 'inside' | 'after';

/** Where something dropped on the own topic at `index` goes. */
export const moveByDrop = (topicAt: TopicAt, count: number, index: number, place: DropPlace): Move | null => {
  const target = topicAt(index);
  if (!target?.own) return null;
  switch (place) {
    case 'before':
      return { parent: target.parent, after: siblingBefore(topicAt, index)?.id ?? null };
    case 'inside':
      return { parent: target.id, after: lastBelow(topicAt, count, target) };
    case 'after':
      return { parent: target.parent, after: target.id };
  }
};

/** The part of a row that a pointer is over: its upper or lower quarter, or what is between. */
export const placeOver = (share: number): DropPlace =>
  share < 0.25 ? 'before' : share > 0.75 ? 'after' : 'inside';
