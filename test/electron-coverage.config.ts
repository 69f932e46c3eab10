import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** `npm run coverage:electron`: the desktop layer cannot be run here, so the stand-in has to reach every branch of it. */
export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/main/electron/**/*.test.ts'],
    globalSetup: 'test/helpers/compile-catalogue.ts',
    testTimeout: 60_000,
    coverage: {
      enabled: true,
      provider: 'v8',
      include: ['main/electron/**/*.ts'],
      reporter: ['text'],
      reportsDirectory: 'node_modules/.cache/coverage',
      thresholds: { branches: 100, functions: 100, lines: 100, statements: 100 },
    },
  },
});
