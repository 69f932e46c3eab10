import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { hashOf } from '../../data/whole-file.ts';
import { openForReading } from '../../data/open.ts';
import { startCore } from '../../main/core-client.ts';
import type { Reply } from '../../shared/reply.ts';
import { addPairs, figureOf, noPairs, percentile, type Figure } from './measure.ts';
import type { Setting } from './setting.ts';

const PAIRS = 5;
const SIZE = 100_000;

/**
 * A backup of the largest file by the product, beside the same work done bare: VACUUM INTO, both checks, the hash. And the
 * ticks that go on meanwhile.
 */
export const measureBackup = async (setting: Setting): Promise<Figure[]> => {
  const dataDir = setting.dataDir(SIZE);
  const file = join(dataDir, 'groundwork.db');
  const core = await startCore({
    dataDir,
    catalogueDir: setting.catalogueDir,
    workerFile: pathToFileURL(join(setting.dist, 'main/core-worker.js')),
  });
  const call = async <T>(name: string, input: object): Promise<T> => {
    const reply = (await core.call(name, input)) as Reply<T>;
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
    return reply.value;
  };
  const ticks: number[] = [];
  let number = 0;
  const tick = async (): Promise<void> => {
    number += 1;
    const request = `01940000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
    const start = performance.now();
    await call('topics.setStatus', { request, topic: 'git.01', status: number % 2 === 0 ? 'todo' : 'done' });
    ticks.push(performance.now() - start);
  };
  const subject = async (): Promise<number> => {
    const start = performance.now();
    const { job } = await call<{ job: string }>('jobs.start', { kind: 'backup', reason: 'by-hand' });
    for (;;) {
      await tick();
      await new Promise((next) => setTimeout(next, 5));
      const { state, message } = await call<{ state: string; message: string | null }>('jobs.read', { job });
      if (state === 'done') return performance.now() - start;
      if (state !== 'running') throw new Error(message ?? state);
      // Two within one second would share a name.
    }
  };
  const part = join(dataDir, 'floor.db');
  const floor = (): number => {
    rmSync(part, { force: true });
    const start = performance.now();
    const db = openForReading(file);
    db.prepare('VACUUM INTO ?').run(part);
    db.close();
    const copy = new Database(part, { readonly: true });
    copy.pragma('integrity_check');
    copy.pragma('foreign_key_check');
    copy.close();
    hashOf(part);
    return performance.now() - start;
  };
  await tick();
  ticks.length = 0;
  const pairs = noPairs();
  await addPairs(pairs, PAIRS, floor, async () => {
    await new Promise((next) => setTimeout(next, 1_000));
    return subject();
  });
  await core.close();
  const during = percentile(ticks, 0.95);
  return [
    figureOf('backup', SIZE, pairs, { by: 'ratio', atMost: 1.3 }),
    {
      name: 'tick-during-backup',
      n: SIZE,
      median_ms: Number(percentile(ticks, 0.5).toPrecision(4)),
      p95_ms: Number(during.toPrecision(4)),
      floor_ms: null,
      ratio: null,
      goal: 'p95_ms <= 5',
      ok: during <= 5,
    },
  ];
};
