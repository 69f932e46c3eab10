import type { Link } from '../shared/model/common.ts';
import { sql, type Db } from './sql.ts';

export type SkillRecord = {
  readonly number: number;
  readonly id: string;
  /** Made by the person. */
  readonly own: boolean;
  readonly category: string;
  /** The person's own name for it, where there is one. */
  readonly name: string;
  readonly originalName: string;
  readonly description: string;
  readonly estimatedHours: number;
  /** The person's own figure, where there is one. */
  readonly halfLifeMonths: number;
  readonly originalHalfLifeMonths: number;
  readonly hidden: boolean;
  /** Headings above it in the list that it came from. */
  readonly path: readonly string[];
};

type SkillColumns = Omit<SkillRecord, 'own' | 'hidden' | 'path'> & {
  own: 0 | 1;
  hidden: 0 | 1;
  path: string;
};

const SKILL = `SELECT s.number, s.id, s.origin = 'user' AS own, s.category, coalesce(o.name, s.name) AS name,
    s.name AS originalName, s.description, s.estimated_hours AS estimatedHours,
    coalesce(o.half_life_months, s.half_life_months) AS halfLifeMonths, s.half_life_months AS originalHalfLifeMonths,
    coalesce(o.hidden, 0) AS hidden, s.path
  FROM skill s LEFT JOIN skill_own o ON o.skill = s.number AND o.retired = 0`;

const record = (row: SkillColumns): SkillRecord => ({
  ...row,
  own: row.own === 1,
  hidden: row.hidden === 1,
  path: JSON.parse(row.path) as string[],
});

export const findSkill = (db: Db, id: string): SkillRecord | undefined => {
  const row = sql<[string], SkillColumns>(db, `${SKILL} WHERE s.id = ? AND s.retired = 0`).get(id);
  return row && record(row);
};

export const skillByNumber = (db: Db, number: number): SkillRecord | undefined => {
  const row = sql<[number], SkillColumns>(db, `${SKILL} WHERE s.number = ?`).get(number);
  return row && record(row);
};

/** The skills of a category in order, hidden ones included. */
export const skillsOfCategory = (db: Db, category: string): SkillRecord[] =>
  sql<[string], SkillColumns>(
    db,
    `${SKILL} WHERE s.category = ? AND s.retired = 0 ORDER BY s.position, s.number`,
  )
    .all(category)
    .map(record);

export const pageOfSkills = (db: Db, category: string, offset: number, limit: number): SkillRecord[] =>
  sql<[string, number, number], SkillColumns>(
    db,
    `${SKILL} WHERE s.category = ? AND s.retired = 0 AND coalesce(o.hidden, 0) = 0
     ORDER BY s.position, s.number LIMIT ? OFFSET ?`,
  )
    .all(category, limit, offset)
    .map(record);

/** Every skill, hidden ones included, by category and in order. */
export const allSkills = (db: Db): SkillRecord[] =>
  sql<[], SkillColumns>(
    db,
    `${SKILL} JOIN category c ON c.id = s.category AND c.retired = 0
     WHERE s.retired = 0 ORDER BY c.position, c.id, s.position, s.number`,
  )
    .all()
    .map(record);

/** What the review queue asks of every skill that is shown, by number: read for thousands of them at once. */
export type Fading = { readonly id: string; readonly halfLifeMonths: number };

export const fadingSkills = (db: Db): ReadonlyMap<number, Fading> => {
  const rows = sql<[], Fading & { number: number }>(
    db,
    `SELECT s.number, s.id, coalesce(o.half_life_months, s.half_life_months) AS halfLifeMonths
     FROM skill s JOIN category c ON c.id = s.category AND c.retired = 0
       LEFT JOIN skill_own o ON o.skill = s.number AND o.retired = 0
     WHERE s.retired = 0 AND coalesce(o.hidden, 0) = 0`,
  ).all();
  return new Map(rows.map((row) => [row.number, row]));
};

export const liveSkillIds = (db: Db): ReadonlySet<string> =>
  new Set(
    sql<[], { id: string }>(db, 'SELECT id FROM skill WHERE retired = 0')
      .all()
      .map(({ id }) => id),
  );

type OwnColumns = {
  name: string | null;
  hidden: 0 | 1;
  halfLifeMonths: number | null;
  aliases: string;
  prerequisites: string;
};

/** What the person changed about a skill for themselves. `prerequisites` are numbers. */
export type SkillOwnRecord = {
  readonly name: string | null;
  readonly hidden: boolean;
  readonly halfLifeMonths: number | null;
  readonly aliases: readonly string[];
  readonly prerequisites: readonly number[];
};

export const skillOwnOf = (db: Db, skill: number): SkillOwnRecord => {
  const row = sql<[number], OwnColumns>(
    db,
    `SELECT name, hidden, half_life_months AS halfLifeMonths, aliases, prerequisites
     FROM skill_own WHERE skill = ? AND retired = 0`,
  ).get(skill);
  if (!row) return { name: null, hidden: false, halfLifeMonths: null, aliases: [], prerequisites: [] };
  return {
    name: row.name,
    hidden: row.hidden === 1,
    halfLifeMonths: row.halfLifeMonths,
    aliases: JSON.parse(row.aliases) as string[],
    prerequisites: JSON.parse(row.prerequisites) as number[],
  };
};

/** What is better known first: the catalogue's, then the person's own. */
export const prerequisitesOf = (db: Db, skill: number): SkillRecord[] => {
  const catalogue = sql<[number], { number: number }>(
    db,
    'SELECT prerequisite AS number FROM skill_prerequisite WHERE skill = ? ORDER BY position',
  )
    .all(skill)
    .map(({ number }) => number);
  const all = new Set([...catalogue, ...skillOwnOf(db, skill).prerequisites]);
  return [...all]
    .map((number) => skillByNumber(db, number)!)
    .filter((found) => findSkill(db, found.id) !== undefined);
};

/** The same for every skill at once, by id. */
export const allPrerequisites = (db: Db): ReadonlyMap<string, readonly string[]> => {
  const rows = sql<[], { skill: string; first: string }>(
    db,
    `SELECT s.id AS skill, p.id AS first FROM (
       SELECT skill, prerequisite, 0 AS own, position FROM skill_prerequisite
       UNION ALL SELECT o.skill, j.value, 1, j.key FROM skill_own o, json_each(o.prerequisites) j WHERE o.retired = 0) r
     JOIN skill s ON s.number = r.skill JOIN skill p ON p.number = r.prerequisite AND p.retired = 0
     ORDER BY r.skill, r.own, r.position`,
  ).all();
  const bySkill = new Map<string, string[]>();
  for (const { skill, first } of rows) {
    const list = bySkill.get(skill);
    if (list) list.push(first);
    else bySkill.set(skill, [first]);
  }
  return bySkill;
};

export const referencesOf = (db: Db, skill: number): Link[] =>
  sql<[number], Link>(db, 'SELECT title, url FROM skill_reference WHERE skill = ? ORDER BY position').all(
    skill,
  );

export type CategoryRecord = {
  readonly id: string;
  readonly title: string;
  /** Made by the person. */
  readonly own: boolean;
  /** The file that it was brought from; null for one made by hand. */
  readonly source: string | null;
  /** Skills to list, hidden ones left out. */
  readonly skills: number;
};

type CategoryColumns = Omit<CategoryRecord, 'own'> & { own: 0 | 1 };

const CATEGORY = `SELECT c.id, c.title, c.origin = 'user' AS own, c.source, (
    SELECT count(*) FROM skill s LEFT JOIN skill_own o ON o.skill = s.number AND o.retired = 0
    WHERE s.category = c.id AND s.retired = 0 AND coalesce(o.hidden, 0) = 0) AS skills
  FROM category c WHERE c.retired = 0`;

export const listCategories = (db: Db): CategoryRecord[] =>
  sql<[], CategoryColumns>(db, `${CATEGORY} ORDER BY c.position, c.id`)
    .all()
    .map((row) => ({ ...row, own: row.own === 1 }));

export const findCategory = (db: Db, id: string): CategoryRecord | undefined => {
  const row = sql<[string], CategoryColumns>(db, `${CATEGORY} AND c.id = ?`).get(id);
  return row && { ...row, own: row.own === 1 };
};

/** Its title alone, without counting what is in it; undefined where it is gone. */
export const categoryTitle = (db: Db, id: string): string | undefined =>
  sql<[string], { title: string }>(db, 'SELECT title FROM category WHERE id = ? AND retired = 0').get(id)
    ?.title;

/** Numbers of the skills of each category, so that its progress can be added up from the counters. */
export const skillNumbersByCategory = (db: Db): Map<string, number[]> => {
  const numbers = new Map<string, number[]>();
  const rows = sql<[], { category: string; number: number }>(
    db,
    `SELECT s.category, s.number FROM skill s LEFT JOIN skill_own o ON o.skill = s.number AND o.retired = 0
     WHERE s.retired = 0 AND coalesce(o.hidden, 0) = 0`,
  ).all();
  for (const { category, number } of rows) {
    const list = numbers.get(category);
    if (list) list.push(number);
    else numbers.set(category, [number]);
  }
  return numbers;
};

/** Far more skills than a file has; numbers are given in order. */
const MOST_SKILLS = 10_000_000;

/** One more than the highest skill number. Throws `RangeError` for one that nobody gave. */
export const skillNumberLimit = (db: Db): number => {
  const { top } = sql<[], { top: number | null }>(db, 'SELECT max(number) AS top FROM skill').get()!;
  if (top !== null && !(top >= 0 && top < MOST_SKILLS)) throw new RangeError(`a skill has the number ${top}`);
  return (top ?? 0) + 1;
};
