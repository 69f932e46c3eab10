import { skillNumbersByCategory } from '../../data/skills.ts';
import type { Db } from '../../data/sql.ts';
import { knownTopics, parentTopics, skillsOfTopics } from '../../data/topics.ts';
import { epochDay } from '../../shared/rules/days.ts';
import { isCounted } from '../../shared/values.ts';
import { statusOf } from './chunk.ts';
import { countUpTo } from './replay.ts';
import type { Timeline } from './timeline.ts';

/**
 * Topics known at the end of each of `days` (rising), by category. Counts the leaves that there are now, so that tidying a
 * list is no loss.
 */
export const knownByCategory = (
  db: Db,
  { topics }: Timeline,
  days: readonly number[],
): ReadonlyMap<string, readonly number[]> => {
  const categoryOf = categoriesOfLeaves(db);
  const moves = new Map<string, number[]>();
  /** The first of the days at whose end it shows. */
  const placeOf = (day: number): number => countUpTo(days, day - 1);
  const move = (topic: number, day: number, by: number): void => {
    const category = categoryOf(topic);
    const place = placeOf(day);
    if (category === null || place === days.length) return;
    let list = moves.get(category);
    if (!list) moves.set(category, (list = days.map(() => 0)));
    list[place]! += by;
  };

  const isKnown = new Uint8Array(topics.limit);
  const isLogged = new Uint8Array(topics.limit);
  for (let entry = 0; entry < topics.count; entry += 1) {
    const topic = topics.topic[entry]!;
    const known = isCounted(statusOf(topics.code[entry]!)) ? 1 : 0;
    if (known !== isKnown[topic]!) move(topic, topics.day[entry]!, known - isKnown[topic]!);
    isKnown[topic] = known;
    isLogged[topic] = 1;
  }
  // What came ticked with a list has no event of its own.
  for (const [topic, doneOn] of knownTopics(db)) if (isLogged[topic] !== 1) move(topic, epochDay(doneOn), 1);

  const known = new Map<string, readonly number[]>();
  for (const [category, list] of moves) {
    let sum = 0;
    known.set(
      category,
      list.map((by) => (sum += by)),
    );
  }
  return known;
};

/** The category of a leaf of a skill that is shown; null for any other topic. */
const categoriesOfLeaves = (db: Db): ((topic: number) => string | null) => {
  const skills = new Map<number, string>();
  for (const [category, numbers] of skillNumbersByCategory(db))
    for (const number of numbers) skills.set(number, category);
  const parents = parentTopics(db);
  const skillOf = skillsOfTopics(db);
  return (topic) => (parents.has(topic) ? null : (skills.get(skillOf[topic] ?? -1) ?? null));
};
