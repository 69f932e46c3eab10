/** Index of the first entry that stands on `line` or below; entries stand in the order of the file. */
export const firstFrom = (entries: readonly { readonly line: number }[], line: number): number => {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.line < line) low = middle + 1;
    else high = middle;
  }
  return low;
};
