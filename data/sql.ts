import type { Database, Statement } from 'better-sqlite3';

export type Db = Database;

type Prepared = {
  /** By their text. */
  readonly statements: Map<string, Statement>;
  /** One that writes was asked for since the transaction began. */
  writes: boolean;
};

const connections = new WeakMap<Db, Prepared>();

const preparedOf = (db: Db): Prepared => {
  let prepared = connections.get(db);
  if (!prepared) connections.set(db, (prepared = { statements: new Map(), writes: false }));
  return prepared;
};

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
  const prepared = preparedOf(db);
  let statement = prepared.statements.get(text);
  if (!statement) prepared.statements.set(text, (statement = db.prepare(plannedOnce(text))));
  if (!statement.readonly) prepared.writes = true;
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
  preparedOf(db).writes = false;
  try {
    const result = work();
    sql(db, 'COMMIT').run();
    return result;
  } catch (error) {
    if (db.inTransaction) sql(db, 'ROLLBACK').run();
    throw error;
  }
};

/**
 * Whether the last transaction got as far as a statement that writes, also where it was rolled back. SQLite counts the rows
 * itself, but asking it before each command is one statement more for every tick.
 */
export const hasWritten = (db: Db): boolean => preparedOf(db).writes;
