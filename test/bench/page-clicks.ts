import type { Browser, Page } from 'playwright-core';
import { BIG_SKILL } from './huge.ts';
import type { RunningHost } from '../helpers/web-host.ts';
import { inBrowser, withFrames } from './browser.ts';
import { addPairs, figureOf, median, noPairs, ratioFigure, settled, type Figure } from './measure.ts';
import { BLANK, bigSkillOf, SIZES, type Setting, type Size } from './setting.ts';

const CLICKS = 60;
const WARM_UP = 10;
/** One frame at 60 Hz, and what the painting of the frame and the message after it may take on a busy machine. */
const FRAME_MS = 16.7;
const MARGIN_MS = 4;
/** A skill of the catalogue with eight topics, the same in every file, so that only the file differs. */
const SKILL = 'postgresql';

/** Milliseconds after a click: script and layout done; the next frame painted. */
type Click = { readonly layout: number; readonly paint: number };

/**
 * A click on a topic's status control. `click-layout`: the event, React's work and a forced layout, in the page.
 * `click-paint`: until the next frame is painted, at a random moment of the frame; 95 % within one frame means that the
 * 95th percentile lies below one frame. The floor is a bare checkbox on a blank page that moves one text.
 */
export const measureClicks = (setting: Setting): Promise<Figure[]> =>
  inBrowser(setting, async (browser, hosts) => {
    const blank = await withFrames(await browser.newPage());
    await blank.goto(`${hosts.get(866)!.origin}/${BLANK}`);
    const subjects: Subject[] = [];
    for (const size of SIZES) {
      const host = hosts.get(size)!;
      subjects.push(await openSkill(browser, host, { kind: '', skill: SKILL, size }));
      if (bigSkillOf(size) > 0) {
        subjects.push(await openSkill(browser, host, { kind: '-big', skill: BIG_SKILL, size }));
      }
    }
    for (let index = 0; index < CLICKS + WARM_UP; index += 1) {
      for (const { page, layout, paint } of subjects) {
        const clicks: Click[] = [];
        const side = (from: Page) => async (): Promise<number> => {
          const click = await clickOn(from, index);
          clicks.push(click);
          return click.layout;
        };
        await addPairs(layout, 1, side(blank), side(page));
        const floorFirst = layout.floor.length % 2 === 1;
        const [first, second] = clicks as [Click, Click];
        paint.floor.push((floorFirst ? first : second).paint);
        paint.subject.push((floorFirst ? second : first).paint);
      }
    }
    return figuresOf(subjects);
  });

type Subject = {
  readonly kind: '' | '-big';
  readonly size: Size;
  readonly page: Page;
  readonly layout: ReturnType<typeof noPairs>;
  readonly paint: ReturnType<typeof noPairs>;
};

const openSkill = async (
  browser: Browser,
  host: RunningHost,
  { kind, skill, size }: { readonly kind: '' | '-big'; readonly skill: string; readonly size: Size },
): Promise<Subject> => {
  const page = await withFrames(await browser.newPage());
  await page.goto(await host.nextAddress());
  await page.waitForSelector('main [role=meter]');
  await page.evaluate((hash) => void (location.hash = hash), `/skills/${skill}`);
  await page.waitForSelector('main [role=list] [role=checkbox]');
  return { kind, size, page, layout: noPairs(), paint: noPairs() };
};

/** Clicks one of the first controls. React's work of a click is done in the microtask that follows it. */
const clickOn = (page: Page, index: number): Promise<Click> =>
  page.evaluate(async (turn) => {
    const all = document.querySelectorAll<HTMLElement>('main [role=list] [role=checkbox], input');
    const control = all[turn % Math.min(8, all.length)]!;
    const text = document.querySelector('body > p');
    if (text) control.onchange = () => (text.textContent = String(Number(text.textContent) + 1));
    const shown = (): unknown => text?.textContent ?? control.getAttribute('aria-checked');
    await new Promise((resolve) => setTimeout(resolve, 20 + 40 * Math.random()));
    const before = shown();
    const start = performance.now();
    control.click();
    await Promise.resolve();
    const height = document.body.offsetHeight;
    const layout = performance.now() - start;
    if (height < 0 || shown() === before) throw new Error('The click changed nothing in time.');
    await globalThis.nextFrame();
    return { layout, paint: performance.now() - start };
  }, index);

const figuresOf = (subjects: readonly Subject[]): Figure[] => {
  const layouts = subjects.map(({ kind, size, layout }) => ({ kind, size, pairs: settled(layout, WARM_UP) }));
  const of = (kind: string, size: Size): number =>
    median(layouts.find((each) => each.kind === kind && each.size === size)!.pairs.subject);
  const frame = { by: 'p95_ms', atMost: FRAME_MS + MARGIN_MS } as const;
  return [
    ...layouts.map(({ kind, size, pairs }) =>
      figureOf(`click-layout${kind}`, size, pairs, { by: 'median_ms', atMost: 2 }),
    ),
    ratioFigure('click-layout-flat', 100_000, of('', 100_000) / of('', 866), 1.15),
    ratioFigure('click-layout-big-flat', 100_000, of('-big', 100_000) / of('-big', 10_000), 1.15),
    ...subjects.map(({ kind, size, paint }) =>
      figureOf(`click-paint${kind}`, size, settled(paint, WARM_UP), frame),
    ),
  ];
};
