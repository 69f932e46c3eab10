import { listExperience } from '../../data/experience.ts';
import type { RoadmapStep } from '../../shared/model/journey.ts';
import type { Requirement } from '../../shared/rules/readiness.ts';
import { finishedProjects } from '../projects/finished.ts';
import type { Workspace } from '../workspace.ts';

type Step = {
  readonly projects: readonly string[];
  readonly experienceKinds?: readonly string[] | undefined;
};

/**
 * What the person logged that belongs to a step: finished projects from the templates that it suggests, work and education
 * of the kinds that it names, and whatever of these shows a skill that it asks for.
 */
export const loggedFor = (
  workspace: Workspace,
): ((step: Step, lines: readonly Requirement[]) => RoadmapStep['logged']) => {
  const projects = finishedProjects(workspace.db);
  const entries = listExperience(workspace.db);
  return (step, lines) => {
    const asked = new Set(lines.flatMap(({ members }) => members.map((id) => workspace.skill(id).number)));
    const isShown = (skills: readonly { readonly skill: number }[]): boolean =>
      skills.some(({ skill }) => asked.has(skill));
    const isSuggested = (template: string | null): boolean =>
      template !== null && step.projects.includes(template);
    return [
      ...projects
        .filter(({ template, skills }) => isSuggested(template) || isShown(skills))
        .map(({ id, title }) => ({ kind: 'project' as const, id, title })),
      ...entries
        .filter(({ kind, skills }) => step.experienceKinds?.includes(kind) || isShown(skills))
        .map(({ area, id, title }) => ({ kind: area, id, title })),
    ];
  };
};
