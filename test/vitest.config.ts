import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');
const common = { root, plugins: [react()] };

/** Three kinds of tests: rules and core in Node, screens over the real core in jsdom, the product in real Chromium. */
/** Counts for a machine to read, where one asks for them. */
const report = process.env.GROUNDWORK_TEST_REPORT;

export default defineConfig({
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        ...common,
        test: {
          name: 'unit',
          include: ['test/{shared,data,main,conformance,fuzz}/**/*.test.ts', 'test/*.test.ts'],
          globalSetup: 'test/helpers/compile-catalogue.ts',
          testTimeout: 20_000,
        },
      },
      {
        ...common,
        test: {
          name: 'screens',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: 'test/helpers/screen-setup.ts',
          globalSetup: 'test/helpers/compile-catalogue.ts',
          css: { modules: { classNameStrategy: 'non-scoped' } },
          testTimeout: 20_000,
        },
      },
      {
        ...common,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/helpers/chromium-setup.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // How long a busy machine takes is nothing that these tests are about.
          expect: { poll: { timeout: 6_000 } },
        },
      },
    ],
  },
});
