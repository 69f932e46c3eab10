/** The parts that one Korean syllable may be written in. */
const JAMO =
  '[\\u1100-\\u115f\\ua960-\\ua97c]+[\\u1160-\\u11a7\\ud7b0-\\ud7c6]*[\\u11a8-\\u11ff\\ud7cb-\\ud7fb]*';
/** What belongs to the character before it: marks, the voicing of half-width kana, and a vowel of Kirat Rai that makes longer ones. */
const ATTACHED = '[\\p{M}\\uff9e\\uff9f\\u{16d67}]';
/** A character with what belongs to it, where folding may change more than ASCII case; kana, Han and Hangul stay. */
const UNEVEN = new RegExp(
  `(?:${JAMO}|[^])${ATTACHED}+|${JAMO}|[^\\0-\\x7f\\u3041-\\u3096\\u30a1-\\u30fa\\u4e00-\\u9fff\\uac00-\\ud7a3]`,
  'gu',
);
const ASCII = /^[\0-\x7f]*$/;

/** Marks that a person leaves out when typing. Those that spell vowels, as in Hindi or Thai, stay, as does kana voicing. */
const ACCENTS = /[[\p{sc=Zinh}\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}]&&[\p{Mn}\p{Me}]]/gv;
const VOICING = '\u3099\u309a';
/** Written inside words without being read: marks of direction, soft hyphens, Arabic stretching. */
const UNREAD = /[\p{Cf}\u0640]/gu;
/** These would become letters. */
const TRADE_MARKS = /[\u2120\u2122]/g;
/** The one invisible character that parts words. */
const ZERO_WIDTH_SPACE = '\u200b';
/** Letters that no normal form takes apart, as they are typed on a keyboard without them. */
const SPELLED = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ς', 'σ'],
  ['\u266f', '#'],
]);
const SPELLED_LETTER = new RegExp(`[${[...SPELLED.keys()].join('')}]`, 'g');

const foldCluster = (cluster: string): string =>
  cluster === ZERO_WIDTH_SPACE
    ? ' '
    : cluster
        .replaceAll(TRADE_MARKS, '')
        .normalize('NFKD')
        .replaceAll(UNREAD, '')
        .toLowerCase()
        .replaceAll(ACCENTS, (mark) => (VOICING.includes(mark) ? mark : ''))
        .replaceAll(SPELLED_LETTER, (letter) => SPELLED.get(letter)!)
        .normalize('NFC');

/** Lower case, compatibility forms resolved, accents taken off, so that "Ecole" and "école" are one. */
export const foldText = (text: string): string =>
  (ASCII.test(text) ? text : text.replaceAll(UNEVEN, foldCluster)).toLowerCase();

/** A folded text that knows, for every UTF-16 unit, the character of the original that it came from. */
export type FoldedText = {
  readonly text: string;
  readonly startOf: (unit: number) => number;
  /** Exclusive, marks included. */
  readonly endOf: (unit: number) => number;
};

/** As `foldText`, with the way back. */
export const foldWithPlaces = (original: string): FoldedText => {
  if (ASCII.test(original)) {
    return { text: original.toLowerCase(), startOf: (unit) => unit, endOf: (unit) => unit + 1 };
  }
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (folded: string, start: number, end: number): void => {
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
  };
  const addEven = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) add(original[at]!.toLowerCase(), at, at + 1);
  };
  let done = 0;
  for (const { 0: cluster, index } of original.matchAll(UNEVEN)) {
    addEven(done, index);
    done = index + cluster.length;
    add(foldText(cluster), index, done);
  }
  addEven(done, original.length);
  return { text, startOf: (unit) => starts[unit]!, endOf: (unit) => ends[unit]! };
};
