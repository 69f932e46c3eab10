import { currentId } from './renamed.ts';
import { sql, type Db } from './sql.ts';

/** Members that the person fixed: group id -> skill id. */
export const listMemberChoices = (db: Db): Map<string, string> =>
  new Map(
    sql<[], { group: string; skill: string }>(
      db,
      `SELECT c.choice_group AS "group", s.id AS skill FROM member_choice c JOIN skill s ON s.number = c.skill`,
    )
      .all()
      .map(({ group, skill }) => [group, skill]),
  );

export const chooseMember = (db: Db, group: string, skill: string | null): void => {
  const current = currentId(db, 'choice_group', group);
  sql(db, 'DELETE FROM member_choice WHERE choice_group = ?').run(current);
  if (skill === null) return;
  sql(db, 'INSERT INTO member_choice (choice_group, skill) SELECT ?, number FROM skill WHERE id = ?').run(
    current,
    currentId(db, 'skill', skill),
  );
};
