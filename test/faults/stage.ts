import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCatalogue } from '../../data/catalogue/compile.ts';
import { systemClock } from '../../main/clock.ts';
import { createCore, type Core } from '../../main/core.ts';
import { repository } from '../helpers/paths.ts';
import { bundledChildren } from './bundle.ts';

/** Where the suites work: folders below one that is gone in the end. */
const root = mkdtempSync(join(tmpdir(), 'groundwork-faults-'));
process.on('exit', () => rmSync(root, { recursive: true, force: true }));

let catalogue: string | undefined;
export const catalogueDir = (): string => {
  if (catalogue === undefined) {
    catalogue = join(root, 'catalogue');
    writeCatalogue(join(repository, 'data/catalogue'), catalogue);
  }
  return catalogue;
};

/** Below memory where there is such a place: for files that are written thousands of times and prove nothing by being flushed. */
export const memoryFolder = (): string => {
  const folder = existsSync('/dev/shm') ? mkdtempSync('/dev/shm/groundwork-faults-') : newFolder();
  process.on('exit', () => dropFolder(folder));
  return folder;
};

let folders = 0;
export const newFolder = (): string => {
  folders += 1;
  const folder = join(root, `folder-${folders}`);
  mkdirSync(folder);
  return folder;
};
export const dropFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

export const openCoreOn = (file: string): Core =>
  createCore({
    file,
    catalogueDir: catalogueDir(),
    clock: systemClock(),
    version: '0.1.0',
    log: () => undefined,
  });

let template: string | undefined;
/** A data file of a new user in a folder of its own, closed. Made once and copied. */
export const newFile = (folder = newFolder()): string => {
  if (template === undefined) {
    template = join(newFolder(), 'groundwork.db');
    openCoreOn(template).close();
  }
  const file = join(folder, 'groundwork.db');
  copyFileSync(template, file);
  return file;
};

export type Running = {
  readonly process: ChildProcess;
  /** All that it said so far; a last line without its end is none. */
  readonly lines: () => string[];
  /** Resolves with its exit code or signal. */
  readonly ended: Promise<number | string | null>;
  /** Waits until it said something; throws with its last words where it ends before. */
  readonly until: (isReady: () => boolean, ms?: number) => Promise<void>;
};

/** A script of the children in a process of its own. */
export const startChild = async (
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Running> => {
  const child = spawn(process.execPath, [join(await bundledChildren(), `${script}.js`), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let text = '';
  let errors = '';
  child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString()));
  child.stdout.on('data', (bytes: Buffer) => (text += bytes.toString()));
  const ended = Promise.all([once(child, 'exit'), once(child.stdout, 'close')]).then(
    ([[code, signal]]) => (signal ?? code) as number | string | null,
  );
  let over: number | string | null | undefined;
  void ended.then((how) => (over = how));
  return {
    process: child,
    lines: () => text.split('\n').slice(0, -1),
    ended,
    until: (isReady, ms) =>
      until(() => {
        if (isReady()) return true;
        if (over !== undefined) throw new Error(`${script} ended with ${over}: ${errors.slice(-2_000)}`);
        return false;
      }, ms),
  };
};

export const until = async (isReady: () => boolean, ms = 30_000): Promise<void> => {
  const end = performance.now() + ms;
  while (!isReady()) {
    if (performance.now() > end) throw new Error('waited too long');
    await new Promise((next) => setTimeout(next, 5));
  }
};
