import type { StateChange } from '../data/events.ts';
import type { StoredState } from '../data/topics.ts';
import type { TopicState } from '../shared/model/topic.ts';

export type TopicChange = Extract<StateChange, { readonly what: 'topic' }>;

/** The change of a topic, by its number, from the state that is stored to another. */
export const topicChange = (
  topic: number,
  { state: before, event: previous }: StoredState,
  after: TopicState,
): TopicChange => ({ what: 'topic', topic, before, after, previous });
