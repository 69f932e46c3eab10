import type { Database, Statement } from 'better-sqlite3';

export type Db = Database;

const prepared = new WeakMap<Db, Map<string, Statement>>();

/**
 * SQLite plans joins and limits with the values that are bound, and prepares such a statement anew for each of them, which
 * takes several times as long as running it. Behind a plus, which changes nothing, it plans without them, once.
 */
const plannedOnce = (text: string): string => text.replaceAll('?', '+?');

/**
 * Prepares a statement once per connection. Unprepared statements cost more than the commit itself, so every query of
 * this folder goes through here. A question mark stands for a value, and for nothing else.
 */
export const sql = <P extends unknown[] = unknown[], R = unknown>(db: Db, text: string): Statement<P, R> => {
  let statements = prepared.get(db);
  if (!statements) prepared.set(db, (statements = new Map()));
  let statement = statements.get(text);
  if (!statement) statements.set(text, (statement = db.prepare(plannedOnce(text))));
  return statement as Statement<P, R>;
};

/**
 * Runs `work`, which only reads, on one state of the file. It also spares each of its statements the taking and leaving of
 * that state, most of what a short one costs.
 */
export const snapshot = <T>(db: Db, work: () => T): T => {
  sql(db, 'BEGIN').run();
  try {
    return work();
  } finally {
    if (db.open && db.inTransaction) sql(db, 'COMMIT').run();
  }
};

/** Runs `work` in one transaction: all of it is in the file afterwards, or nothing. */
export const transaction = <T>(db: Db, work: () => T): T => {
  sql(db, 'BEGIN IMMEDIATE').run();
  try {
    const result = work();
    sql(db, 'COMMIT').run();
    return result;
  } catch (error) {
    if (db.inTransaction) sql(db, 'ROLLBACK').run();
    throw error;
  }
};

/** Rows that this connection wrote since it was opened, also in what was rolled back. */
export const rowsWritten = (db: Db): number =>
  sql<[], { n: number }>(db, 'SELECT total_changes() AS n').get()!.n;
