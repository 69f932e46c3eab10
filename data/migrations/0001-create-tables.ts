import type { Migration } from '../migrate.ts';

const origin = `origin TEXT NOT NULL CHECK (origin IN ('catalogue', 'user'))`;
const retired = `retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))`;
const level = `level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4)`;

/**
 * Content (catalogue and own) and the person's state stand in tables of their own. `topic_state` and `event` carry no
 * secondary index on purpose: every page that a tick touches is paid for at each commit.
 */
export const createTables: Migration = [
  `PRAGMA application_id = 0x4757524b`,
  `CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID`,

  // Content
  `CREATE TABLE category (
     id TEXT PRIMARY KEY, ${origin}, position INTEGER NOT NULL, title TEXT NOT NULL, ${retired}) STRICT`,
  `CREATE TABLE skill (
     number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, ${origin},
     category TEXT NOT NULL REFERENCES category (id) ON UPDATE CASCADE, position INTEGER NOT NULL,
     name TEXT NOT NULL, description TEXT NOT NULL,
     estimated_hours REAL NOT NULL CHECK (estimated_hours >= 0),
     half_life_months REAL NOT NULL CHECK (half_life_months > 0), ${retired}) STRICT`,
  `CREATE INDEX skill_by_category ON skill (category, position)`,
  `CREATE TABLE topic (
     number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, ${origin},
     skill INTEGER NOT NULL REFERENCES skill (number), ${level}, position INTEGER NOT NULL,
     text TEXT NOT NULL, ${retired}) STRICT`,
  `CREATE INDEX topic_by_skill ON topic (skill, level, position)`,
  `CREATE TABLE skill_alias (
     skill INTEGER NOT NULL REFERENCES skill (number), alias TEXT NOT NULL,
     PRIMARY KEY (skill, alias)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE skill_prerequisite (
     skill INTEGER NOT NULL REFERENCES skill (number), position INTEGER NOT NULL,
     prerequisite INTEGER NOT NULL REFERENCES skill (number),
     PRIMARY KEY (skill, position)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE skill_reference (
     skill INTEGER NOT NULL REFERENCES skill (number), position INTEGER NOT NULL,
     title TEXT NOT NULL, url TEXT NOT NULL,
     PRIMARY KEY (skill, position)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE choice_group (
     id TEXT PRIMARY KEY, ${origin}, position INTEGER NOT NULL, title TEXT NOT NULL, note TEXT, ${retired}) STRICT`,
  `CREATE TABLE group_member (
     choice_group TEXT NOT NULL REFERENCES choice_group (id) ON UPDATE CASCADE, position INTEGER NOT NULL,
     skill INTEGER NOT NULL REFERENCES skill (number),
     PRIMARY KEY (choice_group, position)) STRICT, WITHOUT ROWID`,
  // Once the person fixed the skill `given` in another group, only its pairs stand here; without a pair, the fallback.
  `CREATE TABLE group_pair (
     choice_group TEXT NOT NULL REFERENCES choice_group (id) ON UPDATE CASCADE, given INTEGER NOT NULL REFERENCES skill (number),
     position INTEGER NOT NULL, skill INTEGER NOT NULL REFERENCES skill (number),
     PRIMARY KEY (choice_group, given, position)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE role (
     id TEXT PRIMARY KEY, ${origin}, position INTEGER NOT NULL, title TEXT NOT NULL, summary TEXT NOT NULL,
     aliases TEXT NOT NULL, duties TEXT NOT NULL, guides TEXT NOT NULL, demand TEXT NOT NULL, long_term TEXT NOT NULL,
     entry_summary TEXT NOT NULL, usual_way_in TEXT NOT NULL, ${retired}) STRICT`,
  `CREATE TABLE role_requirement (
     role TEXT NOT NULL REFERENCES role (id) ON UPDATE CASCADE, position INTEGER NOT NULL,
     skill INTEGER REFERENCES skill (number), choice_group TEXT REFERENCES choice_group (id) ON UPDATE CASCADE, ${level},
     weight INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 5),
     stage TEXT NOT NULL CHECK (stage IN ('foundation', 'core', 'advanced')),
     CHECK ((skill IS NULL) <> (choice_group IS NULL)),
     PRIMARY KEY (role, position)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE role_entry (
     role TEXT NOT NULL REFERENCES role (id) ON UPDATE CASCADE, position INTEGER NOT NULL,
     skill INTEGER REFERENCES skill (number), choice_group TEXT REFERENCES choice_group (id) ON UPDATE CASCADE, ${level},
     CHECK ((skill IS NULL) <> (choice_group IS NULL)),
     PRIMARY KEY (role, position)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE certification (
     id TEXT PRIMARY KEY, ${origin}, position INTEGER NOT NULL, name TEXT NOT NULL, issuer TEXT NOT NULL,
     status TEXT NOT NULL CHECK (status IN ('active', 'retiring', 'retired')), official_url TEXT NOT NULL,
     ${retired}) STRICT`,
  `CREATE TABLE role_certification (
     role TEXT NOT NULL REFERENCES role (id) ON UPDATE CASCADE, position INTEGER NOT NULL,
     certification TEXT NOT NULL REFERENCES certification (id) ON UPDATE CASCADE,
     PRIMARY KEY (role, position)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE project_template (
     id TEXT PRIMARY KEY, ${origin}, position INTEGER NOT NULL, title TEXT NOT NULL, brief TEXT NOT NULL,
     difficulty TEXT NOT NULL, estimated_hours REAL NOT NULL, ${retired}) STRICT`,
  `CREATE TABLE role_project (
     role TEXT NOT NULL REFERENCES role (id) ON UPDATE CASCADE, position INTEGER NOT NULL,
     template TEXT NOT NULL REFERENCES project_template (id) ON UPDATE CASCADE,
     PRIMARY KEY (role, position)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE market_fact (
     id TEXT PRIMARY KEY, position INTEGER NOT NULL, text TEXT NOT NULL, status TEXT NOT NULL,
     source TEXT NOT NULL, url TEXT, checked_on TEXT NOT NULL) STRICT`,
  `CREATE TABLE guide (id TEXT PRIMARY KEY, title TEXT NOT NULL) STRICT`,
  // Ids that a catalogue update changed. The log names roles and groups by the id that they had.
  `CREATE TABLE renamed (
     kind TEXT NOT NULL, old_id TEXT NOT NULL, new_id TEXT NOT NULL,
     PRIMARY KEY (kind, old_id)) STRICT, WITHOUT ROWID`,

  // The person's state
  `CREATE TABLE topic_state (
     topic INTEGER PRIMARY KEY REFERENCES topic (number),
     status TEXT NOT NULL CHECK (status IN ('todo', 'learning', 'done', 'revise', 'skipped')),
     reason TEXT CHECK (reason IS NULL OR status = 'skipped'),
     since TEXT,
     done_on TEXT CHECK ((done_on IS NOT NULL) = (status IN ('done', 'revise'))),
     event INTEGER NOT NULL) STRICT`,
  `CREATE TABLE target (
     role TEXT PRIMARY KEY REFERENCES role (id) ON UPDATE CASCADE, position INTEGER NOT NULL, date TEXT) STRICT`,
  `CREATE TABLE member_choice (
     choice_group TEXT PRIMARY KEY REFERENCES choice_group (id) ON UPDATE CASCADE,
     skill INTEGER NOT NULL REFERENCES skill (number)) STRICT`,
  `CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID`,

  // The log: append only. No AUTOINCREMENT: nothing is ever deleted, so the numbers only grow without it.
  `CREATE TABLE event (
     seq INTEGER PRIMARY KEY,
     at INTEGER NOT NULL, zone TEXT NOT NULL, local_date TEXT NOT NULL,
     kind TEXT NOT NULL CHECK (kind IN ('action', 'undo', 'redo', 'catalogue')),
     label TEXT NOT NULL,
     changes ANY NOT NULL,
     below INTEGER,
     target INTEGER,
     request TEXT,
     CHECK ((target IS NOT NULL) = (kind IN ('undo', 'redo')))) STRICT`,
  // Nothing in here is truth: each row can be thrown away and computed again.
  `CREATE TABLE cache (name TEXT PRIMARY KEY, seq INTEGER NOT NULL, value BLOB NOT NULL) STRICT`,
];
