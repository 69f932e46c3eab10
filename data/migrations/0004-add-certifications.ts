import type { Migration } from '../migrate.ts';

const row = `event INTEGER, made_by INTEGER, retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))`;

/** Certifications: what the catalogue says of them, the person's own word, plans, tries and what was earned. Lists are JSON. */
export const addCertifications: Migration = [
  // Everything that the catalogue knows of a certification; '{}' until the catalogue is read again.
  `ALTER TABLE certification ADD COLUMN facts TEXT NOT NULL DEFAULT '{}'`,
  // Under an id of the catalogue: the facts that the person corrected. Under any other: a certification of their own.
  `CREATE TABLE certification_own (id TEXT PRIMARY KEY, facts TEXT NOT NULL, ${row}) STRICT`,
  // By the certification's id. The exam is on the clock of its zone, a day or a day and a time; "later" is the second of
  // two equal times.
  `CREATE TABLE certification_plan (
     id TEXT PRIMARY KEY, status TEXT NOT NULL, exam TEXT, zone TEXT, later INTEGER NOT NULL CHECK (later IN (0, 1)),
     online INTEGER NOT NULL CHECK (online IN (0, 1)), place TEXT NOT NULL,
     hours_per_week REAL CHECK (hours_per_week > 0), study_hours REAL CHECK (study_hours > 0),
     ${row}, CHECK ((exam IS NULL) = (zone IS NULL))) STRICT`,
  // The id is the certification and the part. Skills are numbers that the person tied to it beside those of the facts.
  `CREATE TABLE objective (
     id TEXT PRIMARY KEY, certification TEXT NOT NULL, domain TEXT NOT NULL,
     confidence INTEGER CHECK (confidence BETWEEN 0 AND 4), skills TEXT NOT NULL, ${row}) STRICT`,
  `CREATE INDEX objective_by_certification ON objective (certification)`,
  `CREATE TABLE exam_result (
     id TEXT PRIMARY KEY, certification TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('practice', 'attempt')),
     taken_on TEXT NOT NULL, title TEXT NOT NULL, score REAL CHECK (score >= 0), domains TEXT NOT NULL,
     outcome TEXT CHECK (outcome IN ('passed', 'failed')), result_on TEXT CHECK (result_on >= taken_on), ${row}) STRICT`,
  `CREATE INDEX exam_result_by_certification ON exam_result (certification)`,
  // Skills are pairs of a number and the level that it shows. The badge is what was read of one, with its checks.
  `CREATE TABLE credential (
     id TEXT PRIMARY KEY, certification TEXT, title TEXT NOT NULL, issuer TEXT NOT NULL, issued_on TEXT NOT NULL,
     expires_on TEXT CHECK (expires_on >= issued_on), number TEXT NOT NULL, url TEXT, skills TEXT NOT NULL,
     file TEXT, file_name TEXT, badge TEXT, ${row}) STRICT`,
  `CREATE INDEX credential_by_certification ON credential (certification)`,
  // Files by the SHA-256 of their bytes. Rows name them, and the log names the rows: a file is written once and stays.
  `CREATE TABLE stored_file (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT`,
];
