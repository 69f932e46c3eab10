import { eventsBackwards, readEvent, type StoredEvent } from '../data/events.ts';
import type { Db } from '../data/sql.ts';
import type { HistoryTops, StackTop } from '../shared/model/history.ts';

/**
 * The undo and redo stacks. They are not stored: every action in the log names the one below it, so the undo stack is a
 * chain, and the redo stack is what the undos at the end of the log took back.
 */
export type HistoryStack = {
  readonly tops: () => HistoryTops;
  /** Follows an event that was just appended. */
  readonly follow: (event: StoredEvent) => void;
};

export const openHistory = (db: Db): HistoryStack => {
  let undo: StackTop | null = null;
  const redo: StackTop[] = [];

  const top = (action: number | null): StackTop | null => {
    const event = action === null ? undefined : readEvent(db, action);
    return event?.label ? { action: event.seq, label: event.label } : null;
  };
  const follow = (event: StoredEvent): void => {
    switch (event.kind) {
      case 'action':
        undo = { action: event.seq, label: event.label! };
        redo.length = 0;
        break;
      case 'undo':
        redo.push(top(event.target)!);
        undo = top(readEvent(db, event.target!)!.below);
        break;
      case 'redo':
        redo.pop();
        undo = top(event.target);
        break;
      case 'catalogue':
    }
  };

  const sinceLastAction: StoredEvent[] = [];
  for (const event of eventsBackwards(db)) {
    sinceLastAction.push(event);
    if (event.kind === 'action') break;
  }
  for (const event of sinceLastAction.toReversed()) follow(event);

  return { tops: () => ({ undo, redo: redo.at(-1) ?? null }), follow };
};
