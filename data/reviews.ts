import { sql, type Db } from './sql.ts';

/** The person's last answers to reviews of a skill; local dates. */
export type ReviewRecord = {
  readonly skill: number;
  /** Last "still know it": counts as practice. */
  readonly knownOn: string | null;
  /** Last answer of any kind. */
  readonly answeredOn: string;
  /** It does not come up before this day. */
  readonly restsUntil: string | null;
};

export const listReviews = (db: Db): ReviewRecord[] =>
  sql<[], ReviewRecord>(
    db,
    `SELECT skill, known_on AS knownOn, answered_on AS answeredOn, rests_until AS restsUntil
     FROM review WHERE retired = 0`,
  ).all();
