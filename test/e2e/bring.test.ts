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
    await bring.click();
    await page.getByRole('treeitem', { name: /^My reading/ }).waitFor();
    await page.getByRole('button', { name: /^Undo: bring “My reading”/ }).click();
    await page.getByRole('treeitem', { name: /^My reading/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Redo: / }).click();
    await page.getByRole('treeitem', { name: /^My reading/ }).waitFor();

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
