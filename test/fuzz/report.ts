import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../helpers/paths.ts';
import { randomOf, seedOfRun, type Random } from '../helpers/random.ts';

/** `small` runs with every `npm test`, `standard` is `npm run fuzz`, `full` takes as long as it takes. */
const sizes = ['small', 'standard', 'full'] as const;
const size = sizes.find((known) => known === process.env['GROUNDWORK_FUZZ']) ?? 'small';

/** How long a suite may take, on a busy machine too. */
export const MANY_MS = 600_000;

/** How many cases a suite makes in this run. */
export const casesOf = (small: number, standard: number): number =>
  size === 'small' ? small : size === 'standard' ? standard : standard * 10;

/** One line per suite, kept for the totals at the end of `npm run fuzz`. */
export const linesFile = join(repository, 'node_modules/.cache/groundwork-fuzz.jsonl');
export type Line = {
  readonly suite: string;
  readonly seed: number;
  readonly cases: number;
  /** What was seen, by kind. */
  readonly seen: Readonly<Record<string, number | string>>;
  /** Faults that were planted, and how many of them the suite found. */
  readonly planted: number;
  readonly found: number;
};

export type Suite = {
  readonly seed: number;
  readonly random: Random;
  /** Prints what the suite did. Call it once, after everything was checked. */
  readonly done: (line: Omit<Line, 'suite' | 'seed'>) => void;
};

export const startSuite = (suite: string): Suite => {
  const seed = seedOfRun();
  return {
    seed,
    random: randomOf(seed),
    done: (rest) => {
      const line: Line = { suite, seed, ...rest };
      const seen = Object.entries(line.seen).map(([what, count]) => `${what} ${count}`);
      console.log(
        `${suite}: GROUNDWORK_SEED=${seed}, ${line.cases} cases, 0 faults (${seen.join(', ')}); ` +
          `${line.found} of ${line.planted} planted faults found`,
      );
      if (size !== 'small') appendFileSync(linesFile, `${JSON.stringify(line)}\n`);
    },
  };
};
