import { closeSync, openSync, writeSync } from 'node:fs';
import { systemClock } from '../../../main/clock.ts';
import { createCore } from '../../../main/core.ts';
import { carryOut, deedOf } from '../model.ts';
import { seeded } from '../suite.ts';

/**
 * Does `count` deeds over the real core, and says of each on stdout that it begins and that it was acknowledged:
 * `file catalogueDir seed run first count [ackFile]`.
 */
const [, , file, catalogueDir, seed, run, first, count, ackFile] = process.argv;
const core = createCore({
  file: file!,
  catalogueDir: catalogueDir!,
  clock: systemClock(),
  version: '0.1.0',
  log: () => undefined,
});
const random = seeded(Number(seed));
const acks = ackFile ? openSync(ackFile, 'a') : null;
const out = 1;
for (let number = 0; number < Number(first) + Number(count); number += 1) {
  const deed = deedOf(random, number);
  if (number < Number(first)) continue;
  writeSync(out, `begin ${number}\n`);
  const refused = carryOut(core, Number(run), deed);
  if (acks !== null) writeSync(acks, `${refused === null ? 'ack' : 'no'} ${number}\n`);
  writeSync(out, `${refused === null ? 'ack' : 'no'} ${number}\n`);
  if (number % 40 === 39) core.rest();
}
if (acks !== null) closeSync(acks);
core.close();
writeSync(out, 'end\n');
setInterval(() => undefined, 60_000);
