import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser, startHost, type RunningHost } from '../helpers/web-host.ts';
import { usedFolder } from './stage.ts';

/** A host on a data folder, used before as `fill` says, and a browser, up before the tests of a file and gone after them. */
export const useStage = (
  executable: string,
  fill?: Parameters<typeof usedFolder>[0],
): {
  readonly dataDir: string;
  readonly file: string;
  readonly browser: Browser;
  readonly host: RunningHost;
} => {
  const { dataDir, file, remove } = usedFolder(fill);
  let browser: Browser | undefined;
  let host: RunningHost | undefined;
  beforeAll(async () => {
    [host, browser] = await Promise.all([startHost({ dataDir }), launchBrowser(executable)]);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    remove();
  });
  return {
    dataDir,
    file,
    get browser() {
      return browser!;
    },
    get host() {
      return host!;
    },
  };
};
