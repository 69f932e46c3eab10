/** One printed line: a figure of the product beside a floor that was measured alternately with it. */
export type Figure = {
  readonly name: string;
  /** Topics in the file; null where the figure does not depend on a file. */
  readonly n: number | null;
  readonly median_ms: number | null;
  readonly p95_ms: number | null;
  readonly max_ms?: number;
  readonly floor_ms: number | null;
  /** Median of subject / floor over the pairs. */
  readonly ratio: number | null;
  /** What `ok` was decided by; null for a figure that is only shown. */
  readonly goal: string | null;
  readonly ok: boolean;
  /** Kilobytes (1,000 bytes), for sizes. */
  readonly kb?: number;
};

/** Milliseconds of the floor and of the subject, pair by pair. */
export type Pairs = { readonly floor: readonly number[]; readonly subject: readonly number[] };

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const ratioOf = ({ floor, subject }: Pairs): number =>
  median(subject.map((value, index) => value / floor[index]!));

/** Milliseconds that `work` takes. */
export const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

export type Collected = { readonly floor: number[]; readonly subject: number[] };

export const noPairs = (): Collected => ({ floor: [], subject: [] });

type Side = () => number | Promise<number>;

/** Adds `count` pairs; which of the two comes first changes from pair to pair. Each side gives its own milliseconds. */
export const addPairs = async (to: Collected, count: number, floor: Side, subject: Side): Promise<void> => {
  for (let index = 0; index < count; index += 1) {
    const floorFirst = to.floor.length % 2 === 0;
    if (floorFirst) to.floor.push(await floor());
    to.subject.push(await subject());
    if (!floorFirst) to.floor.push(await floor());
  }
};

/** As `addPairs`, without a promise between the two sides: for work of microseconds. */
export const addSyncPairs = (
  to: Collected,
  count: number,
  floor: () => number,
  subject: () => number,
): void => {
  for (let index = 0; index < count; index += 1) {
    const floorFirst = to.floor.length % 2 === 0;
    if (floorFirst) to.floor.push(floor());
    to.subject.push(subject());
    if (!floorFirst) to.floor.push(floor());
  }
};

/** Without the first `warmUp` pairs. */
export const settled = ({ floor, subject }: Pairs, warmUp: number): Pairs => ({
  floor: floor.slice(warmUp),
  subject: subject.slice(warmUp),
});

/** What decides over `ok`. */
export type Goal =
  | { readonly by: 'ratio'; readonly atMost: number }
  | { readonly by: 'median_ms'; readonly atMost: number }
  | { readonly by: 'p95_ms'; readonly atMost: number }
  | { readonly by: 'max_ms'; readonly atMost: number };

export const figureOf = (name: string, n: number | null, pairs: Pairs, goal: Goal | null): Figure => {
  const values = {
    median_ms: median(pairs.subject),
    p95_ms: percentile(pairs.subject, 0.95),
    max_ms: Math.max(...pairs.subject),
    ratio: ratioOf(pairs),
  };
  return {
    name,
    n,
    median_ms: rounded(values.median_ms),
    p95_ms: rounded(values.p95_ms),
    ...(goal?.by === 'max_ms' && { max_ms: rounded(values.max_ms) }),
    floor_ms: rounded(median(pairs.floor)),
    ratio: rounded(values.ratio),
    goal: goal && `${goal.by} <= ${goal.atMost}`,
    ok: goal === null || values[goal.by] <= goal.atMost,
  };
};

/** A figure that is only a ratio of two others, such as "flat in n". */
export const ratioFigure = (name: string, n: number | null, ratio: number, atMost: number): Figure => ({
  name,
  n,
  median_ms: null,
  p95_ms: null,
  floor_ms: null,
  ratio: rounded(ratio),
  goal: `ratio <= ${atMost}`,
  ok: ratio <= atMost,
});

const rounded = (value: number): number => Number(value.toPrecision(4));
