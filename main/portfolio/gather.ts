import { listExperience } from '../../data/experience.ts';
import { listProjects, picturesOf } from '../../data/projects.ts';
import type { Portfolio, PortfolioChoice } from '../../shared/model/portfolio.ts';
import { kindsOf } from '../experience-kinds.ts';
import { named } from '../projects/proof.ts';
import type { Services } from '../services.ts';
import type { Workspace } from '../workspace.ts';

/** What a portfolio shows, the newest first; notes and folders only where they were asked for. */
export const gather = (workspace: Workspace, services: Services, choice: PortfolioChoice): Portfolio => {
  const { db } = workspace;
  const kinds = kindsOf(services);
  return {
    projects: listProjects(db)
      .filter(({ id, status }) => status === 'shipped' && !choice.without.includes(id))
      .toSorted((a, b) => (a.finishedOn! < b.finishedOn! ? 1 : -1))
      .map((project) => ({
        id: project.id,
        title: project.title,
        kind: project.kind,
        brief: project.brief,
        part: project.part,
        result: project.result,
        repository: project.repository,
        demo: project.demo,
        startedOn: project.startedOn,
        finishedOn: project.finishedOn!,
        tags: [...project.tags],
        skills: named(workspace, project.skills),
        pictures: picturesOf(db, project.id).map(({ id, caption }) => ({ id, caption })),
        notes: choice.notes ? project.notes : '',
        folder: choice.folders ? project.folder : null,
      })),
    experience: choice.experience
      ? listExperience(db).map(({ id, area, kind, title, organisation, started, ended, did }) => ({
          id,
          area,
          kind: kinds.find((known) => known.id === kind)?.title ?? kind,
          title,
          organisation,
          started,
          ended,
          did,
        }))
      : [],
  };
};
