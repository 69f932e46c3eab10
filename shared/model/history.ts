import { z } from 'zod';

/**
 * What an action did, as data: the view words it in the person's language. `subject` is the name of the thing as it was
 * when the action was taken, `count` how many items it changed.
 */
export const actionLabel = z.strictObject({
  kind: z.enum([
    'tick',
    'untick',
    'set-status',
    'know-skill',
    'know-level',
    'set-targets',
    'fix-member',
    'free-member',
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
