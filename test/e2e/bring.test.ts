import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { faultsOf } from './axe.ts';
import { openAt, shot, standing } from './stage.ts';
import { useStage } from './use-stage.ts';

const executable = inject('chromium');
const list = `# My reading

## Books

- [x] Read [one](https://example.org/1)
  - [ ] and its notes
- [ ] Read two

Prose that is no task.
`;

describe.skipIf(executable === '')('bringing a list (needs a Chromium)', () => {
  const stage = useStage(executable);

  it('by file: preview, one step, undo; then its export brings nothing new', async () => {
    const { page, problems } = await openAt(stage.browser, stage.host, '/bring');
    const choose = (text: string): Promise<void> =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: 'reading.md', mimeType: 'text/markdown', buffer: Buffer.from(text) });
    await choose(list);
    const bring = page.getByRole('button', { name: 'Bring 3 topics' });
    await bring.waitFor();
    await page.getByText('and its notes').waitFor();
    await standing(page);
    await shot(page, 'bring-preview');
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 800, height: 560 });
    await bring.click();
    await page.getByRole('treeitem', { name: /^My reading/ }).waitFor();
    await page.getByRole('treeitem', { name: /^Books/ }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^My reading/);
    // All of it stands above the message.
    const message = await page.getByText('Brought “My reading”, 3 topics').boundingBox();
    const brought = await page.getByRole('treeitem', { name: /^Books/ }).boundingBox();
    expect(brought!.y + brought!.height).toBeLessThan(message!.y);
    await shot(page, 'brought-small');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: /^Undo: bring “My reading”/ }).click();
    await page.getByRole('treeitem', { name: /^My reading/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Redo: / }).click();
    await page.getByRole('treeitem', { name: /^My reading/ }).waitFor();

    await page.getByRole('link', { name: 'Books' }).click();
    await page.getByRole('heading', { level: 1, name: 'Books' }).waitFor();
    await standing(page);
    const row = (text: string) => page.locator('[data-index]', { hasText: text });
    const texts = () =>
      page.locator('[data-index]').evaluateAll((rows) => rows.map((one) => one.textContent));
    const before = await texts();
    const from = (await row('Read two').boundingBox())!;
    const to = (await row('Read one').boundingBox())!;
    await page.mouse.move(from.x + 200, from.y + 15);
    await page.mouse.down();
    await page.mouse.move(to.x + 220, to.y + to.height / 2, { steps: 6 });
    expect(await page.locator('[data-drop]').getAttribute('data-drop')).toBe('inside');
    await page.mouse.move(to.x + 200, to.y + 3, { steps: 6 });
    expect(await page.locator('[data-drop]').getAttribute('data-drop')).toBe('before');
    const line = await page
      .locator('[data-drop]')
      .evaluate((element) => getComputedStyle(element, '::after').blockSize);
    expect(line).toBe('3px');
    await shot(page, 'topics-dragged');
    await page.mouse.up();
    await page.getByRole('button', { name: 'Undo: move “Read two”' }).waitFor();
    expect(await page.locator('[data-drop]').count()).toBe(0);
    await expect.poll(async () => (await texts())[0]).toMatch(/Read two/);
    await page.keyboard.press('Control+z');
    await expect.poll(texts).toEqual(before);

    await page.evaluate(() => (location.hash = '/data'));
    const saved = page.waitForEvent('download');
    await page
      .getByRole('button', { name: /Markdown/ })
      .first()
      .click();
    const text = readFileSync(await (await saved).path(), 'utf8');
    expect(text).toContain('- [x] Read [one](https://example.org/1)');
    await page.evaluate(() => (location.hash = '/bring'));
    await page.locator('input[type=file]').waitFor({ state: 'attached' });
    await choose(text);
    await page.getByRole('heading', { level: 1, name: /My reading/ }).waitFor();
    await page.getByRole('button', { name: /Update/ }).waitFor();
    await shot(page, 'bring-again');
    expect(problems).toEqual([]);
    await page.close();
  });
});
