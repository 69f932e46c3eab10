import type { Migration } from '../migrate.ts';

const own = 'event INTEGER, made_by INTEGER, retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))';

/** Saved filters become rows like every other, so that saving, renaming and removing one can be taken back; so is the portfolio. */
export const keepFilters: Migration = [
  `ALTER TABLE saved_filter ADD COLUMN event INTEGER`,
  `ALTER TABLE saved_filter ADD COLUMN made_by INTEGER`,
  `ALTER TABLE saved_filter ADD COLUMN retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))`,
  // How the person shows what they shipped; there is one row, "own". `left_out` is a JSON list of projects.
  `CREATE TABLE portfolio (
     id TEXT PRIMARY KEY, name TEXT NOT NULL, headline TEXT NOT NULL,
     experience INTEGER NOT NULL CHECK (experience IN (0, 1)), notes INTEGER NOT NULL CHECK (notes IN (0, 1)),
     folders INTEGER NOT NULL CHECK (folders IN (0, 1)), left_out TEXT NOT NULL, ${own}) STRICT`,
  // Texts of the catalogue, which say what they are about by now: they are read from it again.
  `DELETE FROM reading`,
];
