import type { Page } from 'playwright-core';
import { BIG_SKILL } from './huge.ts';
import { inBrowser, withFrames } from './browser.ts';
import { figureOf, type Figure } from './measure.ts';
import { BLANK, type Setting } from './setting.ts';

const SIZE = 100_000;
const FRAMES = 400;
/** Pixels in a frame: a hard turn of the wheel. */
const STEP = 320;
/** Once in so many frames the thumb of the scroll bar is dragged far away, where nothing was read yet. */
const JUMP = 40;
const WARM_UP = 20;

/**
 * Scrolling the skill of 20,000 topics: the longest time from one frame to the next. The floor moves a plain block of the
 * same height on a blank page.
 */
export const measureScroll = (setting: Setting): Promise<Figure[]> =>
  inBrowser(setting, async (browser, hosts) => {
    const host = hosts.get(SIZE)!;
    const page = await withFrames(await browser.newPage());
    await page.goto(await host.nextAddress());
    await page.waitForSelector('main [role=meter]');
    await page.evaluate((hash) => void (location.hash = hash), `/skills/${BIG_SKILL}`);
    await page.waitForSelector('main [role=list] [role=checkbox]');
    const blank = await withFrames(await browser.newPage());
    await blank.goto(`${host.origin}/${BLANK}`);
    await blank.evaluate(() => {
      const block = document.createElement('main');
      block.innerHTML = '<div></div>';
      document.body.append(block);
      Object.assign(block.style, { height: '600px', overflow: 'auto' });
      Object.assign((block.firstElementChild as HTMLElement).style, { height: '800000px' });
    });
    const pairs = { subject: await framesOf(page), floor: await framesOf(blank) };
    return [figureOf('scroll', SIZE, pairs, { by: 'max_ms', atMost: 50 })];
  });

/** Milliseconds from each frame to the next while it scrolls. */
const framesOf = async (page: Page): Promise<number[]> => {
  await page.bringToFront();
  return page.evaluate(
    async ({ frames, step, jump, warmUp }) => {
      const scroller = document.querySelector('main')!;
      const times: number[] = [];
      const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      let before = await nextFrame();
      for (let frame = 0; frame < frames + warmUp; frame += 1) {
        const far = frame % jump === jump - 1 ? scroller.scrollHeight / 7 : 0;
        const room = scroller.scrollHeight - scroller.clientHeight;
        scroller.scrollTop = (scroller.scrollTop + step + far) % room;
        const at = await nextFrame();
        times.push(at - before);
        before = at;
      }
      if (scroller.scrollHeight < 500_000) throw new Error(`Only ${scroller.scrollHeight} pixels to scroll.`);
      return times.slice(warmUp);
    },
    { frames: FRAMES, step: STEP, jump: JUMP, warmUp: WARM_UP },
  );
};
