import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CatalogueDraft, draftCatalogue, named, realCatalogue } from './real-catalogue.ts';

type Item = { readonly id: string; readonly renamedFrom?: readonly string[] | undefined };

const idsOf = (kind: string, items: readonly Item[]): string[] =>
  items.flatMap(({ id, renamedFrom }) => [id, ...(renamedFrom ?? [])].map((known) => `${kind} ${known}`));

/** Every id that the catalogue still answers to, former ones included. */
const knownIds = ({
  skills,
  roles,
  certifications,
  projects,
  chooser,
  reference,
}: CatalogueDraft | typeof realCatalogue): string[] => [
  ...idsOf('category', skills.categories),
  ...idsOf('skill', skills.skills),
  ...idsOf(
    'topic',
    skills.skills.flatMap(({ topics }) => topics),
  ),
  ...idsOf('group', roles.groups),
  ...idsOf('role', roles.roles),
  ...idsOf('certification', certifications.certifications),
  ...idsOf('project', projects.projects),
  ...idsOf(
    'project-item',
    projects.projects.flatMap(({ definitionOfDone }) => definitionOfDone),
  ),
  ...idsOf('common-item', projects.commonDefinitionOfDone),
  ...idsOf('ladder-stage', roles.ladder.stages),
  ...idsOf('roadmap-step', chooser.roadmap.steps),
  ...idsOf('mistake-rule', chooser.rules.list),
  ...idsOf('question', chooser.questions),
  ...idsOf('duty', [...reference.duties.common, ...reference.duties.byRole.flatMap(({ items }) => items)]),
  ...idsOf(
    'readiness-item',
    reference.readinessChecklist.phases.flatMap(({ items }) => items),
  ),
  ...idsOf('kind-of-experience', reference.experienceKinds),
];

/** Every id ever released. Lines are added, never changed and never taken out. */
const released = readFileSync(join(import.meta.dirname, 'topic-ids.txt'), 'utf8')
  .trim()
  .split('\n');

const lost = (catalogue: Parameters<typeof knownIds>[0]): string[] => {
  const known = new Set(knownIds(catalogue));
  return released.filter((id) => !known.has(id));
};

describe('the ids on which the state of a person hangs', () => {
  it('never go: each id ever released is there, retired or renamed', () => {
    expect(lost(realCatalogue)).toEqual([]);
  });

  it('are all on the list, so that a new one is kept from its first release', () => {
    const listed = new Set(released);
    expect(knownIds(realCatalogue).filter((id) => !listed.has(id))).toEqual([]);
  });

  it('are listed once', () => {
    expect(new Set(released).size).toBe(released.length);
  });

  it('are missed when an item is taken out', () => {
    const catalogue = draftCatalogue();
    named(catalogue.skills.skills, 'git').topics.shift();
    expect(lost(catalogue)).toEqual(['topic git.07']);
  });

  it('are kept by retiring an item', () => {
    const catalogue = draftCatalogue();
    named(catalogue.skills.skills, 'jenkins').retired = true;
    expect(lost(catalogue)).toEqual([]);
  });

  it('are kept by a former id', () => {
    const catalogue = draftCatalogue();
    Object.assign(named(catalogue.skills.skills, 'git'), { id: 'version-control', renamedFrom: ['git'] });
    expect(lost(catalogue)).toEqual([]);
  });
});
