import { foldText } from './search-fold.ts';

/** One word of a folded text, and where it starts there. */
export type Token = { readonly word: string; readonly start: number };

/** Words written without a space between them: "node.js", "tcp/ip", "数据库". Most runs have a single word. */
export type Run = {
  readonly tokens: readonly Token[];
  /** What people also type for it: "nodejs", "tcpip", "dotnet" for ".net"; null where there is no such form. */
  readonly joined: string | null;
};

/** Scripts that write no spaces: each character is a word, so that any part of a sentence can be found. */
const UNSPACED =
  '[[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Bopo}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]&&[\\p{L}\\p{N}]]';
const SPACED = `[[\\p{L}\\p{N}]--${UNSPACED}]`;
/** "c++" and "c#" are words of their own; in "a+b" the sign only joins. */
const SIGN = '(?:\\+\\+|\\+(?![\\p{L}\\p{N}])|#(?!\\p{L}))?';
const TOKEN = new RegExp(`${SPACED}(?:${SPACED}|\\p{M})*${SIGN}|${UNSPACED}\\p{M}*`, 'gv');
const BEGINS_UNSPACED = new RegExp(`^${UNSPACED}`, 'v');
const LETTER = /\p{L}/u;
const JOINERS = "./\\_'\u2019&@:+\u2010\u2013-";
/** More parts than this are an address or a list, which nobody types in one. */
const JOINED_AT_MOST = 3;

const joinedForm = (folded: string, tokens: readonly Token[]): string | null => {
  const { word: first, start } = tokens[0]!;
  if (tokens.length === 1) {
    const isDotted = folded[start - 1] === '.' && folded[start - 2] !== '.';
    return isDotted && LETTER.test(first) ? `dot${first}` : null;
  }
  if (tokens.length > JOINED_AT_MOST || tokens.some(({ word }) => BEGINS_UNSPACED.test(word))) return null;
  const joined = tokens.map(({ word }) => word).join('');
  return LETTER.test(joined) ? joined : null;
};

/** The words of a folded text, in runs. */
export const runsOf = (folded: string): Run[] => {
  const runs: Token[][] = [];
  let end = -1;
  for (const { 0: word, index: start } of folded.matchAll(TOKEN)) {
    const isNext = start === end || (start === end + 1 && end > 0 && JOINERS.includes(folded[end]!));
    if (isNext) runs.at(-1)!.push({ word, start });
    else runs.push([{ word, start }]);
    end = start + word.length;
  }
  return runs.map((tokens) => ({ tokens, joined: joinedForm(folded, tokens) }));
};

/** Text that the tokenizer of the index takes apart just as `runsOf` would, which most is. */
const UNEVEN = /[^\n\r\t -~]|[+#^]|[a-z0-9][./\\_'&@:-][a-z0-9]|(?<![a-z0-9.])\.[a-z0-9]/;

const wordsOf = (runs: readonly Run[]): string => {
  let words = '';
  let joinedForms = '';
  for (const { tokens, joined } of runs) {
    for (const { word } of tokens) words += `${word} `;
    if (joined !== null) joinedForms += `${joined} `;
  }
  return words + joinedForms;
};

/** What is indexed for a text: its words, folded and parted by spaces, then the joined forms. */
export const searchWords = (text: string): string => {
  const folded = foldText(text);
  return UNEVEN.test(folded) ? wordsOf(runsOf(folded)) : folded;
};

/** Marks a word with which a title begins, so that the index finds it as a word of its own. */
export const BEGINNING = '^';

/** As `searchWords`, for a text whose beginning counts: its first word stands once more at the front, marked. */
export const titleWords = (title: string): string => {
  const folded = foldText(title);
  if (!UNEVEN.test(folded)) {
    const first = /[a-z0-9]+/.exec(folded);
    return first ? `${BEGINNING}${first[0]} ${folded}` : '';
  }
  const runs = runsOf(folded);
  const [first] = runs;
  if (!first) return '';
  const joined = first.joined === null ? '' : BEGINNING + first.joined;
  return `${BEGINNING}${first.tokens[0]!.word} ${wordsOf(runs)}${joined}`;
};

/** One word as typed. A hit holds the words of one of its forms in a row, the last one at least as a beginning. */
export type QueryWord = { readonly forms: readonly (readonly string[])[] };

/** Typed text is cut to this many UTF-16 units, and to this many runs. */
const LONGEST_QUERY = 200;
const MOST_WORDS = 8;

/** What was typed, taken apart as the index is. Empty where nothing of it is a word. */
export const searchQuery = (typed: string): QueryWord[] =>
  runsOf(foldText(typed.slice(0, LONGEST_QUERY)))
    .slice(0, MOST_WORDS)
    .map(({ tokens, joined }) => ({
      forms: [tokens.map(({ word }) => word), ...(joined === null ? [] : [[joined]])],
    }));
