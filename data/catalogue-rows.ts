import { rememberRename, type RenamedKind } from './renamed.ts';
import { sql, type Db } from './sql.ts';

type Value = string | number | null;
type Item = {
  readonly id: string;
  readonly renamedFrom?: readonly string[] | undefined;
  readonly retired?: true | undefined;
};

/** Inserts or updates catalogue rows by id, follows renamed ids, and retires what the catalogue no longer holds. */
export const writeAll = <I extends Item>(
  db: Db,
  table: RenamedKind,
  items: readonly I[],
  columnsOf: (item: I, position: number) => Record<string, Value>,
): void => {
  const stored = sql<[], { id: string }>(db, `SELECT id FROM ${table} WHERE origin = 'catalogue'`).all();
  const gone = new Set(stored.map(({ id }) => id));
  items.forEach((item, position) => {
    if (!gone.has(item.id)) {
      const oldId = item.renamedFrom?.findLast((id) => gone.has(id));
      if (oldId !== undefined) {
        sql(db, `UPDATE ${table} SET id = ? WHERE id = ?`).run(item.id, oldId);
        gone.delete(oldId);
      }
    }
    for (const oldId of item.renamedFrom ?? []) rememberRename(db, table, oldId, item.id);
    gone.delete(item.id);
    const row = {
      id: item.id,
      origin: 'catalogue',
      ...columnsOf(item, position),
      retired: item.retired ? 1 : 0,
    };
    const columns = Object.keys(row);
    sql(
      db,
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
       ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    ).run(...Object.values(row));
  });
  for (const id of gone) sql(db, `UPDATE ${table} SET retired = 1 WHERE id = ?`).run(id);
};

/** Replaces the dependent rows of one owner. */
export const replace = (
  db: Db,
  table: string,
  owner: Readonly<Record<string, Value>>,
  rows: readonly Readonly<Record<string, Value>>[],
): void => {
  const where = Object.keys(owner).map((column) => `${column} = ?`);
  sql(db, `DELETE FROM ${table}${where.length > 0 ? ` WHERE ${where.join(' AND ')}` : ''}`).run(
    ...Object.values(owner),
  );
  for (const row of rows) {
    const full = { ...owner, ...row };
    const columns = Object.keys(full);
    sql(db, `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(
      ...Object.values(full),
    );
  }
};
