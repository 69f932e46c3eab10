import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { defaultDataDir } from '../../../main/data-dir.ts';
import { dataDirOf } from '../../../main/electron/flags.ts';
import { asPlatform, boot, coreOptions, fakeCore, settle, tempFolder } from './boot.ts';

/** Made of the class that the entry under test sees. */
const newer = async (): Promise<unknown> => {
  const { StartError } = await import('../../../main/start-error.ts');
  return new StartError('newer', 'Version 9 wrote this file.');
};

describe('the start', () => {
  it('turns on sandbox, scheme and lock before the app is ready, and opens a window after the core', async () => {
    const { electron } = await boot();
    expect(electron.recorded.order).toEqual(['sandbox', 'scheme', 'lock', 'ready', 'protocol', 'window']);
    expect(electron.app.name).toBe('Groundwork');
    expect(electron.recorded.exits).toEqual([]);
  });

  it('hands the core its folder, the catalogue and the worker next to the entry', async () => {
    const { dataDir } = await boot();
    const main = resolve(import.meta.dirname, '../../../main');
    expect(coreOptions().dataDir).toBe(dataDir);
    expect(coreOptions().catalogueDir).toBe(join(main, 'catalogue'));
    expect(fileURLToPath(coreOptions().workerFile)).toBe(join(main, 'electron/core-worker.js'));
  });

  it('keeps the browser in a folder below the data, so that the lock belongs to the data', async () => {
    const { electron, dataDir } = await boot();
    expect(electron.recorded.paths.get('userData')).toBe(join(dataDir, 'browser'));
    expect(existsSync(join(dataDir, 'browser'))).toBe(true);
  });

  it('leaves quietly where another start has the data folder', async () => {
    const { electron } = await boot({ world: { lock: false } });
    expect(electron.recorded.exits).toEqual([0]);
    expect(fakeCore.options).toBeNull();
    expect(electron.recorded.windows).toEqual([]);
  });

  it('says the one sentence of a core that cannot start, once, and ends with 1', async () => {
    const { electron } = await boot({ fault: newer });
    expect(electron.recorded.errors).toEqual(['Groundwork: Version 9 wrote this file.']);
    expect(electron.recorded.exits).toEqual([1]);
    expect(electron.recorded.windows).toEqual([]);
  });

  it('words any other fault without a stack trace', async () => {
    const { electron } = await boot({ fault: () => Promise.resolve(new TypeError('x is not a function')) });
    expect(electron.recorded.errors).toHaveLength(1);
    expect(electron.recorded.errors[0]).not.toContain('function');
    expect(electron.recorded.exits).toEqual([1]);
  });

  it('says that --data needs a folder', async () => {
    const { electron } = await boot({ args: ['--data'] });
    expect(electron.recorded.errors[0]).toContain('--data needs a folder');
    expect(electron.recorded.exits).toEqual([1]);
  });

  it('says which folder it cannot use', async () => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, '');
    const { electron } = await boot({ args: ['--data', file] });
    expect(electron.recorded.errors[0]).toContain(file);
    expect(electron.recorded.exits).toEqual([1]);
  });
});

describe('--data', () => {
  const usual = (): string => '/usual';
  it.each([
    [[], '/usual'],
    [['--data', '/a/b'], '/a/b'],
    [['--data=/a/b'], '/a/b'],
    [['.', '--no-sandbox', '--data', '/a/b', '--lang=de'], '/a/b'],
    [['--data', 'relative'], resolve('relative')],
    [['--data'], null],
    [['--data='], null],
    [['--database', '/x'], '/usual'],
  ])('%j means %s', (args, expected) => {
    expect(dataDirOf(['groundwork', ...args], usual)).toBe(expected);
  });

  it('is the same usual folder as in the other host', () => {
    expect(dataDirOf(['groundwork'], defaultDataDir)).toBe(defaultDataDir());
  });
});

describe('the second start', () => {
  it('brings the window of the first to the front', async () => {
    const { electron } = await boot();
    const [window] = electron.recorded.windows;
    window!.minimised = true;
    electron.app.emit('second-instance', {});
    expect(electron.recorded.windows).toHaveLength(1);
    expect(window!.calls).toEqual(['restore', 'show', 'focus']);
    window!.calls = [];
    electron.app.emit('second-instance', {});
    expect(window!.calls).toEqual(['show', 'focus']);
  });
});

describe('the end', () => {
  it('quits with the last window, closes the core first, and ends with 0', async () => {
    asPlatform('linux');
    const { electron } = await boot();
    const closing = Promise.withResolvers<void>();
    fakeCore.close = () => closing.promise;
    electron.recorded.windows[0]!.close();
    expect(electron.app.quits).toBe(1);
    const prevented = vi.fn();
    electron.app.emit('will-quit', { preventDefault: prevented });
    electron.app.emit('will-quit', { preventDefault: prevented });
    await settle();
    expect(prevented).toHaveBeenCalledTimes(2);
    expect(fakeCore.closes).toBe(1);
    expect(electron.recorded.exits).toEqual([]);
    closing.resolve();
    await settle();
    expect(electron.recorded.exits).toEqual([0]);
  });

  it('ends after ten seconds where the core does not', async () => {
    const waits: number[] = [];
    const setTimeout = (limit: number): Promise<void> => Promise.resolve(void waits.push(limit));
    vi.doMock('node:timers/promises', () => ({ setTimeout }));
    const { electron } = await boot();
    vi.doUnmock('node:timers/promises');
    fakeCore.close = () => new Promise(() => undefined);
    electron.app.emit('will-quit', { preventDefault: () => undefined });
    await settle();
    expect(waits).toEqual([10_000]);
    expect(electron.recorded.exits).toEqual([0]);
  });

  it('stays without a window on macOS, and opens one again when asked', async () => {
    asPlatform('darwin');
    const { electron } = await boot();
    electron.recorded.windows[0]!.close();
    expect(electron.app.quits).toBe(0);
    electron.app.emit('activate', {});
    expect(electron.recorded.windows).toHaveLength(2);
    electron.app.emit('activate', {});
    expect(electron.recorded.windows).toHaveLength(2);
  });

  it('says a sentence and ends with 1 when the core is lost later', async () => {
    const { electron } = await boot();
    coreOptions().onLost?.('the thread ended');
    expect(electron.recorded.errors).toHaveLength(1);
    expect(electron.recorded.errors[0]).toContain('Everything saved before is safe');
    expect(electron.recorded.exits).toEqual([1]);
    expect(fakeCore.closes).toBe(0);
  });
});
