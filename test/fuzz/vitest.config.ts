import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const size = process.env['GROUNDWORK_FUZZ'] ?? 'standard';
/** The hostile texts take as long as all other suites together, and two cores are common: they are shared out. */
const SHARES = size === 'small' ? ['1/1'] : ['1/2', '2/2'];
const root = resolve(import.meta.dirname, '../..');
const lane = (name: string, include: string, env: Readonly<Record<string, string>> = {}) => ({
  root,
  test: {
    name,
    include: [include],
    env: { GROUNDWORK_FUZZ: size, ...env },
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
});

/** `npm run fuzz`: the suites that `npm test` runs with few cases, with many. */
export default defineConfig({
  root,
  test: {
    globalSetup: [
      'test/helpers/compile-catalogue.ts',
      'test/helpers/chromium-setup.ts',
      'test/fuzz/totals.ts',
    ],
    maxWorkers: SHARES.length,
    projects: [
      ...SHARES.map((share) =>
        lane(`content ${share}`, 'test/e2e/content.test.ts', { GROUNDWORK_SHARE: share }),
      ),
      lane('others', 'test/fuzz/**/*.test.ts'),
    ],
  },
});
