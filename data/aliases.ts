import { sql, type Db } from './sql.ts';

/** What live skills are called, by number: names first, then aliases, in the order of the catalogue. */
export const allAliases = (db: Db): { skill: number; text: string }[] =>
  sql<[], { skill: number; text: string }>(
    db,
    `SELECT number AS skill, name AS text, 0 AS rank FROM skill WHERE retired = 0
     UNION ALL SELECT o.skill, o.name, 0 FROM skill_own o JOIN skill s ON s.number = o.skill AND s.retired = 0
       WHERE o.retired = 0 AND o.name IS NOT NULL
     UNION ALL SELECT a.skill, a.alias, 1 FROM skill_alias a JOIN skill s ON s.number = a.skill AND s.retired = 0
     UNION ALL SELECT o.skill, j.value, 1 FROM skill_own o JOIN skill s ON s.number = o.skill AND s.retired = 0,
       json_each(o.aliases) j WHERE o.retired = 0
     ORDER BY rank, skill`,
  ).all();
