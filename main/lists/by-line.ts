type OnLine = { readonly line: number };

/** Index of the first entry that stands on `line` or below; entries stand in the order of the file. */
export const firstFrom = (entries: readonly OnLine[], line: number): number => {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.line < line) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Those that stand on lines `from` to `to`. */
export const between = <T extends OnLine>(entries: readonly T[], from: number, to: number): readonly T[] =>
  entries.slice(firstFrom(entries, from), firstFrom(entries, to + 1));
