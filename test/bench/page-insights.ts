import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { findChromium } from '../helpers/chromium-setup.ts';
import { launchBrowser, startHost } from '../helpers/web-host.ts';
import { fiveYears } from './insights.ts';
import { addPairs, figureOf, noPairs, settled, type Collected, type Figure } from './measure.ts';
import { freshTab, usableAfter } from './page-nav.ts';
import { BLANK, type Setting } from './setting.ts';

const ROUNDS = 10;
const WARM_UP = 2;
/** After the first frame that shows the room. */
const AT_MOST_MS = 300;
/** Today stands, the other rooms are fetched, and the start's own check is over. */
const SETTLED_MS = 2_500;

/**
 * Five years of use with 200,000 events, on a host that was just started: from the first frame of Insights until all
 * its charts are painted, and the same once more after a look at Today. The floor is a blank page of the same
 * host.
 */
export const measureInsightsPage = async (setting: Setting): Promise<Figure[]> => {
  const program = await findChromium();
  if (program === '') return [];
  const browser = await launchBrowser(program);
  const figures: Figure[] = [];
  try {
    for (const topics of [866, 100_000] as const) {
      const { dir } = fiveYears(setting, topics);
      const first = noPairs();
      const again = noPairs();
      for (let round = 0; round < ROUNDS + WARM_UP; round += 1)
        await visit(browser, { dir, entry: join(setting.dist, 'main/web.js'), first, again });
      for (const [kind, pairs] of Object.entries({ first, again }) as ['first' | 'again', Collected][]) {
        const goal = { by: 'median_ms', atMost: AT_MOST_MS } as const;
        const name = kind === 'first' ? 'insights-page' : 'insights-page-again';
        figures.push(figureOf(name, topics, settled(pairs, WARM_UP), goal));
      }
    }
  } finally {
    await browser.close();
  }
  return figures;
};

type Visit = {
  readonly dir: string;
  readonly entry: string;
  readonly first: Collected;
  readonly again: Collected;
};

const visit = async (browser: Browser, { dir, entry, first, again }: Visit): Promise<void> => {
  const host = await startHost({ dataDir: dir, entry });
  const blank = await freshTab(browser);
  const page = await freshTab(browser);
  try {
    await page.goto(host.address);
    await page.waitForSelector('main [role=meter]');
    await page.waitForTimeout(SETTLED_MS);
    const floor = (): Promise<number> => usableAfter(blank, `${host.origin}/${BLANK}`, 'input');
    await addPairs(first, 1, floor, () => openInsights(page));
    await page.click('a[href="#/today"]');
    await page.waitForSelector('main [role=meter]');
    await page.waitForTimeout(SETTLED_MS / 5);
    await addPairs(again, 1, floor, () => openInsights(page));
  } finally {
    await page.context().close();
    await blank.context().close();
    await host.stop();
  }
};

/** Every part of the room with the newest answer to it: three charts, the categories, and where the points came from. */
const PARTS = ['#readiness svg path', '#work svg', '#weeks svg', '#categories table', '#gains li'] as const;

/** Milliseconds from the first painted frame of the room to the one with all its charts. */
const openInsights = (page: Page): Promise<number> =>
  page.evaluate(
    async ([parts]) => {
      const main = document.querySelector('main')!;
      const until = (is: () => boolean): Promise<void> =>
        new Promise((resolve) => {
          const look = (): void => {
            if (!is()) return;
            watch.disconnect();
            resolve();
          };
          const watch = new MutationObserver(look);
          watch.observe(main, { childList: true, subtree: true });
        });
      const isThere = until(() => parts.every((part) => document.querySelector(part)));
      const isOpen = until(() => main.querySelector('h1')?.textContent === 'Insights');
      document.querySelector<HTMLElement>('a[href="#/insights"]')!.click();
      await isOpen;
      await globalThis.nextFrame();
      const opened = performance.now();
      await isThere;
      await globalThis.nextFrame();
      return performance.now() - opened;
    },
    [PARTS] as const,
  );
