import type { Migration } from '../migrate.ts';

const own = 'event INTEGER, made_by INTEGER, retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))';

/** What the catalogue tells about work and the market, and what the person says they have done or know of it. */
export const addReading: Migration = [
  // Texts of the catalogue by section. Lists are JSON.
  `CREATE TABLE reading (
     id TEXT PRIMARY KEY, section TEXT NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
     more TEXT, status TEXT, skills TEXT NOT NULL, roles TEXT NOT NULL, sources TEXT NOT NULL, url TEXT,
     checked_on TEXT) STRICT`,
  // Something of a list of the catalogue that the person has done: a duty, an item of a checklist, a proof of a stage.
  `CREATE TABLE done_mark (id TEXT PRIMARY KEY, done_on TEXT NOT NULL, link TEXT, ${own}) STRICT`,
  // What the person found out about a role where they live.
  `CREATE TABLE role_market (
     id TEXT PRIMARY KEY, region TEXT NOT NULL, salary TEXT NOT NULL, demand TEXT NOT NULL, ${own}) STRICT`,
];
