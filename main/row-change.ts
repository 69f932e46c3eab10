import { lastSeq, type StateChange } from '../data/events.ts';
import { sameRow, storedRow, type Row, type RowKey, type RowTable } from '../data/rows.ts';
import type { Db } from '../data/sql.ts';

/** The change that makes a row what `after` says, or retires it where that is null; none where it is so already. */
export const changeRow = (db: Db, table: RowTable, key: RowKey, after: Row | null): StateChange[] => {
  const stored = storedRow(db, table, key);
  const before = stored && !stored.retired ? stored.row : null;
  if (sameRow(before, after)) return [];
  return [{ what: 'row', table, key, before, after, previous: stored?.event ?? null }];
};

/**
 * An id for something that the person makes: the kind and the number of the event that makes it, so that no two are alike.
 * Taken inside the command's transaction.
 */
export const newId = (db: Db, kind: string): string => `${kind}-${lastSeq(db) + 1}`;

/** SQLite has no booleans. */
export const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);
