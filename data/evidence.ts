import type { Evidence } from '../shared/model/learning.ts';
import type { Level, ReachedLevel } from '../shared/values.ts';
import { sql, type Db } from './sql.ts';

/** What all evidence on a skill comes to. */
export type EvidenceSum = {
  readonly level: ReachedLevel;
  /** Local date of the newest piece; null without one. */
  readonly newest: string | null;
};

/** One source of evidence: links and facts now; a noun that proves skills adds its own query to the list below. */
type Source = { readonly sums: string };

const sources: readonly Source[] = [
  { sums: 'SELECT skill, level, date, made_by FROM evidence WHERE retired = 0' },
  // Expired ones count as well: what was shown once was shown.
  {
    sums: `SELECT s.value ->> 0 AS skill, s.value ->> 1 AS level, c.issued_on AS date, c.made_by
           FROM credential c, json_each(c.skills) s WHERE c.retired = 0`,
  },
];
const ALL = sources.map(({ sums }) => sums).join(' UNION ALL ');

/** By the skill's number, over all sources. With `madeBefore`, only what was there before that event. */
export const evidenceSums = (db: Db, madeBefore?: number): ReadonlyMap<number, EvidenceSum> => {
  const rows = sql<[number], { skill: number; level: Level; newest: string }>(
    db,
    `SELECT skill, max(level) AS level, max(date) AS newest FROM (${ALL}) WHERE made_by < ? GROUP BY skill`,
  ).all(madeBefore ?? Number.MAX_SAFE_INTEGER);
  return new Map(rows.map(({ skill, level, newest }) => [skill, { level, newest }]));
};

/** What shows a skill, best level first: links and facts, and credentials. */
export const evidenceOf = (db: Db, skill: number): Evidence[] =>
  sql<[number, number], Omit<Evidence, 'kind'> & { kind: Evidence['kind'] | null }>(
    db,
    `SELECT id, NULL AS kind, title, url, level, date, NULL AS certification, NULL AS expiresOn
     FROM evidence WHERE skill = ? AND retired = 0
     UNION ALL
     SELECT c.id, 'credential', c.title, c.url, s.value ->> 1, c.issued_on, c.certification, c.expires_on
     FROM credential c, json_each(c.skills) s WHERE s.value ->> 0 = ? AND c.retired = 0
     ORDER BY level DESC, date DESC, id`,
  )
    .all(skill, skill)
    .map((row) => ({ ...row, kind: row.kind ?? (row.url === null ? 'fact' : 'link') }));
