import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { repository } from '../helpers/paths.ts';
import { FIRST_READ } from './first-screen.ts';
import { addPairs, figureOf, noPairs, settled, type Figure } from './measure.ts';
import { SIZES, type Setting } from './setting.ts';

const PAIRS = 15;
const ANSWERS = 8;
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
  return [
    ...subjects.map(({ size, pairs }) =>
      figureOf('second-start', size, settled(pairs, WARM_UP), { by: 'ratio', atMost: 2 }),
    ),
    ...(await untilAnswers(setting)),
  ];
};

/**
 * The same start until the first screen's data is answered over HTTP, without a goal: an address that is printed before
 * the core can answer moves its cost in here.
 */
const untilAnswers = async (setting: Setting): Promise<Figure[]> => {
  const subjects = SIZES.map((size) => ({ size, dir: setting.dataDir(size), pairs: noPairs() }));
  for (let round = 0; round < ANSWERS + WARM_UP; round += 1) {
    for (const { dir, pairs } of subjects) {
      const file = join(dir, 'groundwork.db');
      const host = [join(setting.dist, 'main/web.js'), '--no-open', '--data', dir];
      await addPairs(
        pairs,
        1,
        () => untilAddress(['-e', floorScript, file]),
        () => untilAddress(host, readFirstScreen),
      );
    }
  }
  return subjects.map(({ size, pairs }) =>
    figureOf('second-start-answer', size, settled(pairs, WARM_UP), null),
  );
};

const readFirstScreen = async (address: string): Promise<void> => {
  const { origin, hash } = new URL(address);
  const post = async (path: string, body: unknown, token = ''): Promise<unknown> => {
    const response = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const { token } = (await post('/session', { nonce: hash.slice('#nonce='.length) })) as {
    readonly token: string;
  };
  await Promise.all(['app.read', 'today.read'].map((name) => post('/rpc', { name, input: {} }, token)));
};

/**
 * Milliseconds until the process printed an address and `then` is done with it; the process is ended then and waited for,
 * outside the time.
 */
const untilAddress = (
  args: readonly string[],
  then: (address: string) => Promise<void> = () => Promise.resolve(),
): Promise<number> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const child: ChildProcessByStdio<null, Readable, null> = spawn(process.execPath, args, {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { promise: address, resolve: got } = Promise.withResolvers<string | null>();
    let said = '';
    child.stdout.on('data', (part) => {
      said += String(part);
      const line = /^http:.*$/m.exec(said);
      if (line) got(line[0]);
    });
    child.on('error', reject);
    const closed = new Promise<void>((done) => child.on('close', () => done()));
    void closed.then(() => got(null));
    const measure = async (): Promise<number> => {
      const line = await address;
      if (line === null) throw new Error(`It said no address: ${said}`);
      try {
        await then(line);
        return performance.now() - start;
      } finally {
        child.kill('SIGTERM');
        await closed;
      }
    };
    measure().then(resolve, reject);
  });
