import { sql, type Db } from './sql.ts';

/** Own categories, and own skills in any category, stand behind everything that a catalogue can bring. */
const FIRST = 1_000_000;

/** Months in which knowledge of an own skill counts half until the person says otherwise. */
export const OWN_HALF_LIFE_MONTHS = 24;

export const ownSkillId = (number: number): string => `own-skill-${number}`;
export const ownTopicId = (number: number): string => `own-${number}`;

/** The highest position in use among the categories, or among the skills of one category. */
export const lastPosition = (db: Db, table: 'category' | 'skill', category?: string): number => {
  const row =
    table === 'category'
      ? sql<[], { last: number | null }>(db, 'SELECT max(position) AS last FROM category').get()
      : sql<[string], { last: number | null }>(
          db,
          'SELECT max(position) AS last FROM skill WHERE category = ?',
        ).get(category!);
  return Math.max(FIRST, row?.last ?? FIRST);
};
