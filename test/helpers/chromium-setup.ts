import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  // An interface, because that is what can be added to from outside.
  interface ProvidedContext {
    /** Path of Chromium, or '' where there is none. */
    readonly chromium: string;
  }
}

const root = resolve(import.meta.dirname, '../..');
const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) =>
    join(process.env[name] ?? '', 'Google/Chrome/Application/chrome.exe'),
  ),
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
];

/** Unpacks the packed Chromium once per version. The package reuses any file it finds, so it gets a folder of its own. */
const unpack = async (): Promise<string> => {
  const file = join(root, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  const folder = join(root, `node_modules/.cache/chromium-${version}`);
  const program = join(folder, 'chromium');
  if (existsSync(program)) return program;
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  const temporary = mkdtempSync(`${folder}-`);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = temporary;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    // Another run may have been quicker; its copy is the same.
    if (!existsSync(program)) renameSync(temporary, folder);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(temporary, { recursive: true, force: true });
  }
  return program;
};

/** The path of a Chromium that can be driven, or '' with one line that says what is missing. */
export const findChromium = async (): Promise<string> => {
  if (process.platform === 'linux' && process.arch === 'x64') return unpack();
  const found = usual.find((path) => existsSync(path));
  if (found === undefined)
    console.log('No Chrome was found in its usual places, so the tests in a real browser were left out.');
  return found ?? '';
};

export const setup = async (project: TestProject): Promise<void> => {
  if (!existsSync(join(root, 'dist/main/web.js')) || !existsSync(join(root, 'dist/renderer/index.html'))) {
    throw new Error('The product is not built. Run "npm run build" first; "npm test" does it by itself.');
  }
  project.provide('chromium', await findChromium());
};
