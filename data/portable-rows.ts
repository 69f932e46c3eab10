import type { RowTable, Table } from './rows.ts';
import { sql, type Db } from './sql.ts';

/** What the merging of a file asks of the tables, and writes without an event: rows told in bulk, and files by their hash. */

type Value = string | number | Buffer | null;

export const insertRow = (db: Db, table: RowTable, values: Readonly<Record<string, Value>>): void => {
  const columns = Object.keys(values);
  sql(db, `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(
    ...columns.map((column) => values[column]!),
  );
};

export const ownCategories = (db: Db): { readonly id: string; readonly title: string }[] =>
  sql<[], { id: string; title: string }>(
    db,
    `SELECT id, title FROM category WHERE origin = 'user' AND retired = 0`,
  ).all();

export type OwnSkill = {
  readonly number: number;
  readonly id: string;
  readonly category: string;
  readonly name: string;
};

export const ownSkills = (db: Db): OwnSkill[] =>
  sql<[], OwnSkill>(
    db,
    `SELECT number, id, category, name FROM skill WHERE origin = 'user' AND retired = 0`,
  ).all();

export type OwnTopic = {
  readonly number: number;
  readonly id: string;
  readonly skill: number;
  readonly parent: number | null;
  readonly text: string;
};

export const ownTopics = (db: Db): OwnTopic[] =>
  sql<[], OwnTopic>(
    db,
    `SELECT number, id, skill, parent, text FROM topic WHERE origin = 'user' AND retired = 0`,
  ).all();

/** The key of a live row with these values in the columns of its table; undefined where there is none. */
export const keyOfSame = (
  db: Db,
  table: Table & { readonly name: string },
  row: Readonly<Record<string, string | number | null>>,
): string | undefined =>
  sql<(string | number | null)[], { key: string }>(
    db,
    `SELECT ${table.key} AS key FROM ${table.name} WHERE retired = 0
       AND ${table.columns.map((column) => `${column} IS ?`).join(' AND ')} LIMIT 1`,
  ).get(...table.columns.map((column) => row[column] ?? null))?.key;

export type Placed = { readonly number: number; readonly parent: number | null; readonly position: number };

/** The topics of one level of a skill, as they are listed. */
export const placesIn = (db: Db, skill: number, level: number): Placed[] =>
  sql<[number, number], Placed>(
    db,
    `SELECT number, parent, position FROM topic WHERE skill = ? AND level = ? AND retired = 0
     ORDER BY position, number`,
  ).all(skill, level);

export const setPosition = (db: Db, topic: number, position: number): void => {
  sql(db, 'UPDATE topic SET position = ? WHERE number = ?').run(position, topic);
};

/** Ids of the skills of which a person said anything; the others are as the catalogue has them. */
export const skillsSpokenOf = (db: Db): string[] =>
  sql<[], { id: string }>(
    db,
    `SELECT k.id FROM skill k WHERE k.retired = 0 AND (k.origin = 'user' OR k.number IN (
       SELECT skill FROM topic WHERE origin = 'user'
       UNION SELECT t.skill FROM topic_state s JOIN topic t ON t.number = s.topic
       UNION SELECT skill FROM skill_own UNION SELECT skill FROM resource UNION SELECT skill FROM reference_state
       UNION SELECT skill FROM evidence UNION SELECT skill FROM review))`,
  )
    .all()
    .map(({ id }) => id);
