import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { assertionJson, baked, pngOf } from '../helpers/badges.ts';
import { lintCalendar } from '../helpers/ics.ts';
import { bring } from '../helpers/lists.ts';
import { payloads } from '../helpers/payloads.ts';
import { portableOf } from '../helpers/random-file.ts';
import { newRequest, type TestCore } from '../helpers/test-core.ts';
import { launchBrowser, startHost, type RunningHost } from '../helpers/web-host.ts';
import { foreignIn, hostileList, observe } from './hostile.ts';
import { standing, usedFolder } from './stage.ts';

/**
 * The hostile texts on the other roads in and out: all of them in one file with everything, in one picture with badges, and
 * in what is handed over as a portfolio and a calendar.
 */
const executable = inject('chromium');
const texts = payloads.map(({ text }) => text);
/** As a line of a form takes it. */
const lines = texts.map((text) => text.slice(0, 200).trim()).filter((text) => text !== '');
/** High enough that long lists stand in the page as a whole. */
const TALL = { width: 1280, height: 14_000 };

/** Somebody else's file: each text as category, skill, topic and note, and as a project, an entry or a credential. */
const fill = (core: TestCore, dir: string): void => {
  // A list with NUL in it is refused as no text at all.
  bring(core, dir, hostileList(texts.filter((text) => !text.includes('\0'))), { fileName: 'list.md' });
  const request = newRequest;
  const project = (title: string): void => {
    const { id } = core.call('projects.create', {
      request: request(),
      template: null,
      title,
      kind: 'client',
    });
    const told = { brief: title, part: title, result: title, notes: title };
    core.call('projects.edit', { request: request(), project: id, ...told });
    core.call('projects.move', { request: request(), project: id, status: 'shipped', before: null });
  };
  const entry = (title: string): unknown =>
    core.call('experience.save', {
      request: request(),
      experience: null,
      area: 'work',
      kind: 'exp-freelance',
      parent: null,
      title,
      organisation: title,
      started: '2025-01',
      ended: null,
      did: title,
      links: [],
      skills: [],
      projects: [],
    });
  const credential = (title: string): unknown =>
    core.call('credentials.save', {
      request: request(),
      credential: null,
      certification: null,
      title,
      issuer: title,
      issuedOn: '2026-01-01',
      expiresOn: '2036-01-01',
      number: title.slice(0, 100),
      url: null,
      skills: [],
      file: null,
    });
  const makers = [project, entry, credential];
  lines.forEach((text, index) => makers[index % makers.length]!(text));
};

describe.skipIf(executable === '')('hostile texts in files (needs a Chromium)', () => {
  let everything: string;
  let portfolio: { html: string; markdown: string };
  let calendar: string;
  let browser: Browser;
  let host: RunningHost;
  let empty: ReturnType<typeof usedFolder>;
  beforeAll(async () => {
    const theirs = usedFolder((core) => {
      fill(core, dirname(core.call('app.read', {}).file));
      const head = { name: lines[0]!, headline: lines[1]! };
      portfolio = {
        html: core.call('portfolio.export', { format: 'html', ...head, experience: true }).text,
        markdown: core.call('portfolio.export', { format: 'markdown', ...head, experience: true }).text,
      };
      const all = { exams: true, study: true, renewals: true, reviews: true };
      calendar = core.call('calendar.export', all).text;
    });
    everything = JSON.stringify(portableOf(theirs.file));
    theirs.remove();
    empty = usedFolder((core) => void core.call('settings.set', { welcomed: true }));
    [host, browser] = await Promise.all([
      startHost({ dataDir: empty.dataDir }),
      launchBrowser(executable, ['--host-resolver-rules=MAP probe.test 127.0.0.1:1']),
    ]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    empty?.remove();
  });

  const opened = async (): Promise<{ page: Page; end: () => Promise<void>; look: () => Promise<void> }> => {
    const page = await browser.newPage({ viewport: TALL });
    page.setDefaultTimeout(40_000);
    const seen = await observe(page, host.origin);
    const foreign: string[] = [];
    return {
      page,
      look: async () => {
        await standing(page);
        foreign.push(...(await foreignIn(page)).map((what) => `${page.url()}: ${what}`));
      },
      end: async () => {
        await page.close();
        expect(Object.fromEntries(seen)).toEqual({});
        expect(foreign).toEqual([]);
      },
    };
  };

  it('in a file with everything are shown as text: before it is brought in, and on the screens after', async () => {
    const { page, look, end } = await opened();
    await page.goto(await host.nextAddress());
    await page.evaluate(() => void (location.hash = '/data'));
    await standing(page);
    await page.locator('input[type=file][accept*=json]').setInputFiles({
      name: '<img src=x onerror=top.hit(0)>.json',
      mimeType: 'application/json',
      buffer: Buffer.from(everything),
    });
    const dialog = page.getByRole('dialog');
    await dialog.getByText('If you bring it in, this changes:').waitFor();
    await look();
    await dialog.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByText(/^It is in\./).waitFor();
    await look();
    let shown = 0;
    for (const path of ['/skills', '/projects', '/experience', '/certifications', '/insights', '/today']) {
      await page.evaluate((to) => void (location.hash = to), path);
      await look();
      shown += await page.evaluate(() => document.body.innerText.split('top.hit').length - 1);
    }
    expect(shown).toBeGreaterThan(texts.length / 2);
    await end();
  }, 180_000);

  it('in badges baked into a picture are shown as text', async () => {
    const { page, look, end } = await opened();
    await page.goto(await host.nextAddress());
    await page.evaluate(() => void (location.hash = '/certifications/badge'));
    await standing(page);
    const badges = texts.map((text, index) =>
      baked.tEXt(
        JSON.stringify(
          assertionJson({
            id: `https://badges.example/assertions/${index}`,
            badge: {
              type: 'BadgeClass',
              name: text,
              description: text,
              issuer: { type: 'Issuer', id: 'https://badges.example/issuer.json', name: text, url: text },
            },
          }),
        ),
      ),
    );
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '<b>.png', mimeType: 'image/png', buffer: pngOf(badges) });
    await page.getByText(/\d+ badges in/).waitFor();
    await look();
    expect(await page.evaluate(() => document.body.innerText.split('top.hit').length - 1)).toBeGreaterThan(
      texts.length / 2,
    );
    await end();
  }, 60_000);

  it('in an exported portfolio run nothing and fetch nothing, in a page without any other policy', async () => {
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(portfolio.html);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void server.close());
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const page = await browser.newPage({ viewport: TALL });
    const seen = await observe(page, origin);
    await page.goto(origin, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => document.body.innerText.split('top.hit').length - 1)).toBeGreaterThan(
      texts.length / 3,
    );
    expect(
      await page.$$eval('main *', (all) => [...new Set(all.map(({ localName }) => localName))].toSorted()),
    ).toEqual(['article', 'br', 'h2', 'h3', 'h4', 'p', 'section']);
    await page.close();
    expect(Object.fromEntries(seen)).toEqual({});
  }, 60_000);

  it('in an exported portfolio as Markdown are no markup, and in a calendar no lines of their own', () => {
    const kinds = new Set<string>();
    const walk = (node: { type: string; children?: unknown[] }): void => {
      kinds.add(node.type);
      for (const child of node.children ?? []) walk(child as typeof node);
    };
    walk(fromMarkdown(portfolio.markdown));
    expect([...kinds].filter((kind) => /html|image|link|definition|code/.test(kind))).toEqual([]);
    expect(lintCalendar(calendar)).toEqual([]);
    expect(calendar.match(/^BEGIN:VEVENT/gm)!.length).toBeGreaterThanOrEqual(Math.floor(lines.length / 3));
  });
});
