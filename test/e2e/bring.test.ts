import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser, startHost, type RunningHost } from '../helpers/web-host.ts';
import { openAt, shot, standing, usedFolder } from './stage.ts';

const executable = inject('chromium');
const list = `# My reading

## Books

- [x] Read [one](https://example.org/1)
  - [ ] and its notes
- [ ] Read two

Prose that is no task.
`;

describe.skipIf(executable === '')('bringing a list (needs a Chromium)', () => {
  const folder = usedFolder();
  let browser: Browser;
  let host: RunningHost;
  beforeAll(async () => {
    [host, browser] = await Promise.all([startHost({ dataDir: folder.dataDir }), launchBrowser(executable)]);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    folder.remove();
  });

  it('by file: preview, one step, undo; then its export brings nothing new', async () => {
    const { page, problems } = await openAt(browser, host, '/bring');
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
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
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
