import type { Migration } from '../migrate.ts';
import { searchTables } from './search-tables.ts';

/**
 * A row that the person made or changed knows the event that made it and the last one that wrote it: undoing a creation
 * retires the row, and history walks back from the last event. Rows are never deleted.
 */
const event = 'event INTEGER';
const made = 'made_by INTEGER';
const retired = `retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))`;
const level = `level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4)`;
const flag = (name: string): string => `${name} INTEGER NOT NULL CHECK (${name} IN (0, 1))`;

export const addOwnContent: Migration = [
  // Own categories, skills and topics stand beside the catalogue's.
  `ALTER TABLE category ADD COLUMN source TEXT`,
  `ALTER TABLE category ADD COLUMN ${event}`,
  `ALTER TABLE category ADD COLUMN ${made}`,
  `ALTER TABLE skill ADD COLUMN path TEXT NOT NULL DEFAULT '[]'`,
  `ALTER TABLE skill ADD COLUMN ${event}`,
  `ALTER TABLE skill ADD COLUMN ${made}`,
  // Topics below a topic follow it at once: positions order a level of a skill as the list reads from top to bottom.
  `ALTER TABLE topic ADD COLUMN parent INTEGER REFERENCES topic (number)`,
  `ALTER TABLE topic ADD COLUMN depth INTEGER NOT NULL DEFAULT 1 CHECK (depth BETWEEN 1 AND 16)`,
  `ALTER TABLE topic ADD COLUMN markdown TEXT`,
  `ALTER TABLE topic ADD COLUMN links TEXT`,
  `ALTER TABLE topic ADD COLUMN ${event}`,
  `ALTER TABLE topic ADD COLUMN ${made}`,
  `CREATE INDEX topic_by_parent ON topic (parent) WHERE parent IS NOT NULL`,

  // What the person changed about a skill for themselves; a catalogue update never touches it. Lists are JSON.
  `CREATE TABLE skill_own (
     skill INTEGER PRIMARY KEY REFERENCES skill (number), name TEXT, ${flag('hidden')},
     half_life_months REAL CHECK (half_life_months > 0), aliases TEXT NOT NULL, prerequisites TEXT NOT NULL,
     ${event}, ${made}, ${retired}) STRICT`,
  // The id is the subject: "skill:12" and "topic:345" by number, "role:..." and "category:..." by id.
  `CREATE TABLE note (
     id TEXT PRIMARY KEY, text TEXT NOT NULL, changed_on TEXT NOT NULL, ${event}, ${made}, ${retired}) STRICT`,
  `CREATE TABLE resource (
     id TEXT PRIMARY KEY, skill INTEGER NOT NULL REFERENCES skill (number), title TEXT NOT NULL, url TEXT NOT NULL,
     kind TEXT NOT NULL, ${flag('read')}, ${event}, ${made}, ${retired}) STRICT`,
  `CREATE INDEX resource_by_skill ON resource (skill)`,
  // The person's word on a reference of the catalogue. The id is the skill's number and the address.
  `CREATE TABLE reference_state (
     id TEXT PRIMARY KEY, skill INTEGER NOT NULL REFERENCES skill (number), url TEXT NOT NULL,
     ${flag('read')}, ${flag('hidden')}, ${event}, ${made}, ${retired}) STRICT`,
  `CREATE INDEX reference_state_by_skill ON reference_state (skill)`,
  `CREATE TABLE evidence (
     id TEXT PRIMARY KEY, skill INTEGER NOT NULL REFERENCES skill (number), title TEXT NOT NULL, url TEXT,
     ${level}, date TEXT NOT NULL, ${event}, ${made}, ${retired}) STRICT`,
  `CREATE INDEX evidence_by_skill ON evidence (skill)`,
  // The last answers to a review: the day of "still know it", the day of any answer, and the day before which it rests.
  `CREATE TABLE review (
     skill INTEGER PRIMARY KEY REFERENCES skill (number), known_on TEXT, answered_on TEXT NOT NULL, rests_until TEXT,
     ${event}, ${made}, ${retired}) STRICT`,
  // A role of the person's own is kept as its difference to the role that it was made from.
  `CREATE TABLE own_role (
     id TEXT PRIMARY KEY, title TEXT NOT NULL, summary TEXT NOT NULL, base TEXT, lines TEXT NOT NULL,
     ${event}, ${made}, ${retired}) STRICT`,
  `CREATE TABLE own_group (
     id TEXT PRIMARY KEY, title TEXT NOT NULL, note TEXT NOT NULL, members TEXT NOT NULL,
     ${event}, ${made}, ${retired}) STRICT`,
  // A target may be an own role, so the table refers to no single other one any more.
  `ALTER TABLE target RENAME TO target_before`,
  `CREATE TABLE target (role TEXT PRIMARY KEY, position INTEGER NOT NULL, date TEXT) STRICT`,
  `INSERT INTO target SELECT role, position, date FROM target_before`,
  `DROP TABLE target_before`,
  `ALTER TABLE member_choice RENAME TO member_choice_before`,
  `CREATE TABLE member_choice (
     choice_group TEXT PRIMARY KEY, skill INTEGER NOT NULL REFERENCES skill (number)) STRICT`,
  `INSERT INTO member_choice SELECT choice_group, skill FROM member_choice_before`,
  `DROP TABLE member_choice_before`,
  `CREATE TABLE saved_filter (name TEXT PRIMARY KEY, filter TEXT NOT NULL) STRICT`,
  ...searchTables,
];
