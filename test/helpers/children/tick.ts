import { createCore } from '../../../main/core.ts';
import { systemClock } from '../../../main/clock.ts';

/** Ticks one topic after the other and says each on stdout once it was acknowledged, until it is killed. */
const [, , file, catalogueDir, topics] = process.argv;
const core = createCore({
  file: file!,
  catalogueDir: catalogueDir!,
  clock: systemClock(),
  version: '0.1.0',
  log: (error) => console.error(error),
});
let count = 0;
for (const topic of topics!.split(',')) {
  count += 1;
  const request = `01940000-0000-7000-9000-${(Date.now() % 0xffff_ffff).toString(16).padStart(8, '0')}${count.toString(16).padStart(4, '0')}`;
  const reply = core.dispatch('topics.setStatus', { request, topic, status: 'done' });
  process.stdout.write(`${reply.ok ? topic : `refused ${JSON.stringify(reply.error)}`}\n`);
}
setInterval(() => undefined, 60_000);
