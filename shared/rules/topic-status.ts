import type { ActionLabel } from '../model/history.ts';
import type { TopicState } from '../model/topic.ts';
import { isCounted, type TopicStatus } from '../values.ts';

/**
 * The state of a topic after the person set a status, or a sentence why it cannot be set. The practice day stays with a
 * topic that goes from done to revise and leaves it with every other step down.
 */
export const withStatus = (
  before: TopicState,
  status: TopicStatus,
  reason: string | null,
  today: string,
): TopicState | { readonly refused: string } => {
  if (status === 'skipped' && reason === null)
    return { refused: 'Say in a few words why the topic is skipped.' };
  if (status !== 'skipped' && reason !== null) return { refused: 'Only a skipped topic has a reason.' };
  if (status === before.status && reason === before.reason) return before;
  if (status === 'revise' && before.status !== 'done') {
    return { refused: 'Only a topic that is done can be marked for revision.' };
  }
  const doneOn = status === 'done' ? today : status === 'revise' ? before.doneOn : null;
  return { status, reason, since: today, doneOn };
};

export const sameState = (a: TopicState, b: TopicState): boolean =>
  a.status === b.status && a.reason === b.reason && a.since === b.since && a.doneOn === b.doneOn;

/** How a change of one topic is named. */
export const topicLabel = (text: string, before: TopicState, after: TopicState): ActionLabel => {
  if (after.status === 'done') return { kind: 'tick', subject: text, detail: null, count: 1 };
  if (after.status === 'todo' && isCounted(before.status)) {
    return { kind: 'untick', subject: text, detail: null, count: 1 };
  }
  return { kind: 'set-status', subject: text, detail: after.status, count: 1 };
};
