/** A text as the counts of its groups of three letters, for telling how alike two texts are. */
export type Trigrams = ReadonlyMap<string, number>;

const LONGEST = 400;

export const trigramsOf = (form: string): Trigrams => {
  const padded = `  ${form.slice(0, LONGEST)} `;
  const counts = new Map<string, number>();
  for (let at = 0; at + 3 <= padded.length; at += 1) {
    const gram = padded.slice(at, at + 3);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
};

const sizeOf = (grams: Trigrams): number => {
  let size = 0;
  for (const count of grams.values()) size += count;
  return size;
};

/** 0 for texts with nothing in common, 1 for the same (Dice's coefficient). */
export const likeness = (a: Trigrams, b: Trigrams): number => {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const [gram, count] of few) common += Math.min(count, many.get(gram) ?? 0);
  return (2 * common) / (sizeOf(a) + sizeOf(b));
};

export type Likeness<A, B> = { readonly a: A; readonly b: B; readonly score: number };

/**
 * What makes a text another thing however alike the letters are: its numbers, and words with a sign in them. "Part 1" is not
 * "Part 2", and C++ is not C#.
 */
const distinction = (form: string): string =>
  form
    .split(' ')
    .filter((word) => /[\p{N}+#]/u.test(word))
    .join(' ');

type Formed = { readonly form: string; readonly at: number };

/** Groups of letters that more texts than this have tell nothing, and only so many of the rest are looked up. */
const COMMON = 64;
const LOOKED_UP = 12;
const COMPARED = 24;

/**
 * Pairs whose texts are at least `least` alike, the likest first; the same input gives the same order. Few texts are all
 * compared with each other; of many only those that share rare groups of letters, so the cost grows with their number.
 */
export const likestPairs = <A extends Formed, B extends Formed>(
  as: readonly A[],
  bs: readonly B[],
  least: number,
): readonly Likeness<A, B>[] => {
  const pairs: Likeness<A, B>[] = [];
  const gramsOfB = bs.map(({ form }) => trigramsOf(form));
  const distinctionsOfB = bs.map(({ form }) => distinction(form));
  const candidates = as.length * bs.length <= 2_500 ? () => bs.keys() : rareSharers(gramsOfB);
  for (const a of as) {
    const grams = trigramsOf(a.form);
    const own = distinction(a.form);
    for (const index of candidates(grams)) {
      if (distinctionsOfB[index] !== own) continue;
      const score = likeness(grams, gramsOfB[index]!);
      if (score >= least) pairs.push({ a, b: bs[index]!, score });
    }
  }
  return pairs.toSorted((x, y) => y.score - x.score || x.a.at - y.a.at || x.b.at - y.b.at);
};

/** For a text the indexes of those that share most of its rarest groups of letters. */
const rareSharers = (all: readonly Trigrams[]): ((grams: Trigrams) => Iterable<number>) => {
  const having = new Map<string, number[]>();
  all.forEach((grams, index) => {
    for (const gram of grams.keys()) {
      const group = having.get(gram);
      if (!group) having.set(gram, [index]);
      else if (group.length <= COMMON) group.push(index);
    }
  });
  return (grams) => {
    const rare = [...grams.keys()]
      .map((gram) => having.get(gram) ?? [])
      .filter(({ length }) => length > 0 && length <= COMMON)
      .toSorted((a, b) => a.length - b.length)
      .slice(0, LOOKED_UP);
    const shared = new Map<number, number>();
    for (const group of rare) for (const index of group) shared.set(index, (shared.get(index) ?? 0) + 1);
    return [...shared]
      .toSorted(([a, timesA], [b, timesB]) => timesB - timesA || a - b)
      .slice(0, COMPARED)
      .map(([index]) => index);
  };
};
