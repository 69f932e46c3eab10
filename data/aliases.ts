import { sql, type Db } from './sql.ts';

/**
 * What skills are called, by number: names before aliases, then in the order of the catalogue. Retired and hidden skills are
 * left out.
 */
export const allAliases = (db: Db): { skill: number; text: string }[] =>
  sql<[], { skill: number; text: string }>(
    db,
    `WITH live AS (
       SELECT s.number, s.name AS original, o.name, o.aliases
       FROM skill s LEFT JOIN skill_own o ON o.skill = s.number AND o.retired = 0
       WHERE s.retired = 0 AND coalesce(o.hidden, 0) = 0)
     SELECT number AS skill, text FROM (
       SELECT number, original AS text, 0 AS rank FROM live
       UNION ALL SELECT number, name, 0 FROM live WHERE name IS NOT NULL
       UNION ALL SELECT number, a.alias, 1 FROM live JOIN skill_alias a ON a.skill = number
       UNION ALL SELECT number, own.value, 1 FROM live, json_each(coalesce(live.aliases, '[]')) own)
     ORDER BY rank, number`,
  ).all();
