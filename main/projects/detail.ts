import { listExperience } from '../../data/experience.ts';
import { listItems, picturesOf, type ItemRecord, type ProjectRecord } from '../../data/projects.ts';
import type { ProjectDetail, ProjectItem, ProjectRow } from '../../shared/model/project.ts';
import { isFinished, settledOf } from '../../shared/rules/projects.ts';
import { guidanceOf } from '../guidance.ts';
import type { Services } from '../services.ts';
import type { Workspace } from '../workspace.ts';
import { named, provesIn } from './proof.ts';
import { choicesOf, findTemplate } from './templates.ts';

export const projectRow = (
  workspace: Workspace,
  project: ProjectRecord,
  items: readonly ItemRecord[],
): ProjectRow => ({
  id: project.id,
  title: project.title,
  kind: project.kind,
  status: project.status,
  brief: project.brief,
  startedOn: project.startedOn,
  finishedOn: project.finishedOn,
  tags: [...project.tags],
  settled: settledOf(items),
  finished: isFinished(project.status, items),
  skills: named(workspace, project.skills),
});

export const projectDetail = (
  workspace: Workspace,
  services: Services,
  project: ProjectRecord,
): ProjectDetail => {
  const { db } = workspace;
  const items = listItems(db, project.id);
  const row = projectRow(workspace, project, items);
  const template = project.template === null ? undefined : findTemplate(services, project.template);
  const common = new Set(guidanceOf(services).projects.commonDefinitionOfDone.map(({ id }) => id));
  const shown = new Set(row.skills.map(({ skill }) => skill));
  const shownItem = ({ id, text, source, required, ticked, reason }: ItemRecord): ProjectItem => ({
    id,
    text,
    origin: source === null ? 'own' : common.has(source) ? 'common' : 'template',
    source,
    required,
    ticked,
    reason,
  });
  return {
    ...row,
    template: template
      ? { id: template.id, title: template.title, estimatedHours: template.estimatedHours }
      : null,
    part: project.part,
    result: project.result,
    repository: project.repository,
    demo: project.demo,
    folder: project.folder,
    notes: project.notes,
    items: items.map(shownItem),
    stated: row.skills.map((skill, index) => ({ ...skill, most: project.skills[index]!.most })),
    choices: template
      ? choicesOf(workspace, template).filter(({ members }) => !members.some(({ skill }) => shown.has(skill)))
      : [],
    pictures: picturesOf(db, project.id).map(({ id, caption }) => ({ id, caption })),
    proves: provesIn(workspace, project.id, row.skills),
    namedBy: listExperience(db)
      .filter(({ projects }) => projects.includes(project.id))
      .map(({ id, title }) => ({ id, title })),
  };
};
