import type { CatalogueChange, CatalogueNews } from '../shared/model/own.ts';
import { certificationColumn, type StoredCertification } from './catalogue-certifications.ts';
import type { Catalogue } from './catalogue/schema.ts';
import { readMeta } from './meta.ts';
import type { RenamedKind } from './renamed.ts';
import { sql, type Db } from './sql.ts';

type Named = {
  readonly id: string;
  readonly name: string;
  readonly renamedFrom?: readonly string[] | undefined;
  readonly retired?: true | undefined;
  /** What is known of it beside its name, where that is told of as well. */
  readonly known?: string;
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
    [
      'certification',
      certifications.certifications.map((item) => ({
        ...item,
        known: knownIn(certificationColumn(item, '')),
      })),
    ],
    ['project_template', titled(projects.projects)],
  ];
};

/** The facts of a certification, without its name and the day on which the catalogue looked. */
const knownIn = (column: string): string => {
  const { facts, proofs, unverified } = JSON.parse(column) as Partial<StoredCertification>;
  return JSON.stringify([{ ...facts, name: '' }, proofs, unverified]);
};

/** What bringing the file to `catalogue` would change, item by item. */
export const catalogueNews = (db: Db, catalogue: Catalogue): CatalogueNews => ({
  present: readMeta(db, 'catalogueDate'),
  newer: catalogue.compiledOn,
  changes: itemsOf(catalogue).flatMap(([kind, items]) => changesOf(db, kind, items)),
});

const changesOf = (db: Db, kind: RenamedKind, items: readonly Named[]): CatalogueChange[] => {
  const facts = kind === 'certification' ? 'facts' : 'NULL';
  const stored = sql<[], { id: string; name: string; retired: 0 | 1; facts: string | null }>(
    db,
    `SELECT id, ${nameOf[kind]} AS name, retired, ${facts} AS facts FROM ${kind} WHERE origin = 'catalogue'`,
  ).all();
  const known = new Map(stored.flatMap((row) => (row.facts === null ? [] : [[row.id, knownIn(row.facts)]])));
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
    } else if (item.known !== undefined && item.known !== known.get(id!)) {
      changes.push({ kind, change: 'changed', name: item.name, before: null });
    }
  }
  for (const id of left) changes.push({ kind, change: 'retired', name: live.get(id)!, before: null });
  return changes;
};
