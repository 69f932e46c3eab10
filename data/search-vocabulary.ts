import { partitionPoint } from '../shared/sorted.ts';
import { BEGINNING } from '../shared/rules/search-text.ts';
import { sql, type Db } from './sql.ts';

/** Sorted lists of words. */
export type Vocabulary = {
  /** All words of the index. */
  readonly words: readonly string[];
  /** Those with which a title begins. */
  readonly beginnings: readonly string[];
};

type Growing = { readonly words: string[]; readonly beginnings: string[] };

/**
 * In memory it may hold words that are gone, but never lacks one: it only says what is worth asking the index for, and the
 * index has the last say.
 */
const vocabularies = new WeakMap<Db, Growing>();

/** The words of the index. They are read once, which takes some 50 ms at 100,000 topics. */
export const vocabularyOf = (db: Db): Vocabulary => {
  let vocabulary = vocabularies.get(db);
  if (!vocabulary) vocabularies.set(db, (vocabulary = readVocabulary(db)));
  return vocabulary;
};

const readVocabulary = (db: Db): Growing => {
  const terms = sql<[], { term: string }>(
    db,
    'SELECT term FROM search_topic_word UNION ALL SELECT term FROM search_other_word',
  )
    .all()
    .map(({ term }) => term);
  const isBeginning = (term: string): boolean => term.startsWith(BEGINNING);
  return {
    words: sortedOnce(terms.filter((term) => !isBeginning(term))),
    beginnings: sortedOnce(terms.filter(isBeginning).map((term) => term.slice(BEGINNING.length))),
  };
};

const sortedOnce = (words: readonly string[]): string[] =>
  [...new Set(words)].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** After many words changed at once. */
export const forgetVocabulary = (db: Db): void => void vocabularies.delete(db);

const WORD = /\^?[a-z0-9+#\u0080-\uffff]+/g;

/** Takes in the words of a newly indexed text. */
export const addToVocabulary = (db: Db, indexed: string): void => {
  const vocabulary = vocabularies.get(db);
  if (!vocabulary) return;
  for (const [word] of indexed.matchAll(WORD)) {
    if (word.startsWith(BEGINNING)) addTo(vocabulary.beginnings, word.slice(BEGINNING.length));
    else addTo(vocabulary.words, word);
  }
};

const addTo = (words: string[], word: string): void => {
  const at = placeOf(words, word);
  if (words[at] !== word) words.splice(at, 0, word);
};

export const holds = (words: readonly string[], word: string): boolean =>
  words[placeOf(words, word)] === word;

/** Words that begin so, at most `limit`. */
export const completionsOf = (words: readonly string[], beginning: string, limit: number): string[] => {
  const found: string[] = [];
  for (let at = placeOf(words, beginning); found.length < limit; at += 1) {
    const word = words[at];
    if (!word?.startsWith(beginning)) break;
    found.push(word);
  }
  return found;
};

const placeOf = (words: readonly string[], word: string): number =>
  partitionPoint(words, (other) => other < word);
