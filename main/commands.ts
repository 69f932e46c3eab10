import {
  appendEvent,
  readEvent,
  type EventKind,
  type StateChange,
  type StoredEvent,
} from '../data/events.ts';
import type { Change, Made } from '../shared/contract.ts';
import type { ActionLabel } from '../shared/model/history.ts';
import { AppError } from '../shared/reply.ts';
import { applyChange } from './apply.ts';
import { describe } from './describe.ts';
import { again, blockedBy, inverse, stands } from './inverse.ts';
import type { Workspace } from './workspace.ts';

/**
 * One thing that the person did: one event, one undo step. Writes the changes and the event, follows them in memory, and
 * answers what moved. Without a change it writes nothing and answers action 0.
 */
export const act = (
  workspace: Workspace,
  request: string,
  label: ActionLabel,
  changes: readonly StateChange[],
): Change => {
  if (changes.length === 0) return describe(workspace, 0, []);
  const below = workspace.history.tops().undo?.action ?? null;
  return record(workspace, { kind: 'action', label, changes, below, target: null, request });
};

/** As `act`, for a command that makes something; the answer carries its id. */
export const make = (
  workspace: Workspace,
  request: string,
  label: ActionLabel,
  changes: readonly StateChange[],
  id: string,
): Made => {
  const change = act(workspace, request, label, changes);
  return { ...change, id };
};

/** Takes back the action on top of the stack. Throws `conflict` where another one is on top by now. */
export const undo = (workspace: Workspace, request: string, action: number): Change => {
  const top = workspace.history.tops().undo;
  if (top?.action !== action) throw notOnTop('taken back');
  const { changes, label } = readEvent(workspace.db, action)!;
  // What the action created in bulk stands as it was left: everything after it was taken back already.
  const isAsLeft = changes.every((change) => change.what === 'made' || stands(workspace, change, action));
  if (!isAsLeft) throw notOnTop('taken back');
  return record(workspace, {
    kind: 'undo',
    label,
    changes: changes.toReversed().map((change) => inverse(workspace, change, action)),
    below: null,
    target: action,
    request,
  });
};

/** Does the newest undone action again. Throws `conflict` where another one is next by now. */
export const redo = (workspace: Workspace, request: string, action: number): Change => {
  const top = workspace.history.tops().redo;
  if (top?.action !== action) throw notOnTop('done again');
  const { changes, label } = readEvent(workspace.db, action)!;
  return record(workspace, {
    kind: 'redo',
    label,
    changes: changes.map((change) => again(workspace, change, action)),
    below: null,
    target: action,
    request,
  });
};

/**
 * Takes back one past action as a new one on top: all of it, where nothing of it was changed since, or nothing. Throws
 * `conflict` with the name of what stands in the way.
 */
export const revert = (workspace: Workspace, request: string, action: number): Change => {
  const event = readEvent(workspace.db, action);
  if (event?.kind !== 'action' || !event.label) throw new AppError('not_found', 'There is no such step.');
  const blocked = blockedBy(workspace, event);
  if (blocked) {
    const what = blocked.kind === 'undo' && blocked.target === action ? 'It was taken back already.' : null;
    throw new AppError(
      'conflict',
      what ?? `Something was changed there later: “${blocked.label?.subject ?? ''}”. Take that back first.`,
    );
  }
  const changes = event.changes.toReversed().map((change) => inverse(workspace, change, action));
  return act(
    workspace,
    request,
    { kind: 'revert', subject: event.label.subject, detail: event.label.kind, count: event.label.count },
    changes,
  );
};

/** What a command that was already carried out changed, as it is now: the answer to a repeated request. */
export const describeEvent = (workspace: Workspace, seq: number): Change =>
  describe(
    workspace,
    seq,
    readEvent(workspace.db, seq)!.changes.map((change) =>
      change.what === 'topic' ? { ...change, after: workspace.stored(change.topic).state } : change,
    ),
  );

/** The id of what the event `seq` made or changed first. */
export const madeBy = (workspace: Workspace, seq: number): string => {
  const { changes, label } = readEvent(workspace.db, seq)!;
  const [first] = changes;
  // A list that was brought is named in the label, since its rows are not told one by one.
  if (first?.what !== 'row') return label?.detail ?? '';
  const id = (first.after ?? first.before)?.['id'];
  return typeof id === 'string' ? id : String(first.key);
};

const notOnTop = (what: string): AppError =>
  new AppError(
    'conflict',
    `Something else was done in the meantime, so this was not ${what}. Look at the newest step.`,
  );

type Draft = Omit<StoredEvent, 'seq' | 'at' | 'zone' | 'localDate'> & { readonly kind: EventKind };

const record = (workspace: Workspace, draft: Draft): Change => {
  const { at, zone, localDate } = workspace.moment();
  const event = { ...draft, at, zone, localDate };
  const seq = appendEvent(workspace.db, event);
  for (const change of draft.changes) applyChange(workspace, change, seq);
  workspace.settleContent();
  workspace.history.follow({ ...event, seq });
  if (draft.request !== null) workspace.requests.remember(draft.request, seq);
  return describe(workspace, seq, draft.changes);
};
