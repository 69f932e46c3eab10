import type { RoleLine } from '../shared/model/own.ts';
import { sql, type Db } from './sql.ts';

export type OwnRoleRecord = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly base: string | null;
  readonly lines: readonly RoleLine[];
};

/** Roles of the person's own, in the order in which they were made. */
export const listOwnRoles = (db: Db): OwnRoleRecord[] =>
  sql<[], Omit<OwnRoleRecord, 'lines'> & { lines: string }>(
    db,
    'SELECT id, title, summary, base, lines FROM own_role WHERE retired = 0 ORDER BY made_by, id',
  )
    .all()
    .map((row) => ({ ...row, lines: JSON.parse(row.lines) as RoleLine[] }));

export type OwnGroupRecord = {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** Ids of skills that are live. */
  readonly members: readonly string[];
};

export const listOwnGroups = (db: Db): OwnGroupRecord[] =>
  sql<[], Omit<OwnGroupRecord, 'members'>>(
    db,
    'SELECT id, title, note FROM own_group WHERE retired = 0 ORDER BY made_by, id',
  )
    .all()
    .map((group) => ({
      ...group,
      members: sql<[string], { id: string }>(
        db,
        `SELECT s.id FROM own_group g, json_each(g.members) m JOIN skill s ON s.number = m.value
         WHERE g.id = ? AND s.retired = 0 ORDER BY m.key`,
      )
        .all(group.id)
        .map(({ id }) => id),
    }));
