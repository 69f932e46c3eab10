import type { Catalogue, CatalogueGroup, CatalogueSkill } from './schema.ts';

type Line = ({ readonly skill: string } | { readonly group: string }) & { readonly level: number };
type Lines = { readonly where: string; readonly lines: readonly Line[] };

const nameOf = (line: Line): string => ('skill' in line ? line.skill : line.group);

/** Every list of the catalogue that asks for levels. */
const linesOf = ({ roles, projects, chooser }: Catalogue): Lines[] => [
  ...roles.roles.flatMap((role) => [
    { where: `roles.roles[${role.id}].requirements`, lines: role.requirements },
    { where: `roles.roles[${role.id}].entry`, lines: [...role.entry.skills, ...role.entry.groups] },
  ]),
  ...roles.ladder.stages.map(({ id, requirements }) => ({
    where: `roles.ladder.stages[${id}]`,
    lines: requirements,
  })),
  ...roles.ladder.paths.flatMap((path) => [
    { where: `roles.ladder.paths[${path.id}]`, lines: path.requirements },
    ...(path.focusOptions ?? []).map(({ id, requirements }) => ({
      where: `roles.ladder.paths[${path.id}].focusOptions[${id}]`,
      lines: requirements,
    })),
  ]),
  ...projects.projects.map((project) => ({
    where: `projects.projects[${project.id}]`,
    lines: [...project.skills, ...(project.groups ?? [])],
  })),
  ...chooser.roadmap.steps.map((step) => ({
    where: `chooser.roadmap.steps[${step.id}]`,
    lines: [...step.skills, ...step.groups],
  })),
  ...chooser.questions.flatMap(({ id, answers }) =>
    answers.map((answer) => ({
      where: `chooser.questions[${id}].answers[${answer.id}]`,
      lines: answer.sets ?? [],
    })),
  ),
];

/** Levels at which a skill has topics to tick; none for a retired skill. */
const liveLevels = (skill: CatalogueSkill): ReadonlySet<number> =>
  new Set(skill.retired ? [] : skill.topics.filter(({ retired }) => !retired).map(({ level }) => level));

const membersOf = (group: CatalogueGroup): readonly string[] => [
  ...group.oneOf,
  ...Object.values(group.fallback ?? {}),
];

/** Each level asked for has topics, in the skill or in every member of the group, so that 100 % can be reached. */
export const checkReachable = (catalogue: Catalogue): string[] => {
  const levels = new Map(catalogue.skills.skills.map((skill) => [skill.id, liveLevels(skill)]));
  const groups = new Map(catalogue.roles.groups.map((group) => [group.id, group]));
  const faults: string[] = [];

  for (const { where, lines } of linesOf(catalogue)) {
    const asked = new Set<string>();
    for (const line of lines) {
      const name = nameOf(line);
      if (asked.has(name)) faults.push(`${where}: "${name}" is asked for twice`);
      asked.add(name);
      const group = 'group' in line ? groups.get(line.group) : undefined;
      for (const member of 'skill' in line ? [line.skill] : group ? membersOf(group) : []) {
        // A name that does not exist is the business of the references.
        if (levels.get(member)?.has(line.level) === false) {
          faults.push(
            `${where}: level ${line.level} of "${name}" is asked for, but "${member}" has no topic at it`,
          );
        }
      }
    }
  }
  return faults;
};

/** A skill has topics at every level up to its highest. */
export const checkLadderOfLevels = ({ skills }: Catalogue): string[] =>
  skills.skills.flatMap((skill) => {
    if (skill.retired) return [];
    const levels = liveLevels(skill);
    const where = `skills.skills[${skill.id}]`;
    if (levels.size === 0) return [`${where}: it has no topics`];
    const missing = [1, 2, 3, 4].filter((level) => level < Math.max(...levels) && !levels.has(level));
    return missing.map((level) => `${where}: it has no topic at level ${level}, but some above`);
  });

/** The entry list of a role is 11 to 13 lines of its requirements, none of them higher. */
export const checkEntries = ({ roles }: Catalogue): string[] =>
  roles.roles.flatMap((role) => {
    const where = `roles.roles[${role.id}].entry`;
    const entry: readonly Line[] = [...role.entry.skills, ...role.entry.groups];
    const required = new Map(role.requirements.map((line) => [nameOf(line), line.level]));
    const faults: string[] = [];
    if (entry.length < 11 || entry.length > 13)
      faults.push(`${where}: it has ${entry.length} items instead of 11 to 13`);
    for (const line of entry) {
      const level = required.get(nameOf(line));
      if (level === undefined) faults.push(`${where}: "${nameOf(line)}" is not a requirement of the role`);
      else if (line.level > level) {
        faults.push(
          `${where}: "${nameOf(line)}" at level ${line.level} is above the requirement, level ${level}`,
        );
      }
    }
    return faults;
  });

/** Weights are whole numbers from 1 to 5. */
export const checkWeights = ({ roles }: Catalogue): string[] => {
  const { stages, paths } = roles.ladder;
  const owners = [
    ...roles.roles,
    ...stages,
    ...paths,
    ...paths.flatMap(({ focusOptions }) => focusOptions ?? []),
  ];
  return owners.flatMap(({ id, requirements }) =>
    requirements
      .filter(({ weight }) => !Number.isInteger(weight) || weight < 1 || weight > 5)
      .map((line) => `roles: "${id}" gives "${nameOf(line)}" the weight ${line.weight} instead of 1 to 5`),
  );
};

/** Pairs join members of the group to languages, and no language is left without a pair or a fallback. */
export const checkPairs = ({ roles }: Catalogue): string[] =>
  roles.groups.flatMap((group) => {
    if (!group.pairs) return [];
    const where = `roles.groups[${group.id}]`;
    const languages = new Set([...Object.keys(group.pairs), ...Object.keys(group.fallback ?? {})]);
    const paired = new Set(Object.values(group.pairs).flat());
    const partner = roles.groups.find(
      (other) => other !== group && other.oneOf.some((id) => languages.has(id)),
    );
    return [
      ...[...paired]
        .filter((id) => !group.oneOf.includes(id))
        .map((id) => `${where}: the pair "${id}" is not a member`),
      ...group.oneOf
        .filter((id) => !paired.has(id))
        .map((id) => `${where}: the member "${id}" is in no pair`),
      ...(partner?.oneOf ?? [])
        .filter((id) => !languages.has(id))
        .map((id) => `${where}: "${id}" of "${partner?.id}" has neither a pair nor a fallback`),
    ];
  });
