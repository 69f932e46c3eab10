import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, vi } from 'vitest';
import type { CoreClient, CoreClientOptions } from '../../../main/core-client.ts';
import type * as standIn from './stand-in.ts';

export type StandIn = typeof standIn;

const nothingYet = () => ({
  calls: [] as [string, unknown][],
  closes: 0,
  options: null as unknown,
  fault: null as unknown,
  close: (): Promise<void> => Promise.resolve(),
});
// Global, because this module is loaded again together with the modules under test.
const store = globalThis as { groundworkFakeCore?: ReturnType<typeof nothingYet> };
/** A core that records what it is asked; it stands in for the thread, which has tests of its own. */
export const fakeCore = (store.groundworkFakeCore ??= nothingYet());
export const startFakeCore = (options: CoreClientOptions): Promise<CoreClient> => {
  fakeCore.options = options;
  if (fakeCore.fault !== null) {
    options.onLost?.('ended before it was ready');
    return Promise.reject(fakeCore.fault);
  }
  return Promise.resolve({
    call: (name, input) => {
      fakeCore.calls.push([name, input]);
      return Promise.resolve({ ok: true, value: { name } });
    },
    close: () => {
      fakeCore.closes += 1;
      return fakeCore.close();
    },
  });
};
export const coreOptions = (): CoreClientOptions => fakeCore.options as CoreClientOptions;

const argv = process.argv;
const platform = process.platform;
const folders: string[] = [];
export const tempFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-electron-'));
  folders.push(folder);
  return folder;
};

afterEach(() => {
  process.argv = argv;
  Object.defineProperty(process, 'platform', { value: platform });
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export const asPlatform = (name: NodeJS.Platform): void => {
  Object.defineProperty(process, 'platform', { value: name });
};

/** A fresh stand-in; whatever is imported after it sees this one. */
export const freshElectron = async (): Promise<StandIn> => {
  vi.resetModules();
  // Anew each time: the answer of a mock's factory outlives a reset.
  vi.doMock('electron', () => import('./stand-in.ts'));
  vi.doMock('../../../main/core-client.ts', () => ({ startCore: startFakeCore }));
  Object.assign(fakeCore, nothingYet());
  return (await import('electron')) as unknown as StandIn;
};

export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

export type Setup = {
  args?: string[];
  world?: Partial<StandIn['world']>;
  fault?: () => Promise<unknown>;
  ready?: boolean;
};

/** Runs the real entry with a fresh stand-in, in a data folder of its own, and makes it ready. */
export const boot = async (setup: Setup = {}): Promise<{ electron: StandIn; dataDir: string }> => {
  const electron = await freshElectron();
  const dataDir = tempFolder();
  Object.assign(electron.world, setup.world);
  fakeCore.fault = (await setup.fault?.()) ?? null;
  process.argv = ['electron', '.', ...(setup.args ?? ['--data', dataDir])];
  await import('../../../main/electron/main.ts');
  if (setup.ready !== false) electron.app.ready();
  await settle();
  return { electron, dataDir };
};
