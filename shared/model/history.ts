import { z } from 'zod';
import { key, storedDate } from './common.ts';

/**
 * What an action did, as data: the view words it in the person's language. `subject` is the name of the thing as it was
 * when the action was taken, `count` how many items it changed.
 */
export const actionLabel = z.strictObject({
  kind: z.enum([
    'tick',
    'untick',
    'set-status',
    'set-many',
    'know-skill',
    'know-level',
    'know-category',
    'know-many',
    'set-targets',
    'fix-member',
    'free-member',
    'add-topic',
    'edit-topic',
    'move-topics',
    'remove-topics',
    'add-skill',
    'edit-skill',
    'remove-skill',
    'hide-skill',
    'show-skill',
    'add-category',
    'edit-category',
    'remove-category',
    'write-note',
    'add-resource',
    'edit-resource',
    'remove-resource',
    'read-resource',
    'unread-resource',
    'hide-reference',
    'show-reference',
    'add-evidence',
    'edit-evidence',
    'remove-evidence',
    'review-known',
    'review-later',
    'review-work',
    'add-role',
    'edit-role',
    'remove-role',
    'add-group',
    'edit-group',
    'remove-group',
    'add-certification',
    'edit-certification',
    'reset-certification',
    'plan-certification',
    'unplan-certification',
    'move-certification',
    'rate-objective',
    'link-objective',
    'add-practice',
    'add-attempt',
    'pass-exam',
    'edit-result',
    'remove-result',
    'add-credential',
    'edit-credential',
    'remove-credential',
    'mark-done',
    'unmark-done',
    'write-market',
    'save-filter',
    'edit-filter',
    'rename-filter',
    'remove-filter',
    'edit-portfolio',
    'import-list',
    'update-list',
    'start-chooser',
    'answer-chooser',
    'skip-question',
    'begin-known',
    'rest-step',
    'drop-step',
    'bring-step',
    'dismiss-warning',
    'show-warning',
    'routine-done',
    'routine-later',
    'routine-stop',
    'routine-resume',
    'import-file',
    'add-project',
    'edit-project',
    'move-project',
    'remove-project',
    'prove-skill',
    'unprove-skill',
    'add-item',
    'edit-item',
    'remove-item',
    'tick-item',
    'untick-item',
    'waive-item',
    'add-picture',
    'edit-picture',
    'remove-picture',
    'add-experience',
    'edit-experience',
    'remove-experience',
    'revert',
  ]),
  subject: z.string(),
  detail: z.string().nullable(),
  count: z.number(),
});
export type ActionLabel = z.infer<typeof actionLabel>;

/** An action on top of the undo or the redo stack; `action` is its number in the log. */
export const stackTop = z.strictObject({ action: z.number(), label: actionLabel });
export type StackTop = z.infer<typeof stackTop>;

export const historyTops = z.strictObject({ undo: stackTop.nullable(), redo: stackTop.nullable() });
export type HistoryTops = z.infer<typeof historyTops>;

/** One value of a subject as it was and as it became, for showing: a status, a text, a level. */
export const historyChange = z.strictObject({
  /** What part of the subject: a topic's text for its status, else the name of a field. */
  what: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type HistoryChange = z.infer<typeof historyChange>;

export const historyEntry = z.strictObject({
  /** Number of the event in the log. */
  event: z.int(),
  kind: z.enum(['action', 'undo', 'redo']),
  label: actionLabel,
  /** UTC milliseconds, and the local date and zone as they were then. */
  at: z.int(),
  localDate: storedDate,
  /** The first changes of this subject in it; `more` others are left out. */
  changes: z.array(historyChange),
  more: z.int().min(0),
  /** Whether it can be taken back by itself: it still stands as it was left. */
  canRevert: z.boolean(),
  /** What stands in the way of taking it back: the newest later action on the same thing. */
  blockedBy: actionLabel.nullable(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

export const historySubject = z.strictObject({
  kind: z.enum(['topic', 'skill', 'role', 'certification', 'project', 'experience']),
  id: key,
});
export type HistorySubject = z.infer<typeof historySubject>;
