import type { CatalogueChange, CatalogueNews } from '../shared/model/own.ts';
import type { Catalogue } from './catalogue/schema.ts';
import { readMeta } from './meta.ts';
import type { RenamedKind } from './renamed.ts';
import { sql, type Db } from './sql.ts';

type Named = {
  readonly id: string;
  readonly name: string;
  readonly renamedFrom?: readonly string[] | undefined;
  readonly retired?: true | undefined;
};

/** The column that names an item of each kind. */
const nameOf: Readonly<Record<RenamedKind, string>> = {
  category: 'title',
  skill: 'name',
  topic: 'text',
  choice_group: 'title',
  role: 'title',
  certification: 'name',
  project_template: 'title',
};

const itemsOf = ({
  skills,
  roles,
  certifications,
  projects,
}: Catalogue): readonly [RenamedKind, readonly Named[]][] => {
  const titled = <I extends { title: string; id: string }>(items: readonly I[]): Named[] =>
    items.map((item) => ({ ...item, name: item.title }));
  const topics = skills.skills.flatMap((skill) => skill.topics);
  return [
    ['category', titled(skills.categories)],
    ['skill', skills.skills],
    ['topic', topics.map((topic) => ({ ...topic, name: topic.text }))],
    ['choice_group', titled(roles.groups)],
    ['role', titled(roles.roles)],
    ['certification', certifications.certifications],
    ['project_template', titled(projects.projects)],
  ];
};

/** What bringing the file to `catalogue` would change, item by item. */
export const catalogueNews = (db: Db, catalogue: Catalogue): CatalogueNews => ({
  present: readMeta(db, 'catalogueDate'),
  newer: catalogue.compiledOn,
  changes: itemsOf(catalogue).flatMap(([kind, items]) => changesOf(db, kind, items)),
});

const changesOf = (db: Db, kind: RenamedKind, items: readonly Named[]): CatalogueChange[] => {
  const stored = sql<[], { id: string; name: string; retired: 0 | 1 }>(
    db,
    `SELECT id, ${nameOf[kind]} AS name, retired FROM ${kind} WHERE origin = 'catalogue'`,
  ).all();
  const live = new Map(stored.filter(({ retired }) => retired === 0).map(({ id, name }) => [id, name]));
  const left = new Set(live.keys());
  const changes: CatalogueChange[] = [];
  for (const item of items) {
    const id = live.has(item.id) ? item.id : item.renamedFrom?.findLast((old) => live.has(old));
    const before = id === undefined ? null : live.get(id)!;
    if (id !== undefined) left.delete(id);
    if (item.retired) {
      if (before !== null) changes.push({ kind, change: 'retired', name: before, before: null });
    } else if (before === null) changes.push({ kind, change: 'added', name: item.name, before: null });
    else if (before !== item.name) {
      // The text of a topic is its name: another wording is a change, not another thing.
      const change = kind === 'topic' ? 'changed' : 'renamed';
      changes.push({ kind, change, name: item.name, before });
    }
  }
  for (const id of left) changes.push({ kind, change: 'retired', name: live.get(id)!, before: null });
  return changes;
};
