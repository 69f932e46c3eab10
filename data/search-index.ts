import { searchWords, titleWords } from '../shared/rules/search-text.ts';
import { addToVocabulary, forgetVocabulary } from './search-vocabulary.ts';
import { sql, type Db } from './sql.ts';

/** Every kind of what is indexed, in the order in which hits are shown. */
export const SEARCH_KINDS = [
  'topic',
  'skill',
  'role',
  'category',
  'certification',
  'project',
  'experience',
  'note',
  'resource',
  'reading',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Number of a topic or skill, id of anything else. */
export type SearchRef = number | string;

export type SearchText = {
  /** Names, the shown one first. A hit in one of them comes before any in the body. */
  readonly titles: readonly string[];
  readonly body: string;
};

/**
 * Entries of the index are numbered by kind, then length of the title, then number of the row: hits come in the order of
 * their numbers, so the first ones that are read are the shortest. Nothing has to be sorted.
 */
const KIND_STEP = 2 ** 48;
const LENGTH_STEP = 2 ** 40;
/** Lengths are told apart exactly as far as names go, then in steps of four letters. */
const LENGTHS = 64;
const EXACT_LENGTHS = 32;
const OTHER_KINDS: readonly SearchKind[] = SEARCH_KINDS.slice(1);

const tableOf = (kind: SearchKind): string => (kind === 'topic' ? 'search_topic' : 'search_other');

/** Takes the row's number out of an entry's. */
export const ROW_NUMBER = `${LENGTH_STEP - 1}`;

/** First and last number that an entry of this kind can have. */
export const entriesOf = (kind: SearchKind): readonly [number, number] => {
  const first = Math.max(0, OTHER_KINDS.indexOf(kind)) * KIND_STEP;
  return [first, first + KIND_STEP - 1];
};

/** The kind of an entry that is not one of a topic. */
export const kindOfEntry = (entry: number): SearchKind => OTHER_KINDS[Math.floor(entry / KIND_STEP)]!;

/** `text` is the first title, or the body of what has none. */
const entryOf = (kind: SearchKind, number: number, text: string): number => {
  const beyond = Math.max(0, text.length - EXACT_LENGTHS);
  const length = Math.min(text.length, EXACT_LENGTHS) + Math.floor(beyond / 4);
  return entriesOf(kind)[0] + Math.min(length, LENGTHS - 1) * LENGTH_STEP + number;
};

const insert = (db: Db, kind: SearchKind, number: number, text: SearchText): string => {
  const title = text.titles.map(titleWords).join(' ');
  const entry = entryOf(kind, number, text.titles[0] ?? text.body);
  if (kind === 'topic') {
    sql(db, 'INSERT INTO search_topic (rowid, title) VALUES (?, ?)').run(entry, title);
    return title;
  }
  const body = searchWords(text.body);
  sql(db, 'INSERT INTO search_other (rowid, title, body) VALUES (?, ?, ?)').run(entry, title, body);
  return `${title} ${body}`;
};

const ANY_LENGTH = JSON.stringify(Array.from({ length: LENGTHS }, (_, index) => index));

/** The old text is not known any more, so its entry is looked for under every length. */
const remove = (db: Db, kind: SearchKind, number: number): void => {
  sql(
    db,
    `DELETE FROM ${tableOf(kind)} WHERE rowid IN
       (SELECT CAST(? AS INTEGER) + value * ${LENGTH_STEP} FROM json_each('${ANY_LENGTH}'))`,
  ).run(entryOf(kind, number, ''));
};

/** The number of an item in the index; undefined where there is none. */
export const numberOf = (db: Db, kind: string, ref: SearchRef): number | undefined =>
  typeof ref === 'number'
    ? ref
    : sql<[string, string], { number: number }>(
        db,
        'SELECT number FROM search_item WHERE kind = ? AND ref = ?',
      ).get(kind, ref)?.number;

const numbered = (db: Db, kind: string, ref: SearchRef): number =>
  numberOf(db, kind, ref) ??
  Number(sql(db, 'INSERT INTO search_item (kind, ref) VALUES (?, ?)').run(kind, ref).lastInsertRowid);

/**
 * Each edit leaves a piece in the index, and many pieces slow it down. Some pages' worth are put together with each edit,
 * which costs about a millisecond, rather than all of them now and then, which would halt one edit for long.
 */
const tidy = (db: Db, kind: SearchKind): void => {
  const table = tableOf(kind);
  sql(db, `INSERT INTO ${table} (${table}, rank) VALUES ('merge', 32)`).run();
};

/** Indexes a row by this text, instead of what was indexed for it before. */
export const putSearchText = (db: Db, kind: SearchKind, ref: SearchRef, text: SearchText): void => {
  const number = numbered(db, kind, ref);
  remove(db, kind, number);
  addToVocabulary(db, insert(db, kind, number, text));
  tidy(db, kind);
};

export const removeSearchText = (db: Db, kind: SearchKind, ref: SearchRef): void => {
  const number = numberOf(db, kind, ref);
  if (number === undefined) return;
  remove(db, kind, number);
  tidy(db, kind);
};

export type TopicText = { readonly number: number; readonly text: string };

/** Indexes many topics at once, given in the order of their numbers. None of them may be in the index yet. */
export const putTopicTexts = (db: Db, topics: Iterable<TopicText>): void => {
  const put = sql(db, 'INSERT INTO search_topic (rowid, title) VALUES (?, ?)');
  for (const { number, text } of inEntryOrder(topics, (topic) => entryOf('topic', 0, topic.text))) {
    put.run(entryOf('topic', number, text), titleWords(text));
  }
  forgetVocabulary(db);
};

/** The index takes entries in their order several times as fast. */
const inEntryOrder = <T>(all: Iterable<T>, firstOf: (one: T) => number): T[] =>
  [...Map.groupBy(all, firstOf)].toSorted(([a], [b]) => a - b).flatMap(([, ones]) => ones);

/** Whether a topic is indexed by this text. */
export const isTopicIndexed = (db: Db, { number, text }: TopicText): boolean =>
  sql(db, 'SELECT 1 FROM search_topic WHERE rowid = CAST(? AS INTEGER)').get(
    entryOf('topic', number, text),
  ) !== undefined;

/** How many topics the index holds, retired ones included. */
export const indexedTopics = (db: Db): number =>
  sql<[], { n: number }>(db, 'SELECT count(*) AS n FROM search_topic').get()!.n;

export type SearchDocument = SearchText & { readonly kind: SearchKind; readonly ref: SearchRef };

/** As `putSearchTexts`, where none of the rows may be in the index yet. */
export const putNewTexts = (db: Db, documents: readonly SearchDocument[]): void => {
  const first = ({ kind, titles: [title], body }: SearchDocument): number => entryOf(kind, 0, title ?? body);
  for (const { kind, ref, ...text } of inEntryOrder(documents, first)) {
    insert(db, kind, numbered(db, kind, ref), text);
  }
  forgetVocabulary(db);
};

/** As `putSearchText`, for many rows at once. */
export const putSearchTexts = (db: Db, documents: readonly SearchDocument[]): void => {
  for (const { kind, ref } of documents) {
    const number = numberOf(db, kind, ref);
    if (number !== undefined) remove(db, kind, number);
  }
  putNewTexts(db, documents);
};

/** Stands among the numbered items for "the whole file is indexed, by these rules". To be raised when the rules change. */
export const BUILT = { kind: 'index', ref: '2' } as const;

/** Indexes these topics and these others, each in the order of their numbers, and nothing else. */
export const buildSearch = (db: Db, topics: Iterable<TopicText>, others: readonly SearchDocument[]): void => {
  for (const table of ['search_topic', 'search_other']) {
    sql(db, `INSERT INTO ${table} (${table}) VALUES ('delete-all')`).run();
  }
  sql(db, 'DELETE FROM search_item').run();
  putTopicTexts(db, topics);
  putNewTexts(db, others);
  numbered(db, BUILT.kind, BUILT.ref);
};
