import Database from 'better-sqlite3';
import { sql, type Db } from './sql.ts';

/** Tables that a past day does not need: the log is cut to its days, caches and the word index are made from the rest. */
const isLeftOut = (table: string): boolean =>
  table === 'event' || table === 'cache' || table.startsWith('search_');

/** The tables that say whose row it is by the number of a skill. */
const ofSkill: Readonly<Record<string, string>> = { skill: 'number', topic: 'skill' };

/**
 * A database in memory with the content of `db` as it is now and an empty log, to be taken back to a past day. With `skills`
 * (numbers), topics and skills are only theirs, and no state of a topic is copied: enough for figures of roles.
 */
export const copyToMemory = (db: Db, skills: readonly number[] | null): Db => {
  const copy = new Database(':memory:');
  // A part of the rows refers to what was left out.
  copy.pragma('foreign_keys = OFF');
  const objects = sql<[], { type: string; name: string; tbl_name: string; sql: string }>(
    db,
    `SELECT type, name, tbl_name, sql FROM sqlite_schema
     WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC`,
  ).all();
  for (const { tbl_name: table, sql: text } of objects) {
    if (!table.startsWith('search_')) copy.exec(text);
  }
  copy.exec('BEGIN');
  for (const { type, name } of objects) {
    if (type !== 'table' || isLeftOut(name) || (skills !== null && name === 'topic_state')) continue;
    copyRows(db, copy, name, skills);
  }
  copy.exec('COMMIT');
  return copy;
};

const copyRows = (db: Db, copy: Db, table: string, skills: readonly number[] | null): void => {
  const column = ofSkill[table];
  const where =
    skills !== null && column !== undefined ? `WHERE ${column} IN (SELECT value FROM json_each(?))` : '';
  const read = db.prepare<unknown[], unknown[]>(`SELECT * FROM ${table} ${where}`).raw();
  const marks = read.columns().map(() => '?');
  const write = copy.prepare(`INSERT INTO ${table} VALUES (${marks.join(', ')})`);
  const rows = where === '' ? read.iterate() : read.iterate(JSON.stringify(skills));
  for (const row of rows) write.run(...row);
};

/**
 * Puts the events `first` to `last` of the log that are not dated after `until` into the copy, in place of those that it
 * held, each undo with the action that it took back.
 */
export const copyLog = (
  db: Db,
  copy: Db,
  part: { readonly first: number; readonly last: number; readonly until: string },
): void => {
  copy.exec('DELETE FROM event');
  const rows = db
    .prepare<[object], unknown[]>(
      `WITH part AS (SELECT * FROM event WHERE seq BETWEEN :first AND :last AND local_date <= :until)
       SELECT * FROM part
       UNION SELECT * FROM event WHERE seq IN (SELECT target FROM part WHERE target IS NOT NULL)`,
    )
    .raw();
  const marks = rows.columns().map(() => '?');
  const write = copy.prepare(`INSERT INTO event VALUES (${marks.join(', ')})`);
  for (const row of rows.iterate(part)) write.run(...row);
};
