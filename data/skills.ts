import type { Link } from '../shared/model/skill.ts';
import { sql, type Db } from './sql.ts';

export type SkillRecord = {
  readonly number: number;
  readonly id: string;
  readonly category: string;
  readonly name: string;
  readonly description: string;
  readonly estimatedHours: number;
  readonly halfLifeMonths: number;
};

const SKILL = `SELECT number, id, category, name, description, estimated_hours AS estimatedHours,
  half_life_months AS halfLifeMonths FROM skill`;

export const findSkill = (db: Db, id: string): SkillRecord | undefined =>
  sql<[string], SkillRecord>(db, `${SKILL} WHERE id = ? AND retired = 0`).get(id);

export const skillByNumber = (db: Db, number: number): SkillRecord | undefined =>
  sql<[number], SkillRecord>(db, `${SKILL} WHERE number = ?`).get(number);

export const pageOfSkills = (db: Db, category: string, offset: number, limit: number): SkillRecord[] =>
  sql<[string, number, number], SkillRecord>(
    db,
    `${SKILL} WHERE category = ? AND retired = 0 ORDER BY position LIMIT ? OFFSET ?`,
  ).all(category, limit, offset);

export const prerequisitesOf = (db: Db, skill: number): SkillRecord[] =>
  sql<[number], { number: number }>(
    db,
    'SELECT prerequisite AS number FROM skill_prerequisite WHERE skill = ? ORDER BY position',
  )
    .all(skill)
    .map(({ number }) => skillByNumber(db, number)!);

export const referencesOf = (db: Db, skill: number): Link[] =>
  sql<[number], Link>(db, 'SELECT title, url FROM skill_reference WHERE skill = ? ORDER BY position').all(
    skill,
  );

export type CategoryRecord = { readonly id: string; readonly title: string; readonly skills: number };

export const listCategories = (db: Db): CategoryRecord[] =>
  sql<[], CategoryRecord>(
    db,
    `SELECT c.id, c.title, (SELECT count(*) FROM skill s WHERE s.category = c.id AND s.retired = 0) AS skills
     FROM category c WHERE c.retired = 0 ORDER BY c.position`,
  ).all();

export const findCategory = (db: Db, id: string): CategoryRecord | undefined =>
  listCategories(db).find((category) => category.id === id);

/** Numbers of the skills of each category, so that its progress can be added up from the counters. */
export const skillNumbersByCategory = (db: Db): Map<string, number[]> => {
  const numbers = new Map<string, number[]>();
  const rows = sql<[], { category: string; number: number }>(
    db,
    'SELECT category, number FROM skill WHERE retired = 0',
  ).all();
  for (const { category, number } of rows) {
    const list = numbers.get(category);
    if (list) list.push(number);
    else numbers.set(category, [number]);
  }
  return numbers;
};

/** One more than the highest skill number. */
export const skillNumberLimit = (db: Db): number =>
  sql<[], { top: number | null }>(db, 'SELECT max(number) AS top FROM skill').get()!.top! + 1 || 1;
