import type { Browser, Page } from 'playwright-core';
import type { RunningHost } from '../helpers/web-host.ts';
import { inBrowser, withFrames } from './browser.ts';
import { addPairs, figureOf, noPairs, settled, type Figure } from './measure.ts';
import { BLANK, SIZES, type Setting, type Size } from './setting.ts';

/** What somebody types, letter by letter: names, a word of many topics, one with an error, one of two words. */
const WORDS = ['postgres', 'authentication', 'explain', 'postgress', 'message queue', 'kubernetes'];
/** With one round, the three slowest letters of a page that is still warming up would decide. */
const ROUNDS = 4;
const WARM_UP = 12;
/** Two frames at 60 Hz. */
const GOAL_MS = 33;

/**
 * In the palette, each letter of a word: from its input event, at a random moment of the frame, until what was found for it
 * is painted. The floor asks the same host for a bare file after each letter and paints one text.
 */
export const measureTyping = (setting: Setting): Promise<Figure[]> =>
  inBrowser(setting, async (browser, hosts) => {
    const figures: Figure[] = [];
    for (const size of SIZES) figures.push(await typingOn(browser, hosts.get(size)!, size));
    return figures;
  });

const typingOn = async (browser: Browser, host: RunningHost, size: Size): Promise<Figure> => {
  const page = await withFrames(await browser.newPage());
  await page.goto(await host.nextAddress());
  await page.waitForSelector('main [role=meter]');
  await page.keyboard.press('Control+k');
  await page.waitForSelector('[role=combobox]');
  const blank = await withFrames(await browser.newPage());
  await blank.goto(`${host.origin}/${BLANK}`);
  const pairs = noPairs();
  for (const word of Array.from({ length: ROUNDS }, () => WORDS).flat()) {
    for (let length = 1; length <= word.length; length += 1) {
      const typed = word.slice(0, length);
      // A space at the end asks nothing new.
      if (typed.endsWith(' ')) continue;
      await addPairs(
        pairs,
        1,
        () => bareLetter(blank),
        () => letter(page, typed),
      );
    }
    await page.fill('[role=combobox]', '');
  }
  await page.close();
  await blank.close();
  return figureOf('typing-paint', size, settled(pairs, WARM_UP), { by: 'p95_ms', atMost: GOAL_MS });
};

/** The field holds this text from now on. Milliseconds until the answer to it is painted. */
const letter = (page: Page, typed: string): Promise<number> =>
  page.evaluate(async (text) => {
    const field = document.querySelector<HTMLInputElement>('[role=combobox]')!;
    const list = document.querySelector('[role=listbox]')!;
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
    await new Promise((resolve) => setTimeout(resolve, 40 + 40 * Math.random()));
    const answered = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (list.ariaBusy !== null) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(list, { attributes: true, attributeFilter: ['aria-busy'] });
    });
    const start = performance.now();
    set.call(field, text);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await answered;
    await globalThis.nextFrame();
    return performance.now() - start;
  }, typed);

const bareLetter = (page: Page): Promise<number> =>
  page.evaluate(async (file) => {
    const text = document.querySelector('body > p')!;
    await new Promise((resolve) => setTimeout(resolve, 40 + 40 * Math.random()));
    const start = performance.now();
    const reply = await fetch(`/${file}`, { cache: 'no-store' });
    text.textContent = String((await reply.text()).length + Math.random());
    await globalThis.nextFrame();
    return performance.now() - start;
  }, BLANK);
