import type { Migration } from '../migrate.ts';

const own = 'event INTEGER, made_by INTEGER, retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))';

/** What the person answers and decides while they choose and plan. */
export const addPlans: Migration = [
  // One pass through the questions of the chooser. Answers are JSON by question; an empty list is a skipped one.
  `CREATE TABLE chooser_run (
     id TEXT PRIMARY KEY, started_on TEXT NOT NULL, answers TEXT NOT NULL, ${own}) STRICT`,
  // A suggested step that was put aside until a day, or for good where there is none. The id is the kind and the number of
  // the skill ("learn:12", "review:12") or the group ("choose:server-language").
  `CREATE TABLE step_rest (id TEXT PRIMARY KEY, until TEXT, ${own}) STRICT`,
  // A warning that the person does not want to see, by its rule and by what it is about.
  `CREATE TABLE warning_dismissal (id TEXT PRIMARY KEY, dismissed_on TEXT NOT NULL, ${own}) STRICT`,
  // Habits that keep knowledge current: when one was done last, the day before which it rests, and whether it is off.
  `CREATE TABLE routine (
     id TEXT PRIMARY KEY, done_on TEXT, rests_until TEXT, off INTEGER NOT NULL CHECK (off IN (0, 1)), ${own}) STRICT`,
];
