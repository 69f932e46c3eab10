import { z } from 'zod';
import { historyEntry, historySubject } from '../model/history.ts';
import { change, command, query, request } from './shape.ts';

/** What happened, and taking it back. */
export const historyProcedures = {
  /** What happened to a topic, a skill or a role, newest first; `before` is the event that the last page ended with. */
  'history.list': query(
    z.strictObject({
      ...historySubject.shape,
      before: z.int().positive().nullable().default(null),
      limit: z.int().min(1).max(100).default(30),
    }),
    z.strictObject({ entries: z.array(historyEntry), more: z.boolean() }),
  ),
  /** Takes back one past action as a new action on top: all of it, where nothing of it was changed since, or nothing. */
  'history.revert': command(z.strictObject({ request, action: z.int().positive() }), change),
  /** Takes back the newest action. `action` is the one that the person saw named; another one on top is a conflict. */
  'history.undo': command(z.strictObject({ request, action: z.int().positive() }), change),
  'history.redo': command(z.strictObject({ request, action: z.int().positive() }), change),
};
