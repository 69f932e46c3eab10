import { findPicture, findProject, type PictureRecord, type ProjectRecord } from '../../data/projects.ts';
import { readRow, type Row } from '../../data/rows.ts';
import { AppError } from '../../shared/reply.ts';
import type { Workspace } from '../workspace.ts';

/** By id, as all below: throws `not_found` in words for what is not there any more. */
export const existingProject = ({ db }: Workspace, id: string): ProjectRecord => {
  const project = findProject(db, id);
  if (!project) throw new AppError('not_found', 'This project does not exist any more.');
  return project;
};

/** An item of a project that is there, as a row. */
export const existingItem = (workspace: Workspace, id: string): Row => {
  const row = readRow(workspace.db, 'project_item', id);
  if (!row) throw new AppError('not_found', 'This item does not exist any more.');
  existingProject(workspace, String(row['project']));
  return row;
};

export const existingPicture = ({ db }: Workspace, id: string): PictureRecord => {
  const picture = findPicture(db, id);
  if (!picture) throw new AppError('not_found', 'This picture does not exist any more.');
  return picture;
};
