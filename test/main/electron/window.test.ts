import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeWindow, readWindowState, writeWindowState } from '../../../main/electron/window-state.ts';
import { asPlatform, boot, settle, tempFolder } from './boot.ts';

const shell = resolve(import.meta.dirname, '../../../main/electron');

describe('the window', () => {
  it.each([
    { packaged: true, devTools: false },
    { packaged: false, devTools: true },
  ])('has exactly these preferences, packaged $packaged', async ({ packaged, devTools }) => {
    const { electron } = await boot({ world: { packaged } });
    const [window] = electron.recorded.windows;
    expect(window!.options.webPreferences).toStrictEqual({
      preload: resolve(shell, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools,
    });
    expect(window!.url).toBe('app://groundwork/index.html');
  });

  it.each([
    { dark: false, backgroundColor: '#fbfaf6' },
    { dark: true, backgroundColor: '#1b1917' },
  ])('has its size, title and ground, dark $dark', async ({ dark, backgroundColor }) => {
    const { electron } = await boot({ world: { dark } });
    const { webPreferences: _, ...options } = electron.recorded.windows[0]!.options;
    expect(options).toStrictEqual({
      width: 1280,
      height: 840,
      minWidth: 760,
      minHeight: 520,
      title: 'Groundwork',
      backgroundColor,
      show: false,
    });
  });

  it('shows when it has something to show', async () => {
    const { electron } = await boot();
    const [window] = electron.recorded.windows;
    expect(window!.calls).toEqual([]);
    window!.emit('ready-to-show');
    expect(window!.calls).toEqual(['show']);
  });

  it('is made in one place only', () => {
    const sources = readdirSync(shell).map((name) => readFileSync(join(shell, name), 'utf8'));
    const made = sources.join('\n').match(/new (BrowserWindow|BaseWindow|BrowserView|WebContentsView)\b/g);
    expect(made).toEqual(['new BrowserWindow']);
    expect(sources.filter((source) => /\bipcMain\b/.test(source))).toHaveLength(1);
    expect(sources.filter((source) => /\bshell\.openExternal\b/.test(source))).toHaveLength(1);
    expect(sources.some((source) => source.includes('webviewTag'))).toBe(false);
  });

  it('comes back once after a crash of the page, and gives up with a sentence after the second', async () => {
    const { electron } = await boot();
    const { webContents } = electron.recorded.windows[0]!;
    webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect([webContents.reloads, electron.recorded.exits]).toEqual([1, []]);
    webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect([webContents.reloads, electron.recorded.exits]).toEqual([1, [1]]);
    expect(electron.recorded.errors).toHaveLength(1);
  });

  it('says so where the page cannot be loaded', async () => {
    const { electron } = await boot({ world: { loadFails: true } });
    expect(electron.recorded.errors[0]).toContain('could not be loaded');
    expect(electron.recorded.exits).toEqual([1]);
  });

  it.each(['visible', 'destroyed'] as const)(
    'takes a load that ended early for no fault once %s',
    async (state) => {
      asPlatform('darwin');
      const { electron } = await boot();
      electron.world.loadFails = true;
      electron.recorded.windows[0]!.close();
      electron.app.emit('activate', {});
      electron.recorded.windows[1]![state] = true;
      await settle();
      expect(electron.recorded.errors).toEqual([]);
    },
  );
});

describe('size and place', () => {
  const state = { x: 300, y: 200, width: 900, height: 700, maximised: false };
  const screens = [
    { x: 0, y: 0, width: 1920, height: 1040 },
    { x: 1920, y: -200, width: 1280, height: 1000 },
  ];

  it('come back with the next start', async () => {
    asPlatform('darwin');
    const { electron, dataDir } = await boot();
    const [first] = electron.recorded.windows;
    first!.bounds = { x: 300, y: 200, width: 900, height: 700 };
    first!.maximised = true;
    first!.close();
    expect(JSON.parse(readFileSync(join(dataDir, 'window.json'), 'utf8'))).toEqual({
      ...state,
      maximised: true,
    });
    electron.app.emit('activate', {});
    const second = electron.recorded.windows[1]!;
    expect(second.options).toMatchObject({ x: 300, y: 200, width: 900, height: 700 });
    expect(second.calls).toEqual([]);
    second.emit('ready-to-show');
    expect(second.calls).toEqual(['maximize', 'show']);
  });

  it.each([
    ['no file', null],
    ['an empty file', ''],
    ['no JSON', '{'],
    ['bytes', '\u0000\u0001\ufffd'],
    ['null', 'null'],
    ['a list', '[1,2,3]'],
    ['a missing field', JSON.stringify({ ...state, x: undefined })],
    ['one field more', JSON.stringify({ ...state, preload: '/evil.js' })],
    ['a text for a number', JSON.stringify({ ...state, x: '300' })],
    ['a fraction', JSON.stringify({ ...state, x: 0.5 })],
    ['a negative width', JSON.stringify({ ...state, width: -1 })],
    ['a huge number', JSON.stringify({ ...state, height: 1e12 })],
    ['infinity', '{"x":1e999,"y":0,"width":900,"height":700,"maximised":false}'],
    ['a number for a truth value', JSON.stringify({ ...state, maximised: 1 })],
  ])('are the usual ones after %s', (_, text) => {
    const file = join(tempFolder(), 'window.json');
    if (text !== null) writeFileSync(file, text);
    expect(readWindowState(file)).toBeNull();
    expect(placeWindow(null, screens)).toEqual({ width: 1280, height: 840 });
  });

  it('are read as they were written', () => {
    const file = join(tempFolder(), 'window.json');
    writeWindowState(file, state);
    expect(readWindowState(file)).toEqual(state);
  });

  it('are forgotten without a word where the folder cannot be written', () => {
    expect(() => writeWindowState(join(tempFolder(), 'missing/window.json'), state)).not.toThrow();
  });

  it.each([
    ['on the first screen', state, { x: 300, y: 200, width: 900, height: 700 }],
    ['on the second screen', { ...state, x: 2000, y: -150 }, { x: 2000, y: -150, width: 900, height: 700 }],
    ['over both screens', { ...state, x: 1700 }, { x: 1700, y: 200, width: 900, height: 700 }],
    [
      'larger than its screen',
      { ...state, width: 5000, height: 4000 },
      { x: 300, y: 200, width: 1920, height: 1040 },
    ],
    ['too small', { ...state, width: 200, height: 100 }, { x: 300, y: 200, width: 760, height: 520 }],
    ['left of all screens', { ...state, x: -5000 }, null],
    ['with a corner only', { ...state, x: -850 }, null],
    ['above all screens', { ...state, y: -900 }, null],
    ['below all screens', { ...state, y: 1030 }, null],
    ['right of all screens', { ...state, x: 3150 }, null],
  ])('keep the window in reach: %s', (_, saved, expected) => {
    expect(placeWindow(saved, screens)).toEqual(expected ?? { width: 1280, height: 840 });
  });
});
