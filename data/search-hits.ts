import { entriesOf, ROW_NUMBER, type SearchKind } from './search-index.ts';

const hitsByNumber = (index: string, table: string, condition: string): string =>
  `SELECT r.number AS ref FROM ${index} CROSS JOIN ${table} r ON r.number = ${index}.rowid & ${ROW_NUMBER}
   WHERE ${index} MATCH ? AND ${condition} AND r.retired = 0 ORDER BY ${index}.rowid LIMIT ?`;

/** The numbers stand in the text: bound ones arrive as floating point, and the index would not skip to them. */
const entries = (kind: SearchKind): string =>
  `search_other.rowid BETWEEN ${entriesOf(kind)[0]} AND ${entriesOf(kind)[1]}`;

const hitsById = (kind: SearchKind, condition: string): string =>
  `SELECT i.ref FROM search_other CROSS JOIN search_item i ON i.number = search_other.rowid & ${ROW_NUMBER}
   WHERE search_other MATCH ? AND ${entries(kind)} AND (${condition}) ORDER BY search_other.rowid LIMIT ?`;

const isLive = (...tables: readonly string[]): string =>
  tables.map((table) => `EXISTS (SELECT 1 FROM ${table} WHERE id = i.ref AND retired = 0)`).join(' OR ');

const skillIsLive = (number: string): string =>
  `EXISTS (SELECT 1 FROM skill s WHERE s.number = ${number} AND s.retired = 0)`;

/** The id of a note is the kind of its subject, a colon and the subject's key. */
const isNoteOnRetired = (kind: string, table: string, key: string, or = ''): string =>
  `(i.ref GLOB '${kind}:*' AND EXISTS (
     SELECT 1 FROM ${table} t WHERE t.${key} = substr(i.ref, ${kind.length + 2}) AND (t.retired = 1 ${or})))`;

const NOTES_ON_RETIRED = [
  isNoteOnRetired('topic', 'topic', 'number', `OR NOT ${skillIsLive('t.skill')}`),
  isNoteOnRetired('skill', 'skill', 'number'),
  isNoteOnRetired('category', 'category', 'id'),
  isNoteOnRetired('role', 'role', 'id'),
  isNoteOnRetired('role', 'own_role', 'id'),
].join(' OR ');

/**
 * Query of the live rows of a kind that match, in the order of their entries, with a limit. What is retired may still be
 * indexed, and so may what belongs to something retired: none of it comes back.
 */
export const hitsOf: Readonly<Record<SearchKind, string>> = {
  topic: hitsByNumber('search_topic', 'topic', skillIsLive('r.skill')),
  skill: hitsByNumber('search_other', 'skill', entries('skill')),
  role: hitsById('role', isLive('role', 'own_role')),
  category: hitsById('category', isLive('category')),
  // One that left the catalogue stays for whoever has a plan of it.
  certification: hitsById(
    'certification',
    isLive('certification', 'certification_own', 'certification_plan'),
  ),
  project: hitsById('project', isLive('project')),
  experience: hitsById('experience', isLive('experience')),
  note: hitsById('note', `${isLive('note')} AND NOT (${NOTES_ON_RETIRED})`),
  resource: hitsById(
    'resource',
    `EXISTS (SELECT 1 FROM resource r WHERE r.id = i.ref AND r.retired = 0 AND ${skillIsLive('r.skill')})`,
  ),
  reading: hitsById('reading', 'EXISTS (SELECT 1 FROM reading r WHERE r.id = i.ref)'),
};

/** Query of the entries that match, those of topics and skills apart, with a limit. */
export const entriesOfFew = `SELECT rowid AS entry FROM search_other
  WHERE search_other MATCH ? AND search_other.rowid >= ${entriesOf('role')[0]} ORDER BY search_other.rowid LIMIT ?`;
