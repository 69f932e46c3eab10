import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { repository } from '../helpers/paths.ts';
import { FIRST_READ } from './first-screen.ts';
import { addPairs, figureOf, noPairs, settled, type Figure } from './measure.ts';
import { SIZES, type Setting } from './setting.ts';

const PAIRS = 15;
const WARM_UP = 2;

const floorScript = `
  const db = new (require('better-sqlite3'))(process.argv[1]);
  for (const text of ${JSON.stringify(FIRST_READ)}) db.prepare(text).all();
  console.log('http://ready');
  process.exit(0);`;

/** From the start of the process to its address. The floor starts Node, opens the same file and does a first read. */
export const measureSecondStart = async (setting: Setting): Promise<Figure[]> => {
  const subjects = SIZES.map((size) => ({ size, dir: setting.dataDir(size), pairs: noPairs() }));
  for (let round = 0; round < PAIRS + WARM_UP; round += 1) {
    for (const { dir, pairs } of subjects) {
      const file = join(dir, 'groundwork.db');
      const host = [join(setting.dist, 'main/web.js'), '--no-open', '--data', dir];
      await addPairs(
        pairs,
        1,
        () => untilAddress(['-e', floorScript, file]),
        () => untilAddress(host),
      );
    }
  }
  return subjects.map(({ size, pairs }) =>
    figureOf('second-start', size, settled(pairs, WARM_UP), { by: 'ratio', atMost: 2 }),
  );
};

/** Milliseconds until the process prints an address; it is ended then and waited for, outside the time. */
const untilAddress = (args: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const child: ChildProcessByStdio<null, Readable, null> = spawn(process.execPath, args, {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    let time: number | null = null;
    child.stdout.on('data', (part) => {
      said += String(part);
      if (time !== null || !said.includes('http://')) return;
      time = performance.now() - start;
      child.kill('SIGTERM');
    });
    child.on('error', reject);
    child.on('close', () =>
      time === null ? reject(new Error(`It said no address: ${said}`)) : resolve(time),
    );
  });
