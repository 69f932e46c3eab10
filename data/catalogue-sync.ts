import { dropCaches } from './cache.ts';
import type { OpenedCatalogue } from './catalogue/load.ts';
import type { Catalogue, CatalogueRole } from './catalogue/schema.ts';
import { certificationColumn } from './catalogue-certifications.ts';
import { appendEvent, lastSeq } from './events.ts';
import { readMeta, writeMeta } from './meta.ts';
import { replace, writeAll } from './catalogue-rows.ts';
import { writeReadings } from './readings.ts';
import { indexAll } from './search-content.ts';
import { sql, transaction, type Db } from './sql.ts';

type CatalogueMoment = { readonly at: number; readonly zone: string; readonly localDate: string };

/** Fills a file that has no catalogue yet, in one transaction. Does nothing to one that has. Returns whether it wrote. */
export const fillCatalogue = (db: Db, catalogue: OpenedCatalogue): boolean => {
  if (readMeta(db, 'catalogueHash') !== null) return false;
  transaction(db, () => {
    bring(db, catalogue);
  });
  return true;
};

/** Whether the file holds another catalogue than this version ships. */
export const isCatalogueOutdated = (db: Db, catalogue: OpenedCatalogue): boolean =>
  readMeta(db, 'catalogueHash') !== catalogue.hash;

/** Name of the copy that is made before an update; one per catalogue and state of the log. */
export const catalogueBackupName = (db: Db, catalogue: OpenedCatalogue): string =>
  `before-catalogue-${catalogue.hash.slice(0, 12)}-at-${lastSeq(db)}`;

/**
 * Brings the built-in content of the file to the catalogue that this version ships; the caller holds the transaction and
 * has a verified copy. Only content is written: the person's state stands in tables of its own. Items keep their numbers
 * through a change of id; items that went are marked as retired and keep their state.
 */
export const takeCatalogue = (db: Db, catalogue: OpenedCatalogue, moment: CatalogueMoment): void => {
  bring(db, catalogue);
  dropCaches(db);
  appendEvent(db, {
    ...moment,
    kind: 'catalogue',
    label: null,
    changes: [],
    below: null,
    target: null,
    request: null,
  });
};

const bring = (db: Db, { hash, read }: OpenedCatalogue): void => {
  const catalogue = read();
  write(db, catalogue);
  writeMeta(db, 'catalogueHash', hash);
  writeMeta(db, 'catalogueDate', catalogue.compiledOn);
  indexAll(db);
};

const write = (db: Db, catalogue: Catalogue): void => {
  const { compiledOn, skills, roles, certifications, projects, reference } = catalogue;
  writeAll(db, 'category', skills.categories, ({ title }, position) => ({ position, title }));
  writeAll(db, 'skill', skills.skills, (skill, position) => ({
    category: skill.category,
    position,
    name: skill.name,
    description: skill.description,
    estimated_hours: skill.estimatedHours,
    half_life_months: skill.freshnessHalfLifeMonths,
  }));
  const topics = skills.skills.flatMap((skill) =>
    skill.topics.map((topic, position) => ({ ...topic, skill: skill.id, position })),
  );
  writeAll(db, 'topic', topics, ({ skill, level, text, position }) => ({
    skill: numberOf(db, skill),
    level,
    position,
    text,
  }));
  for (const skill of skills.skills) {
    const number = numberOf(db, skill.id);
    replace(
      db,
      'skill_alias',
      { skill: number },
      [...new Set(skill.aliases)].map((alias) => ({ alias })),
    );
    replace(
      db,
      'skill_prerequisite',
      { skill: number },
      skill.prerequisites.map((id, position) => ({ position, prerequisite: numberOf(db, id) })),
    );
    replace(
      db,
      'skill_reference',
      { skill: number },
      skill.references.map(({ title, url }, position) => ({ position, title, url })),
    );
  }
  writeGroups(db, roles.groups);
  writeAll(db, 'certification', certifications.certifications, (item, position) => ({
    position,
    name: item.name,
    issuer: item.issuer,
    status: item.status,
    official_url: item.officialUrl,
    facts: certificationColumn(item, compiledOn),
  }));
  writeAll(db, 'project_template', projects.projects, (item, position) => ({
    position,
    title: item.title,
    brief: item.brief,
    difficulty: projects.difficulties.find(({ id }) => id === item.difficulty)!.title,
    estimated_hours: item.estimatedHours,
  }));
  writeRoles(db, roles.roles);
  const guides = new Map(reference.guides.map((guide) => [guide.id, guideTitle(guide)]));
  replace(
    db,
    'guide',
    {},
    [...guides].map(([id, title]) => ({ id, title })),
  );
  writeReadings(db, catalogue);
  replace(
    db,
    'market_fact',
    {},
    roles.market.claims.map((claim, position) => ({
      id: claim.id,
      position,
      text: claim.text,
      status: claim.status,
      ...sourceOf(claim.source, guides),
      checked_on: compiledOn,
    })),
  );
};

const writeGroups = (db: Db, groups: Catalogue['roles']['groups']): void => {
  writeAll(db, 'choice_group', groups, ({ title, note }, position) => ({
    position,
    title,
    note: note ?? null,
  }));
  for (const group of groups) {
    const own = { choice_group: group.id };
    replace(
      db,
      'group_member',
      own,
      group.oneOf.map((id, position) => ({ position, skill: numberOf(db, id) })),
    );
    const pairs = Object.entries(group.pairs ?? {}).flatMap(([given, members]) =>
      members.map((id, position) => ({ given: numberOf(db, given), position, skill: numberOf(db, id) })),
    );
    const fallbacks = Object.entries(group.fallback ?? {}).map(([given, id]) => ({
      given: numberOf(db, given),
      position: 0,
      skill: numberOf(db, id),
    }));
    replace(db, 'group_pair', own, [...pairs, ...fallbacks]);
  }
};

const writeRoles = (db: Db, roles: readonly CatalogueRole[]): void => {
  writeAll(db, 'role', roles, (role, position) => ({
    position,
    title: role.title,
    summary: role.summary.trim(),
    aliases: JSON.stringify(role.aliases),
    duties: JSON.stringify(role.responsibilities),
    guides: JSON.stringify(role.guides),
    demand: role.demand,
    long_term: role.longTerm,
    entry_summary: role.entry.summary,
    usual_way_in: role.entry.usualWayIn,
  }));
  const need = (
    line: { skill: string } | { group: string },
  ): { skill: number | null; choice_group: string | null } =>
    'skill' in line
      ? { skill: numberOf(db, line.skill), choice_group: null }
      : { skill: null, choice_group: line.group };
  for (const role of roles) {
    const own = { role: role.id };
    replace(
      db,
      'role_requirement',
      own,
      role.requirements.map((line, position) => ({
        position,
        ...need(line),
        level: line.level,
        weight: line.weight,
        stage: line.stage,
      })),
    );
    replace(
      db,
      'role_entry',
      own,
      [...role.entry.skills, ...role.entry.groups].map((line, position) => ({
        position,
        ...need(line),
        level: line.level,
      })),
    );
    replace(
      db,
      'role_certification',
      own,
      role.certifications.map((certification, position) => ({ position, certification })),
    );
    replace(
      db,
      'role_project',
      own,
      role.projects.map((template, position) => ({ position, template })),
    );
  }
};

const numberOf = (db: Db, skill: string): number =>
  sql<[string], { number: number }>(db, 'SELECT number FROM skill WHERE id = ?').get(skill)!.number;

const guideTitle = (guide: Catalogue['reference']['guides'][number]): string =>
  [guide.publisher, `"${guide.title}"`, guide.date].filter((part) => part !== null).join(', ');

/** A source is an address, or the ids of career guides. */
const sourceOf = (
  source: string,
  guides: ReadonlyMap<string, string>,
): { readonly source: string; readonly url: string | null } =>
  source.startsWith('https://')
    ? { source: new URL(source).hostname, url: source }
    : {
        source: source
          .split('; ')
          .map((id) => guides.get(id) ?? id)
          .join('; '),
        url: null,
      };
