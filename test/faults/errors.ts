import { shim } from './shim.ts';
import { catalogueDir, newFile, newFolder, startChild, until } from './stage.ts';
import { join } from 'node:path';
import type { FaultRun, Suite, Verdict } from './suite.ts';

type Line = {
  readonly point: number;
  readonly lost: number;
  readonly corrupt: number;
  readonly refused: number;
  readonly wrong: readonly string[];
};

/** Every variant in a process of its own, two at a time. */
const times = async (
  run: FaultRun,
  variants: readonly string[],
  steps: Readonly<Record<string, number>>,
): Promise<Line[]> => {
  const library = shim();
  if ('reason' in library) throw new Error(library.reason);
  const lines: Line[] = [];
  const template = newFile();
  const one = async (variant: string): Promise<void> => {
    const folder = join(newFolder(), 'data');
    const step = steps[run.size]!;
    const args = [template, folder, catalogueDir(), run.seed, variant, 1, step].map(String);
    const child = await startChild('errors', args, { LD_PRELOAD: library.file, FAULT_DIR: folder });
    const code = await child.ended;
    if (code !== 0)
      lines.push({ point: 0, lost: 0, corrupt: 0, refused: 0, wrong: [`${variant}: ended with ${code}`] });
    lines.push(...child.lines().map((line) => JSON.parse(line) as Line));
  };
  for (let at = 0; at < variants.length; at += 2) await Promise.all(variants.slice(at, at + 2).map(one));
  await until(() => true);
  return lines;
};

const verdictOf = (lines: readonly Line[], what: string): Verdict => ({
  points: lines.length,
  lost: lines.reduce((sum, { lost }) => sum + lost, 0),
  corrupt: lines.reduce((sum, { corrupt }) => sum + corrupt, 0),
  wrong: lines.flatMap(({ wrong }) => wrong),
  counts: { 'deeds refused': lines.reduce((sum, { refused }) => sum + refused, 0) },
  // Without the library nothing would be refused: that the faults arrive is what has to be seen.
  planted: { what, caught: lines.some(({ refused }) => refused > 0) },
});

const skip = (): string | null => {
  const library = shim();
  return 'reason' in library ? library.reason : null;
};

export const errors: Suite = {
  name: 'errors',
  what: 'an I/O error at every k-th call to the disk, once and for good, EIO and ENOSPC',
  skip,
  run: async (run) =>
    verdictOf(
      await times(run, ['once', 'persistent', 'once full', 'persistent full'], {
        quick: 29,
        standard: 2,
        full: 1,
      }),
      'calls that fail are refusals that are seen',
    ),
};

export const full: Suite = {
  name: 'full',
  what: 'a disk that is full after so many bytes, and has room again later',
  skip,
  run: async (run) =>
    verdictOf(
      await times(run, ['quota full'], { quick: 12, standard: 2, full: 1 }),
      'a disk without room is a refusal that is seen',
    ),
};
