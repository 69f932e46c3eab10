import type { Browser, Page } from 'playwright-core';
import { join } from 'node:path';
import { findChromium } from '../helpers/chromium-setup.ts';
import { HOST_ENV } from '../../main/web/own-process.ts';
import { launchBrowser, startHost, type RunningHost } from '../helpers/web-host.ts';
import type { Figure } from './measure.ts';
import { SIZES, type Setting, type Size } from './setting.ts';

export type Hosts = ReadonlyMap<Size, RunningHost>;

/** Runs `work` with one Chromium and one running host per size of file; without a Chromium there are no figures. */
export const inBrowser = async (
  setting: Setting,
  work: (browser: Browser, hosts: Hosts) => Promise<Figure[]>,
): Promise<Figure[]> => {
  const program = await findChromium();
  if (program === '') return [];
  const hosts = new Map<Size, RunningHost>();
  const browser = await launchBrowser(program);
  try {
    for (const size of SIZES) {
      hosts.set(
        size,
        await startHost({
          dataDir: setting.dataDir(size),
          entry: join(setting.dist, 'main/web.js'),
          env: HOST_ENV,
        }),
      );
    }
    return await work(browser, hosts);
  } finally {
    await browser.close();
    for (const host of hosts.values()) await host.stop();
  }
};

/**
 * Puts `nextFrame` into every page of the tab: it resolves right after the next frame was handed to the screen. A message
 * that is posted in an animation frame arrives once that frame is painted.
 */
export const withFrames = async (page: Page): Promise<Page> => {
  await page.addInitScript(() => {
    const { port1, port2 } = new MessageChannel();
    let resolve: (() => void) | null = null;
    port1.onmessage = () => resolve?.();
    const nextFrame = (): Promise<void> =>
      new Promise((done) => {
        resolve = done;
        requestAnimationFrame(() => port2.postMessage(null));
      });
    Object.assign(globalThis, { nextFrame });
  });
  return page;
};

declare global {
  // Declared for the functions that run in the page.
  var nextFrame: () => Promise<void>;
}
