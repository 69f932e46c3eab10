/** Chance from a seed, so that a failing run can be had again. */
export type Random = {
  /** At least 0, below 1. */
  readonly next: () => number;
  /** A whole number from 0, below `limit`. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** True with this probability. */
  readonly chance: (share: number) => boolean;
};

/** Mulberry32. */
export const randomOf = (seed: number): Random => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
    chance: (share) => next() < share,
  };
};

/** The seed of this run: GROUNDWORK_SEED=n, or a new one. */
export const seedOfRun = (): number =>
  Number(process.env['GROUNDWORK_SEED'] ?? Math.floor((performance.timeOrigin * 1_000) % 2 ** 31));

/** Chance for one suite of tests, which says its seed. */
export const seeded = (what: string): Random => {
  const seed = seedOfRun();
  console.log(`${what}: GROUNDWORK_SEED=${seed}`);
  return randomOf(seed);
};
