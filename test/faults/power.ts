import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deedOf, factsOf, isWhole, Oracle } from './model.ts';
import { Disk, readCalls, type Call } from './replay.ts';
import { shim } from './shim.ts';
import { catalogueDir, dropFolder, memoryFolder, newFile, newFolder, startChild } from './stage.ts';
import { below, seeded, sized, type FaultRun, type Suite } from './suite.ts';

const DEEDS = 160;

export type Recorded = { readonly start: Buffer; readonly calls: readonly Call[]; readonly seed: number };

/** Lets a child do its deeds with every call to the disk written down. */
export const record = async (seed: number, weaker: boolean): Promise<Recorded> => {
  const library = shim();
  if ('reason' in library) throw new Error(library.reason);
  const folder = newFolder();
  const file = newFile(folder);
  const start = readFileSync(file);
  const log = join(newFolder(), 'calls');
  const args = [file, catalogueDir(), seed, 0, 0, DEEDS, join(folder, 'acks')].map(String);
  const child = await startChild(weaker ? 'weaker-deeds' : 'deeds', args, {
    LD_PRELOAD: library.file,
    FAULT_DIR: folder,
    FAULT_LOG: log,
  });
  await child.until(() => child.lines().at(-1) === 'end', 60_000);
  child.process.kill('SIGKILL');
  await child.ended;
  const calls = readCalls(log);
  dropFolder(folder);
  return { start, calls, seed };
};

type Cut = { readonly left: ReadonlyMap<string, Buffer>; readonly expected: Oracle };

/** Cuts the power at random points of what was recorded: the files that are left, and what must be in them. */
export function* cutsOf(
  { start, calls, seed }: Recorded,
  points: number,
  random: () => number,
): Generator<Cut> {
  const all = seeded(seed);
  const deeds = Array.from({ length: DEEDS }, (_, number) => deedOf(all, number));
  const places = Array.from({ length: points }, () => below(random, calls.length)).toSorted((a, b) => a - b);
  const disk = new Disk(new Map([['groundwork.db', start]]));
  const oracle = new Oracle();
  let begun = 0;
  let at = 0;
  for (const place of places) {
    for (; at <= place; at += 1) {
      const call = calls[at]!;
      if (call.name !== 'acks') disk.take(call);
      else if (call.kind === 'write') {
        const [word, number] = call.data.toString().trim().split(' ');
        if (word === 'ack') oracle.done(deeds[Number(number)]!);
        begun = Number(number) + 1;
      }
    }
    const expected = oracle.copy();
    if (begun < DEEDS) expected.perhaps(deeds[begun]!);
    yield { left: disk.cut(random), expected };
  }
}

/** Opens what each cut left, and counts what is missing. */
const cuts = (
  recorded: Recorded,
  points: number,
  random: () => number,
): { lost: number; corrupt: number } => {
  let lost = 0;
  let corrupt = 0;
  const folder = memoryFolder();
  const file = join(folder, 'groundwork.db');
  for (const { left, expected } of cutsOf(recorded, points, random)) {
    for (const end of ['', '-wal', '-shm']) {
      const bytes = left.get(`groundwork.db${end}`);
      if (bytes) writeFileSync(`${file}${end}`, bytes);
      else dropFolder(`${file}${end}`);
    }
    if (!isWhole(file)) corrupt += 1;
    else if (expected.lostIn(factsOf(file)).length > 0) lost += 1;
  }
  dropFolder(folder);
  return { lost, corrupt };
};

const halves = async (run: FaultRun, weaker: boolean, points: number) =>
  cuts(await record(run.seed, weaker), points, seeded(run.seed + 7));

/** The power goes at a random call: what was flushed is there, what was not is there in part, or torn, or not. */
export const power: Suite = {
  name: 'power',
  what: 'power cut, played back from a log of all writes and flushes',
  skip: () => {
    const library = shim();
    return 'reason' in library ? library.reason : null;
  },
  run: async (run) => {
    const points = sized(run, 60, 2_000, 20_000);
    const found = await halves(run, false, points);
    const weak = await halves(run, true, Math.max(60, points / 10));
    return {
      points,
      ...found,
      wrong: [],
      counts: { 'lost with synchronous NORMAL': weak.lost },
      planted: { what: 'synchronous = NORMAL', caught: weak.lost > 0 },
    };
  },
};
