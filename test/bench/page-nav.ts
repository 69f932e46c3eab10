import type { Browser, Page } from 'playwright-core';
import { inBrowser, withFrames } from './browser.ts';
import { addPairs, figureOf, median, noPairs, ratioFigure, settled, type Figure } from './measure.ts';
import { BLANK, SIZES, type Setting } from './setting.ts';

const ROUNDS = 14;
const WARM_UP = 2;
const FIGURE = 'main [role=meter]';

/**
 * From the navigation to a usable Today: the first figure stands in the page and a frame is painted. The floor is a blank
 * page of the same server. `nav-today` is the first visit after a start, in a context of its own: nothing is cached, since
 * every start has a new port, and the address is traded for a token. `nav-today-again` is the same tab once more.
 */
export const measureNavigation = (setting: Setting): Promise<Figure[]> =>
  inBrowser(setting, async (browser, hosts) => {
    const subjects = SIZES.map((size) => ({
      size,
      host: hosts.get(size)!,
      first: noPairs(),
      again: noPairs(),
    }));
    for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
      for (const { host, first, again } of subjects) {
        const blank = `${host.origin}/${BLANK}`;
        const address = await host.nextAddress();
        const tabs: Page[] = [];
        const visit = (url: string, selector: string) => async (): Promise<number> => {
          const page = await freshTab(browser);
          tabs.push(page);
          return usableAfter(page, url, selector);
        };
        await addPairs(first, 1, visit(blank, 'input'), visit(address, FIGURE));
        const today = tabs.find((page) => !page.url().endsWith(BLANK))!;
        again.floor.push(await usableAfter(today, blank, 'input'));
        again.subject.push(await usableAfter(today, `${host.origin}/`, FIGURE));
        for (const page of tabs) await page.context().close();
      }
    }
    return (['first', 'again'] as const).flatMap((kind) => {
      const name = kind === 'first' ? 'nav-today' : 'nav-today-again';
      const measured = subjects.map((subject) => ({
        size: subject.size,
        pairs: settled(subject[kind], WARM_UP),
      }));
      const flat = median(measured.at(-1)!.pairs.subject) / median(measured[0]!.pairs.subject);
      return [
        ...measured.map(({ size, pairs }) => figureOf(name, size, pairs, { by: 'ratio', atMost: 1.6 })),
        ratioFigure(`${name}-flat`, SIZES.at(-1)!, flat, 1.1),
      ];
    });
  });

declare global {
  // Declared for the functions that run in the page: the moment, in milliseconds since 1970, or not yet.
  var usableAt: number | undefined;
}

/** A tab in a context of its own that notes when a blank page, or Today, is usable. */
export const freshTab = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext();
  const page = await withFrames(await context.newPage());
  await page.addInitScript(() => {
    const look = (): void => {
      if (!document.querySelector(document.URL.endsWith('blank.html') ? 'input' : 'main [role=meter]'))
        return;
      watch.disconnect();
      void globalThis
        .nextFrame()
        .then(() => (globalThis.usableAt = performance.timeOrigin + performance.now()));
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true });
  });
  return page;
};

/** Both clocks count from the same moment, since the browser runs on the same computer. */
export const usableAfter = async (page: Page, url: string, selector: string): Promise<number> => {
  const start = performance.timeOrigin + performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForSelector(selector);
  await page.waitForFunction(() => globalThis.usableAt !== undefined);
  return (await page.evaluate(() => globalThis.usableAt!)) - start;
};
