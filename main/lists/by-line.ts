import { partitionPoint } from '../../shared/sorted.ts';

type OnLine = { readonly line: number };

/** Index of the first entry that stands on `line` or below; entries stand in the order of the file. */
export const firstFrom = (entries: readonly OnLine[], line: number): number =>
  partitionPoint(entries, (entry) => entry.line < line);

/** Those that stand on lines `from` to `to`. */
export const between = <T extends OnLine>(entries: readonly T[], from: number, to: number): readonly T[] =>
  entries.slice(firstFrom(entries, from), firstFrom(entries, to + 1));
