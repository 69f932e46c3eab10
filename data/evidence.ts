import type { Evidence } from '../shared/model/learning.ts';
import { withoutDoubles } from '../shared/rules/proof.ts';
import type { Level, ReachedLevel } from '../shared/values.ts';
import { sql, type Db } from './sql.ts';

/** The day of what goes on: it counts as practised on any day that is asked for. */
export const ONGOING = '9999-12-31';

/** What all evidence on a skill comes to. */
export type EvidenceSum = {
  readonly level: ReachedLevel;
  /** Local date of the newest piece, or `ONGOING`; null without one. */
  readonly newest: string | null;
};

/**
 * The sources of evidence: each gives `kind`, `id`, `title`, `url`, `skill` (a number), `level`, `date`, `made_by` (the event
 * from which on it counts), and of a credential its `certification` and `expiresOn`. A noun that proves skills adds its own query.
 */
const sources: readonly string[] = [
  `SELECT CASE WHEN url IS NULL THEN 'fact' ELSE 'link' END AS kind, id, title, url, skill, level, date, made_by,
     NULL AS certification, NULL AS expiresOn
   FROM evidence WHERE retired = 0`,
  // Expired ones count as well: what was shown once was shown.
  `SELECT 'credential' AS kind, c.id, c.title, c.url, s.value ->> 0 AS skill, s.value ->> 1 AS level,
     c.issued_on AS date, c.made_by, c.certification, c.expires_on AS expiresOn
   FROM credential c, json_each(c.skills) s WHERE c.retired = 0`,
  // Finished, as `isFinished` in shared/rules/projects.ts says it.
  `SELECT 'project' AS kind, p.id, p.title, coalesce(p.demo, p.repository) AS url,
     s.value ->> 0 AS skill, s.value ->> 1 AS level, p.finished_on AS date,
     max(p.shipped_by, coalesce(
       (SELECT max(i.event) FROM project_item i WHERE i.project = p.id AND i.required = 1), 0)) AS made_by, NULL AS certification, NULL AS expiresOn
   FROM project p, json_each(p.skills) s
   WHERE p.retired = 0 AND p.status = 'shipped' AND NOT EXISTS (
     SELECT 1 FROM project_item i
     WHERE i.project = p.id AND i.retired = 0 AND i.required = 1 AND i.ticked = 0 AND i.reason IS NULL)`,
  `SELECT x.area AS kind, x.id, x.title, x.links ->> '$[0].url' AS url, s.value ->> 0 AS skill, s.value ->> 1 AS level,
     coalesce(date(x.ended || '-01', '+1 month', '-1 day'), '${ONGOING}') AS date, x.made_by,
     NULL AS certification, NULL AS expiresOn
   FROM experience x, json_each(x.skills) s WHERE x.retired = 0`,
];
const ALL = sources.join(' UNION ALL ');

/**
 * By the skill's number, over all sources. With `madeBefore`, only what was there before that event; with `without`, as if
 * the thing of that id were not there.
 */
export const evidenceSums = (
  db: Db,
  { madeBefore, without }: { readonly madeBefore?: number; readonly without?: string } = {},
): ReadonlyMap<number, EvidenceSum> => {
  const rows = sql<[number, string], { skill: number; level: Level; newest: string }>(
    db,
    `SELECT skill, max(level) AS level, max(date) AS newest FROM (${ALL}) WHERE made_by < ? AND id <> ? GROUP BY skill`,
  ).all(madeBefore ?? Number.MAX_SAFE_INTEGER, without ?? '');
  return new Map(rows.map(({ skill, level, newest }) => [skill, { level, newest }]));
};

/**
 * By the skill's number, everything that proves it, best level first; a skill that nothing proves is missing. What goes on,
 * or ends this month, is of `today`.
 */
export const evidenceOf = (
  db: Db,
  skills: readonly number[],
  today: string,
): ReadonlyMap<number, Evidence[]> => {
  const pieces = sql<[string, string], Evidence & { readonly skill: number }>(
    db,
    `SELECT skill, kind, id, title, url, level, min(date, ?) AS date, certification, expiresOn FROM (${ALL})
     WHERE skill IN (SELECT value FROM json_each(?)) ORDER BY level DESC, date DESC, id`,
  ).all(today, JSON.stringify(skills));
  const links = new Map(
    sql<[], { id: string; projects: string }>(db, 'SELECT id, projects FROM experience WHERE retired = 0')
      .all()
      .map(({ id, projects }) => [id, JSON.parse(projects) as string[]]),
  );
  const bySkill = Map.groupBy(pieces, ({ skill }) => skill);
  return new Map(
    [...bySkill].map(([skill, all]) => [
      skill,
      withoutDoubles(all.map(pieceOf), (id) => links.get(id) ?? []),
    ]),
  );
};

const pieceOf = (row: Evidence & { readonly skill: number }): Evidence => {
  const { skill: _, ...piece } = row;
  return piece;
};
