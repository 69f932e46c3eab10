import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { MAX_UPLOAD } from '../../shared/bridge.ts';
import { launchBrowser, openPage } from '../helpers/web-host.ts';
import { startTestHost, type TestHost } from '../main/web/host.ts';

/** What a page of another origin can try from inside a real browser. Each attack gives what it got to see. */
const SECRET = 'of the person';
const executable = inject('chromium');

describe.skipIf(executable === '')('another site in a real browser', () => {
  let browser: Browser;
  let test: TestHost;
  let evil: Server;
  let evilOrigin: string;
  /** The status of every answer that the host gave to the browser. */
  const statuses: number[] = [];

  beforeAll(async () => {
    test = await startTestHost();
    evil = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><link rel="icon" href="data:,"><title>Another site</title>');
    });
    await new Promise<void>((listening) => evil.listen(0, '127.0.0.1', listening));
    evilOrigin = `http://127.0.0.1:${(evil.address() as AddressInfo).port}`;
    // The browser's own defences are switched off where they can be, because the gate must not need them.
    browser = await launchBrowser(executable, [
      '--host-resolver-rules=MAP rebind.test 127.0.0.1, MAP evil.test 127.0.0.1',
      '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests',
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    evil?.close();
    await test?.stop();
  });

  const from = async (
    site: string,
    attack: (targets: { own: string; token: string }) => Promise<string>,
  ): Promise<string> => {
    const token = await test.token();
    const { page } = await openPage(browser, site);
    page.on('response', (response) => {
      if (response.url().includes(`:${test.host.port}`)) statuses.push(response.status());
    });
    const got = await page.evaluate(attack, { own: test.own, token });
    await page.close();
    return got;
  };
  const uploads = (): string[] => {
    const folder = join(test.dataDir, 'uploads');
    return existsSync(folder) ? readdirSync(folder) : [];
  };
  const evilTest = (): string => evilOrigin.replace('127.0.0.1', 'evil.test');

  const attacks: Readonly<Record<string, (targets: { own: string; token: string }) => Promise<string>>> = {
    'a read': async ({ own }) =>
      fetch(`${own}/`)
        .then((answer) => answer.text())
        .catch(() => 'refused'),
    'a call with the very token': async ({ own, token }) =>
      fetch(`${own}/rpc`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: '{"name":"app.read","input":{}}',
      })
        .then((answer) => answer.text())
        .catch(() => 'refused'),
    'a blind text post': async ({ own }) =>
      fetch(`${own}/rpc`, { method: 'POST', mode: 'no-cors', body: '{"name":"app.read","input":{}}' })
        .then((answer) => `${answer.type} ${answer.status}`)
        .catch(() => 'refused'),
    'a blind nonce exchange': async ({ own }) =>
      fetch(`${own}/session`, { method: 'POST', mode: 'no-cors', body: '{"nonce":"x"}' })
        .then(async (answer) => `${answer.type} ${await answer.text()}`)
        .catch(() => 'refused'),
    'a file with the very token': async ({ own, token }) =>
      fetch(`${own}/upload`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${token}` },
        body: new Blob(['bytes']),
      })
        .then((answer) => answer.text())
        .catch(() => 'refused'),
    'a blind file': async ({ own }) =>
      fetch(`${own}/upload`, { method: 'POST', mode: 'no-cors', body: new Blob(['bytes']) })
        .then(async (answer) => `${answer.type} ${await answer.text()}`)
        .catch(() => 'refused'),
    'a script': ({ own }) =>
      new Promise((done) => {
        const script = document.createElement('script');
        script.onload = () => done('loaded');
        script.onerror = () => done('refused');
        script.src = `${own}/assets/index-abcdEF12.js`;
        document.head.append(script);
      }),
    'an image': ({ own }) =>
      new Promise((done) => {
        const image = new Image();
        image.onload = () => done('loaded');
        image.onerror = () => done('refused');
        image.src = `${own}/rpc`;
      }),
    'a WebSocket': ({ own }) =>
      new Promise((done) => {
        const socket = new WebSocket(own.replace('http', 'ws'));
        socket.onopen = () => done('loaded');
        socket.onerror = () => done('refused');
      }),
    'an event stream': ({ own }) =>
      new Promise((done) => {
        const stream = new EventSource(`${own}/rpc`);
        stream.onopen = () => done('loaded');
        stream.onerror = () => done('refused');
      }),
    'a frame': ({ own }) =>
      new Promise((done) => {
        const frame = document.createElement('iframe');
        frame.onload = () => {
          try {
            done(frame.contentDocument?.body.textContent || 'refused');
          } catch {
            done('refused');
          }
        };
        frame.src = `${own}/`;
        document.body.append(frame);
      }),
    'the address 0.0.0.0': async ({ own, token }) =>
      fetch(`${own.replace('127.0.0.1', '0.0.0.0')}/rpc`, {
        method: 'POST',
        mode: 'no-cors',
        headers: { authorization: `Bearer ${token}` },
        body: '{"name":"app.read"}',
      })
        .then(async (answer) => `${answer.type} ${await answer.text()}`)
        .catch(() => 'refused'),
  };

  for (const [name, attack] of Object.entries(attacks)) {
    it(`gets nothing by ${name}, from a port beside it or from a name of its own`, async () => {
      for (const site of [evilOrigin, evilTest()]) {
        const got = await from(site, attack);
        expect(got).not.toContain(SECRET);
        expect(got).not.toContain('Page');
        expect(got).not.toBe('loaded');
      }
      expect(test.calls).toEqual([]);
      expect(uploads()).toEqual([]);
    });
  }

  it('would get at a host that does not look: the attacks are alive', async () => {
    const asked: string[] = [];
    const careless = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(200, {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': '*',
        'content-type': request.url === '/rpc' ? 'text/event-stream' : 'text/javascript',
      });
      response.end(`void 'a secret ${SECRET}';`);
    });
    await new Promise<void>((listening) => careless.listen(0, '127.0.0.1', listening));
    const own = `http://127.0.0.1:${(careless.address() as AddressInfo).port}`;
    const got: string[] = [];
    for (const [name, attack] of Object.entries(attacks)) {
      const { page } = await openPage(browser, evilTest());
      const seen = await page.evaluate(attack, { own, token: 'x' });
      if (seen.includes(SECRET) || seen === 'loaded') got.push(name);
      await page.close();
    }
    careless.closeAllConnections();
    careless.close();
    expect(got).toEqual([
      'a read',
      'a call with the very token',
      'a file with the very token',
      'a script',
      'an event stream',
    ]);
    // The others act blindly: they are answered, only not to whom they asked for.
    expect(asked.filter((one) => one === 'POST /rpc').length).toBeGreaterThanOrEqual(3);
    expect(asked).toContain('POST /session');
  });

  it('gets nothing by a form or by sending the whole tab there', async () => {
    for (const site of [evilOrigin, evilTest()]) {
      const { page } = await openPage(browser, site);
      const posted = page.waitForResponse((response) => response.url() === `${test.own}/rpc`);
      await page.evaluate((own) => {
        const form = document.createElement('form');
        form.method = 'post';
        form.enctype = 'text/plain';
        form.action = `${own}/rpc`;
        document.body.append(form);
        form.submit();
      }, test.own);
      expect((await posted).status()).toBe(403);
      await page.waitForURL(`${test.own}/rpc`);
      await page.waitForLoadState();
      await page.goto(site);
      const sent = page.waitForResponse((response) => response.url() === `${test.own}/`);
      await page.evaluate((own) => {
        location.href = own;
      }, test.own);
      expect((await sent).status()).toBe(403);
      await page.waitForURL(`${test.own}/`);
      await page.close();
    }
    expect(test.calls).toEqual([]);
  });

  it('gets nothing by giving its own name our address', async () => {
    const { page } = await openPage(browser, `http://rebind.test:${test.host.port}/`);
    expect(await page.textContent('body')).toContain('does not belong to Groundwork');
    const token = await test.token();
    // Here the origin is the same for the browser: it reads the answers, and they are refusals.
    const got = await page.evaluate(async (bearer) => {
      const call = {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
      };
      const answers = [
        await fetch('/'),
        await fetch('/rpc', { ...call, body: '{"name":"app.read"}' }),
        await fetch('/tab', call),
        await fetch('/upload', {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${bearer}` },
          body: new Blob(['bytes']),
        }),
      ];
      return Promise.all(answers.map(async (answer) => `${answer.status} ${await answer.text()}`));
    }, token);
    for (const answer of got) expect(answer).toMatch(/^403 /);
    await page.close();
    expect(test.calls).toEqual([]);
    expect(uploads()).toEqual([]);
  });

  it('is told 403 and nothing else, while the page itself is answered', async () => {
    expect(statuses.length).toBeGreaterThan(0);
    expect(statuses.filter((status) => status !== 403)).toEqual([]);
    const { page, problems } = await openPage(browser, test.own);
    const got = await page.evaluate(
      async (bearer) => {
        const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` };
        return (await fetch('/rpc', { method: 'POST', headers, body: '{"name":"app.read"}' })).text();
      },
      await test.token(),
    );
    expect(got).toContain(SECRET);
    expect(test.calls.length).toBe(1);
    const kept = await page.evaluate(
      async (bearer) => {
        const headers = { 'content-type': 'application/octet-stream', authorization: `Bearer ${bearer}` };
        const body = new Blob([new Uint8Array(50 * 1024 * 1024).fill(0xa5)]);
        return (await fetch('/upload', { method: 'POST', headers, body })).json();
      },
      await test.token(),
    );
    expect(kept).toMatchObject({ ok: true });
    const [id] = uploads();
    expect(readFileSync(join(test.dataDir, 'uploads', id!)).equals(Buffer.alloc(MAX_UPLOAD, 0xa5))).toBe(
      true,
    );
    expect(problems.filter((problem) => !problem.includes('favicon') && !problem.includes('404'))).toEqual(
      [],
    );
    await page.close();
  });
});
