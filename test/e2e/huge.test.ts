import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { huge, makeHuge } from '../helpers/huge.ts';
import { launchBrowser, startHost, type OpenPage, type RunningHost } from '../helpers/web-host.ts';
import { goTo, openAt, shot, sidewaysOf, standing, usedFolder } from './stage.ts';

const executable = inject('chromium');
const END = huge.longTopics - 1;

describe.skipIf(executable === '')('100,000 topics of one’s own (needs a Chromium)', () => {
  const { dataDir, file, remove } = usedFolder();
  let browser: Browser;
  let host: RunningHost;
  let open: OpenPage;

  beforeAll(async () => {
    makeHuge(file);
    host = await startHost({ dataDir });
    browser = await launchBrowser(executable);
    open = await openAt(browser, host, '/today', host.address);
    await open.page.setViewportSize({ width: 1280, height: 800 });
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    remove();
  });

  it('starts in a few seconds and counts them all', async () => {
    const { page, problems } = open;
    await goTo(page, '/skills');
    await page.getByText(/^8,?1\d\d skills, 100,?\d{3} topics\. You have ticked 0\.$/).waitFor();
    await page.getByRole('treeitem', { name: new RegExp(`^${huge.title}`) }).waitFor();
    expect(problems).toEqual([]);
  });

  it('opens the category of 8,001 skills and scrolls to its end, with few rows in the page', async () => {
    const { page, problems } = open;
    const category = page.getByRole('treeitem', { name: new RegExp(`^${huge.title}`) });
    await category.focus();
    const began = performance.now();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('link', { name: 'A checklist of 20,000' }).waitFor();
    expect(performance.now() - began).toBeLessThan(2_000);
    await shot(page, 'huge-skills');
    await page.keyboard.press('End');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-posinset')))
      .toBe('8001');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toMatch(/list|قواعد|I can/);
    expect(await page.getByRole('treeitem').count()).toBeLessThan(150);
    await shot(page, 'huge-skills-end');
    expect(await sidewaysOf(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('scrolls by wheel without holes', async () => {
    const { page } = open;
    await page.keyboard.press('Home');
    await page.mouse.move(700, 400);
    for (let turn = 0; turn < 5; turn += 1) await page.mouse.wheel(0, 20_000);
    await expect
      .poll(() =>
        page.evaluate(
          () =>
            [...document.querySelectorAll('[role=treeitem]')].filter((row) => row.textContent === '').length,
        ),
      )
      .toBe(0);
    const top = await page.evaluate(() => document.querySelector('main')!.scrollTop);
    expect(top).toBeGreaterThan(50_000);
  });

  it('opens the skill of 20,000 topics, goes to its end by key, and ticks there', async () => {
    const { page, problems } = open;
    await goTo(page, `/skills/${huge.longSkill}`);
    const row = (index: number) => page.locator(`[role=listitem][data-index='${index}']`);
    await row(0).getByRole('checkbox').waitFor();
    await shot(page, 'huge-skill');
    await row(0).focus();
    const began = performance.now();
    await page.keyboard.press('End');
    await row(END).getByRole('checkbox').waitFor();
    expect(performance.now() - began).toBeLessThan(2_000);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-index')))
      .toBe(String(END));
    await page.keyboard.press('Space');
    await page.getByText(/^1 of 20,?000$/).waitFor();
    expect(await row(END).getByRole('checkbox').getAttribute('aria-checked')).toBe('true');
    expect(await page.getByRole('listitem').count()).toBeLessThan(250);
    await shot(page, 'huge-skill-end');
    expect(await sidewaysOf(page)).toEqual([]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => row(END).getByRole('checkbox').getAttribute('aria-checked')).toBe('false');
    await expect
      .poll(
        async () => {
          const box = (await row(END).boundingBox())!;
          return Math.round(box.y + box.height);
        },
        { message: 'the bottom of the last row, which has the focus, in a window of 800' },
      )
      .toBeLessThanOrEqual(800);
    expect(problems).toEqual([]);
  });

  it('knows all 20,000 in one step and takes them back in one', async () => {
    const { page, problems } = open;
    await page.getByRole('button', { name: 'I know this already' }).click();
    await page.getByText(/^20,?000 of 20,?000$/).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText(/^0 of 20,?000$/).waitFor();
    expect(problems).toEqual([]);
  });

  it('selects all 20,000 by key, sets them in one step, and takes that back in one', async () => {
    const { page, problems } = open;
    await page.locator('[role=listitem][data-index]').first().focus();
    await page.keyboard.press('Control+a');
    await page.getByText(/^20,?000 topics selected$/).waitFor();
    await page.keyboard.press('2');
    const status = () =>
      page.locator('[role=listitem]').first().getByRole('checkbox').getAttribute('aria-label');
    await expect.poll(status).toMatch(/^Learning/);
    await page.keyboard.press('Control+z');
    await expect.poll(status).toMatch(/^To do/);
    await page.keyboard.press('Escape');
    expect(problems).toEqual([]);
  });

  it('leads to a topic far down by its address', async () => {
    const { page, problems } = open;
    await goTo(page, '/skills');
    await goTo(page, `/skills/${huge.longSkill}/${huge.longSkill}.15000`);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^15001\. /);
    expect(problems).toEqual([]);
  });

  it('shows right-to-left text from the right, with its full stop at its left end', async () => {
    const { page } = open;
    const text = page.getByText(/أستطيع/).first();
    const direction = await text.evaluate((element) => {
      let node: Element | null = element;
      while (node && getComputedStyle(node).unicodeBidi !== 'plaintext' && node.getAttribute('dir') === null)
        node = node.parentElement;
      return node === document.documentElement || node === null ? 'as the page' : 'of its own';
    });
    expect(direction).toBe('of its own');
  });

  it('wraps long and right-to-left titles in a small window', async () => {
    const { page } = open;
    await page.setViewportSize({ width: 760, height: 520 });
    await page.getByRole('listitem').first().waitFor();
    await page.evaluate(() => document.querySelector('main')!.scrollTo(0, 400));
    await standing(page);
    expect(await sidewaysOf(page)).toEqual([]);
    await shot(page, 'huge-skill-760');
  });
});
