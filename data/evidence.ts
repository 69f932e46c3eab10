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

/** The links and facts of a skill, best level first. */
export const evidenceOf = (db: Db, skill: number): Evidence[] =>
  sql<[number], { id: string; title: string; url: string | null; level: Level; date: string }>(
    db,
    'SELECT id, title, url, level, date FROM evidence WHERE skill = ? AND retired = 0 ORDER BY level DESC, date DESC, id',
  )
    .all(skill)
    .map((row) => ({ ...row, kind: row.url === null ? 'fact' : 'link' }));
