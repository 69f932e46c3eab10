import { lastSeq, readEvent, type StateChange, type StoredEvent } from '../data/events.ts';
import { listMemberChoices } from '../data/member-choices.ts';
import { currentId } from '../data/renamed.ts';
import { sameRow, storedRow } from '../data/rows.ts';
import type { Db } from '../data/sql.ts';
import { listTargets } from '../data/targets.ts';
import type { Target } from '../shared/model/role.ts';
import { sameState } from '../shared/rules/topic-status.ts';
import type { Workspace } from './workspace.ts';

/** Whether a change of the event `seq` is still as the event left it, so that it can be taken back by itself. */
export const stands = (workspace: Workspace, change: StateChange, seq: number): boolean => {
  const { db } = workspace;
  switch (change.what) {
    case 'topic':
      return sameState(workspace.stored(change.topic).state, change.after);
    case 'targets':
      return (
        JSON.stringify(listTargets(db)) === JSON.stringify(change.after.map((target) => current(db, target)))
      );
    case 'member':
      return (
        (listMemberChoices(db).get(currentId(db, 'choice_group', change.group)) ?? null) ===
        (change.after === null ? null : currentId(db, 'skill', change.after))
      );
    case 'row': {
      const present = storedRow(db, change.table, change.key);
      return sameRow(present && !present.retired ? present.row : null, change.after);
    }
    case 'made':
      return !change.after || laterTouch(workspace, seq) === null;
  }
};

/** The log names a role by the id that it had. */
const current = (db: Db, { role, date }: Target): Target => ({ role: currentId(db, 'role', role), date });

/** The newest action that still stands and changed something that the action `seq` created in bulk; null without one. */
export const laterTouch = (workspace: Workspace, seq: number): StoredEvent | null => {
  const touches = (change: StateChange): boolean => {
    if (change.what === 'topic') return storedRow(workspace.db, 'topic', change.topic)?.madeBy === seq;
    return change.what === 'row' && storedRow(workspace.db, change.table, change.key)?.madeBy === seq;
  };
  let at = workspace.history.tops().undo?.action ?? null;
  while (at !== null && at > seq) {
    const event = readEvent(workspace.db, at)!;
    if (event.changes.some(touches)) return event;
    at = event.below;
  }
  return null;
};

/** The change that takes back `change`, which the event `seq` made. */
export const inverse = (workspace: Workspace, change: StateChange, seq: number): StateChange => {
  switch (change.what) {
    case 'topic': {
      const { topic, before, after } = change;
      return { what: 'topic', topic, before: after, after: before, previous: workspace.stored(topic).event };
    }
    case 'targets':
      return { ...change, before: change.after, after: change.before };
    case 'member':
      return { ...change, before: change.after, after: change.before };
    case 'row':
      return {
        ...change,
        before: change.after,
        after: change.before,
        previous: storedRow(workspace.db, change.table, change.key)?.event ?? null,
      };
    case 'made':
      return { ...change, action: change.action ?? seq, before: change.after, after: change.before };
  }
};

/** The change that makes `change` of the event `seq` once more. */
export const again = (workspace: Workspace, change: StateChange, seq: number): StateChange =>
  inverse(workspace, inverse(workspace, change, seq), seq);

/** The event that changed something of `event` since, so that it cannot be taken back by itself; null where none did. */
export const blockedBy = (workspace: Workspace, event: StoredEvent): StoredEvent | null => {
  for (const change of event.changes) {
    if (stands(workspace, change, event.seq)) continue;
    return change.what === 'made' ? laterTouch(workspace, event.seq) : lastWriter(workspace, change);
  }
  return null;
};

/** The event that a changed thing has its present value from; the newest one where that is not kept. */
const lastWriter = (workspace: Workspace, change: StateChange): StoredEvent | null => {
  const { db } = workspace;
  const seq =
    change.what === 'topic'
      ? workspace.stored(change.topic).event
      : change.what === 'row'
        ? (storedRow(db, change.table, change.key)?.event ?? null)
        : null;
  return readEvent(db, seq ?? lastSeq(db)) ?? null;
};
