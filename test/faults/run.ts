import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { damage, rot } from './damage.ts';
import { errors, full } from './errors.ts';
import { huge } from './huge.ts';
import { interrupted } from './interrupted.ts';
import { kill } from './kill.ts';
import { lossless } from './lossless.ts';
import { longRun } from './long-run.ts';
import { clocks, instances, retries, skew } from './others.ts';
import { pages } from './pages.ts';
import { power } from './power.ts';
import { recovery } from './recovery.ts';
import { smallDisk } from './small-disk.ts';
import { isPassed, type FaultRun, type Suite } from './suite.ts';

export const suites: readonly Suite[] = [
  kill,
  power,
  recovery,
  errors,
  full,
  smallDisk,
  huge,
  damage,
  rot,
  interrupted,
  skew,
  clocks,
  instances,
  retries,
  pages,
  lossless,
  longRun,
];

/** Runs one suite and says in one line what came of it. False where it failed. */
export const runSuite = async (suite: Suite, run: FaultRun): Promise<{ passed: boolean; points: number }> => {
  const reason = suite.skip?.() ?? null;
  if (reason !== null) {
    run.say(`SKIP ${suite.name}: ${suite.what}. Not run: ${reason}.`);
    return { passed: true, points: 0 };
  }
  const start = performance.now();
  const verdict = await suite.run(run);
  const { points, lost, corrupt, wrong, counts = {}, planted } = verdict;
  const passed = isPassed(verdict);
  const others = Object.entries(counts).map(([name, count]) => `, ${name} ${count}`);
  run.say(
    `${passed ? 'PASS' : 'FAIL'} ${suite.name}: ${suite.what}. Seed ${run.seed}, ${points} points, ${lost} lost, ${corrupt} corrupt${others.join('')}. ` +
      `Planted fault (${planted.what}): ${planted.caught ? 'caught' : 'NOT CAUGHT'}. ${((performance.now() - start) / 1_000).toFixed(1)} s.`,
  );
  for (const fault of wrong.slice(0, 10)) run.say(`  ${fault}`);
  return { passed, points };
};

const value = (flag: string): string | undefined => {
  const at = process.argv.indexOf(flag);
  return at < 0 ? undefined : process.argv[at + 1];
};

/** Suites that run at the same time, each in a process of its own: one that hangs or ends takes no other with it. */
const LANES = 2;
const MOST_MS = 3_600_000;

const inOwnProcess = async (
  { name }: Suite,
  flags: readonly string[],
): Promise<{ passed: boolean; points: number }> => {
  const child = spawn(process.execPath, [import.meta.filename, '--only', name, ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: MOST_MS,
  });
  let text = '';
  child.stdout.on('data', (bytes: Buffer) => (text += bytes.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  const lines = text.trimEnd().split('\n');
  // The last line sums up.
  console.log(lines.slice(0, -1).join('\n'));
  if (code !== 0 && !text.includes(`FAIL ${name}`)) console.log(`FAIL ${name}: ended with ${code}.`);
  return { passed: code === 0, points: Number(/^(\d+) fault points/.exec(lines.at(-1)!)?.[1] ?? 0) };
};

/** `npm run faults -- [--full | --quick] [--only NAME] [--seed NUMBER]` */
const main = async (): Promise<number> => {
  const start = performance.now();
  const size = process.argv.includes('--full')
    ? 'full'
    : process.argv.includes('--quick')
      ? 'quick'
      : 'standard';
  const seed = Number(value('--seed') ?? Math.floor(Math.random() * 2 ** 31));
  const only = value('--only');
  const picked = suites.filter(({ name }) => only === undefined || name === only);
  let points = 0;
  let failed = picked.length === 0 ? 1 : 0;
  const waiting = [...picked];
  const lane = async (): Promise<void> => {
    for (let suite = waiting.shift(); suite; suite = waiting.shift()) {
      const flags = ['--seed', String(seed), ...(size === 'standard' ? [] : [`--${size}`])];
      const done =
        only === undefined
          ? await inOwnProcess(suite, flags)
          : await runSuite(suite, { seed, size, say: (line) => console.log(line) });
      points += done.points;
      if (!done.passed) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const seconds = Math.round((performance.now() - start) / 1_000);
  console.log(`${points} fault points, ${failed} suites failed. Seed ${seed}, ${seconds} s.`);
  return failed === 0 ? 0 : 1;
};

if (import.meta.main) process.exit(await main());
