import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Settings } from '../../shared/model/settings.ts';
import { openCore, testClock, type TestClock, type TestCore } from '../helpers/test-core.ts';
import { repository } from '../helpers/paths.ts';
import { openPage, type OpenPage, type RunningHost } from '../helpers/web-host.ts';

/** Where the pictures of a run go; not kept in the repository. */
export const shotsDir = join(repository, 'test/shots');
export const shot = async (page: Page, name: string): Promise<void> => {
  mkdirSync(shotsDir, { recursive: true });
  await page.screenshot({ path: join(shotsDir, `${name}.png`) });
};

/** A data folder with a file that a person used before the host starts, made by the real core at a movable time. */
export const usedFolder = (
  fill?: (core: TestCore, clock: TestClock) => void,
): { readonly dataDir: string; readonly file: string; readonly remove: () => void } => {
  const dataDir = mkdtempSync(join(tmpdir(), 'groundwork-e2e-'));
  const file = join(dataDir, 'groundwork.db');
  if (fill) {
    const clock = testClock(new Date().toISOString(), Intl.DateTimeFormat().resolvedOptions().timeZone);
    const core = openCore({ file, clock, catalogueDir: join(repository, 'dist/catalogue') });
    fill(core, clock);
    core.close();
  }
  return { dataDir, file, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
};

/** A signed-in tab at a screen. */
export const openAt = async (
  browser: Browser | BrowserContext,
  host: RunningHost,
  path: string,
  address?: string,
): Promise<OpenPage> => {
  const opened = await openPage(browser, address ?? (await host.nextAddress()));
  opened.page.setDefaultTimeout(6_000);
  await opened.page.waitForSelector('h1');
  await goTo(opened.page, path);
  return opened;
};

/** Goes to a screen in the page and waits until it stands: its heading is there and nothing is being read. */
export const goTo = async (page: Page, path: string): Promise<void> => {
  await page.evaluate((to) => {
    location.hash = to;
  }, path);
  await page.waitForURL((url) => url.hash === `#${path}`);
  await standing(page);
};

export const standing = async (page: Page): Promise<void> => {
  await page.waitForSelector('h1');
  await page.waitForFunction(() => document.querySelector('[aria-busy]') === null);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  });
};

/** The figures of a role as the page says them, rounded down: `{ Covered: 12, Proven: 0 }`. */
export const barsOf = (page: Page, role: string): Promise<Record<string, number>> =>
  page
    .getByRole('group', { name: role })
    .getByRole('meter')
    .evaluateAll((meters) =>
      Object.fromEntries(
        meters.map((meter) => [
          meter.getAttribute('aria-label')!,
          Number.parseInt(meter.getAttribute('aria-valuetext')!, 10),
        ]),
      ),
    );

/** The settings as the host has them, asked for with the tab's own token. */
export const settingsOf = (page: Page): Promise<Settings> =>
  page.evaluate(async () => {
    const authorization = `Bearer ${sessionStorage.getItem('groundwork.token')}`;
    const reply = await fetch('/rpc', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ name: 'app.read', input: {} }),
    });
    return ((await reply.json()) as { readonly value: { readonly settings: Settings } }).value.settings;
  });

/** Asks the host with the tab's own token, and makes the page look again. */
export const setSettings = async (page: Page, patch: Partial<Settings>): Promise<void> => {
  await page.evaluate(async (input) => {
    const authorization = `Bearer ${sessionStorage.getItem('groundwork.token')}`;
    await fetch('/rpc', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ name: 'settings.set', input }),
    });
    dispatchEvent(new Event('focus'));
  }, patch);
  const { textSize } = patch;
  if (textSize !== undefined) {
    await page.waitForFunction((size) => document.documentElement.style.fontSize === size, `${textSize}%`);
  }
};

/** What sticks out of the window, stands out of its column or breaks a figure, in words; nothing may. */
export const sidewaysOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const element of [
      document.documentElement,
      ...document.querySelectorAll('main, [role=dialog], [role=menu]'),
    ]) {
      const over = element.scrollWidth - element.clientWidth;
      if (over > 0) found.push(`${element.localName} scrolls ${over} px sideways`);
    }
    const edge = document.documentElement.clientWidth;
    for (const element of document.querySelectorAll(
      'h1, h2, h3, a, button, p, td, th, dd, li, label, input, select',
    )) {
      const box = element.getBoundingClientRect();
      const hidden = box.width <= 1 || box.height <= 1 || element.closest('.sr-only') !== null;
      if (!hidden && (box.right > edge + 1 || box.left < -1)) {
        found.push(
          `${element.localName} “${(element.textContent ?? '').slice(0, 40)}” ends at ${Math.round(box.right)} of ${edge}`,
        );
      }
    }
    for (const table of document.querySelectorAll('table')) {
      const ends = [...table.rows].flatMap((row) => {
        const last = [...row.cells].findLast((cell) => cell.getBoundingClientRect().width > 0);
        return last ? [Math.round(last.getBoundingClientRect().right)] : [];
      });
      if (new Set(ends).size > 1) found.push(`the rows of a table end at ${[...new Set(ends)].join(', ')}`);
    }
    for (const element of document.querySelectorAll('h2, dt, dd span')) {
      const text = element.textContent ?? '';
      const range = document.createRange();
      range.selectNodeContents(element);
      const lines = new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size;
      const isWord = element.childElementCount === 0 && /^\w{1,14}$/.test(text);
      if (isWord && lines > 1) found.push(`the word ${text} is broken`);
    }
    for (const element of document.querySelectorAll('[role=treeitem] span')) {
      const text = element.textContent ?? '';
      const lines =
        element.getClientRects().length === 0
          ? 0
          : element.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(element).lineHeight);
      if (/^\d+\/\d+$/.test(text) && lines > 1.5) found.push(`the figure ${text} is broken into lines`);
    }
    return found.slice(0, 6);
  });
