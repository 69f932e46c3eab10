import { listExperience, type ExperienceRecord } from '../data/experience.ts';
import {
  categoryTitle,
  findCategory,
  findSkill,
  type CategoryRecord,
  type SkillRecord,
} from '../data/skills.ts';
import type { Db } from '../data/sql.ts';
import { AppError } from '../shared/reply.ts';
import type { Role } from './role-models.ts';
import type { Services } from './services.ts';
import type { Workspace } from './workspace.ts';

/** By id, as all below: throws `not_found` in words for what is not there any more. */
export const existingSkill = (db: Db, id: string): SkillRecord => {
  const record = findSkill(db, id);
  if (!record) throw new AppError('not_found', 'This skill does not exist any more.');
  return record;
};

/** Throws `invalid` for a skill of the catalogue. */
export const ownSkill = (db: Db, id: string): SkillRecord => {
  const record = existingSkill(db, id);
  if (!record.own) {
    throw new AppError(
      'invalid',
      'This skill belongs to the catalogue. You can rename or hide it for yourself.',
    );
  }
  return record;
};

const noCategory = (): AppError => new AppError('not_found', 'This category does not exist any more.');

export const existingCategory = (db: Db, id: string): CategoryRecord => {
  const record = findCategory(db, id);
  if (!record) throw noCategory();
  return record;
};

/** Its title alone: the whole record counts what is in it, which takes a millisecond where that is thousands. */
export const existingCategoryTitle = (db: Db, id: string): string => {
  const title = categoryTitle(db, id);
  if (title === undefined) throw noCategory();
  return title;
};

/** Throws `invalid` for a category of the catalogue. */
export const ownCategory = (db: Db, id: string): CategoryRecord => {
  const record = existingCategory(db, id);
  if (!record.own)
    throw new AppError('invalid', 'This category belongs to the catalogue and stays as it is.');
  return record;
};

export const existingRole = (workspace: Workspace, id: string): Role => {
  const role = workspace.roles().find((candidate) => candidate.id === id);
  if (!role) throw new AppError('not_found', 'This role does not exist any more.');
  return role;
};

/** Path of a file that was handed over. */
export const existingUpload = (services: Services, upload: string): string => {
  const path = services.upload(upload);
  if (path === null)
    throw new AppError('not_found', 'The file that was handed over is gone by now. Choose it once more.');
  return path;
};

export const existingExperience = ({ db }: Workspace, id: string): ExperienceRecord => {
  const found = listExperience(db).find((entry) => entry.id === id);
  if (!found) throw new AppError('not_found', 'This entry does not exist any more.');
  return found;
};
