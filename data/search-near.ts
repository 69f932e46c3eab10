import { nearWords, type NearWord } from '../shared/rules/search-near.ts';
import type { QueryWord } from '../shared/rules/search-text.ts';
import { wantedAs, wantedAsTyped, type Wanted } from './search-match.ts';
import { completionsOf, type Vocabulary } from './search-vocabulary.ts';

/** What is asked for in place of one typed word, and the words that it then stands for; none where it is as typed. */
export type StandIn = { readonly wanted: Wanted; readonly words: readonly string[] };

/** One way to read a whole query. */
export type Reading = {
  readonly standIns: readonly StandIn[];
  /** Only to be tried where nothing at all is found, because it strays far. */
  readonly isLastResort: boolean;
};

/** Completions tried for two typed words taken as one. */
const COMPLETIONS = 8;
const LETTER = /\p{L}/u;

/** A query word as one string; null where it is no single word to err in, like a Chinese sentence. */
const written = ({ forms }: QueryWord): string | null => {
  const form = forms.at(-1)!;
  return form.length === 1 && LETTER.test(form[0]!) ? form[0]! : null;
};

const asTyped = (word: QueryWord, vocabulary: Vocabulary): StandIn => ({
  wanted: wantedAsTyped(word, vocabulary),
  words: [],
});

const standIn = (words: readonly string[]): StandIn => ({ wanted: wantedAs(words), words });

/**
 * Other readings of a query, likeliest first: neighbours that are one word ("java script"), then near words at distance
 * one, then at up to two. Only words that find nothing alone are doubted, or all of them where each finds something.
 */
export const readingsOf = (
  query: readonly QueryWord[],
  vocabulary: Vocabulary,
  findsAlone: (word: QueryWord) => boolean,
): readonly Reading[] => {
  const lost = query.filter((word) => !findsAlone(word));
  const doubted = lost.length > 0 ? lost : query;
  const near = new Map<QueryWord, readonly NearWord[]>(
    doubted.map((word) => [word, nearWords(written(word) ?? '', vocabulary.words, word === query.at(-1))]),
  );
  const upTo = (distance: 1 | 2): Reading => ({
    isLastResort: distance > 1,
    standIns: query.map((word) => {
      const words = near.get(word)?.filter((one) => one.distance <= distance);
      return words ? standIn(words.map((one) => one.word)) : asTyped(word, vocabulary);
    }),
  });
  return [...joinedReadings(query, vocabulary), upTo(1), upTo(2)];
};

const joinedReadings = (query: readonly QueryWord[], vocabulary: Vocabulary): Reading[] =>
  query.slice(1).flatMap((word, index) => {
    const [left, right] = [written(query[index]!), written(word)];
    const words = left && right ? completionsOf(vocabulary.words, left + right, COMPLETIONS) : [];
    if (words.length === 0) return [];
    const typed = query.map((one) => asTyped(one, vocabulary));
    const standIns = [...typed.slice(0, index), standIn(words), ...typed.slice(index + 2)];
    return [{ standIns, isLastResort: false }];
  });
