import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** `npm run fuzz`: the suites that `npm test` runs with few cases, with many. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/fuzz/**/*.test.ts', 'test/e2e/content.test.ts'],
    globalSetup: [
      'test/helpers/compile-catalogue.ts',
      'test/helpers/chromium-setup.ts',
      'test/fuzz/totals.ts',
    ],
    env: { GROUNDWORK_FUZZ: process.env['GROUNDWORK_FUZZ'] ?? 'standard' },
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
});
