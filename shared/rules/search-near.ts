/** Typing errors allowed in a word of this length; a swap of two neighbours is one. */
const allowance = (length: number): number => (length < 3 ? 0 : length < 5 ? 1 : 2);
const LONGEST = 40;
const MOST = 12;

export type NearWord = { readonly word: string; readonly distance: number };

type Row = Uint8Array;

/**
 * The edit distances of the first letters of `typed` to the word as far as `depth`, from those of one and two letters
 * before: Damerau and Levenshtein's, each letter moved at most once.
 */
const nextRow = (typed: string, word: string, depth: number, rows: readonly Row[]): number => {
  const [before, above, row] = [rows[depth - 2], rows[depth - 1]!, rows[depth]!];
  const letter = word.charCodeAt(depth - 1);
  const letterBefore = word.charCodeAt(depth - 2);
  let least = (row[0] = depth);
  for (let at = 1; at <= typed.length; at += 1) {
    const own = typed.charCodeAt(at - 1);
    let distance = Math.min(above[at]! + 1, row[at - 1]! + 1, above[at - 1]! + (own === letter ? 0 : 1));
    if (before && at > 1 && own === letterBefore && typed.charCodeAt(at - 2) === letter) {
      distance = Math.min(distance, before[at - 2]! + 1);
    }
    row[at] = distance;
    if (distance < least) least = distance;
  }
  return least;
};

const sharedLength = (a: string, b: string): number => {
  const limit = Math.min(a.length, b.length);
  let at = 0;
  while (at < limit && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
};

/** How far a word is from the typed one, and how far the nearest of its beginnings is; above the limit where further. */
type Distances = { readonly whole: number; readonly beginning: number };

/**
 * Measures the words of a sorted vocabulary, one after the other. Words that begin alike share the work on that beginning,
 * and one that strays too far is left at once, with all others that begin so.
 */
const measuring = (typed: string, limit: number): ((word: string) => Distances) => {
  const deepest = typed.length + limit;
  const rows = Array.from({ length: deepest + 1 }, () => new Uint8Array(typed.length + 1));
  for (let at = 0; at <= typed.length; at += 1) rows[0]![at] = at;
  // By depth, the nearest beginning so far.
  const best = new Uint8Array(deepest + 1).fill(limit + 1);
  let previous = '';
  let depth = 0;
  let lostAt = Infinity;
  return (word) => {
    const shared = sharedLength(previous, word);
    previous = word;
    depth = Math.min(depth, shared);
    if (lostAt > shared) lostAt = Infinity;
    const last = Math.min(word.length, deepest);
    while (depth < last && depth < lostAt) {
      depth += 1;
      if (nextRow(typed, word, depth, rows) > limit) lostAt = depth;
      best[depth] = Math.min(best[depth - 1]!, rows[depth]![typed.length]!);
    }
    const whole = depth === word.length ? rows[depth]![typed.length]! : limit + 1;
    return { whole, beginning: best[depth]! };
  };
};

/**
 * Words of a sorted vocabulary that `typed` may have been meant as, nearest first, at most a dozen per distance.
 * `isUnfinished`: it may be the beginning of one; then words that do begin so are none, as they are found anyway.
 */
export const nearWords = (
  typed: string,
  vocabulary: readonly string[],
  isUnfinished: boolean,
): NearWord[] => {
  const limit = allowance(typed.length);
  if (limit === 0 || typed.length > LONGEST) return [];
  const measure = measuring(typed, limit);
  const found: NearWord[] = [];
  for (const word of vocabulary) {
    const { whole, beginning } = measure(word);
    const distance = isUnfinished ? beginning : whole;
    if (distance > 0 && distance <= limit && !differsInNumber(typed, word)) found.push({ word, distance });
  }
  return nearestFirst(typed, found);
};

/** "ipv6" is no error for "ipv4". */
const differsInNumber = (a: string, b: string): boolean => {
  const [digitsA, digitsB] = [a.replaceAll(/\D/g, ''), b.replaceAll(/\D/g, '')];
  return digitsA !== '' && digitsB !== '' && digitsA !== digitsB;
};

const nearestFirst = (typed: string, found: readonly NearWord[]): NearWord[] => {
  const rank = ({ word, distance }: NearWord): number =>
    distance * 1_000 + (word[0] === typed[0] ? 0 : 100) + Math.min(99, Math.abs(word.length - typed.length));
  const sorted = found.toSorted((a, b) => rank(a) - rank(b) || (a.word < b.word ? -1 : 1));
  return [1, 2].flatMap((distance) => sorted.filter((near) => near.distance === distance).slice(0, MOST));
};
