import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { onFile } from '../helpers/data-file.ts';
import { tabTo } from './keys.ts';
import { openAt, shot } from './stage.ts';
import { useStage } from './use-stage.ts';

const executable = inject('chromium');

describe.skipIf(executable === '')('by keyboard alone (needs a Chromium)', () => {
  const stage = useStage(executable);

  const onTopic = (page: Page): Promise<boolean> =>
    page.evaluate(() => document.activeElement?.matches('[role=listitem][data-index]') ?? false);

  it('keeps the selected line of the palette in sight, and begins each answer at its top', async () => {
    const { page } = await openAt(stage.browser, stage.host, '/skills');
    const list = page.getByRole('listbox');
    const selected = page.locator('[role=option][aria-selected=true]');
    const isInSight = async (): Promise<boolean> => {
      const [box, line] = [await list.boundingBox(), await selected.boundingBox()];
      return line!.y >= box!.y && line!.y + line!.height <= box!.y + box!.height;
    };
    await page.keyboard.press('Control+k');
    await page.keyboard.type('se');
    // Each answer begins at its first line, so the one to all that was typed has to be there.
    await page.locator('[role=listbox]:not([aria-busy])').waitFor();
    await page.getByRole('option').nth(12).waitFor();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => list.evaluate((box) => box.scrollTop)).toBeGreaterThan(0);
    await expect.poll(isInSight).toBe(true);
    await page.keyboard.type('r');
    await expect.poll(() => list.evaluate((box) => box.scrollTop)).toBe(0);
    await expect.poll(isInSight).toBe(true);
    await page.close();
  });

  it('finds a skill through the palette, ticks, writes a note, adds a resource, undoes, filters, and saves the filter', async () => {
    const { page, problems } = await openAt(stage.browser, stage.host, '/skills');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('postgress');
    await page.getByRole('option', { name: /^PostgreSQL ?Skill .*near: postgresql$/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'PostgreSQL' }).waitFor();

    // A row whose topic is still being read has nothing to tick.
    for (const level of ['#level-1', '#level-2'])
      await page.locator(level).getByRole('checkbox').first().waitFor();
    for (let presses = 0; presses < 60 && !(await onTopic(page)); presses += 1)
      await page.keyboard.press('Tab');
    // Rows by level and number, so that a key that went astray is seen for what it did.
    const ticked = () =>
      page.evaluate(() => {
        const place = (element: Element | null): string =>
          `${element?.closest('section')?.id} ${element?.closest('[data-index]')?.getAttribute('data-index')}`;
        const boxes = [...document.querySelectorAll('[role=checkbox][data-status=done]')];
        return { done: boxes.map(place), focus: place(document.activeElement) };
      });
    for (let ticks = 0; ticks < 3; ticks += 1) {
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
    }
    await expect.poll(ticked).toEqual({ done: ['level-1 0', 'level-1 1', 'level-2 0'], focus: 'level-2 1' });

    await tabTo(page, /^Write a note$/);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Use **EXPLAIN** first.');
    await page.keyboard.press('Tab');
    await tabTo(page, /^Done$/);
    await page.keyboard.press('Enter');
    await page.getByText('EXPLAIN').waitFor();
    await expect
      .poll(() => onFile<{ text: string }>(stage.file, 'SELECT text FROM note').map(({ text }) => text))
      .toEqual(['Use **EXPLAIN** first.']);

    await page.locator('#resources').getByRole('button', { name: 'Add' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('The manual');
    await page.keyboard.press('Tab');
    await page.keyboard.type('www.postgresql.org/docs/');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'The manual' }).waitFor();
    await shot(page, 'keyboard-skill');

    await page.getByRole('button', { name: /^Undo: add the resource/ }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('link', { name: 'The manual' }).waitFor({ state: 'detached' });

    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByRole('heading', { level: 1, name: 'Skills' }).waitFor();
    await tabTo(page, /^Has note/);
    await page.keyboard.press('Enter');
    await page.getByRole('treeitem', { name: /PostgreSQL/ }).waitFor();
    await expect.poll(() => page.getByRole('treeitem', { level: 2 }).count()).toBe(1);
    await tabTo(page, /^Save filter/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('With a note');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => onFile(stage.file, 'SELECT name, filter FROM saved_filter'))
      .toEqual([{ name: 'With a note', filter: '{"hasNote":true}' }]);
    const isSaved = () =>
      onFile<{ n: number }>(stage.file, 'SELECT count(*) AS n FROM saved_filter WHERE retired = 0')[0]!.n;
    await tabTo(page, /^Remove “With a note”/);
    await page.keyboard.press('Enter');
    await expect.poll(isSaved).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(isSaved).toBe(1);
    await page.getByRole('button', { name: 'Saved: With a note', exact: true }).waitFor();
    expect(problems).toEqual([]);
    await page.close();
  });
});
