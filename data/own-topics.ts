import type { Level } from '../shared/values.ts';
import { readRow, type Row } from './rows.ts';
import { sql, type Db } from './sql.ts';

/** An own topic with its whole row, as a change of it is written. */
export type OwnTopic = { readonly number: number; readonly row: Row };

/** Space between two neighbours, so that a topic can be put between them without writing the others anew. */
export const POSITION_STEP = 2 ** 20;

/** The own topics of a level of a skill, from top to bottom. */
export const ownTopicsOf = (db: Db, skill: number, level: Level): OwnTopic[] =>
  sql<[number, Level], { number: number }>(
    db,
    `SELECT number FROM topic WHERE skill = ? AND level = ? AND retired = 0 AND origin = 'user' ORDER BY position, number`,
  )
    .all(skill, level)
    .map(({ number }) => ({ number, row: readRow(db, 'topic', number)! }));

/** The lowest position that is free below everything at a level of a skill. */
export const positionAtEnd = (db: Db, skill: number, level: Level): number =>
  (sql<[number, Level], { last: number | null }>(
    db,
    'SELECT max(position) AS last FROM topic WHERE skill = ? AND level = ?',
  ).get(skill, level)!.last ?? 0) + POSITION_STEP;
