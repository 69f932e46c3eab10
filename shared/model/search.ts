import { z } from 'zod';
import { LEVELS, NOTE_SUBJECTS, PROJECT_STATUSES, READING_SECTIONS, STAGES } from '../values.ts';
import { fraction, id, key, text } from './common.ts';
import { topicState, topicStatus } from './topic.ts';

const common = {
  /** What is shown: a topic's text, a skill's name, the part of a note around the hit. */
  text: z.string(),
  /** Found by a near word rather than by what was typed. */
  near: z.boolean(),
};

/** The other name by which it was found; null where its name, its description or a near word did. */
const alias = { alias: z.string().nullable() };

/** One hit of the search, by kind; `skill` says where it leads. */
export const searchHit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('topic'),
    ...common,
    id: key,
    skill: key,
    skillName: z.string(),
    state: topicState,
  }),
  z.strictObject({ kind: z.literal('skill'), ...common, ...alias, id: key, topics: fraction }),
  z.strictObject({ kind: z.literal('role'), ...common, ...alias, id: key }),
  z.strictObject({ kind: z.literal('category'), ...common, id: key }),
  z.strictObject({ kind: z.literal('certification'), ...common, id: key, issuer: z.string() }),
  z.strictObject({ kind: z.literal('project'), ...common, id: key, status: z.enum(PROJECT_STATUSES) }),
  z.strictObject({ kind: z.literal('experience'), ...common, id: key, organisation: z.string() }),
  z.strictObject({
    kind: z.literal('note'),
    ...common,
    subject: z.strictObject({ kind: z.enum(NOTE_SUBJECTS), id: key }),
    /** The skill whose page shows the note; null for one on anything else. */
    skill: key.nullable(),
    title: z.string(),
  }),
  z.strictObject({
    kind: z.literal('resource'),
    ...common,
    skill: key,
    skillName: z.string(),
    url: z.string(),
  }),
  /** A text of the reader: where it stands, and who said it, where somebody did. */
  z.strictObject({
    kind: z.literal('reading'),
    ...common,
    id: key,
    section: z.enum(READING_SECTIONS),
    source: z.string().nullable(),
  }),
]);
export type SearchHit = z.infer<typeof searchHit>;

export const searchResult = z.strictObject({
  /** In groups by kind, in the order above, best first within each. */
  hits: z.array(searchHit),
  /** Near words that stood in for what was typed; their hits are marked by them. */
  near: z.array(z.string()),
});
export type SearchResult = z.infer<typeof searchResult>;

/** What the list of skills is narrowed to. Every part that is given has to hold; an empty filter keeps all. */
export const skillFilter = z.strictObject({
  text: text(200).optional(),
  /** Skills with at least one topic of this status. */
  status: topicStatus.optional(),
  /** Skills that reached exactly this level; 0 is not started. */
  level: z.literal([0, ...LEVELS]).optional(),
  /** Skills that this role asks for, by itself or as a member of a group. */
  role: id.optional(),
  /** Narrows `role`, or all targets where no role is given, to one stage. */
  stage: z.enum(STAGES).optional(),
  category: id.optional(),
  stale: z.literal(true).optional(),
  hasEvidence: z.literal(true).optional(),
  hasNote: z.literal(true).optional(),
  /** Only the person's own skills. */
  own: z.literal(true).optional(),
  /** Hidden skills instead of the others. */
  hidden: z.literal(true).optional(),
});
export type SkillFilter = z.infer<typeof skillFilter>;

export const filterName = text(80);
export const savedFilter = z.strictObject({ name: filterName, filter: skillFilter });
export type SavedFilter = z.infer<typeof savedFilter>;
