import type { Level, ProjectKind, ProjectStatus } from '../shared/values.ts';
import { sql, type Db } from './sql.ts';

/** A skill by its number, the level that it is shown at, and the highest that may be stated; null for any. */
export type StatedSkill = { readonly skill: number; readonly level: Level; readonly most: Level | null };

export type ProjectRecord = {
  readonly id: string;
  readonly template: string | null;
  readonly title: string;
  readonly kind: ProjectKind;
  readonly status: ProjectStatus;
  readonly place: number;
  readonly brief: string;
  readonly part: string;
  readonly result: string;
  readonly repository: string | null;
  readonly demo: string | null;
  readonly folder: string | null;
  readonly startedOn: string | null;
  readonly finishedOn: string | null;
  readonly notes: string;
  readonly tags: readonly string[];
  readonly skills: readonly StatedSkill[];
};

type Columns = Omit<ProjectRecord, 'tags' | 'skills'> & { readonly tags: string; readonly skills: string };

const PROJECT = `SELECT id, template, title, kind, status, place, brief, part, result, repository, demo, folder,
    started_on AS startedOn, finished_on AS finishedOn, notes, tags, skills FROM project WHERE retired = 0`;

const record = ({ tags, skills, ...row }: Columns): ProjectRecord => ({
  ...row,
  tags: JSON.parse(tags) as string[],
  skills: (JSON.parse(skills) as [number, Level, Level | null][]).map(([skill, level, most]) => ({
    skill,
    level,
    most,
  })),
});

/** As the column keeps them; the evidence query reads the first two of each. */
export const skillsColumn = (skills: readonly StatedSkill[]): string =>
  JSON.stringify(skills.map(({ skill, level, most }) => [skill, level, most]));

/** All of them, column by column, each in its order. */
export const listProjects = (db: Db): ProjectRecord[] =>
  sql<[], Columns>(db, `${PROJECT} ORDER BY status, place, id`).all().map(record);

export const findProject = (db: Db, id: string): ProjectRecord | undefined => {
  const row = sql<[string], Columns>(db, `${PROJECT} AND id = ?`).get(id);
  return row && record(row);
};

export type ItemRecord = {
  readonly id: string;
  readonly project: string;
  readonly source: string | null;
  readonly text: string;
  readonly position: number;
  readonly required: boolean;
  readonly ticked: boolean;
  readonly reason: string | null;
};

type ItemColumns = Omit<ItemRecord, 'required' | 'ticked'> & {
  readonly required: 0 | 1;
  readonly ticked: 0 | 1;
};

/** The items of all definitions of done, or of one project's, in their order. */
export const listItems = (db: Db, project?: string): ItemRecord[] =>
  sql<[string | null], ItemColumns>(
    db,
    `SELECT id, project, source, text, position, required, ticked, reason FROM project_item
     WHERE retired = 0 AND project = coalesce(?, project) ORDER BY project, position, id`,
  )
    .all(project ?? null)
    .map((row) => ({ ...row, required: row.required === 1, ticked: row.ticked === 1 }));

export type PictureRecord = {
  readonly id: string;
  readonly project: string;
  readonly file: string;
  readonly type: string;
  readonly caption: string;
  readonly position: number;
};

export const picturesOf = (db: Db, project: string): PictureRecord[] =>
  sql<[string], PictureRecord>(
    db,
    `SELECT id, project, file, type, caption, position FROM project_picture
     WHERE retired = 0 AND project = ? ORDER BY position, id`,
  ).all(project);

export const findPicture = (db: Db, id: string): PictureRecord | undefined =>
  sql<[string], PictureRecord>(
    db,
    'SELECT id, project, file, type, caption, position FROM project_picture WHERE retired = 0 AND id = ?',
  ).get(id);
