import type { Note } from '../shared/model/learning.ts';
import { sql, type Db } from './sql.ts';

export const readNote = (db: Db, id: string): Note => {
  const row = sql<[string], { text: string; changedOn: string }>(
    db,
    'SELECT text, changed_on AS changedOn FROM note WHERE id = ? AND retired = 0',
  ).get(id);
  return row ?? { text: '', changedOn: null };
};

/** Numbers of the skills that have a note, on themselves or on one of their topics. */
export const skillsWithNote = (db: Db): ReadonlySet<number> =>
  new Set(
    sql<[], { skill: number }>(
      db,
      `SELECT CAST(substr(id, 7) AS INTEGER) AS skill FROM note WHERE id LIKE 'skill:%' AND retired = 0
       UNION SELECT t.skill FROM note n JOIN topic t ON t.number = CAST(substr(n.id, 7) AS INTEGER)
       WHERE n.id LIKE 'topic:%' AND n.retired = 0 AND t.retired = 0`,
    )
      .all()
      .map(({ skill }) => skill),
  );

/** Ids of the categories that have a note. */
export const categoriesWithNote = (db: Db): ReadonlySet<string> =>
  new Set(
    sql<[], { id: string }>(
      db,
      "SELECT substr(id, 10) AS id FROM note WHERE id LIKE 'category:%' AND retired = 0",
    )
      .all()
      .map(({ id }) => id),
  );
