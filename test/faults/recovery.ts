import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cutsOf, record } from './power.ts';
import { shim } from './shim.ts';
import { catalogueDir, newFolder, startChild } from './stage.ts';
import { below, seeded, sized, type Suite } from './suite.ts';

/** What a power cut left, what must be in it, and how the disk fails at the start after it. */
export type Case = {
  readonly from: string;
  /** Per key the values that are right. */
  readonly values: readonly (readonly [key: string, values: readonly string[]])[];
  readonly variant: string;
  readonly point: number;
  readonly seed: number;
};

type Line = {
  readonly lost: number;
  readonly corrupt: number;
  readonly refused: number;
  readonly wrong: readonly string[];
};

const VARIANTS = ['once', 'persistent', 'once full', 'persistent full', 'quota full'] as const;
/** A start and three deeds make about so many calls that change or flush something. */
const CALLS = 40;

/** A second fault while the first is being recovered from: the power went, and then the disk fails at the next start. */
export const recovery: Suite = {
  name: 'recovery',
  what: 'the disk fails or is full while a power cut is recovered from',
  skip: () => {
    const library = shim();
    return 'reason' in library ? library.reason : null;
  },
  run: async (run) => {
    const points = sized(run, 8, 100, 1_000);
    const library = shim();
    if ('reason' in library) throw new Error(library.reason);
    const random = seeded(run.seed + 3);
    const home = newFolder();
    const cases: Case[] = [];
    for (const { left, expected } of cutsOf(await record(run.seed, false), points, random)) {
      const folder = join(home, `cut-${cases.length}`);
      mkdirSync(folder);
      for (const [name, bytes] of left)
        if (/^groundwork\.db(-wal|-shm)?$/.test(name)) writeFileSync(join(folder, name), bytes);
      cases.push({
        from: join(folder, 'groundwork.db'),
        values: expected.values(),
        variant: VARIANTS[cases.length % VARIANTS.length]!,
        point: 1 + below(random, CALLS),
        seed: run.seed + cases.length,
      });
    }
    // The last is as the one before, and must hold what never was saved.
    cases.push({ ...cases.at(-1)!, values: [...cases.at(-1)!.values, ['topic never.01', ['done']]] });
    const list = join(home, 'cases.json');
    writeFileSync(list, JSON.stringify(cases));
    const folder = join(home, 'data');
    const child = await startChild('recovery', [list, folder, catalogueDir()], {
      LD_PRELOAD: library.file,
      FAULT_DIR: folder,
    });
    const code = await child.ended;
    const lines = child.lines().map((line) => JSON.parse(line) as Line);
    const real = lines.slice(0, points);
    const sum = (pick: (line: Line) => number): number => real.reduce((all, line) => all + pick(line), 0);
    return {
      points: real.length,
      lost: sum(({ lost }) => lost),
      corrupt: sum(({ corrupt }) => corrupt),
      wrong: [...real.flatMap(({ wrong }) => wrong), ...(code === 0 ? [] : [`ended with ${code}`])],
      counts: { 'refused meanwhile': sum(({ refused }) => refused) },
      planted: {
        what: 'something that was never saved',
        caught: lines.at(points)?.lost === 1 && sum(({ refused }) => refused) > 0,
      },
    };
  },
};
