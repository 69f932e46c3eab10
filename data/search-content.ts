import { findCertification } from './certifications.ts';
import type { RowKey, RowTable } from './rows.ts';
import {
  buildSearch,
  indexedTopics,
  isTopicIndexed,
  putNewTexts,
  putSearchText,
  putSearchTexts,
  putTopicTexts,
  removeSearchText,
  type SearchDocument,
  type SearchKind,
  type SearchText,
  type TopicText,
} from './search-index.ts';
import { sql, type Db } from './sql.ts';

const list = (json: string): string[] => JSON.parse(json) as string[];

const row = <R>(db: Db, text: string, key: RowKey): R | undefined => sql<[RowKey], R>(db, text).get(key);

const titleOnly = (title: string): SearchText => ({ titles: [title], body: '' });

/** A skill is found by its own name for the person, by the one that the catalogue gave it, and by all aliases. */
const skillText = (db: Db, number: RowKey): SearchText | null => {
  const skill = row<{ name: string; description: string }>(
    db,
    'SELECT name, description FROM skill WHERE number = ? AND retired = 0',
    number,
  );
  if (!skill) return null;
  const own = row<{ name: string | null; aliases: string }>(
    db,
    'SELECT name, aliases FROM skill_own WHERE skill = ? AND retired = 0',
    number,
  );
  const aliases = sql<[RowKey], { alias: string }>(db, 'SELECT alias FROM skill_alias WHERE skill = ?')
    .all(number)
    .map(({ alias }) => alias);
  const names = own ? [own.name ?? skill.name, skill.name, ...list(own.aliases)] : [skill.name];
  return { titles: [...new Set([...names, ...aliases])], body: skill.description };
};

const ROLE = `SELECT title, summary, aliases FROM (
    SELECT id, title, summary, aliases FROM role WHERE retired = 0
    UNION ALL SELECT id, title, summary, '[]' FROM own_role WHERE retired = 0) WHERE id = ?`;

/** All names that a skill or a role is found by, the one that is shown first. */
export const namesOf = (db: Db, kind: 'skill' | 'role', key: RowKey): readonly string[] =>
  texts[kind](db, key)?.titles ?? [];

/** What a row is found by; null where it is retired or missing. */
const texts: Readonly<Record<SearchKind, (db: Db, key: RowKey) => SearchText | null>> = {
  skill: skillText,
  topic: (db, number) => {
    const topic = row<{ text: string }>(
      db,
      'SELECT text FROM topic WHERE number = ? AND retired = 0',
      number,
    );
    return topic ? titleOnly(topic.text) : null;
  },
  category: (db, id) => {
    const category = row<{ title: string }>(
      db,
      'SELECT title FROM category WHERE id = ? AND retired = 0',
      id,
    );
    return category ? titleOnly(category.title) : null;
  },
  role: (db, id) => {
    const role = row<{ title: string; summary: string; aliases: string }>(db, ROLE, id);
    return role ? { titles: [role.title, ...list(role.aliases)], body: role.summary } : null;
  },
  certification: (db, id) => {
    const facts = findCertification(db, String(id))?.facts;
    if (!facts) return null;
    const parts = facts.domains.map(({ name }) => name);
    return {
      titles: [facts.name, ...(facts.code === null ? [] : [facts.code])],
      body: [facts.issuer, ...parts].join('\n'),
    };
  },
  project: (db, id) => {
    const project = row<{ title: string; tags: string; body: string }>(
      db,
      `SELECT title, tags, concat_ws(char(10), brief, part, result, notes) AS body
       FROM project WHERE id = ? AND retired = 0`,
      id,
    );
    return project ? { titles: [project.title, ...list(project.tags)], body: project.body } : null;
  },
  experience: (db, id) => {
    const experience = row<{ title: string; organisation: string; did: string }>(
      db,
      'SELECT title, organisation, did FROM experience WHERE id = ? AND retired = 0',
      id,
    );
    return experience ? { titles: [experience.title, experience.organisation], body: experience.did } : null;
  },
  note: (db, id) => {
    const note = row<{ text: string }>(db, 'SELECT text FROM note WHERE id = ? AND retired = 0', id);
    return note ? { titles: [], body: note.text } : null;
  },
  resource: (db, id) => {
    const resource = row<{ title: string; url: string }>(
      db,
      'SELECT title, url FROM resource WHERE id = ? AND retired = 0',
      id,
    );
    return resource ? { titles: [resource.title], body: resource.url } : null;
  },
  reading: (db, id) => readingTexts(db, id),
};

const readingTexts = (db: Db, id: RowKey): SearchText | null => {
  const reading = row<{ title: string; text: string; more: string | null }>(
    db,
    'SELECT title, text, more FROM reading WHERE id = ?',
    id,
  );
  return reading ? { titles: [reading.title], body: `${reading.text} ${reading.more ?? ''}`.trim() } : null;
};

const kindOf: Partial<Record<RowTable, SearchKind>> = {
  skill: 'skill',
  skill_own: 'skill',
  topic: 'topic',
  note: 'note',
  resource: 'resource',
  category: 'category',
  own_role: 'role',
  certification_own: 'certification',
  project: 'project',
  experience: 'experience',
};

/** Brings the index in line with one row, after it was written or retired. Tables without text are left alone. */
export const indexRow = (db: Db, table: RowTable, key: RowKey): void => {
  const kind = kindOf[table];
  if (kind === undefined) return;
  const text = texts[kind](db, key);
  if (text === null) removeSearchText(db, kind, key);
  else putSearchText(db, kind, key, text);
};

const documentsOf = (db: Db, kind: SearchKind, keys: readonly { readonly key: RowKey }[]): SearchDocument[] =>
  keys.map(({ key }) => ({ kind, ref: key, ...texts[kind](db, key)! }));

const MADE = [
  ['skill', 'number'],
  ['category', 'id'],
  ['note', 'id'],
] as const;

/** Searches walk past the retired topics that are indexed; beyond this share of the live ones that would be felt. */
const RETIRED_AT_MOST = 0.25;
const FEW = 1_000;

const isMostlyLive = (db: Db): boolean => {
  const live = sql<[], { n: number }>(db, 'SELECT count(*) AS n FROM topic WHERE retired = 0').get()!.n;
  return indexedTopics(db) <= live * (1 + RETIRED_AT_MOST) + FEW;
};

/**
 * Brings the index in line with every row that an action created in bulk, after they were written, retired or revived. What
 * is retired stays in the index, as long as it is not much: it is not found, and it is there when it comes back.
 */
export const indexMade = (db: Db, action: number): void => {
  const topics = topicsMade(db, action);
  if (topics.length === 0 && !isMostlyLive(db)) return indexAll(db);
  putTopicTexts(
    db,
    topics.filter((topic) => !isTopicIndexed(db, topic)),
  );
  putSearchTexts(db, othersMade(db, action));
};

/** As `indexMade`, right after the action created the rows: then none of them is in the index. */
export const indexCreated = (db: Db, action: number): void => {
  putTopicTexts(db, topicsMade(db, action));
  putNewTexts(db, othersMade(db, action));
};

const topicsMade = (db: Db, action: number): TopicText[] =>
  sql<[number], TopicText>(
    db,
    'SELECT number, text FROM topic WHERE made_by = ? AND retired = 0 ORDER BY number',
  ).all(action);

const othersMade = (db: Db, action: number): SearchDocument[] =>
  MADE.flatMap(([kind, column]) => {
    const made = `SELECT ${column} AS key FROM ${kind} WHERE made_by = ? AND retired = 0 ORDER BY ${column}`;
    return documentsOf(db, kind, sql<[number], { key: RowKey }>(db, made).all(action));
  });

/** What is indexed of a whole file besides topics and texts of the reader, by the tables that hold it. */
const ALL: readonly {
  readonly kind: SearchKind;
  readonly key: string;
  readonly tables: readonly string[];
}[] = [
  ...MADE.map(([kind, key]) => ({ kind, key, tables: [kind] })),
  { kind: 'resource', key: 'id', tables: ['resource'] },
  { kind: 'role', key: 'id', tables: ['role', 'own_role'] },
  {
    kind: 'certification',
    key: 'id',
    tables: ['certification', 'certification_own', 'certification_plan'],
  },
  { kind: 'project', key: 'id', tables: ['project'] },
  { kind: 'experience', key: 'id', tables: ['experience'] },
];

const readingDocuments = (db: Db): SearchDocument[] =>
  documentsOf(
    db,
    'reading',
    sql<[], { key: RowKey }>(db, 'SELECT id AS key FROM reading ORDER BY position').all(),
  );

/** Adds the texts of the catalogue to an index that was built without them. */
export const indexReadings = (db: Db): void => putSearchTexts(db, readingDocuments(db));

/** Builds the whole index anew from the live rows of the file. */
export const indexAll = (db: Db): void => {
  const topics = sql<[], TopicText>(
    db,
    'SELECT number, text FROM topic WHERE retired = 0 ORDER BY number',
  ).all();
  const others = ALL.flatMap(({ kind, key, tables }) => {
    const live = tables
      .map((table) => `SELECT ${key} AS key FROM ${table} WHERE retired = 0`)
      .join(' UNION ');
    return documentsOf(db, kind, sql<[], { key: RowKey }>(db, `${live} ORDER BY key`).all());
  });
  buildSearch(db, topics, [...others, ...readingDocuments(db)]);
};
