import { foldText, foldWithPlaces } from './search-fold.ts';
import { runsOf, searchQuery, type Run, type Token } from './search-text.ts';

/** A part of a text in UTF-16 units: start, and end (exclusive). */
export type Mark = readonly [start: number, end: number];

/**
 * Where in `text` what was typed was found, ascending and without overlap; never within a character and its marks.
 * `words` are the near words that stood in for typed ones.
 */
export const marksOf = (text: string, typed: string, words: readonly string[] = []): readonly Mark[] => {
  const folded = foldWithPlaces(text);
  const runs = runsOf(folded.text);
  const tokens = runs.flatMap((run) => run.tokens);
  const forms = searchQuery(typed).flatMap((word) => word.forms);
  const near = new Set(words.map(foldText));
  const found = [
    ...forms.flatMap((form) => (form.length === 1 ? [] : inARow(tokens, form))),
    ...runs.flatMap((run) => {
      const begun = forms.flatMap((form) => (form.length === 1 ? startingWith(run, form[0]!) : []));
      return [...begun, ...wholly(run, near)];
    }),
  ];
  return merged(found.map(([start, end]) => [folded.startOf(start), folded.endOf(end - 1)] as const));
};

const startingWith = ({ tokens, joined }: Run, typed: string): Mark[] => {
  const found = tokens
    .filter(({ word }) => word.startsWith(typed))
    .map(({ start }): Mark => [start, start + typed.length]);
  return found.length === 0 && joined?.startsWith(typed) ? [throughJoined(tokens, typed.length)] : found;
};

/** The part of a run that its joined form begins with. The "dot" of "dotnet" is no part of it. */
const throughJoined = (tokens: readonly Token[], length: number): Mark => {
  const { start, word } = tokens[0]!;
  if (tokens.length === 1) return [start, start + word.length];
  let left = length;
  for (const token of tokens) {
    if (left <= token.word.length) return [start, token.start + left];
    left -= token.word.length;
  }
  return [start, start + word.length];
};

const inARow = (tokens: readonly Token[], form: readonly string[]): Mark[] => {
  const last = form.length - 1;
  return tokens.flatMap(({ start }, at): Mark[] => {
    const isHit = form.every((word, index) => {
      const token = tokens[at + index]?.word;
      return index === last ? token?.startsWith(word) : token === word;
    });
    return isHit ? [[start, tokens[at + last]!.start + form[last]!.length]] : [];
  });
};

const wholly = ({ tokens, joined }: Run, words: ReadonlySet<string>): Mark[] => {
  if (joined !== null && words.has(joined)) return [throughJoined(tokens, joined.length)];
  return tokens
    .filter(({ word }) => words.has(word))
    .map(({ start, word }): Mark => [start, start + word.length]);
};

const merged = (marks: readonly Mark[]): Mark[] => {
  const all: Mark[] = [];
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = all.at(-1);
    if (last && start <= last[1]) all[all.length - 1] = [last[0], Math.max(last[1], end)];
    else all.push([start, end]);
  }
  return all;
};
