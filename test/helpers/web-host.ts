import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const root = resolve(import.meta.dirname, '../..');
const START_MS = 15_000;

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type RunningHost = {
  /** The first address, good once and for a minute. */
  readonly address: string;
  /** `http://127.0.0.1:PORT`, without a nonce. */
  readonly origin: string;
  /** Presses Enter and gives the address that is printed. */
  readonly nextAddress: () => Promise<string>;
  readonly process: ChildProcess;
  readonly stop: (signal?: NodeJS.Signals) => Promise<Exit>;
  readonly kill9: () => Promise<Exit>;
  /** All that was said so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
};

/** Starts the built web host on a data folder. Rejects with what it said where it ends before its first address. */
export const startHost = async (options: {
  readonly dataDir: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Another build than `dist/`. */
  readonly entry?: string;
}): Promise<RunningHost> => {
  const entry = options.entry ?? resolve(root, 'dist/main/web.js');
  const args = [entry, '--no-open', '--data', options.dataDir, ...(options.args ?? [])];
  const child = spawn(process.execPath, args, { env: { ...process.env, ...options.env } });
  const lines: string[] = [];
  const errors: string[] = [];
  const wanted: ((address: string) => void)[] = [];
  child.stderr.on('data', (part) => errors.push(String(part)));
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    if (line.startsWith('http://127.0.0.1:')) wanted.shift()?.(line);
  });
  const exited = new Promise<Exit>((done) => child.once('close', (code, signal) => done({ code, signal })));
  const next = (): Promise<string> => {
    const { promise, resolve: got, reject } = Promise.withResolvers<string>();
    wanted.push(got);
    const fail = (why: string): void => reject(new Error(`${why} ${errors.join('')}`));
    const timer = setTimeout(() => fail('The host printed no address in time.'), START_MS);
    void exited.then(() => fail('The host ended.'));
    return promise.finally(() => clearTimeout(timer));
  };
  const end = (signal: NodeJS.Signals): Promise<Exit> => {
    child.kill(signal);
    return exited;
  };
  const address = await next();
  return {
    address,
    origin: new URL(address).origin,
    process: child,
    nextAddress: () => {
      const printed = next();
      child.stdin.write('\n');
      return printed;
    },
    stop: (signal = 'SIGTERM') => end(signal),
    kill9: () => end('SIGKILL'),
    stdout: () => lines.map((line) => `${line}\n`).join(''),
    stderr: () => errors.join(''),
  };
};

/** Chromium with its web security on. The package's own arguments would switch it off. */
export const launchBrowser = (executablePath: string, args: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox', ...args] });

export type OpenPage = {
  readonly page: Page;
  /** Uncaught errors, console errors and violations of the content security policy; a good run leaves none. */
  readonly problems: readonly string[];
};

/** Opens an address in a new tab and gathers what goes wrong in it from its first moment. */
export const openPage = async (browser: Browser | BrowserContext, address: string): Promise<OpenPage> => {
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  await page.exposeFunction('reportViolation', (text: string) => void problems.push(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { reportViolation: (text: string) => void }).reportViolation;
      report(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await page.goto(address);
  return { page, problems };
};
