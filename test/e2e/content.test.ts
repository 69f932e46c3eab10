import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { casesOf, MANY_MS, startSuite } from '../fuzz/report.ts';
import { payloads } from '../helpers/payloads.ts';
import { poolsOf } from '../helpers/pools.ts';
import { plant, textFields, type Planted } from '../helpers/text-fields.ts';
import { launchBrowser, startHost, type RunningHost } from '../helpers/web-host.ts';
import { foreignIn, hostileList, observe } from './hostile.ts';
import { standing, usedFolder } from './stage.ts';

/**
 * Texts that would do something in a careless page, in every text field and in a list that is brought, looked at in a real
 * browser: nothing runs, nothing is fetched, and the policy has nothing to report.
 */
const executable = inject('chromium');
/** High enough that a list of hundreds of rows stands in the page as a whole. */
const TALL = { width: 1280, height: 14_000 };

/** Addresses that differ only in what they show are one kind. */
const kindOf = (path: string): string =>
  path
    .split('/')
    .slice(0, 3)
    .join('/')
    .replace(/(\/(?:skills|roles)\/).*/, '$1');

/** Goes from link to link, each kind of screen in turn, until `most` were seen; gives how many were. */
const crawl = async (
  page: Page,
  paths: readonly string[],
  most: number,
  look: (path: string) => Promise<void>,
): Promise<number> => {
  const waiting = new Map<string, string[]>();
  const known = new Set<string>();
  const add = (path: string): void => {
    if (known.has(path)) return;
    known.add(path);
    const kind = kindOf(path);
    waiting.set(kind, [...(waiting.get(kind) ?? []), path]);
  };
  for (const path of ['/today', '/skills', '/roles', '/reviews', '/data', '/settings', ...paths]) add(path);
  let visited = 0;
  while (visited < most) {
    const queues = [...waiting.values()].filter((queue) => queue.length > 0);
    if (queues.length === 0) break;
    for (const queue of queues) {
      const path = queue.shift()!;
      await page.evaluate((to) => void (location.hash = to), path);
      await standing(page);
      await look(path);
      visited += 1;
      const links = await page.$$eval('a[href^="#/"]', (all) =>
        all.map((link) => link.getAttribute('href')!.slice(1)),
      );
      for (const link of links) add(link);
      if (visited >= most) break;
    }
  }
  return visited;
};

/** Numbers of the texts that did something. */
const numbersIn = (seen: ReadonlyMap<string, number>): Set<string> =>
  new Set(
    [...seen.keys()]
      .flatMap((what) => /^ran (\d+)$|probe\.test\/(\d+)/.exec(what)?.slice(1) ?? [])
      .filter((number) => number !== undefined),
  );

/** So many texts are in a file at once; `npm run fuzz` has a file for each round of them. */
const ROUNDS = 12;
/** "1/2": every second round, from the first on. */
const [share = 1, shares = 1] = (process.env['GROUNDWORK_SHARE'] ?? '')
  .split('/')
  .filter(Boolean)
  .map(Number);
const rounds = Array.from({ length: casesOf(1, ROUNDS) }, (_, round) => ({
  round: (round % ROUNDS) + 1,
})).filter((_, at) => at % shares === share - 1);

describe.skipIf(executable === '').each(rounds)(
  'texts of the person in a real browser, round $round (needs a Chromium)',
  ({ round }) => {
    const { seed, done } = startSuite('content');
    // Spread over all of them, so that each kind is there.
    const texts = payloads.filter(({ number }) => number % ROUNDS === round - 1).map(({ text }) => text);
    const paths: string[] = [];
    let planted: Planted;
    let folder: ReturnType<typeof usedFolder>;
    let host: RunningHost;
    let browser: Browser;
    let careless: Server;
    /** How many of them a careless page lets run or fetch. */
    let alive = 0;
    beforeAll(async () => {
      folder = usedFolder((core) => {
        core.call('settings.set', { welcomed: true });
        const pools = poolsOf(core, dirname(core.call('app.read', {}).file));
        planted = plant(core, pools, texts, seed);
        const ids = {
          skills: core.call('skills.names', {}).skills.toReversed(),
          roles: core.call('roles.list', {}).roles.toReversed(),
          'skills/in': core.call('skills.categories', {}).categories.toReversed(),
        };
        for (const [room, all] of Object.entries(ids))
          paths.push(...all.map(({ id }) => `/${room}/${encodeURIComponent(id)}`));
      });
      careless = createServer((_request, response) => {
        response.setHeader('content-type', 'text/html; charset=utf-8').end('<!doctype html><title>x</title>');
      });
      await new Promise<void>((listening) => careless.listen(0, '127.0.0.1', listening));
      [host, browser] = await Promise.all([
        startHost({ dataDir: folder.dataDir }),
        launchBrowser(executable, ['--host-resolver-rules=MAP probe.test 127.0.0.1:1']),
      ]);
    }, MANY_MS);
    afterAll(async () => {
      await browser?.close();
      careless?.close();
      await host?.stop();
      folder?.remove();
    });

    it('every text field of every command takes them as text', () => {
      expect(planted.faults).toEqual([]);
      expect([...planted.taken.keys()]).toHaveLength(textFields().length);
      // What is too long for a field is left out. The pools have one badge, and it is kept once at most.
      const few = [...planted.taken].filter(
        ([label, taken]) => !label.startsWith('badges.') && taken < texts.length / 2,
      );
      expect(few).toEqual([]);
    });

    it('a careless page runs them: they are alive', async () => {
      const page = await browser.newPage();
      const origin = `http://127.0.0.1:${(careless.address() as AddressInfo).port}`;
      const seen = await observe(page, origin);
      await page.goto(origin);
      await page.evaluate((all) => {
        for (const text of all) {
          const frame = document.createElement('iframe');
          frame.srcdoc = text;
          document.body.append(frame);
        }
      }, texts);
      // The others wait for a click, for Markdown or for another program.
      await expect.poll(() => numbersIn(seen).size, { timeout: 20_000 }).toBeGreaterThan(texts.length / 3);
      alive = numbersIn(seen).size;
      await page.close();
    });

    it(
      'no screen runs, fetches or reports anything, with all of them in it and in a list that is brought',
      async () => {
        const page = await browser.newPage({ viewport: TALL });
        page.setDefaultTimeout(15_000);
        const seen = await observe(page, host.origin);
        await page.goto(await host.nextAddress());
        await standing(page);
        const foreign: string[] = [];
        const look = async (path: string): Promise<void> => {
          foreign.push(...(await foreignIn(page)).map((what) => `${path}: ${what}`));
        };
        let shown = 0;
        const visited = await crawl(page, paths, casesOf(25, 40), async (path) => {
          await look(path);
          shown += await page.evaluate(() => document.body.innerText.split('top.hit').length - 1);
        });
        // They stand there to be read.
        expect(shown).toBeGreaterThan(texts.length);

        await page.keyboard.press('ControlOrMeta+k');
        for (const words of ['top hit', 'onerror', 'script']) {
          await page.keyboard.type(words);
          await page.getByRole('option').first().waitFor();
          await look(`palette: ${words}`);
          for (let at = 0; at < words.length; at += 1) await page.keyboard.press('Backspace');
        }
        await page.keyboard.press('Escape');

        await page.evaluate(() => void (location.hash = '/bring'));
        await standing(page);
        await page.locator('input[type=file]').setInputFiles({
          name: '<img src=x onerror=top.hit(0)>.md',
          mimeType: 'text/markdown',
          buffer: Buffer.from(hostileList(texts)),
        });
        // A text can be the name of a category that is there already.
        const bring = page.getByRole('button', { name: /^(?:Bring \d+ topics|Update the list)/ });
        await bring.waitFor();
        await standing(page);
        await look('preview');
        await bring.click();
        await page.waitForURL((url) => !url.hash.startsWith('#/bring'));
        await standing(page);
        await look('brought');
        await page.close();

        expect(Object.fromEntries(seen)).toEqual({});
        expect(foreign).toEqual([]);
        done({
          cases: [...planted.taken.values()].reduce((sum, taken) => sum + taken, 0),
          seen: {
            texts: texts.length,
            fields: planted.taken.size,
            screens: visited,
            'shown as text': shown,
            'alive in a careless page': alive,
          },
          planted: 1,
          found: 1,
        });
      },
      MANY_MS,
    );
  },
);
