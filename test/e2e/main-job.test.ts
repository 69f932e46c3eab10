import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { onFile, recount, visibleState } from '../helpers/data-file.ts';
import { repository } from '../helpers/paths.ts';
import { launchBrowser, openPage, startHost, type RunningHost } from '../helpers/web-host.ts';
import { barsOf, goTo, openAt, standing, usedFolder, settingsOf } from './stage.ts';

const executable = inject('chromium');
const ROLES = { 'api-developer': 'API Developer', 'database-developer': 'Database Developer' } as const;

/** The rules' own figures over the rows of the file, rounded down as a bar shows them. */
const rules = (file: string): Record<string, { Covered: number; Fresh: number | null }> => {
  const whole = (value: number): number => Math.floor(value + 1e-9);
  return Object.fromEntries(
    recount(file, systemClock()).figures.map(({ role, covered, fresh }) => [
      role,
      { Covered: whole(covered), Fresh: fresh === null ? null : whole(fresh) },
    ]),
  );
};
const ticked = (file: string): number =>
  (visibleState(file) as { topics: { status: string }[] }).topics.filter(({ status }) => status === 'done')
    .length;

const expectBarsOfRules = async (page: Page, file: string): Promise<void> => {
  const expected = rules(file);
  for (const [role, title] of Object.entries(ROLES)) {
    await expect.poll(() => barsOf(page, title)).toMatchObject({ ...expected[role], Proven: 0 });
  }
};

const tick = async (page: Page, count: number): Promise<void> => {
  for (let left = count; left > 0; left -= 1) {
    await page
      .getByRole('checkbox', { name: /^To do: / })
      .first()
      .click();
  }
};
const undone = async (page: Page): Promise<void> => {
  const name = page.getByRole('button', { name: /^(Undo:|Nothing to undo)/ });
  const before = await name.textContent();
  await page.keyboard.press('Control+z');
  await expect.poll(() => name.textContent()).not.toBe(before);
};

describe.skipIf(executable === '')('a person and the product (needs a Chromium)', () => {
  let browser: Browser;
  const ends: (() => unknown)[] = [];
  beforeAll(async () => {
    browser = await launchBrowser(executable);
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const end of ends.splice(0).toReversed()) await end();
  });

  const folder = (use?: Parameters<typeof usedFolder>[0]) => {
    const made = usedFolder(use);
    ends.push(made.remove);
    return made;
  };
  const start = async (dataDir: string): Promise<RunningHost> => {
    const host = await startHost({ dataDir });
    ends.push(() => host.process.exitCode === null && host.kill9());
    return host;
  };

  it('chooses two roles, ticks ten topics, sees both move, takes some back, and finds all of it after a restart', async () => {
    const { dataDir, file } = folder();
    const host = await start(dataDir);
    const first = await openPage(browser, host.address);
    const { page } = first;
    await page.getByRole('heading', { name: 'Where would you like to start?' }).waitFor();
    await page
      .getByRole('link', { name: /^Pick roles yourself/ })
      .or(page.getByRole('button', { name: /^Pick roles yourself/ }))
      .click();
    await page.getByRole('heading', { name: 'What do you work towards?' }).waitFor();
    for (const title of Object.values(ROLES)) await page.getByRole('checkbox', { name: title }).check();
    await page.getByRole('button', { name: 'Start with 2 roles' }).click();
    // The two-minute pass can be skipped like everything here.
    await page.getByRole('heading', { name: 'What do you know already?' }).waitFor();
    // The list of the role is read by then, and the heading kept the focus.
    await page.getByRole('radio', { name: 'Not yet' }).first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page
      .getByRole('button', { name: /^(Skip|Go on without)/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
    await expect.poll(() => barsOf(page, ROLES['api-developer'])).toEqual({ Covered: 0, Proven: 0 });

    for (const [skill, count] of [
      ['git', 4],
      ['http-protocol', 3],
      ['sql-querying', 3],
    ] as const) {
      await goTo(page, `/skills/${skill}`);
      await tick(page, count);
    }
    await expect.poll(() => ticked(file)).toBe(10);
    await goTo(page, '/today');
    await expectBarsOfRules(page, file);
    const tenTicked = rules(file);
    for (const role of Object.keys(ROLES)) expect(tenTicked[role]!.Covered).toBeGreaterThan(0);

    for (let step = 0; step < 3; step += 1) await undone(page);
    expect(ticked(file)).toBe(7);
    await expectBarsOfRules(page, file);
    expect(rules(file)['database-developer']!.Covered).toBeLessThan(tenTicked['database-developer']!.Covered);
    expect(first.problems).toEqual([]);
    await page.close();
    expect(await host.stop('SIGINT')).toEqual({ code: 0, signal: null });

    const again = await start(dataDir);
    const second = await openPage(browser, again.address);
    await standing(second.page);
    await second.page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
    await expectBarsOfRules(second.page, file);
    await undone(second.page);
    expect(ticked(file)).toBe(6);
    await expectBarsOfRules(second.page, file);
    await second.page.getByRole('button', { name: /^Redo: tick/ }).click();
    await expect.poll(() => ticked(file)).toBe(7);
    expect(second.problems).toEqual([]);
    await second.page.close();
  });

  it('keeps the settings over a restart', async () => {
    const { dataDir } = folder();
    const host = await start(dataDir);
    const { page } = await openAt(browser, host, '/settings', host.address);
    await page.getByRole('radio', { name: 'Dark' }).check();
    await page.getByRole('radio', { name: 'High' }).check();
    await page.getByLabel('Text size').fill('120');
    await page.getByLabel('Hours a week').fill('15');
    const look = (other: Page): Promise<unknown> =>
      other.evaluate(() => {
        const { dataset, style } = document.documentElement;
        return [dataset['theme'], dataset['contrast'], style.fontSize];
      });
    await expect.poll(() => look(page)).toEqual(['dark', 'more', '120%']);
    // The last change is confirmed once the host says it again.
    await expect.poll(() => settingsOf(page)).toMatchObject({ hoursPerWeek: 15, textSize: 120 });
    await page.close();
    await host.stop('SIGINT');
    const again = await start(dataDir);
    const next = await openAt(browser, again, '/settings', again.address);
    await expect.poll(() => look(next.page)).toEqual(['dark', 'more', '120%']);
    await expect.poll(() => next.page.getByLabel('Hours a week').inputValue()).toBe('15');
    await next.page.close();
  });

  it('sees the same truth in two tabs once the other comes to the front', async () => {
    const { dataDir } = folder();
    const host = await start(dataDir);
    // Tabs of two browsers do not hear of each other.
    const [one, two] = [
      await openAt(browser, host, '/skills/git', host.address),
      await openAt(browser, host, '/skills/git'),
    ];
    await tick(one.page, 2);
    await one.page.getByRole('button', { name: /^Undo: tick/ }).waitFor();
    await expect.poll(() => one.page.getByRole('checkbox', { name: /^Done: / }).count()).toBe(2);
    await two.page.bringToFront();
    // Headless pages all believe to be in front; this is what the browser says to one that comes there.
    await two.page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect.poll(() => two.page.getByRole('checkbox', { name: /^Done: / }).count()).toBe(2);
    await two.page.getByRole('button', { name: /^Undo: tick/ }).click();
    await expect.poll(() => two.page.getByRole('checkbox', { name: /^Done: / }).count()).toBe(1);
    expect([...one.problems, ...two.problems]).toEqual([]);
    await one.page.close();
    await two.page.close();
  });

  it('sees in a tab beside it what changes in the other, sample data too, without touching it', async () => {
    const { dataDir } = folder();
    const host = await start(dataDir);
    const context = await browser.newContext();
    const one = await openAt(context, host, '/skills/git', host.address);
    const two = await openAt(context, host, '/skills/git');
    await tick(one.page, 2);
    await expect.poll(() => two.page.getByRole('checkbox', { name: /^Done: / }).count()).toBe(2);
    await two.page.getByRole('button', { name: /^Undo: tick/ }).click();
    await expect.poll(() => one.page.getByRole('checkbox', { name: /^Done: / }).count()).toBe(1);
    await goTo(one.page, '/data');
    await one.page.getByRole('button', { name: 'Look at sample data' }).click();
    await two.page.getByRole('button', { name: 'Leave sample data' }).click();
    await one.page.getByRole('button', { name: 'Leave sample data' }).waitFor({ state: 'detached' });
    expect([...one.problems, ...two.problems]).toEqual([]);
    await context.close();
  });

  it('opens another tab, signed in', async () => {
    const { dataDir } = folder();
    const host = await start(dataDir);
    const context = await browser.newContext();
    const { page, problems } = await openAt(context, host, '/roles', host.address);
    const opening = context.waitForEvent('page');
    await page.getByRole('button', { name: 'Open another tab' }).click();
    const tab = await opening;
    await tab.getByRole('heading', { level: 1 }).waitFor();
    await goTo(tab, '/skills');
    await tab.getByRole('heading', { name: 'Skills' }).waitFor();
    expect(tab.url()).not.toContain('nonce');
    expect(problems).toEqual([]);
    await context.close();
  });

  it('is told how to sign a tab in that has no token, and when an address was used', async () => {
    const { dataDir } = folder();
    const host = await start(dataDir);
    const bare = await openPage(browser, host.origin);
    await bare.page.getByRole('heading', { name: 'This tab is not signed in' }).waitFor();
    expect(await bare.page.textContent('main')).toContain(
      'Press Enter in the terminal where Groundwork runs',
    );
    expect(bare.problems).toEqual([]);
    await bare.page.close();
    const first = await openPage(browser, host.address);
    await first.page.waitForSelector('h1');
    const second = await openPage(browser, host.address);
    await second.page.getByRole('heading', { name: 'This tab is not signed in' }).waitFor();
    await Promise.all([first.page.close(), second.page.close()]);
  });

  it('is told in the tab that stayed open when the host was started anew', async () => {
    const { dataDir } = folder();
    const host = await start(dataDir);
    const port = new URL(host.origin).port;
    const { page } = await openAt(browser, host, '/skills', host.address);
    await host.stop();
    const again = await startHost({ dataDir, args: ['--port', port] });
    ends.push(() => again.process.exitCode === null && again.kill9());
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.getByRole('heading', { name: 'This tab is not signed in' }).waitFor();
    await page.close();
  });

  it('loses nothing that was confirmed, however the host ends', async () => {
    const { dataDir, file } = folder();
    for (const round of [1, 2, 3]) {
      const host = await start(dataDir);
      const { page } = await openAt(browser, host, '/skills/git', host.address);
      const confirmed = page.waitForResponse(
        (response) => response.request().postData()?.includes('topics.setStatus') ?? false,
      );
      await tick(page, 1);
      expect(await (await confirmed).json()).toMatchObject({ ok: true, value: { action: round } });
      await host.kill9();
      await page.close();
      expect(ticked(file)).toBe(round);
    }
    const host = await start(dataDir);
    const { page } = await openAt(browser, host, '/skills/git', host.address);
    await expect.poll(() => page.getByRole('checkbox', { name: /^Done: / }).count()).toBe(3);
    await page.close();
  });

  it('ends with Ctrl+C and code 0, with a tab open', async () => {
    const { dataDir } = folder();
    const host = await start(dataDir);
    const { page } = await openAt(browser, host, '/today', host.address);
    expect(await host.stop('SIGINT')).toEqual({ code: 0, signal: null });
    expect(host.stderr()).toBe('');
    await page.close();
  });

  it('starts by npm start with one address line', async () => {
    const { dataDir, remove } = usedFolder();
    ends.push(remove);
    const npm = spawn('npm', ['start', '--', '--web', '--no-open', '--data', dataDir], {
      cwd: repository,
      detached: true,
    });
    ends.push(() => {
      try {
        process.kill(-npm.pid!, 'SIGKILL');
      } catch {
        // It ended by itself, as it should.
      }
    });
    const lines: string[] = [];
    const address = await new Promise<string>((found, failed) => {
      createInterface({ input: npm.stdout }).on('line', (line) => {
        lines.push(line);
        if (line.startsWith('http')) found(line);
      });
      npm.once('exit', () => failed(new Error(`npm start ended: ${lines.join(' ')}`)));
    });
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#nonce=[\w-]{43}$/);
    expect(lines.filter((line) => line.startsWith('http'))).toHaveLength(1);
    const { page, problems } = await openPage(browser, address);
    await page.getByRole('heading', { name: 'Where would you like to start?' }).waitFor();
    expect(problems).toEqual([]);
    await page.close();
    // As Ctrl+C does: every process of the terminal hears it. npm itself then ends by the signal.
    const ended = new Promise<unknown>((done) => npm.once('exit', (code, signal) => done(code ?? signal)));
    process.kill(-npm.pid!, 'SIGINT');
    expect([0, 'SIGINT']).toContain(await ended);
  });

  // Elsewhere the host runs in the process that was started.
  it.skipIf(process.platform !== 'linux')(
    'says why it is no desktop app, and takes the place of what started it (Linux only)',
    async () => {
      const { dataDir } = folder();
      const host = await startHost({
        dataDir,
        entry: join(repository, 'main/start.ts'),
        env: { DISPLAY: '', WAYLAND_DISPLAY: '' },
      });
      expect(host.stdout()).toContain(
        'The desktop app cannot start here (no display), so Groundwork waits for your browser at the address below.\n',
      );
      ends.push(() => host.process.exitCode === null && host.kill9());
      const { pid } = host.process;
      expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain(join('dist', 'main', 'web.js'));
      expect(readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')).toContain(
        'MALLOC_TRIM_THRESHOLD_=131072',
      );
      expect(await host.stop()).toEqual({ code: 0, signal: null });
    },
  );

  it('closes the tab right after the last key, and finds the note as it was typed', async () => {
    const { dataDir, file } = folder();
    const host = await start(dataDir);
    // The browser goes on: its last tab is another one.
    const context = await browser.newContext();
    ends.push(() => context.close());
    const { page } = await openAt(context, host, '/skills/git');
    await page.getByRole('button', { name: 'Write a note' }).click();
    const text = 'Rebase only what nobody else has. '.repeat(200);
    await page.getByLabel('Note on Git').fill(text);
    await page.close();
    const noteInFile = () => onFile<{ text: string }>(file, 'SELECT text FROM note').map((note) => note.text);
    await expect.poll(noteInFile).toEqual([text]);
  });
});
