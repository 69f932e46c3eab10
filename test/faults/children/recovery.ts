import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../main/clock.ts';
import { createCore, type Core } from '../../../main/core.ts';
import type { Case } from '../recovery.ts';
import { carryOut, deedOf, factsOf, isWhole, Oracle } from '../model.ts';
import { seeded } from '../suite.ts';
import { faultyDisk, safely } from './faulty-disk.ts';

/**
 * Under the fault library: starts on what a power cut left while the disk fails, then again while it is well:
 * `cases.json folder catalogueDir`. Says one line of JSON per case.
 */
const [, , list, folder, catalogueDir] = process.argv;
const open = (file: string): Core =>
  createCore({
    file,
    catalogueDir: catalogueDir!,
    clock: systemClock(),
    version: '0.1.0',
    log: () => undefined,
  });

for (const { from, values, variant, point, seed } of JSON.parse(readFileSync(list!, 'utf8')) as Case[]) {
  for (const gone of [folder!, `${folder}-clear`, `${folder}-counted`])
    rmSync(gone, { recursive: true, force: true });
  mkdirSync(folder!);
  const file = join(folder!, 'groundwork.db');
  for (const end of ['', '-wal', '-shm']) if (existsSync(from + end)) copyFileSync(from + end, file + end);
  const disk = faultyDisk(folder!, join(folder!, 'well'));
  const oracle = Oracle.of(values);
  const random = seeded(seed);
  let refused = 0;
  disk.heal();
  disk.fail(variant, point);
  const core = safely(() => open(file));
  if (core === undefined) refused += 1;
  for (let number = 0; number < 3 && core; number += 1) {
    const deed = deedOf(random, number);
    if (carryOut(core, 90, deed) === null) oracle.done(deed);
    else {
      refused += 1;
      oracle.perhaps(deed);
    }
  }
  // As if the process were killed now: what it left is what the next start finds.
  const left = `${folder}-left`;
  rmSync(left, { recursive: true, force: true });
  mkdirSync(left);
  for (const end of ['', '-wal'])
    if (existsSync(file + end)) copyFileSync(file + end, join(left, `groundwork.db${end}`));
  disk.heal();
  safely(() => core?.close());
  const again = join(left, 'groundwork.db');
  const wrong: string[] = [];
  try {
    const next = open(again);
    const last = deedOf(random, 3);
    const why = carryOut(next, 91, last);
    if (why === null) oracle.done(last);
    else wrong.push(`${variant} ${point}: not saved by the start after it: ${why}`);
    next.close();
  } catch (error) {
    wrong.push(`${variant} ${point}: the start after it failed: ${String(error)}`);
  }
  const corrupt = isWhole(again) ? 0 : 1;
  const lost = corrupt === 1 ? 0 : oracle.lostIn(factsOf(again)).length;
  process.stdout.write(`${JSON.stringify({ lost, corrupt, refused, wrong })}\n`);
}
