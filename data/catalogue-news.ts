import type { CatalogueChange, CatalogueNews, FactChange } from '../shared/model/catalogue-news.ts';
import { certificationColumn, type StoredCertification } from './catalogue-certifications.ts';
import {
  certificationChanges,
  roleChanges,
  type KnownOfRole,
  type NameOf,
} from './catalogue-fact-changes.ts';
import type { Catalogue, CatalogueRole } from './catalogue/schema.ts';
import { readMeta } from './meta.ts';
import type { RenamedKind } from './renamed.ts';
import { certificationsOf, listEntryNeeds, listRequirements, listRoles, projectsOf } from './roles.ts';
import { sql, type Db } from './sql.ts';

type Named = {
  readonly id: string;
  readonly name: string;
  readonly renamedFrom?: readonly string[] | undefined;
  readonly retired?: true | undefined;
  /** What differs of the item that is in the file under `id`, beside its name. */
  readonly changesOf?: (id: string) => FactChange[];
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

const titled = <I extends { title: string; id: string }>(items: readonly I[]): (I & Named)[] =>
  items.map((item) => ({ ...item, name: item.title }));

const itemsOf = (db: Db, catalogue: Catalogue): readonly [RenamedKind, readonly Named[]][] => {
  const { skills, roles, certifications, projects } = catalogue;
  const topics = skills.skills.flatMap((skill) => skill.topics);
  const named = namesIn(db, catalogue);
  const rolesKnown = knownRoles(db, named);
  const certificationsKnown = new Map(
    sql<[], { id: string; facts: string }>(
      db,
      `SELECT id, facts FROM certification WHERE origin = 'catalogue'`,
    )
      .all()
      .map(({ id, facts }) => [id, JSON.parse(facts) as StoredCertification]),
  );
  return [
    ['category', titled(skills.categories)],
    ['skill', skills.skills],
    ['topic', topics.map((topic) => ({ ...topic, name: topic.text }))],
    ['choice_group', titled(roles.groups)],
    [
      'role',
      titled(roles.roles).map((item) => ({
        ...item,
        changesOf: (id) => roleChanges(rolesKnown(id), knownOfRole(item, named)),
      })),
    ],
    [
      'certification',
      certifications.certifications.map((item) => ({
        ...item,
        changesOf: (id) =>
          certificationChanges(
            certificationsKnown.get(id)!,
            JSON.parse(certificationColumn(item, '')) as StoredCertification,
            named,
          ),
      })),
    ],
    ['project_template', titled(projects.projects)],
  ];
};

/** Names of skills, groups, certifications and projects: the newer ones, so that another name is not told twice. */
const namesIn = (db: Db, { skills, roles, certifications, projects }: Catalogue): NameOf => {
  const names = new Map(
    (['skill', 'choice_group', 'certification', 'project_template'] as const).flatMap((kind) =>
      sql<[], { id: string; name: string }>(db, `SELECT id, ${nameOf[kind]} AS name FROM ${kind}`)
        .all()
        .map(({ id, name }): [string, string] => [id, name]),
    ),
  );
  for (const { id, name, renamedFrom = [] } of [
    ...skills.skills,
    ...titled(roles.groups),
    ...certifications.certifications,
    ...titled(projects.projects),
  ] satisfies Named[]) {
    for (const any of [id, ...renamedFrom]) names.set(any, name);
  }
  return (id) => names.get(id) ?? id;
};

/** What the file holds of its roles, by id. */
const knownRoles = (db: Db, named: NameOf): ((role: string) => KnownOfRole) => {
  const roles = new Map(listRoles(db).map((role) => [role.id, role]));
  const requirements = Map.groupBy(listRequirements(db), ({ role }) => role);
  const entries = Map.groupBy(listEntryNeeds(db), ({ role }) => role);
  return (id) => {
    const { summary, demand, longTerm, entrySummary, usualWayIn, aliases, duties } = roles.get(id)!;
    return {
      texts: { summary, demand, longTerm, entrySummary, usualWayIn },
      lists: {
        aliases,
        duties,
        certifications: certificationsOf(db, id).map((item) => named(item.id)),
        projects: projectsOf(db, id).map((item) => named(item.id)),
      },
      requirements: new Map(
        (requirements.get(id) ?? []).map(({ skill, group, level, weight, stage }) => [
          named(skill ?? group!),
          { level, weight, stage },
        ]),
      ),
      entry: new Map(
        (entries.get(id) ?? []).map(({ skill, group, level }) => [named(skill ?? group!), level]),
      ),
    };
  };
};

const knownOfRole = (role: CatalogueRole, named: NameOf): KnownOfRole => {
  const need = (line: { skill: string } | { group: string }): string =>
    named('skill' in line ? line.skill : line.group);
  return {
    texts: {
      summary: role.summary.trim(),
      demand: role.demand,
      longTerm: role.longTerm,
      entrySummary: role.entry.summary,
      usualWayIn: role.entry.usualWayIn,
    },
    lists: {
      aliases: role.aliases,
      duties: role.responsibilities,
      certifications: role.certifications.map(named),
      projects: role.projects.map(named),
    },
    requirements: new Map(
      role.requirements.map((line) => {
        const { level, weight, stage } = line;
        return [need(line), { level, weight, stage }];
      }),
    ),
    entry: new Map([...role.entry.skills, ...role.entry.groups].map((line) => [need(line), line.level])),
  };
};

/** What bringing the file to `catalogue` would change, item by item. */
export const catalogueNews = (db: Db, catalogue: Catalogue): CatalogueNews => ({
  present: readMeta(db, 'catalogueDate'),
  newer: catalogue.compiledOn,
  changes: itemsOf(db, catalogue).flatMap(([kind, items]) => changesOf(db, kind, items)),
});

const changesOf = (db: Db, kind: RenamedKind, items: readonly Named[]): CatalogueChange[] => {
  const stored = sql<[], { id: string; name: string }>(
    db,
    `SELECT id, ${nameOf[kind]} AS name FROM ${kind} WHERE origin = 'catalogue' AND retired = 0`,
  ).all();
  const live = new Map(stored.map(({ id, name }) => [id, name]));
  const left = new Set(live.keys());
  const changes: CatalogueChange[] = [];
  for (const item of items) {
    const id = live.has(item.id) ? item.id : item.renamedFrom?.findLast((old) => live.has(old));
    const before = id === undefined ? null : live.get(id)!;
    if (id !== undefined) left.delete(id);
    if (id === undefined || before === null) {
      if (!item.retired) changes.push({ kind, change: 'added', name: item.name, before: null, facts: [] });
    } else if (item.retired) {
      changes.push({ kind, change: 'retired', name: before, before: null, facts: [] });
    } else {
      const facts = item.changesOf?.(id) ?? [];
      if (before !== item.name) {
        // The text of a topic is its name: another wording is a change, not another thing.
        const change = kind === 'topic' ? 'changed' : 'renamed';
        changes.push({ kind, change, name: item.name, before, facts });
      } else if (facts.length > 0) {
        changes.push({ kind, change: 'changed', name: item.name, before: null, facts });
      }
    }
  }
  for (const id of left)
    changes.push({ kind, change: 'retired', name: live.get(id)!, before: null, facts: [] });
  return changes;
};
