import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser, startHost, type RunningHost } from '../helpers/web-host.ts';
import { standing, usedFolder } from './stage.ts';

/** What a fault of the page could be used for: things put into it from outside, one way each. */
const probes: Readonly<Record<string, () => void>> = {
  'a script in the page': () => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.ran = true';
    document.body.append(script);
  },
  'a script from elsewhere': () => {
    const script = document.createElement('script');
    script.src = 'http://probe.test/x.js';
    document.body.append(script);
  },
  'a script made of data': () => {
    const script = document.createElement('script');
    script.src = 'data:text/javascript,globalThis.ran=true';
    document.body.append(script);
  },
  'a handler': () => {
    const image = document.createElement('p');
    image.setAttribute('onclick', 'globalThis.ran = true');
    document.body.append(image);
    image.click();
  },
  'text that is run': () => {
    const run = document.defaultView!.setTimeout as unknown as (text: string) => void;
    run('globalThis.ran = true');
  },
  'an address that is run': () => {
    const link = document.createElement('a');
    link.href = 'javascript:void(globalThis.ran = true)';
    document.body.append(link);
    link.click();
  },
  'a worker made of bytes': () => {
    const bytes = new Blob(['fetch("http://probe.test/")'], { type: 'text/javascript' });
    try {
      new Worker(URL.createObjectURL(bytes)).addEventListener('error', () => undefined);
    } catch {
      // Refused at once.
    }
  },
  'a picture from elsewhere': () => {
    new Image().src = 'http://probe.test/x.png';
  },
  'a style of its own': () => {
    const style = document.createElement('style');
    style.textContent = 'body { background: url(http://probe.test/x.png) }';
    document.head.append(style);
  },
  'a frame': () => {
    const frame = document.createElement('iframe');
    frame.src = 'http://probe.test/';
    document.body.append(frame);
  },
  'an object': () => {
    const object = document.createElement('object');
    object.data = 'http://probe.test/';
    document.body.append(object);
  },
  'a form that sends': () => {
    const form = document.createElement('form');
    form.action = 'http://probe.test/';
    form.method = 'post';
    document.body.append(form);
    form.submit();
  },
  'a question to elsewhere': () => {
    void fetch('http://probe.test/').catch(() => undefined);
  },
  'a socket': () => {
    try {
      new WebSocket('ws://probe.test/').addEventListener('error', () => undefined);
    } catch {
      // Refused at once.
    }
  },
  'another base of all addresses': () => {
    const base = document.createElement('base');
    base.href = 'http://probe.test/';
    document.head.append(base);
  },
};

const executable = inject('chromium');
describe.skipIf(executable === '')('the policy of the page (needs a Chromium)', () => {
  const folder = usedFolder();
  let browser: Browser;
  let host: RunningHost;
  beforeAll(async () => {
    [host, browser] = await Promise.all([
      startHost({ dataDir: folder.dataDir }),
      launchBrowser(executable, ['--host-resolver-rules=MAP probe.test 127.0.0.1:1']),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    folder.remove();
  });

  it(`stops and reports each of ${Object.keys(probes).length} things that are put into it`, async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    let reports = 0;
    page.on('response', (response) => {
      if (response.url().includes('probe.test')) asked.push(response.url());
    });
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      if (request.url().includes('probe.test') && !/BLOCKED|csp/i.test(why))
        asked.push(`${request.url()} ${why}`);
    });
    await page.exposeFunction('reported', () => void (reports += 1));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', () =>
        (globalThis as unknown as { reported: () => void }).reported(),
      );
    });
    await page.goto(await host.nextAddress());
    await standing(page);
    for (const [name, probe] of Object.entries(probes)) {
      const before = reports;
      await page.evaluate(probe);
      await expect.poll(() => reports, { message: name, timeout: 5_000 }).toBeGreaterThan(before);
      expect(await page.evaluate(() => (globalThis as { ran?: boolean }).ran ?? false), name).toBe(false);
      expect(asked, name).toEqual([]);
      expect(page.url(), name).toContain(host.origin);
    }
    await page.close();
  });
});
