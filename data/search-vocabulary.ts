import { sql, type Db } from './sql.ts';

/**
 * All words of the index, sorted. May hold words that are gone, never lacks one: it only serves to look for words, and
 * the index has the last say.
 */
const vocabularies = new WeakMap<Db, string[]>();

const LOAD = ['search_topic_word', 'search_other_word']
  .flatMap((table) => [
    // Without the marked words that titles begin with.
    `SELECT term FROM ${table} WHERE term < '^'`,
    `SELECT term FROM ${table} WHERE term > '_'`,
  ])
  .join(' UNION ALL ');

/** Reads it where it is not in memory yet, some 50 ms at 100,000 topics. */
export const loadVocabulary = (db: Db): readonly string[] => {
  let words = vocabularies.get(db);
  if (!words) {
    const terms = sql<[], { term: string }>(db, LOAD).all();
    vocabularies.set(db, (words = [...new Set(terms.map(({ term }) => term))].toSorted(inOrder)));
  }
  return words;
};

/** What is in memory; undefined where it was not needed yet. */
export const vocabularyAtHand = (db: Db): readonly string[] | undefined => vocabularies.get(db);

/** After many words changed at once. */
export const forgetVocabulary = (db: Db): void => void vocabularies.delete(db);

const WORD = /[a-z0-9+#\u0080-\uffff]+/g;

/** Takes in the words of a newly indexed text. */
export const addToVocabulary = (db: Db, indexed: string): void => {
  const words = vocabularies.get(db);
  if (!words) return;
  for (const [word] of indexed.matchAll(WORD)) {
    const at = placeOf(words, word);
    if (words[at] !== word) words.splice(at, 0, word);
  }
};

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

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Index of the first word that is not before `word`. */
const placeOf = (words: readonly string[], word: string): number => {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
};
