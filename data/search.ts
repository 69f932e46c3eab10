import { searchQuery, type QueryWord } from '../shared/rules/search-text.ts';
import { entriesOfFew, hitsOf } from './search-hits.ts';
import {
  BUILT,
  kindOfEntry,
  numberOf,
  SEARCH_KINDS,
  type SearchKind,
  type SearchRef,
} from './search-index.ts';
import { questionsFor, wantedAs, wantedAsTyped, widestOf, type Wanted } from './search-match.ts';
import { readingsOf, type StandIn } from './search-near.ts';
import { vocabularyOf, type Vocabulary } from './search-vocabulary.ts';
import { sql, type Db } from './sql.ts';

export type SearchLimits = Readonly<Record<SearchKind, number>>;

type Hit = { readonly kind: SearchKind; readonly ref: SearchRef; readonly near: boolean };

export type Found = {
  /** In groups in the order of `SEARCH_KINDS`, best first within each. */
  readonly hits: readonly Hit[];
  /** Near words that stood in for what was typed. */
  readonly near: readonly string[];
};

const LIMITS: SearchLimits = {
  topic: 8,
  skill: 6,
  role: 4,
  category: 4,
  certification: 4,
  project: 4,
  experience: 4,
  note: 4,
  resource: 4,
  reading: 4,
};
const WITHOUT_BODY: readonly SearchKind[] = ['topic', 'category'];
/** Kinds of which a file holds so many that a query mostly finds enough of them, and the others. */
const MANY: readonly SearchKind[] = ['topic', 'skill'];
const FEW = SEARCH_KINDS.filter((kind) => !MANY.includes(kind));
/** Entries that are read to see which kinds have any. */
const ENTRIES_SEEN = 64;
/** With fewer hits than this, near words are looked for. */
const ENOUGH = 3;

/** Whether the index was once built from the whole file, so that single rows can be kept up from there. */
export const isSearchBuilt = (db: Db): boolean => numberOf(db, BUILT.kind, BUILT.ref) !== undefined;

const ask = (db: Db, kind: SearchKind, match: string, limit: number): SearchRef[] =>
  sql<[string, number], { ref: SearchRef }>(db, hitsOf[kind])
    .all(match, limit)
    .map(({ ref }) => ref);

/**
 * The best hits of one kind: where a title begins so, then anywhere in a title, then anywhere; within each, shorter titles
 * and then older rows. Whole words come before beginnings where there are many to choose from.
 */
const bestOf = (
  db: Db,
  kind: SearchKind,
  wanted: readonly Wanted[],
  { limit, most }: { readonly limit: number; readonly most: number },
): SearchRef[] => {
  const enough = Math.min(limit, most);
  const hasBody = !WITHOUT_BODY.includes(kind);
  const questions = questionsFor(wanted, { hasBody, wholeWordsFirst: MANY.includes(kind) });
  const best = new Set<SearchRef>();
  // One hit needs no ranking: the widest question does.
  for (const question of most <= 1 ? questions.slice(-1) : questions) {
    if (best.size >= enough) break;
    for (const ref of ask(db, kind, question, enough)) best.add(ref);
  }
  return [...best].slice(0, enough);
};

/** At most how many hits of each of these kinds there are, by one question: mostly none, and it need not be asked. */
const mostOf = (db: Db, kinds: readonly SearchKind[], match: string): ReadonlyMap<SearchKind, number> => {
  const entries = sql<[string, number], { entry: number }>(db, entriesOfFew).all(match, ENTRIES_SEEN);
  const seen = entries.map(({ entry }) => kindOfEntry(entry));
  const lastSeen = entries.length < ENTRIES_SEEN ? kinds.length : kinds.indexOf(seen.at(-1)!);
  return new Map(
    kinds.map((kind, at) => [
      kind,
      at < lastSeen ? seen.filter((other) => other === kind).length : Number.POSITIVE_INFINITY,
    ]),
  );
};

const hitsFor = (db: Db, wanted: readonly Wanted[], limits: SearchLimits, near: boolean): Hit[] => {
  const all = widestOf(wanted);
  if (all === null) return [];
  const most = mostOf(db, FEW, all);
  return SEARCH_KINDS.flatMap((kind) =>
    bestOf(db, kind, wanted, {
      limit: limits[kind],
      most: most.get(kind) ?? Number.POSITIVE_INFINITY,
    }).map((ref) => ({ kind, ref, near })),
  );
};

/**
 * Finds what was typed, each word as the beginning of one; where that finds fewer than three, also by near words. Limits
 * are per kind.
 */
export const findText = (db: Db, typed: string, limits: Partial<SearchLimits> = {}): Found => {
  const query = searchQuery(typed);
  if (query.length === 0) return { hits: [], near: [] };
  const all = { ...LIMITS, ...limits };
  const vocabulary = vocabularyOf(db);
  const wanted = query.map((word) => wantedAsTyped(word, vocabulary));
  const hits = hitsFor(db, wanted, all, false);
  return hits.length >= ENOUGH ? { hits, near: [] } : withNear(db, query, vocabulary, hits, all);
};

const withNear = (
  db: Db,
  query: readonly QueryWord[],
  vocabulary: Vocabulary,
  asTyped: readonly Hit[],
  limits: SearchLimits,
): Found => {
  let hits = asTyped;
  let words: readonly string[] = [];
  const findsAlone = (word: QueryWord): boolean => findsAny(db, [wantedAsTyped(word, vocabulary)], limits);
  for (const { standIns, isLastResort } of readingsOf(query, vocabulary, findsAlone)) {
    if (hits.length >= (isLastResort ? 1 : ENOUGH)) break;
    const wanted = standIns.map((standIn) => standIn.wanted);
    const added = hitsFor(db, wanted, limits, true).filter(
      (hit) => !hits.some(({ kind, ref }) => kind === hit.kind && ref === hit.ref),
    );
    if (added.length === 0) continue;
    hits = SEARCH_KINDS.flatMap((kind) =>
      [...hits, ...added].filter((hit) => hit.kind === kind).slice(0, limits[kind]),
    );
    words = [...words, ...standIns.flatMap((standIn, at) => usefulOf(db, wanted, at, standIn, limits))];
  }
  return { hits, near: [...new Set(words)] };
};

const findsAny = (db: Db, wanted: readonly Wanted[], limits: SearchLimits): boolean => {
  const all = widestOf(wanted);
  return (
    all !== null && SEARCH_KINDS.some((kind) => ask(db, kind, all, Math.min(1, limits[kind])).length > 0)
  );
};

/** Of the words that stand in at one place, those that find something together with the rest. */
const usefulOf = (
  db: Db,
  wanted: readonly Wanted[],
  at: number,
  { words }: StandIn,
  limits: SearchLimits,
): readonly string[] => words.filter((word) => findsAny(db, wanted.with(at, wantedAs([word])), limits));
