import { listProjects } from '../../data/projects.ts';
import { findSkill, prerequisitesOf } from '../../data/skills.ts';
import type { Catalogue } from '../../data/catalogue/schema.ts';
import type { ProjectChoice, ProjectTemplate, ShownSkill } from '../../shared/model/project.ts';
import { AppError } from '../../shared/reply.ts';
import { membersOf, pairsOf } from '../../shared/rules/choices.ts';
import type { Level } from '../../shared/values.ts';
import { guidanceOf } from '../guidance.ts';
import { skillProgress } from '../progress.ts';
import type { Services } from '../services.ts';
import type { Workspace } from '../workspace.ts';
import { gainsOf } from './proof.ts';

export type Template = Catalogue['projects']['projects'][number];

/** Throws `not_found` for a template that the catalogue has not, or not any more. */
export const existingTemplate = (services: Services, id: string): Template => {
  const template = findTemplate(services, id);
  if (!template) throw new AppError('not_found', 'The catalogue has no such template any more.');
  return template;
};

export const findTemplate = (services: Services, id: string): Template | undefined =>
  guidanceOf(services).projects.projects.find((template) => template.id === id && !template.retired);

/** Skills of the template that the file knows: an older catalogue may still be in use. */
const skillsOf = (workspace: Workspace, template: Template): ShownSkill[] =>
  template.skills.flatMap(({ skill, level }) => {
    const found = findSkill(workspace.db, skill);
    return found ? [{ skill, name: found.name, level }] : [];
  });

/** The choose-one groups of a template, with the members that may stand for each. */
export const choicesOf = (workspace: Workspace, template: Template): ProjectChoice[] =>
  (template.groups ?? []).flatMap(({ group: id, level }) => {
    const group = workspace.groups().get(id);
    if (!group) return [];
    const offered = new Set([...group.members, ...[...group.pairs.values()].flat()]);
    const members = [...offered].map((skill) => ({ skill, name: workspace.skill(skill).name }));
    return members.length === 0 ? [] : [{ group: id, title: group.title, level, members }];
  });

/** The member that the person fixed, else the one that they know best of those that go with what is fixed. */
const bestOf = (
  workspace: Workspace,
  { group, members }: ProjectChoice,
  fixed: ReadonlyMap<string, string>,
): string => {
  const narrowed = membersOf(workspace.groups().get(group)!, fixed);
  const done = (skill: string): number => skillProgress(workspace, workspace.skill(skill)).done;
  const [first = members[0]!.skill, ...others] = narrowed;
  return others.reduce((best, skill) => (done(skill) > done(best) ? skill : best), first);
};

/** What to choose, with what would be chosen: a framework that goes with the language, and so on. */
const presetsOf = (workspace: Workspace, template: Template): ProjectTemplate['choices'] => {
  const fixed = new Map(workspace.fixed());
  return choicesOf(workspace, template).map((choice) => {
    const best = bestOf(workspace, choice, fixed);
    fixed.set(choice.group, best);
    return { ...choice, best, pairs: pairsOf(workspace.groups().get(choice.group)!) };
  });
};

/** What the skills of a template build on and is below the level before; its own skills are learned on the way. */
const missingFor = (
  workspace: Workspace,
  skills: readonly ShownSkill[],
): { skill: string; name: string }[] => {
  const own = new Set(skills.map(({ skill }) => skill));
  const missing = new Map<string, string>();
  for (const { skill, level } of skills) {
    const asked = Math.max(1, level - 1);
    for (const before of prerequisitesOf(workspace.db, workspace.skill(skill).number)) {
      if (own.has(before.id) || skillProgress(workspace, before).reached >= asked) continue;
      missing.set(before.id, before.name);
    }
  }
  return [...missing].map(([skill, name]) => ({ skill, name }));
};

/** The skill that may be stated for a project of the template, and the highest level; null for one that it does not name. */
export const mostOf = (workspace: Workspace, template: Template, skill: string): Level | null =>
  template.skills.find((line) => line.skill === skill)?.level ??
  choicesOf(workspace, template).find(({ members }) => members.some((member) => member.skill === skill))
    ?.level ??
  null;

/** All templates, those that would move the targets most first. */
export const listTemplates = (workspace: Workspace, services: Services): ProjectTemplate[] => {
  const { difficulties, commonDefinitionOfDone, projects: templates } = guidanceOf(services).projects;
  const own = listProjects(workspace.db);
  const gain = ({ gains }: ProjectTemplate): number => gains.reduce((sum, { points }) => sum + points, 0);
  return templates
    .filter(({ retired }) => !retired)
    .map((template): ProjectTemplate => {
      const { id: key, order, title } = difficulties.find(({ id }) => id === template.difficulty)!;
      const skills = skillsOf(workspace, template);
      const choices = presetsOf(workspace, template);
      const chosen = choices.map(({ best, level }) => ({
        skill: best,
        name: workspace.skill(best).name,
        level,
      }));
      return {
        id: template.id,
        title: template.title,
        brief: template.brief,
        difficulty: { id: key, title, order },
        estimatedHours: template.estimatedHours,
        roles: workspace
          .roles()
          .filter(({ id, own: mine }) => template.roles.includes(mine?.base ?? id))
          .map(({ id, title: name }) => ({ id, title: name })),
        skills,
        choices,
        items: template.definitionOfDone.map(({ text, required }) => ({ text, required })),
        common: commonDefinitionOfDone
          .filter(({ id }) => template.commonItems.includes(id))
          .map(({ text }) => text),
        stretchGoals: [...template.stretchGoals],
        missing: missingFor(workspace, skills),
        gains: gainsOf(workspace, [...skills, ...chosen]),
        projects: own
          .filter((project) => project.template === template.id)
          .map(({ id, title: name }) => ({ id, title: name })),
      };
    })
    .toSorted((a, b) => gain(b) - gain(a));
};
