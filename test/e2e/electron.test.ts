import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { Bridge } from '../../shared/bridge.ts';
import { repository } from '../helpers/paths.ts';

/** The desktop app in Electron itself, where its runtime was fetched and there is a display for it. */
const runtime = (): string | null => {
  const folder = join(repository, 'node_modules/electron');
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return null;
  const program = join(folder, 'dist', readFileSync(note, 'utf8').trim());
  return existsSync(program) ? program : null;
};
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const program = hasDisplay ? runtime() : null;

const dataDir = mkdtempSync(join(tmpdir(), 'groundwork-desktop-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const open = async (): Promise<{ readonly app: ElectronApplication; readonly page: Page }> => {
  const app = await _electron.launch({
    executablePath: program!,
    args: [join(repository, 'dist/main/electron.js'), '--data', dataDir],
  });
  const page = await app.firstWindow();
  await page.waitForSelector('h1');
  return { app, page };
};

describe.skipIf(program === null)(
  'the desktop app (needs "npx install-electron", and a display on Linux)',
  () => {
    it('opens its page from its own scheme, in a sandbox, with four things to reach', async () => {
      const { app, page } = await open();
      expect(page.url()).toMatch(/^app:\/\/groundwork\/index\.html/);
      expect(await page.evaluate(() => typeof (globalThis as { require?: unknown }).require)).toBe(
        'undefined',
      );
      const reached = await page.evaluate(() =>
        Object.keys((globalThis as unknown as { groundwork: object }).groundwork),
      );
      expect(reached.toSorted((a, b) => a.localeCompare(b))).toEqual(['call', 'can', 'onAction', 'upload']);
      expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
      const outside = await page.evaluate(() =>
        fetch('https://example.org/').then(
          () => 'reached',
          () => 'refused',
        ),
      );
      expect(outside).toBe('refused');
      await app.close();
    });

    it('keeps a tick over a restart', async () => {
      const first = await open();
      const reply = await first.page.evaluate(() =>
        (globalThis as unknown as { groundwork: Bridge }).groundwork.call('topics.setStatus', {
          request: '01940000-0000-7000-8000-000000000001',
          topic: 'git.01',
          status: 'done',
        }),
      );
      expect(reply.ok).toBe(true);
      await first.app.close();
      const second = await open();
      const read = await second.page.evaluate(() =>
        (globalThis as unknown as { groundwork: Bridge }).groundwork.call('topics.list', { skill: 'git' }),
      );
      expect(JSON.stringify(read)).toContain('"done"');
      await second.app.close();
    });
  },
);
