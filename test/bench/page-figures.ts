import type { Page } from 'playwright-core';
import { inBrowser, withFrames } from './browser.ts';
import { addPairs, figureOf, noPairs, settled, type Figure } from './measure.ts';
import { BLANK, SIZES, type Setting } from './setting.ts';

const CLICKS = 40;
const WARM_UP = 5;

/**
 * On Today: from the click on a step's status control to the figures of the committed state painted. The answer of the
 * command is watched on its way in; the frame after it shows the figures that it brought. The floor is a bare page of the
 * same host that sends one committed command (a setting) at a click and shows a text when the answer is there.
 */
export const measureFiguresPaint = (setting: Setting): Promise<Figure[]> =>
  inBrowser(setting, async (browser, hosts) => {
    const subjects = [];
    for (const size of SIZES) {
      const host = hosts.get(size)!;
      const today = await withReplies(await withFrames(await browser.newPage()));
      await today.goto(await host.nextAddress());
      await today.waitForSelector('main [role=checkbox]');
      const blank = await withFrames(await browser.newPage());
      await blank.goto(`${host.origin}/${BLANK}`);
      const token = await today.evaluate(() => sessionStorage.getItem('groundwork.token')!);
      subjects.push({ size, today, blank, token, moved: 0, pairs: noPairs() });
    }
    for (let index = 0; index < CLICKS + WARM_UP; index += 1) {
      for (const subject of subjects) {
        const { today, blank, token, pairs } = subject;
        await addPairs(
          pairs,
          1,
          () => bareCommand(blank, { token, index }),
          async () => {
            const { time, moved } = await tickOnToday(today);
            if (moved) subject.moved += 1;
            return time;
          },
        );
      }
    }
    return subjects.map(({ size, pairs, moved }) => {
      if (moved < CLICKS / 2) throw new Error(`At ${size} only ${moved} ticks moved a figure in sight.`);
      return figureOf('figures-paint', size, settled(pairs, WARM_UP), { by: 'p95_ms', atMost: 33 });
    });
  });

declare global {
  // Declared for the functions that run in the page: called when the answer of a tick was read.
  var onTickReply: (() => void) | undefined;
}

const withReplies = async (page: Page): Promise<Page> => {
  await page.addInitScript(() => {
    const plain = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const response = await plain(input, init);
      if (typeof init?.body !== 'string' || !init.body.includes('topics.setStatus')) return response;
      const read = response.json.bind(response);
      response.json = async () => {
        const value: unknown = await read();
        globalThis.onTickReply?.();
        return value;
      };
      return response;
    };
  });
  return page;
};

/** Ticks or unticks the first step, and says whether what the bars show has changed. */
const tickOnToday = (page: Page): Promise<{ readonly time: number; readonly moved: boolean }> =>
  page.evaluate(async () => {
    // The screen reads again 120 ms after a tick; the next one comes when that is over, at any moment of a frame.
    await new Promise((resolve) => setTimeout(resolve, 200 + 40 * Math.random()));
    const bars = (): string =>
      [...document.querySelectorAll('main [role=group]')].map((group) => group.outerHTML).join();
    const before = bars();
    const control = document.querySelector<HTMLElement>('main [role=checkbox]')!;
    const replied = new Promise<void>((resolve) => (globalThis.onTickReply = resolve));
    const start = performance.now();
    control.click();
    await replied;
    await globalThis.nextFrame();
    const time = performance.now() - start;
    return { time, moved: bars() !== before };
  });

const bareCommand = (page: Page, turn: { readonly token: string; readonly index: number }): Promise<number> =>
  page.evaluate(async ({ token, index }) => {
    await new Promise((resolve) => setTimeout(resolve, 40 * Math.random()));
    const control = document.querySelector('input')!;
    const start = performance.now();
    control.click();
    const response = await fetch('/rpc', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify({ name: 'settings.set', input: { hoursPerWeek: 5 + (index % 2) } }),
    });
    const reply = (await response.json()) as { readonly ok: boolean };
    if (!reply.ok) throw new Error('The floor was refused.');
    document.querySelector('p')!.textContent = String(index);
    await globalThis.nextFrame();
    return performance.now() - start;
  }, turn);
