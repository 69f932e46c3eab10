import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';

/** The core's thread with a clock that is off by what stands in the file `clock-offset` of its folder, in milliseconds. */
const { dataDir } = workerData as { dataDir: string };
const real = Date.now.bind(Date);
const offset = (): number => {
  try {
    return Number(readFileSync(join(dataDir, 'clock-offset'), 'utf8'));
  } catch {
    return 0;
  }
};
Date.now = () => real() + offset();
await import('../../../main/core-worker.ts');
