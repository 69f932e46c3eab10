import { z } from 'zod';
import { fraction, key, level, text } from './common.ts';
import { LENGTHS } from '../values.ts';

/** Something in the file that equals something the person has: saying yes makes it the same thing. */
export const listOffer = z.strictObject({
  kind: z.enum(['skill', 'topic']),
  id: key,
  name: z.string(),
  /** Where it is: the skill of a topic, the category of a skill. */
  where: z.string(),
  /** A skill or topic of the catalogue; such an offer is off until the person takes it. */
  catalogue: z.boolean(),
});
export type ListOffer = z.infer<typeof listOffer>;

const change = z.enum(['added', 'same', 'moved', 'changed']);

/** The note that goes with a line, cut where it is very long; null without one. */
const previewNote = z.string().nullable();

/** A line of the preview, in the order of the file. `row` numbers the lines from 0. */
export const listRow = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('skill'),
    row: z.int(),
    name: z.string(),
    path: z.array(z.string()),
    tasks: z.int(),
    change,
    note: previewNote,
    offer: listOffer.nullable(),
  }),
  z.strictObject({
    kind: z.literal('task'),
    row: z.int(),
    text: z.string(),
    depth: z.int(),
    checked: z.boolean(),
    change,
    /** The text before, where it changed. */
    before: z.string().nullable(),
    tick: z.enum(['none', 'newly ticked', 'unticked']),
    note: previewNote,
    offer: listOffer.nullable(),
  }),
  /** Of the person's list, and no longer in the file. */
  z.strictObject({
    kind: z.literal('removed'),
    row: z.int(),
    text: z.string(),
    where: z.string(),
    /** Something of the person's would go with it: a tick or a note. */
    loses: z.boolean(),
  }),
  /** Looks like a task and is none by the rules of Markdown. */
  z.strictObject({
    kind: z.literal('lookalike'),
    row: z.int(),
    line: z.int(),
    text: z.string(),
    checked: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('left out'),
    row: z.int(),
    line: z.int(),
    what: z.string(),
    text: z.string(),
  }),
]);
export type ListRow = z.infer<typeof listRow>;

/** What reading a file found, in figures. */
export const listSummary = z.strictObject({
  category: z.string(),
  fileName: z.string(),
  tasks: z.int(),
  checked: z.int(),
  skills: z.int(),
  deepest: z.int(),
  links: z.int(),
  notes: z.int(),
  /** The note on the list itself. */
  note: previewNote,
  tookLookalikes: z.boolean(),
  /** Those that are not among the tasks. */
  lookalikes: z.int(),
  leftOut: z.int(),
  /** Nested deeper than the product keeps. */
  tooDeep: z.int(),
  offers: z.int(),
  /** The person's list that this seems to be a newer version of, with what would change; null for a new list. */
  update: z
    .strictObject({
      category: key,
      title: z.string(),
      added: z.int(),
      removed: z.int(),
      losing: z.int(),
      moved: z.int(),
      changed: z.int(),
      newlyTicked: z.int(),
      unticked: z.int(),
    })
    .nullable(),
  /** Rows of the preview, by kind in this order. */
  rows: z.int(),
});
export type ListSummary = z.infer<typeof listSummary>;

/** What the person decided in the preview. */
export const listChoices = z.strictObject({
  title: text(LENGTHS.line),
  level,
  /** Rows whose offer was taken. */
  joined: z.array(z.int().min(0)).max(20_000),
  /** Keeps prose and other lines that are left out as a note on the category. */
  keepLeftOut: z.boolean(),
  /** What to do with items of the present list that the file no longer has. */
  removed: z.enum(['keep', 'remove']),
});
export type ListChoices = z.infer<typeof listChoices>;

/** A list of the person's own: a category that was made or brought. */
export const ownList = z.strictObject({
  category: key,
  title: z.string(),
  source: z.string().nullable(),
  skills: z.int(),
  topics: fraction,
});
export type OwnList = z.infer<typeof ownList>;
