import { BEGINNING, type QueryWord } from '../shared/rules/search-text.ts';
import { completionsOf, holds, type Vocabulary } from './search-vocabulary.ts';

/**
 * What to ask the index for one word of a query: phrases, any of which will do. Whole words, or at least beginnings of words;
 * anywhere, or where a title begins.
 */
export type Wanted = {
  readonly exact: readonly string[];
  readonly any: readonly string[];
  readonly exactFirst: readonly string[];
  readonly anyFirst: readonly string[];
};

/** Words are letters, digits, "+" and "#" only. Between quotes, none of them can be read as an operator. */
const phrase = (words: readonly string[], end: '' | '*' = ''): string => `"${words.join(' ')}"${end}`;

const firstWords = (words: readonly string[]): string[] =>
  words.length === 1 ? [BEGINNING + words[0]!] : [BEGINNING + words[0]!, ...words];

/**
 * The prefix index of the tables reaches this far. For a longer beginning all hits are gathered before the first one comes
 * out, so it is better asked for by the words that complete it, as long as those are few.
 */
const INDEXED_PREFIX = 3;
const FEW = 8;

const open = (word: string, words: readonly string[], mark: string): string[] => {
  const completions = completionsOf(words, word, FEW + 1);
  if (completions.length === 0) return [];
  const isIndexed = mark.length + word.length <= INDEXED_PREFIX;
  if (isIndexed || completions.length > FEW) return [phrase([mark + word], '*')];
  return completions.map((completion) => phrase([mark + completion]));
};

/** A word as typed. What the vocabulary says can find nothing is not asked for. */
export const wantedAsTyped = ({ forms }: QueryWord, { words, beginnings }: Vocabulary): Wanted => {
  const known = forms.filter((form) => form.slice(0, -1).every((word) => holds(words, word)));
  const whole = known.filter((form) => holds(words, form.at(-1)!));
  const begins = (form: readonly string[]): boolean => holds(beginnings, form[0]!);
  const each = (ask: (form: readonly string[]) => readonly string[]): string[] => known.flatMap(ask);
  return {
    exact: whole.map((form) => phrase(form)),
    any: each((form) => (form.length === 1 ? open(form[0]!, words, '') : [phrase(form, '*')])),
    exactFirst: whole.filter(begins).map((form) => phrase(firstWords(form))),
    anyFirst: each((form) => {
      if (form.length === 1) return open(form[0]!, beginnings, BEGINNING);
      return begins(form) ? [phrase(firstWords(form), '*')] : [];
    }),
  };
};

/** A word by others that stand in for it. */
export const wantedAs = (words: readonly string[]): Wanted => {
  const anywhere = words.map((word) => phrase([word]));
  const first = words.map((word) => phrase(firstWords([word])));
  return { exact: anywhere, any: anywhere, exactFirst: first, anyFirst: first };
};

/** Null where one of the words cannot be found. */
const allOf = (words: readonly (readonly string[])[]): string | null =>
  words.every((phrases) => phrases.length > 0)
    ? words.map((phrases) => `(${phrases.join(' OR ')})`).join(' AND ')
    : null;

/** What finds all that there is to find; null where nothing can be found. */
export const widestOf = (wanted: readonly Wanted[]): string | null => allOf(wanted.map((word) => word.any));

/** What to ask for, best hits first; the last question finds all. Nothing where nothing can be found. */
export const questionsFor = (
  wanted: readonly Wanted[],
  { hasBody, wholeWordsFirst }: { readonly hasBody: boolean; readonly wholeWordsFirst: boolean },
): string[] => {
  const all = widestOf(wanted);
  if (all === null) return [];
  const any = wanted.map((word) => word.any);
  // The last of several words is still being typed; a single one is better found as it stands.
  const exact = wanted.map((word, at) => (at > 0 && at === wanted.length - 1 ? word.any : word.exact));
  const [first] = wanted;
  const ofTitles = [
    ...(wholeWordsFirst ? [allOf(exact.with(0, first!.exactFirst)), allOf(exact)] : []),
    allOf(any.with(0, first!.anyFirst)),
    ...(hasBody ? [all] : []),
  ].filter((match) => match !== null);
  return [...new Set(ofTitles.map((match) => (hasBody ? `title : (${match})` : match))), all];
};
