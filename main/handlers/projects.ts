import { lastSeq } from '../../data/events.ts';
import { listItems, listProjects, skillsColumn, type StatedSkill } from '../../data/projects.ts';
import { readRow, type Row } from '../../data/rows.ts';
import { findSkill } from '../../data/skills.ts';
import { AppError } from '../../shared/reply.ts';
import { faultOfDays, placesAfterMove } from '../../shared/rules/projects.ts';
import { PROJECT_STATUSES, type ProjectStatus } from '../../shared/values.ts';
import { act, make } from '../commands.ts';
import { existingSkill } from '../existing.ts';
import { guidanceOf } from '../guidance.ts';
import type { Handlers } from '../handlers.ts';
import { projectDetail, projectRow } from '../projects/detail.ts';
import { existingProject } from '../projects/existing.ts';
import { choicesOf, existingTemplate, findTemplate, listTemplates, mostOf } from '../projects/templates.ts';
import { changeRow, newId } from '../row-change.ts';
import type { Services } from '../services.ts';
import type { Workspace } from '../workspace.ts';

export const projectHandlers: Handlers<
  | 'projects.list'
  | 'projects.read'
  | 'projects.templates'
  | 'projects.create'
  | 'projects.edit'
  | 'projects.move'
  | 'projects.remove'
  | 'projects.setSkill'
> = {
  'projects.list': (workspace) => {
    const items = Map.groupBy(listItems(workspace.db), ({ project }) => project);
    const order = ({ status }: { readonly status: ProjectStatus }): number =>
      PROJECT_STATUSES.indexOf(status);
    return {
      projects: listProjects(workspace.db)
        .map((project) => projectRow(workspace, project, items.get(project.id) ?? []))
        .toSorted((a, b) => order(a) - order(b)),
    };
  },

  'projects.read': (workspace, { project }, services) =>
    projectDetail(workspace, services, existingProject(workspace, project)),

  'projects.templates': (workspace, _input, services) => ({ templates: listTemplates(workspace, services) }),

  'projects.create': (workspace, { request, template: templateId, title, kind, chosen }, services) => {
    const { db } = workspace;
    const template = templateId === null ? null : existingTemplate(services, templateId);
    const id = newId(db, 'project');
    const row: Row = {
      template: templateId,
      title,
      kind,
      status: 'planned',
      place: endOf(workspace, 'planned'),
      brief: template?.brief ?? '',
      part: '',
      result: '',
      repository: null,
      demo: null,
      folder: null,
      started_on: null,
      finished_on: null,
      notes: '',
      tags: '[]',
      skills: skillsColumn(statedSkills(workspace, services, templateId, chosen)),
      shipped_by: null,
    };
    const items = itemsFor(services, templateId).map(({ source, text, required }, position) =>
      changeRow(db, 'project_item', `${id}.${position + 1}`, {
        project: id,
        source,
        text,
        position,
        required: required ? 1 : 0,
        ticked: 0,
        reason: null,
      }),
    );
    return make(
      workspace,
      request,
      { kind: 'add-project', subject: title, detail: null, count: 1 },
      [...changeRow(db, 'project', id, row), ...items.flat()],
      id,
    );
  },

  'projects.edit': (workspace, { request, project: id, tags, startedOn, finishedOn, ...texts }) => {
    const { db, moment } = workspace;
    const project = existingProject(workspace, id);
    const today = moment().localDate;
    const started = startedOn === undefined ? project.startedOn : startedOn;
    const wanted = finishedOn === undefined ? project.finishedOn : finishedOn;
    // What is shipped was finished on some day.
    const finished = wanted ?? (project.status === 'shipped' ? today : null);
    refuseDays(started, finished, today);
    return act(
      workspace,
      request,
      { kind: 'edit-project', subject: texts.title ?? project.title, detail: null, count: 1 },
      changeRow(db, 'project', id, {
        ...readRow(db, 'project', id)!,
        ...definedOf(texts),
        ...(tags && { tags: JSON.stringify([...new Set(tags)]) }),
        started_on: started,
        finished_on: finished,
      }),
    );
  },

  'projects.move': (workspace, { request, project: id, status, before }) => {
    const { db, moment } = workspace;
    const project = existingProject(workspace, id);
    const column = listProjects(db).filter((other) => other.status === status && other.id !== id);
    if (before !== null && !column.some((other) => other.id === before)) {
      throw new AppError('conflict', 'The project to stand before was moved in the meantime.');
    }
    const today = moment().localDate;
    const isNew = status !== project.status;
    const started =
      project.startedOn ?? (isNew && status === 'building' && project.finishedOn === null ? today : null);
    const finished = project.finishedOn ?? (status === 'shipped' ? today : null);
    if (status === 'shipped') refuseDays(started, finished, today);
    const changes = placesAfterMove(column, id, before).flatMap((placed) => {
      const row = readRow(db, 'project', placed.id)!;
      if (placed.id !== id) return changeRow(db, 'project', placed.id, { ...row, place: placed.place });
      return changeRow(db, 'project', id, {
        ...row,
        place: placed.place,
        status,
        started_on: started,
        finished_on: finished,
        shipped_by: status === 'shipped' ? (isNew ? lastSeq(db) + 1 : row['shipped_by']!) : null,
      });
    });
    const stays = !isNew && placeInOrder(column, project.place) === before;
    return act(
      workspace,
      request,
      { kind: 'move-project', subject: project.title, detail: status, count: 1 },
      stays ? [] : changes,
    );
  },

  'projects.remove': (workspace, { request, project: id }) => {
    const { title } = existingProject(workspace, id);
    return act(
      workspace,
      request,
      { kind: 'remove-project', subject: title, detail: null, count: 1 },
      changeRow(workspace.db, 'project', id, null),
    );
  },

  'projects.setSkill': (workspace, { request, project: id, skill: skillId, level }, services) => {
    const { db } = workspace;
    const project = existingProject(workspace, id);
    const skill = existingSkill(db, skillId);
    const template = project.template === null ? undefined : findTemplate(services, project.template);
    const before = project.skills.find((stated) => stated.skill === skill.number);
    const most = before ? before.most : template ? mostOf(workspace, template, skillId) : null;
    if (level !== null && most !== null && level > most) {
      throw new AppError(
        'invalid',
        'A project of this template shows less of this skill. State a lower level, or add evidence of another kind.',
      );
    }
    const stated: StatedSkill[] =
      level === null
        ? project.skills.filter((other) => other !== before)
        : before
          ? project.skills.map((other) => (other === before ? { ...other, level } : other))
          : [...project.skills, { skill: skill.number, level, most }];
    return act(
      workspace,
      request,
      {
        kind: level === null ? 'unprove-skill' : 'prove-skill',
        subject: skill.name,
        detail: project.title,
        count: 1,
      },
      changeRow(db, 'project', id, { ...readRow(db, 'project', id)!, skills: skillsColumn(stated) }),
    );
  },
};

/** Columns of the fields that were given. */
const definedOf = (texts: Readonly<Record<string, string | null | undefined>>): Row =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([column, value]) => (value === undefined ? [] : [[column, value]])),
  );

const words = {
  reversed: 'The end lies before the start. Change one of the two days.',
  future: 'The day on which it was finished cannot lie in the future.',
};

const refuseDays = (started: string | null, finished: string | null, today: string): void => {
  const fault = faultOfDays(started, finished, today);
  if (fault) throw new AppError('invalid', words[fault]);
};

/** The project of a column that one at `place` stands before; null at its end. */
const placeInOrder = (
  column: readonly { readonly id: string; readonly place: number }[],
  place: number,
): string | null => column.find((other) => other.place > place)?.id ?? null;

const endOf = ({ db }: Workspace, status: ProjectStatus): number =>
  (listProjects(db).findLast((project) => project.status === status)?.place ?? 0) + 1;

/** The template's own items, then those for every project. */
const itemsFor = (
  services: Services,
  templateId: string | null,
): readonly { readonly source: string; readonly text: string; readonly required: boolean }[] => {
  const { commonDefinitionOfDone } = guidanceOf(services).projects;
  const template = templateId === null ? null : existingTemplate(services, templateId);
  const common = commonDefinitionOfDone
    .filter(({ id, retired }) => !retired && (template?.commonItems.includes(id) ?? true))
    .map(({ id, text }) => ({ source: id, text, required: true }));
  const own = (template?.definitionOfDone ?? []).filter(({ retired }) => !retired);
  return [...own.map(({ id, text, required }) => ({ source: id, text, required })), ...common];
};

/** Throws `invalid` for a skill that cannot stand for its group. */
const statedSkills = (
  workspace: Workspace,
  services: Services,
  templateId: string | null,
  chosen: readonly { readonly group: string; readonly skill: string }[],
): StatedSkill[] => {
  const template = templateId === null ? null : existingTemplate(services, templateId);
  const choices = template ? choicesOf(workspace, template) : [];
  const lines = chosen.map(({ group, skill }) => {
    const choice = choices.find((candidate) => candidate.group === group);
    if (!choice?.members.some((member) => member.skill === skill)) {
      throw new AppError('invalid', 'One of the chosen skills does not belong to its group.');
    }
    return { skill, level: choice.level };
  });
  const stated = new Map<number, StatedSkill>();
  for (const { skill, level } of [...(template?.skills ?? []), ...lines]) {
    // An older catalogue may still be in use.
    const number = findSkill(workspace.db, skill)?.number;
    if (number !== undefined && level > (stated.get(number)?.level ?? 0))
      stated.set(number, { skill: number, level, most: level });
  }
  return [...stated.values()];
};
