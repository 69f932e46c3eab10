import { mkdirSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../main/clock.ts';
import { createCore, type Core } from '../../../main/core.ts';
import { carryOut, deedOf, factsOf, isWhole, Oracle } from '../model.ts';
import { seeded } from '../suite.ts';
import { faultyDisk, safely } from './faulty-disk.ts';

/**
 * Under the fault library: does the same few deeds again and again, each time with another call to the disk failing:
 * `template folder catalogueDir seed variant first step`. Says one line of JSON per time.
 */
const [, , template, folder, catalogueDir, seed, variant, from, step] = process.argv;
const DEEDS = 14;
const clear = `${folder}-clear`;
const disk = faultyDisk(folder!, join(folder!, 'well'));

const open = (file: string): Core =>
  createCore({
    file,
    catalogueDir: catalogueDir!,
    clock: systemClock(),
    version: '0.1.0',
    log: () => undefined,
  });

/** One time; false once the failing call lies behind the end. */
const once = (point: number): boolean => {
  rmSync(folder!, { recursive: true, force: true });
  rmSync(clear, { force: true });
  rmSync(`${folder}-counted`, { force: true });
  mkdirSync(folder!);
  const file = join(folder!, 'groundwork.db');
  copyFileSync(template!, file);
  disk.heal();
  const oracle = new Oracle();
  const wrong: string[] = [];
  let refused = 0;
  disk.fail(variant!, point);
  let core: Core | undefined;
  try {
    core = open(file);
  } catch {
    // A start that the disk refuses is told in a sentence; the file must be as it was.
  }
  const random = seeded(Number(seed));
  for (let number = 0; number < DEEDS && core; number += 1) {
    const deed = deedOf(random, number);
    const why = carryOut(core, point, deed);
    if (why === null) oracle.done(deed);
    else {
      refused += 1;
      oracle.perhaps(deed);
      if (!why.startsWith('read_only')) wrong.push(`point ${point}: ${why}`);
    }
    if (number === DEEDS - 2) core.rest();
  }
  const reached = variant!.startsWith('quota') ? refused > 0 || core === undefined : disk.counted() >= point;
  // The disk is well again: without a restart things are saved, and nothing is read that is not in the file.
  writeFileSync(clear, '');
  disk.heal();
  if (core) {
    const last = deedOf(random, DEEDS);
    const why = carryOut(core, point, last);
    if (why === null) oracle.done(last);
    else wrong.push(`point ${point}: not saved after the disk was well: ${why}`);
    const shown = core.dispatch('app.read', {});
    if (!shown.ok || (shown.value as { readOnly: unknown }).readOnly !== null)
      wrong.push(`point ${point}: still read-only`);
    safely(() => core.close());
  }
  const corrupt = isWhole(file) ? 0 : 1;
  const lost = corrupt === 1 ? [] : oracle.lostIn(factsOf(file));
  process.stdout.write(`${JSON.stringify({ point, lost: lost.length, corrupt, refused, wrong })}\n`);
  return reached;
};

for (let point = Number(from); once(point); point += Number(step));
