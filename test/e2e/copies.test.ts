import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { visibleState } from '../helpers/data-file.ts';
import { launchBrowser, startHost } from '../helpers/web-host.ts';
import { faultsOf } from './axe.ts';
import { openAt, shot, usedFolder } from './stage.ts';

const executable = inject('chromium');

describe.skipIf(executable === '')('a person and their data (needs a Chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(executable);
  });
  afterAll(() => browser?.close());

  it('backs up the file, saves everything, brings it back, and gets a damaged file replaced by the backup', async () => {
    const { dataDir, file, remove } = usedFolder();
    const host = await startHost({ dataDir });
    const { page, problems } = await openAt(browser, host, '/data', host.address);
    await page.getByRole('button', { name: 'Back up now' }).click();
    await page.getByText(/^by you · /).waitFor();
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText(/^No faults in [\d,]+ rows\.$/).waitFor();
    for (const [scheme, contrast] of [
      ['light', 'no-preference'],
      ['dark', 'no-preference'],
      ['light', 'more'],
      ['dark', 'more'],
    ] as const) {
      await page.emulateMedia({ colorScheme: scheme, contrast });
      expect(await faultsOf(page), `${scheme} ${contrast}`).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
    await shot(page, 'data-copies');
    await page.setViewportSize({ width: 800, height: 560 });
    await shot(page, 'data-copies-small');
    await page.setViewportSize({ width: 1280, height: 800 });

    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save everything as JSON' }).click();
    const saved = join(dataDir, 'saved.json');
    await (await saving).saveAs(saved);
    await page.getByLabel('JSON file with everything').setInputFiles(saved);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('You have all that is in it.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await shot(page, 'data-bring-in');
    await page.keyboard.press('Escape');
    const before = visibleState(file);
    expect(problems).toEqual([]);
    await page.close();
    await host.stop();

    writeFileSync(file, 'Dear diary. '.repeat(2_000));
    const again = await startHost({ dataDir });
    const rescued = await openAt(browser, again, '/data', again.address);
    await rescued.page.getByRole('heading', { name: 'Your data file is damaged' }).waitFor();
    expect(await faultsOf(rescued.page)).toEqual([]);
    await shot(rescued.page, 'data-rescue');
    await rescued.page.getByRole('button', { name: 'Restore the newest backup' }).click();
    await rescued.page
      .getByRole('dialog')
      .getByText(/cannot be read/)
      .waitFor();
    await rescued.page.getByRole('button', { name: 'Restore', exact: true }).click();
    await rescued.page.getByText(/damaged file is kept in a folder beside it/).waitFor();
    expect(rescued.problems).toEqual([]);
    await rescued.page.close();
    await again.stop();
    expect(visibleState(file)).toEqual(before);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('damaged-'))).toHaveLength(1);
    remove();
  });
});
