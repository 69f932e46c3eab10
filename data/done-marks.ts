import { sql, type Db } from './sql.ts';

export type DoneMarkRecord = { readonly id: string; readonly doneOn: string; readonly link: string | null };

/** What the person said they have done, by the id of the item. */
export const listDoneMarks = (db: Db): ReadonlyMap<string, DoneMarkRecord> =>
  new Map(
    sql<[], DoneMarkRecord>(db, 'SELECT id, done_on AS doneOn, link FROM done_mark WHERE retired = 0')
      .all()
      .map((mark) => [mark.id, mark]),
  );
