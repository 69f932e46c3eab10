import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { newRequest } from '../helpers/test-core.ts';
import { launchBrowser, startHost, type RunningHost } from '../helpers/web-host.ts';
import { faultsOf } from './axe.ts';
import { barsOf, goTo, openAt, setSettings, shot, sidewaysOf, usedFolder } from './stage.ts';

const executable = inject('chromium');
const usual = { width: 1280, height: 800 };

/** A small service with a history. */
const makeRepository = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-shelf-'));
  const git = (...args: string[]): void =>
    void execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
      stdio: 'ignore',
    });
  writeFileSync(join(folder, 'README.md'), '# Book shelf\n');
  writeFileSync(join(folder, 'requirements.txt'), 'fastapi\npsycopg\n');
  writeFileSync(join(folder, 'main.py'), '');
  git('init', '-q');
  git('remote', 'add', 'origin', 'https://example.org/me/shelf.git');
  git('add', '.');
  git('commit', '-q', '-m', 'Begin');
  return folder;
};

describe('from a template to a portfolio', () => {
  let browser: Browser;
  let context: BrowserContext;
  let host: RunningHost;
  let data: ReturnType<typeof usedFolder>;
  let folder: string;

  beforeAll(async () => {
    folder = makeRepository();
    data = usedFolder((core) => {
      core.call('targets.set', {
        request: newRequest(),
        targets: [{ role: 'api-developer', date: null }],
      });
      for (const title of ['Alpha', 'Beta', 'Gamma'])
        core.call('projects.create', { request: newRequest(), template: null, title, kind: 'personal' });
      core.call('settings.set', { welcomed: true });
    });
    host = await startHost({ dataDir: data.dataDir });
    browser = await launchBrowser(executable);
    context = await browser.newContext({ viewport: usual });
  });
  afterAll(async () => {
    await browser.close();
    await host.stop();
    data.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'a project is begun, filled in from its folder, finished, and moves the bar by what was said',
    { timeout: 120_000 },
    async () => {
      const { page } = await openAt(context, host, '/projects/templates');
      await page.setViewportSize(usual);
      expect(await faultsOf(page)).toEqual([]);
      await shot(page, 'templates');
      await page.getByRole('button', { name: 'Begin “CRUD REST API”' }).click();
      await page
        .getByRole('dialog')
        .getByLabel(/language/i)
        .selectOption({ label: 'Python' });
      await page.getByRole('dialog').getByRole('button', { name: 'Begin' }).click();
      await page.getByRole('heading', { level: 1, name: 'CRUD REST API' }).waitFor();

      await page.getByLabel('Path of the folder').fill(folder);
      await page.getByRole('button', { name: 'Look', exact: true }).click();
      await page.getByRole('button', { name: 'Take: Title: Book shelf' }).click();
      await page.getByRole('heading', { level: 1, name: 'Book shelf' }).waitFor();
      await page.getByRole('button', { name: 'Take: Repository: https://example.org/me/shelf' }).click();
      await page.getByRole('button', { name: /^Take: Done: The README/ }).click();
      await page.getByRole('checkbox', { name: /^The README/, checked: true }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await shot(page, 'project');

      const said = await page.locator('#in-roles b').textContent();
      const promised = Number(/\+([\d.]+)/.exec(said ?? '')?.[1]);
      expect(promised).toBeGreaterThan(0);
      const open = page.locator('#done').getByRole('checkbox', { checked: false });
      for (let left = await open.count(); left > 0; left -= 1) {
        await open.first().click();
        await expect.poll(() => open.count()).toBe(left - 1);
      }
      await page.getByLabel('Status', { exact: true }).selectOption('shipped');
      await page.getByText(/^Finished: it is shipped/).waitFor();

      await goTo(page, '/roles/api-developer');
      const { Proven } = await barsOf(page, 'API Developer');
      expect(Proven).toBe(Math.floor(promised));
      await page
        .locator('#readiness')
        .getByRole('button', { name: /Proven/ })
        .click();
      const evidence = page.getByRole('list', { name: 'What proves REST API design' });
      await evidence.waitFor();
      expect(await evidence.getByRole('listitem').allTextContents()).toEqual([
        expect.stringMatching(/^Project Book shelf, Working, /),
      ]);
      // The way to the explanation scrolls the screen, not the window with all that stands around it.
      expect(
        await page.evaluate(() => [
          document.scrollingElement!.scrollTop,
          document.querySelector('main')!.scrollTop,
        ]),
      ).toEqual([0, expect.toSatisfy((top: number) => top > 0)]);
      expect(await faultsOf(page)).toEqual([]);
      await shot(page, 'proven-line-by-line');
      await page.close();
    },
  );

  it('cards are dragged and moved by keys, each a step that is undone by its name', async () => {
    const { page } = await openAt(context, host, '/projects/board');
    await page.setViewportSize(usual);
    const column = (name: string) => page.getByRole('region', { name, exact: true });
    const cards = (name: string) => column(name).getByRole('link').allTextContents();
    const card = (title: string) => page.getByRole('link', { name: title, exact: true });
    const undo = (name: string) => page.getByRole('button', { name }).click();
    expect(await cards('Planned')).toEqual(['Alpha', 'Beta', 'Gamma']);

    await card('Gamma').dragTo(card('Alpha'));
    await expect.poll(() => cards('Planned')).toEqual(['Gamma', 'Alpha', 'Beta']);
    const from = (await card('Alpha').boundingBox())!;
    const over = (await card('Beta').boundingBox())!;
    const to = (await column('Building').boundingBox())!;
    const marked = () =>
      page
        .locator('[data-drop]')
        .evaluateAll((all) => all.map((one) => `${one.getAttribute('data-drop')} ${one.textContent}`));
    await page.mouse.move(from.x + 20, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(over.x + 30, over.y + 10, { steps: 6 });
    expect(await marked()).toEqual([expect.stringMatching(/^before Beta/)]);
    await shot(page, 'board-dragged');
    await page.mouse.move(to.x + 40, to.y + 60, { steps: 6 });
    expect(await marked()).toEqual([expect.stringMatching(/^end Building/)]);
    await shot(page, 'board-dragged-to-column');
    await page.mouse.up();
    await expect.poll(() => cards('Building')).toEqual(['Alpha']);
    await page.getByText('Alpha: Building, place 1 of 1').waitFor({ state: 'attached' });
    await shot(page, 'board-moved');
    await page.reload();
    await page.waitForSelector('h1');
    expect([await cards('Planned'), await cards('Building')]).toEqual([['Gamma', 'Beta'], ['Alpha']]);

    // Alt and the arrow to the left would go back a page.
    await card('Alpha').focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => cards('Planned')).toEqual(['Gamma', 'Beta', 'Alpha']);
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => cards('Planned')).toEqual(['Gamma', 'Alpha', 'Beta']);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Alpha');
    expect(new URL(page.url()).hash).toBe('#/projects/board');

    await undo('Undo: move “Alpha” to planned');
    await expect.poll(() => cards('Planned')).toEqual(['Gamma', 'Beta', 'Alpha']);
    await undo('Undo: move “Alpha” to planned');
    await expect.poll(() => cards('Building')).toEqual(['Alpha']);
    await undo('Undo: move “Alpha” to building');
    await undo('Undo: move “Gamma” to planned');
    await expect.poll(() => cards('Planned')).toEqual(['Alpha', 'Beta', 'Gamma']);
    await page.getByRole('button', { name: 'Redo: move “Gamma” to planned' }).click();
    await expect.poll(() => cards('Planned')).toEqual(['Gamma', 'Alpha', 'Beta']);
    await page.close();
  });

  it('the exported page opens without a single request, and is clean', async () => {
    const { page } = await openAt(context, host, '/portfolio');
    await page.setViewportSize(usual);
    await page.getByLabel('Your name').fill('Ada');
    expect(await faultsOf(page)).toEqual([]);
    await shot(page, 'portfolio');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a web page' }).click(),
    ]);
    const file = join(data.dataDir, 'portfolio.html');
    await saved.saveAs(file);
    expect(readFileSync(file, 'utf8')).not.toContain(folder);
    const [text] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as Markdown' }).click(),
    ]);
    expect(text.suggestedFilename()).toBe('portfolio.md');
    const markdown = join(data.dataDir, 'portfolio.md');
    await text.saveAs(markdown);
    expect(readFileSync(markdown, 'utf8')).toMatch(/^# Ada\n[^]*### Book shelf\n/);
    expect(readFileSync(markdown, 'utf8')).not.toContain(folder);
    const reader = await context.newPage();
    const asked: string[] = [];
    reader.on('request', (request) => asked.push(request.url()));
    const said: string[] = [];
    reader.on('console', (message) => said.push(message.text()));
    await reader.goto(`file://${file}`);
    expect(await reader.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['Book shelf']);
    expect(asked.filter((url) => url !== `file://${file}` && !url.startsWith('data:'))).toEqual([]);
    expect(said).toEqual([]);
    expect(await faultsOf(reader)).toEqual([]);
    await shot(reader, 'portfolio-page');
    await reader.close();
    await page.close();
  });

  it('every screen stands, large and small, light and dark', { timeout: 120_000 }, async () => {
    const { page } = await openAt(context, host, '/projects');
    for (const theme of ['light', 'dark'] as const) {
      await setSettings(page, { theme });
      for (const path of [
        '/projects',
        '/projects/board',
        '/projects/templates',
        '/experience',
        '/portfolio',
      ]) {
        await goTo(page, path);
        for (const size of [{ width: 800, height: 560 }, usual]) {
          await page.setViewportSize(size);
          expect(await sidewaysOf(page), path).toEqual([]);
        }
        await shot(page, `${path.slice(1).replace('/', '-')}-${theme}`);
        expect(await faultsOf(page), path).toEqual([]);
      }
    }
    await setSettings(page, { theme: 'system' });
    await page.close();
  });
});
