import type { Target } from '../shared/model/role.ts';
import { currentId } from './renamed.ts';
import { sql, type Db } from './sql.ts';

/** The roles that the person works towards, in the person's order. */
export const listTargets = (db: Db): Target[] =>
  sql<[], Target>(db, 'SELECT role, date FROM target ORDER BY position').all();

export const replaceTargets = (db: Db, targets: readonly Target[]): void => {
  sql(db, 'DELETE FROM target').run();
  targets.forEach(({ role, date }, position) =>
    sql(db, 'INSERT INTO target (role, position, date) VALUES (?, ?, ?)').run(
      currentId(db, 'role', role),
      position,
      date,
    ),
  );
};
