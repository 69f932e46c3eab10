import { listExperience, type ExperienceRecord } from '../../data/experience.ts';
import { listProjects, type ProjectRecord } from '../../data/projects.ts';
import type { Experience, ExperienceText } from '../../shared/model/experience.ts';
import { AppError } from '../../shared/reply.ts';
import { faultOfMonths } from '../../shared/rules/projects.ts';
import { highestOnce } from '../../shared/rules/proof.ts';
import { act, make } from '../commands.ts';
import { existingExperience, existingSkill } from '../existing.ts';
import { finishedProjects } from '../projects/finished.ts';
import { COURSE, kindsByArea, kindsOf } from '../experience-kinds.ts';
import type { Handlers } from '../handlers.ts';
import { existingProject } from '../projects/existing.ts';
import { named, provesIn } from '../projects/proof.ts';
import { changeRow, newId } from '../row-change.ts';
import type { Services } from '../services.ts';
import type { Workspace } from '../workspace.ts';

export const experienceHandlers: Handlers<'experience.list' | 'experience.save' | 'experience.remove'> = {
  'experience.list': (workspace, _input, services) => {
    const projects = knownProjects(workspace);
    const all = listExperience(workspace.db);
    const top = all.filter(({ parent }) => parent === null || !all.some(({ id }) => id === parent));
    const ordered = top.flatMap((entry) => [entry, ...all.filter(({ parent }) => parent === entry.id)]);
    const { work, education } = kindsByArea(services);
    return {
      entries: ordered.map((entry) => shown(workspace, services, entry, projects)),
      kinds: { work: [...work], education: [...education] },
    };
  },

  'experience.save': (workspace, { request, experience, ...entry }, services) => {
    const { db } = workspace;
    const before = experience === null ? null : existingExperience(workspace, experience);
    refuse(workspace, services, entry, experience);
    const id = experience ?? newId(db, 'experience');
    const skills = highestOnce(
      entry.skills.map(({ skill, level }) => ({ skill: existingSkill(db, skill).number, level })),
    );
    return make(
      workspace,
      request,
      { kind: before ? 'edit-experience' : 'add-experience', subject: entry.title, detail: null, count: 1 },
      changeRow(db, 'experience', id, {
        ...entry,
        links: JSON.stringify(entry.links),
        skills: JSON.stringify(skills.map(({ skill, level }) => [skill, level])),
        projects: JSON.stringify([...new Set(entry.projects)]),
      }),
      id,
    );
  },

  'experience.remove': (workspace, { request, experience: id }) => {
    const { db } = workspace;
    const { title } = existingExperience(workspace, id);
    const courses = listExperience(db).filter(({ parent }) => parent === id);
    return act(
      workspace,
      request,
      { kind: 'remove-experience', subject: title, detail: null, count: 1 + courses.length },
      [...courses.map((course) => course.id), id].flatMap((gone) => changeRow(db, 'experience', gone, null)),
    );
  },
};

const words = {
  reversed: 'The end lies before the start. Change one of the two months.',
  future: 'What was done cannot begin or end after this month. Leave the end open while it goes on.',
};

/** Throws `invalid`, or `not_found` for a project or education that is gone. */
const refuse = (
  workspace: Workspace,
  services: Services,
  { area, kind, parent, started, ended, projects }: ExperienceText,
  self: string | null,
): void => {
  const fault = faultOfMonths(started, ended, workspace.moment().localDate);
  if (fault) throw new AppError('invalid', words[fault]);
  const isCourse = parent !== null;
  const kinds = isCourse ? [COURSE] : kindsByArea(services)[area];
  if (!kinds.some(({ id }) => id === kind)) throw new AppError('invalid', 'Choose what kind of entry it is.');
  for (const project of projects) existingProject(workspace, project);
  if (!isCourse) return;
  const above = existingExperience(workspace, parent);
  if (area !== 'education' || above.area !== 'education' || above.parent !== null || above.id === self) {
    throw new AppError('invalid', 'A course belongs to an education.');
  }
};

type Known = ReadonlyMap<string, { readonly project: ProjectRecord; readonly finished: boolean }>;

const knownProjects = ({ db }: Workspace): Known => {
  const finished = new Set(finishedProjects(db).map(({ id }) => id));
  return new Map(
    listProjects(db).map((project) => [project.id, { project, finished: finished.has(project.id) }]),
  );
};

const shown = (
  workspace: Workspace,
  services: Services,
  entry: ExperienceRecord,
  known: Known,
): Experience => {
  const linked = entry.projects.flatMap((id) => known.get(id) ?? []);
  const shows = named(
    workspace,
    highestOnce(
      entry.skills,
      ...linked.filter(({ finished }) => finished).map(({ project }) => project.skills),
    ),
  );
  const kind = kindsOf(services).find(({ id }) => id === entry.kind);
  return {
    ...entry,
    kind: kind ?? { id: entry.kind, title: entry.kind, text: '' },
    links: [...entry.links],
    skills: named(workspace, entry.skills),
    shows,
    projects: linked.map(({ project: { id, title }, finished }) => ({ id, title, finished })),
    proves: provesIn(workspace, entry.id, shows),
  };
};
