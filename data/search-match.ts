import { BEGINNING, type QueryWord } from '../shared/rules/search-text.ts';
import { completionsOf } from './search-vocabulary.ts';

/** Words in a row; `isOpen` where the last one may go on. */
type Form = { readonly words: readonly string[]; readonly isOpen: boolean };

/** One word of a query: what finds it as it stands, and what finds it at least as a beginning. */
export type Wanted = { readonly exact: readonly Form[]; readonly any: readonly Form[] };

const closed = (words: readonly string[]): Form => ({ words, isOpen: false });

/**
 * The prefix index of the tables reaches this far. Longer beginnings have all their hits gathered before the first comes
 * out, so they are better asked for by the words that complete them, as long as those are few.
 */
const INDEXED_PREFIX = 3;
const FEW = 8;

/** A word as typed. `vocabulary` only makes it quicker. */
export const wantedAsTyped = ({ forms }: QueryWord, vocabulary?: readonly string[]): Wanted => ({
  exact: forms.map(closed),
  any: forms.flatMap((words): Form[] => {
    const [first] = words;
    if (vocabulary && words.length === 1 && first!.length > INDEXED_PREFIX) {
      const completions = completionsOf(vocabulary, first!, FEW + 1);
      if (completions.length <= FEW) return completions.map((word) => closed([word]));
    }
    return [{ words, isOpen: true }];
  }),
});

/** A word by others that stand in for it. */
export const wantedAs = (words: readonly string[]): Wanted => {
  const forms = words.map((word) => closed([word]));
  return { exact: forms, any: forms };
};

/** Words are letters, digits, "+" and "#" only. Between quotes, none of them can be read as an operator. */
const phrase = ({ words, isOpen }: Form, atBeginning: boolean): string => {
  const [first] = words;
  const all = atBeginning ? [BEGINNING + first, ...(words.length > 1 ? words : [])] : words;
  return `"${all.join(' ')}"${isOpen ? '*' : ''}`;
};

const allOf = (words: readonly (readonly Form[])[], atBeginning: boolean): string =>
  words
    .map((forms, index) => forms.map((form) => phrase(form, atBeginning && index === 0)).join(' OR '))
    .map((alternatives) => `(${alternatives})`)
    .join(' AND ');

/**
 * What to ask the index for, best hits first and each question wider than the one before; the last finds all. Nothing where
 * one of the words cannot be found.
 */
export const questionsFor = (wanted: readonly Wanted[], hasBody: boolean): string[] => {
  const any = wanted.map((word) => word.any);
  if (any.some((forms) => forms.length === 0)) return [];
  // The last of several words is still being typed; a single one is better found as it stands.
  const exact = wanted.map((word, index) =>
    index > 0 && index === wanted.length - 1 ? word.any : word.exact,
  );
  const ofTitles = [allOf(exact, true), allOf(exact, false), allOf(any, true), allOf(any, false)];
  return hasBody ? [...ofTitles.map((match) => `title : (${match})`), ofTitles.at(-1)!] : ofTitles;
};
