import { expect, test } from 'vitest';
import { runSuite, suites } from '../faults/run.ts';

/** A small fixed part of `npm run faults`: enough to see that each suite works and still catches its planted fault. */
const SEED = 20_261_124;
const WITHIN: readonly string[] = [
  'power',
  'errors',
  'small-disk',
  'damage',
  'rot',
  'skew',
  'clocks',
  'instances',
  'pages',
  'long-run',
];

test.each(suites.filter(({ name }) => WITHIN.includes(name)))(
  'faults: $name ($what)',
  { timeout: 60_000 },
  async (suite) => {
    const said: string[] = [];
    const { passed } = await runSuite(suite, { seed: SEED, size: 'quick', say: (line) => said.push(line) });
    console.log(said.join('\n'));
    expect(said.join('\n')).toMatch(/^(PASS|SKIP)/);
    expect(passed).toBe(true);
  },
);
