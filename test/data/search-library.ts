import { findText, type Found } from '../../data/search.ts';
import { indexAll } from '../../data/search-content.ts';
import { openDatabase } from '../../data/open.ts';
import type { Db } from '../../data/sql.ts';
import type { SearchKind } from '../../data/search-index.ts';

/** A skill by its name, or with what else it is found by. */
type Skill =
  | string
  | { readonly name: string; readonly description?: string; readonly aliases?: readonly string[] };

type Content = {
  readonly topics?: readonly string[];
  readonly skills?: readonly Skill[];
  readonly categories?: readonly string[];
  readonly roles?: readonly {
    readonly title: string;
    readonly aliases?: string[];
    readonly summary?: string;
  }[];
  readonly ownRoles?: readonly string[];
  readonly notes?: readonly string[];
  readonly resources?: readonly { readonly title: string; readonly url: string }[];
};

export type Library = {
  readonly db: Db;
  /** What is found, as `kind: text`, with "~" before hits of near words. */
  readonly find: (typed: string) => string[];
  readonly near: (typed: string) => readonly string[];
  readonly found: (typed: string) => Found;
};

/** A file with this content and nothing else, indexed as a whole. Numbers and ids count from 1 in the order given. */
export const libraryOf = (content: Content): Library => {
  const db = openDatabase(':memory:', { backupDir: '' });
  const {
    skills = [],
    topics = [],
    categories = [],
    roles = [],
    ownRoles = [],
    notes = [],
    resources = [],
  } = content;
  const category = db.prepare(`INSERT INTO category (id, origin, position, title) VALUES (?, 'user', ?, ?)`);
  ['Shelf', ...categories].forEach((title, index) => category.run(`${index}`, index, title));
  const skill = db.prepare(
    `INSERT INTO skill (id, origin, category, position, name, description, estimated_hours, half_life_months)
     VALUES (?, 'user', '0', 0, ?, ?, 1, 1)`,
  );
  const alias = db.prepare('INSERT INTO skill_alias (skill, alias) VALUES (?, ?)');
  (skills.length > 0 ? skills : ['Anything']).forEach((one, index) => {
    const { name, description = '', aliases = [] } = typeof one === 'string' ? { name: one } : one;
    skill.run(`${index + 1}`, name, description);
    for (const other of aliases) alias.run(index + 1, other);
  });
  const topic = db.prepare(
    `INSERT INTO topic (id, origin, skill, level, position, text) VALUES (?, 'user', 1, 1, ?, ?)`,
  );
  topics.forEach((text, index) => topic.run(`${index + 1}`, index, text));
  const role = db.prepare(
    `INSERT INTO role (id, origin, position, title, summary, aliases, duties, guides, demand, long_term, entry_summary,
       usual_way_in) VALUES (?, 'catalogue', ?, ?, ?, ?, '[]', '[]', '', '', '', '')`,
  );
  roles.forEach(({ title, aliases = [], summary = '' }, index) =>
    role.run(`${index + 1}`, index, title, summary, JSON.stringify(aliases)),
  );
  const ownRole = db.prepare(`INSERT INTO own_role (id, title, summary, lines) VALUES (?, ?, '', '[]')`);
  ownRoles.forEach((title, index) => ownRole.run(`own-${index + 1}`, title));
  const note = db.prepare(`INSERT INTO note (id, text, changed_on) VALUES (?, ?, '2026-11-24')`);
  notes.forEach((text, index) => note.run(`topic:${index + 1}`, text));
  const resource = db.prepare(
    `INSERT INTO resource (id, skill, title, url, kind, read) VALUES (?, 1, ?, ?, 'article', 0)`,
  );
  resources.forEach(({ title, url }, index) => resource.run(`${index + 1}`, title, url));
  indexAll(db);

  const found = (typed: string): Found => findText(db, typed);
  return {
    db,
    found,
    near: (typed) => found(typed).near,
    find: (typed) =>
      found(typed).hits.map(({ kind, ref, near }) => `${near ? '~' : ''}${kind}: ${textOf(db, kind, ref)}`),
  };
};

const SHOWN: Readonly<Record<SearchKind, string>> = {
  topic: 'SELECT text FROM topic WHERE number = ?',
  skill: 'SELECT name FROM skill WHERE number = ?',
  role: 'SELECT title FROM (SELECT id, title FROM role UNION ALL SELECT id, title FROM own_role) WHERE id = ?',
  category: 'SELECT title FROM category WHERE id = ?',
  note: 'SELECT text FROM note WHERE id = ?',
  resource: 'SELECT title FROM resource WHERE id = ?',
  certification: 'SELECT name FROM certification WHERE id = ?',
  project: 'SELECT title FROM project WHERE id = ?',
  experience: 'SELECT title FROM experience WHERE id = ?',
  reading: 'SELECT title FROM reading WHERE id = ?',
};

const textOf = (db: Db, kind: SearchKind, ref: string | number): string =>
  db.prepare<[string | number], string>(SHOWN[kind]).pluck().get(ref)!;
