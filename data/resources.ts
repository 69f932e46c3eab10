import type { Resource } from '../shared/model/learning.ts';
import type { ResourceKind } from '../shared/values.ts';
import { sql, type Db } from './sql.ts';

/** The resources of a skill: the catalogue's references with the person's word on them, then the person's own. */
export const resourcesOf = (db: Db, skill: number): Resource[] => {
  const references = sql<[number], { title: string; url: string; read: 0 | 1; hidden: 0 | 1 }>(
    db,
    `SELECT r.title, r.url, coalesce(s.read, 0) AS read, coalesce(s.hidden, 0) AS hidden FROM skill_reference r
       LEFT JOIN reference_state s ON s.id = r.skill || ' ' || r.url AND s.retired = 0
     WHERE r.skill = ? ORDER BY r.position`,
  ).all(skill);
  const own = sql<[number], { id: string; title: string; url: string; kind: ResourceKind; read: 0 | 1 }>(
    db,
    'SELECT id, title, url, kind, read FROM resource WHERE skill = ? AND retired = 0 ORDER BY made_by, id',
  ).all(skill);
  return [
    ...references.map(({ title, url, read, hidden }): Resource => ({
      id: null,
      title,
      url,
      kind: 'docs',
      read: read === 1,
      hidden: hidden === 1,
    })),
    ...own.map((row): Resource => ({ ...row, read: row.read === 1, hidden: false })),
  ];
};

/** Key of the person's word on a reference of the catalogue. */
export const referenceKey = (skill: number, url: string): string => `${skill} ${url}`;
