import { listItems, listProjects, type ProjectRecord } from '../../data/projects.ts';
import type { Db } from '../../data/sql.ts';
import { isFinished } from '../../shared/rules/projects.ts';

/** Projects that are shipped with every required item settled, in the order of the board. */
export const finishedProjects = (db: Db): ProjectRecord[] => {
  const items = Map.groupBy(listItems(db), ({ project }) => project);
  return listProjects(db).filter(({ id, status }) => isFinished(status, items.get(id) ?? []));
};
