/** What a suite is told, and what it tells. */
export type FaultRun = {
  readonly seed: number;
  /** `quick` within `npm test`, `standard` by itself, `full` by a flag. */
  readonly size: 'quick' | 'standard' | 'full';
  readonly say: (line: string) => void;
};

export type Verdict = {
  readonly points: number;
  /** What was acknowledged and is gone; must be 0. */
  readonly lost: number;
  /** Files that SQLite finds at fault or that cannot be opened; must be 0. */
  readonly corrupt: number;
  /** Anything else that must not be, each in words. */
  readonly wrong: readonly string[];
  /** Further counts, for the line that is printed. */
  readonly counts?: Readonly<Record<string, number | string>>;
  /** A fault that was planted, and whether the suite saw it. */
  readonly planted: { readonly what: string; readonly caught: boolean };
};

export type Suite = {
  readonly name: string;
  readonly what: string;
  /** Why it cannot run here; null where it can. */
  readonly skip?: () => string | null;
  readonly run: (run: FaultRun) => Promise<Verdict>;
};

export const isPassed = ({ lost, corrupt, wrong, planted }: Verdict): boolean =>
  lost === 0 && corrupt === 0 && wrong.length === 0 && planted.caught;

/** How many: one figure per size. */
export const sized = ({ size }: FaultRun, quick: number, standard: number, full: number): number =>
  ({ quick, standard, full })[size];

/** A small generator of its own, so that a printed seed gives the same run again (mulberry32). */
export const seeded = (from: number): (() => number) => {
  let state = from | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const below = (random: () => number, count: number): number => Math.floor(random() * count);
