import { spotsOf } from './check-walk.ts';
import type { Catalogue } from './schema.ts';

type Item = { readonly id: string; readonly retired?: true | undefined };
/** Ids, and whether the item is still in use. */
type Ids = ReadonlyMap<string, 'live' | 'retired'>;

const idsOf = (items: readonly Item[]): Ids =>
  new Map(items.map(({ id, retired }) => [id, retired ? 'retired' : 'live']));

const namesOf = (names: readonly string[]): Ids => new Map(names.map((name) => [name, 'live']));

/** What can be named, by the word that a fault uses for it. */
const targetsOf = ({ skills, roles, certifications, projects, chooser, reference }: Catalogue) => ({
  skill: idsOf(skills.skills),
  category: idsOf(skills.categories),
  group: idsOf(roles.groups),
  role: idsOf(roles.roles),
  'ladder stage': idsOf(roles.ladder.stages),
  path: idsOf(roles.ladder.paths),
  certification: idsOf(certifications.certifications),
  project: idsOf(projects.projects),
  difficulty: idsOf(projects.difficulties),
  'common item': idsOf(projects.commonDefinitionOfDone),
  step: idsOf(chooser.steps),
  metric: namesOf(Object.keys(chooser.rules.metrics)),
  guide: idsOf(reference.guides),
  'rule origin': new Map([...idsOf(reference.guides), ...namesOf(['catalogue'])]),
  'glossary group': idsOf(reference.glossaryGroups),
  'kind of experience': idsOf(reference.experienceKinds),
});

type Target = keyof ReturnType<typeof targetsOf>;

/** Which keys name what; the first row that fits wins. A new use of a known key is checked without a new row. */
const VALUES: readonly (readonly [RegExp, Target])[] = [
  [/^reference\.glossary\.group$/, 'glossary group'],
  [/^reference\.relatedRoles\.(from|to)$/, 'role'],
  [/^roles\.ladder\.paths\.from$/, 'ladder stage'],
  [/^roles\.groups\.(pairs|fallback)\.[^.]+$/, 'skill'],
  [/^chooser\.roadmap\.source$/, 'guide'],
  [/^chooser\.rules\.list\.origin$/, 'rule origin'],
  [/^skills\.skills\.prerequisites$/, 'skill'],
  [/\.(skill|skills|oneOf|nicheSkills)$/, 'skill'],
  [/\.(group|groups)$/, 'group'],
  [/\.(role|roles|targetRole)$/, 'role'],
  [/\.(certifications|replacedBy|successorOf|newerVersion)$/, 'certification'],
  [/\.projects$/, 'project'],
  [/\.guides$/, 'guide'],
  [/\.category$/, 'category'],
  [/\.difficulty$/, 'difficulty'],
  [/\.commonItems$/, 'common item'],
  [/\.ladderStage$/, 'ladder stage'],
  [/\.specialise$/, 'path'],
  [/\.step$/, 'step'],
  [/\.metric$/, 'metric'],
  [/^chooser\.roadmap\.steps\.experienceKinds$/, 'kind of experience'],
];

/** Objects whose keys are ids. */
const KEYS: readonly (readonly [RegExp, Target])[] = [
  [/^roles\.groups\.(pairs|fallback)$/, 'skill'],
  [/^chooser\.questions\.answers\.weights$/, 'role'],
  [/^chooser\.rules\.list\.examples\.facts$/, 'metric'],
];

const find = (rows: readonly (readonly [RegExp, Target])[], kind: string): Target | undefined =>
  rows.find(([pattern]) => pattern.test(kind))?.[1];

/** Everything that is named by its id exists, and what is in use names nothing that was retired. */
export const checkReferences = (catalogue: Catalogue): string[] => {
  const targets = targetsOf(catalogue);
  const faults: string[] = [];
  const expect = (target: Target | undefined, id: string, where: string, mayBeRetired: boolean): void => {
    if (!target) return;
    const state = targets[target].get(id);
    if (state === undefined) faults.push(`${where}: there is no ${target} "${id}"`);
    else if (state === 'retired' && !mayBeRetired) faults.push(`${where}: the ${target} "${id}" is retired`);
  };

  for (const { value, kind, where, retired } of spotsOf(catalogue)) {
    // Only the past of an exam is told through items that are gone.
    const mayBeRetired = retired || kind.endsWith('.successorOf');
    if (typeof value === 'string') expect(find(VALUES, kind), value, where, mayBeRetired);
    else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const key of Object.keys(value)) expect(find(KEYS, kind), key, where, mayBeRetired);
    }
  }
  for (const claim of catalogue.roles.market.claims) {
    if (claim.source.startsWith('https://')) continue;
    for (const guide of claim.source.split('; '))
      expect('guide', guide, `roles.market.claims[${claim.id}].source`, claim.retired === true);
  }
  return faults;
};

/** A role suggests only what says that it serves this role, and no exam that is gone. */
export const checkSuggestions = ({ roles, certifications, projects }: Catalogue): string[] => {
  const projectOf = new Map(projects.projects.map((project) => [project.id, project]));
  const certificationOf = new Map(certifications.certifications.map((one) => [one.id, one]));
  return roles.roles.flatMap((role) => {
    const where = `roles.roles[${role.id}]`;
    const faults: string[] = [];
    for (const id of role.projects) {
      if (projectOf.get(id)?.roles.includes(role.id) === false)
        faults.push(`${where}: the project "${id}" does not name this role`);
    }
    for (const id of role.entry.projects) {
      if (!role.projects.includes(id))
        faults.push(`${where}: the entry project "${id}" is not among the role's projects`);
    }
    for (const id of role.certifications) {
      const certification = certificationOf.get(id);
      if (certification?.roles.includes(role.id) === false)
        faults.push(`${where}: the certification "${id}" does not name this role`);
      if (certification?.status === 'retired') faults.push(`${where}: the certification "${id}" is retired`);
    }
    return faults;
  });
};
