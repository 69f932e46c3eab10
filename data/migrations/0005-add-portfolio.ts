import type { Migration } from '../migrate.ts';

const own = 'event INTEGER, made_by INTEGER, retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))';

/** What the person built, did and learned, and what it shows of their skills. */
export const addPortfolio: Migration = [
  // Skills are JSON: triples of a skill's number, the level that it shows, and the highest that may be stated (null: any).
  // `shipped_by` is the event that shipped it last. `place` orders a column of the board.
  `CREATE TABLE project (
     id TEXT PRIMARY KEY, template TEXT, title TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL,
     place REAL NOT NULL, brief TEXT NOT NULL, part TEXT NOT NULL, result TEXT NOT NULL, repository TEXT, demo TEXT,
     folder TEXT, started_on TEXT, finished_on TEXT, notes TEXT NOT NULL, tags TEXT NOT NULL, skills TEXT NOT NULL,
     shipped_by INTEGER, ${own},
     CHECK (finished_on >= started_on), CHECK (status <> 'shipped' OR (finished_on IS NOT NULL AND shipped_by IS NOT NULL))) STRICT`,
  // An item of a definition of done; `source` is its id in the catalogue. One with a reason is waived.
  `CREATE TABLE project_item (
     id TEXT PRIMARY KEY, project TEXT NOT NULL REFERENCES project (id), source TEXT, text TEXT NOT NULL,
     position INTEGER NOT NULL, required INTEGER NOT NULL CHECK (required IN (0, 1)),
     ticked INTEGER NOT NULL CHECK (ticked IN (0, 1)), reason TEXT, ${own}) STRICT`,
  `CREATE INDEX project_item_by_project ON project_item (project)`,
  `CREATE TABLE project_picture (
     id TEXT PRIMARY KEY, project TEXT NOT NULL REFERENCES project (id), file TEXT NOT NULL, type TEXT NOT NULL,
     caption TEXT NOT NULL, position INTEGER NOT NULL, ${own}) STRICT`,
  `CREATE INDEX project_picture_by_project ON project_picture (project)`,
  // Work and education. Months are "2026-11"; without an end it goes on. `parent` is the education that a course is part of.
  `CREATE TABLE experience (
     id TEXT PRIMARY KEY, area TEXT NOT NULL CHECK (area IN ('work', 'education')), kind TEXT NOT NULL, parent TEXT,
     title TEXT NOT NULL, organisation TEXT NOT NULL, started TEXT NOT NULL, ended TEXT CHECK (ended >= started),
     did TEXT NOT NULL, links TEXT NOT NULL, skills TEXT NOT NULL, projects TEXT NOT NULL, ${own}) STRICT`,
];
