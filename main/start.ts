import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { runWebHost as RunWebHost } from './web/main.ts';

/** `npm start`: builds what is out of date, then opens the desktop app, or the browser where that cannot be had. */
const root = join(import.meta.dirname, '..');
const DOWNLOAD_MS = 180_000;
const SILENT_MS = 2_000;
/** An app that ends this soon in one of the ways below never showed a window. */
const EARLY_MS = 10_000;
const brokenBy = new Set<NodeJS.Signals>(['SIGTRAP', 'SIGABRT', 'SIGSEGV', 'SIGILL', 'SIGBUS']);

/** The newest change below a path in milliseconds since 1970; folders count, since removing a file changes them. */
const newest = (path: string): number => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

const outOfDate = (): boolean => {
  const outputs = [
    'renderer/index.html',
    'main/web.js',
    'main/core-worker.js',
    'preload/preload.cjs',
    'catalogue/catalogue.json',
  ];
  const sources = [
    'shared',
    'data',
    'main',
    'renderer',
    'vite.config.ts',
    'package.json',
    'package-lock.json',
  ];
  const times = outputs.map(
    (path) => statSync(join(root, 'dist', path), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return Math.min(...times) < Math.max(...sources.map((path) => newest(join(root, path))));
};

/** In a process of its own: a bundler holds on to some 700 MB, and the host would as long as it runs. */
const build = (): Promise<boolean> => {
  console.log('Building Groundwork, this takes a few seconds.');
  const options = ['build', '--app', '--logLevel', 'silent', '--config', join(root, 'vite.config.ts')];
  return new Promise<boolean>((done) => {
    const { resolve } = createRequire(import.meta.url);
    const vite = join(dirname(resolve('vite/package.json')), 'bin/vite.js');
    const building = spawn(process.execPath, [vite, ...options], { cwd: root, stdio: 'ignore' });
    building.on('error', () => done(false)).on('exit', (code) => done(code === 0));
  }).catch(() => false);
};

/** Why the window cannot be shown, told without asking Electron; null where it may be. */
const obstacle = (): string | null => {
  if (process.platform !== 'linux') return null;
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return 'no display';
  return process.getuid?.() === 0 ? 'the system administrator runs it' : null;
};

/** The path of Electron's program, fetched first where it is missing; null where it cannot be had. */
const findElectron = async (): Promise<string | null> => {
  try {
    const require = createRequire(import.meta.url);
    const folder = dirname(require.resolve('electron/package.json'));
    // Asked for only once it is there: Electron's own module would fetch it too, but not quietly.
    if (!installed(folder)) await fetchElectron(join(folder, 'install.js'));
    if (!installed(folder)) return null;
    const path: unknown = require('electron');
    return typeof path === 'string' && existsSync(path) ? path : null;
  } catch {
    return null;
  }
};

const installed = (folder: string): boolean => {
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH']) return true;
  const note = join(folder, 'path.txt');
  return existsSync(note) && existsSync(join(folder, 'dist', readFileSync(note, 'utf8')));
};

const fetchElectron = (script: string): Promise<void> =>
  new Promise((done) => {
    const told = setTimeout(() => console.log('Fetching the desktop app, once, about 120 MB.'), SILENT_MS);
    const fetching = spawn(process.execPath, [script], { stdio: 'ignore', timeout: DOWNLOAD_MS });
    const over = (): void => {
      clearTimeout(told);
      done();
    };
    fetching.on('error', over).on('exit', over);
  });

/** Runs the desktop app; gives its exit code, or null where it could not show a window at all. */
const runElectron = (program: string, flags: readonly string[]): Promise<number | null> =>
  new Promise((ended) => {
    // Set in some editors' terminals; it would turn the app into plain Node.
    const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
    const started = performance.now();
    const app = spawn(program, [join(root, 'dist/main/electron.js'), ...flags], { stdio: 'inherit', env });
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        asked = true;
        app.kill(signal);
      });
    }
    app.on('error', () => ended(null));
    app.on('exit', (code, signal) => {
      const early = performance.now() - started < EARLY_MS;
      const broken = code === 127 || (signal !== null && brokenBy.has(signal));
      if (asked) ended(code ?? 0);
      else ended(early && broken ? null : (code ?? 1));
    });
  });

const start = async (flags: readonly string[]): Promise<number> => {
  if (typeof Temporal === 'undefined') {
    console.error(
      'Groundwork needs Node 26 or newer here; npm brings one for most computers, but not for this one.',
    );
    return 1;
  }
  if (outOfDate() && !(await build())) {
    console.error('Groundwork could not be built; "npm run build" says why.');
    return 1;
  }
  let preface: string | undefined;
  if (!flags.includes('--web')) {
    const reason = obstacle();
    const electron = reason === null ? await findElectron() : null;
    const code = electron === null ? null : await runElectron(electron, flags);
    if (code !== null) return code;
    const why = reason ?? (electron === null ? 'its runtime could not be had' : 'its window did not open');
    const { hasDisplay } = await import('./web/browser.ts');
    const opens = hasDisplay() && !flags.includes('--no-open');
    const instead = opens ? 'opens in your browser' : 'waits for your browser at the address below';
    preface = `The desktop app cannot start here (${why}), so Groundwork ${instead}.`;
  }
  const built = join(root, 'dist/main/web.js');
  const { becomeHost } = await import('./web/own-process.ts');
  becomeHost(built, flags, preface);
  const { runWebHost } = (await import(pathToFileURL(built).href)) as {
    readonly runWebHost: typeof RunWebHost;
  };
  return runWebHost(flags, preface);
};

const code = await start(process.argv.slice(2));
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
