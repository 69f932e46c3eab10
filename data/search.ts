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
import { questionsFor, wantedAs, wantedAsTyped, type Wanted } from './search-match.ts';
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

/** The best hits of one kind: whole words, then at the beginning of a title, then shorter titles, then older rows. */
const bestOf = (db: Db, kind: SearchKind, wanted: readonly Wanted[], limit: number): SearchRef[] => {
  const questions = questionsFor(wanted, !WITHOUT_BODY.includes(kind));
  if (limit === 0 || questions.length === 0) return [];
  const ask = (match: string): SearchRef[] =>
    sql<[string, number], { ref: SearchRef }>(db, hitsOf[kind])
      .all(match, limit)
      .map(({ ref }) => ref);
  // Of most kinds the widest question finds little, which spares the others.
  const all = MANY.includes(kind) ? null : ask(questions.pop()!);
  if (all && all.length <= 1) return all;
  const enough = all?.length ?? limit;
  const best = new Set<SearchRef>();
  for (const question of questions) {
    if (best.size >= enough) break;
    for (const ref of ask(question)) best.add(ref);
  }
  return [...best.union(new Set(all))].slice(0, enough);
};

/** One question that tells which of these kinds need not be asked: mostly all of them. */
const kindsThatMatch = (db: Db, kinds: readonly SearchKind[], match: string): readonly SearchKind[] => {
  const entries = sql<[string, number], { entry: number }>(db, entriesOfFew).all(match, ENTRIES_SEEN);
  const seen = new Set(entries.map(({ entry }) => kindOfEntry(entry)));
  const isAll = entries.length < ENTRIES_SEEN;
  return kinds.filter((kind) => seen.has(kind) || !isAll);
};

const hitsFor = (db: Db, wanted: readonly Wanted[], limits: SearchLimits, near: boolean): Hit[] => {
  const all = questionsFor(wanted, true).at(-1);
  if (all === undefined) return [];
  const kinds = [...MANY, ...kindsThatMatch(db, FEW, all)];
  return kinds.flatMap((kind) => bestOf(db, kind, wanted, limits[kind]).map((ref) => ({ kind, ref, near })));
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

const findsAny = (db: Db, wanted: readonly Wanted[], limits: SearchLimits): boolean =>
  SEARCH_KINDS.some((kind) => bestOf(db, kind, wanted, Math.min(1, limits[kind])).length > 0);

/** Of the words that stand in at one place, those that find something together with the rest. */
const usefulOf = (
  db: Db,
  wanted: readonly Wanted[],
  at: number,
  { words }: StandIn,
  limits: SearchLimits,
): readonly string[] => words.filter((word) => findsAny(db, wanted.with(at, wantedAs([word])), limits));
