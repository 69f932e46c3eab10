/** Index of the first entry of a sorted list that `isBefore` does not hold for; the list's length where it holds for all. */
export const partitionPoint = <T>(sorted: readonly T[], isBefore: (entry: T) => boolean): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
};
