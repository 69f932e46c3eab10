import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { writeCatalogue } from './data/catalogue/compile.ts';

const root = import.meta.dirname;
const builtins = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** Compiles the catalogue's YAML once per build; the product reads only the result. */
const catalogue = (): Plugin => ({
  name: 'groundwork-catalogue',
  applyToEnvironment: (environment) => environment.name === 'main',
  writeBundle: () => writeCatalogue(resolve(root, 'data/catalogue'), resolve(root, 'dist/catalogue')),
});

/** One build: the page, the two hosts with the core's thread, and the preload script of the window. */
export default defineConfig({
  root: resolve(root, 'renderer'),
  base: './',
  plugins: [react(), catalogue()],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: resolve(root, 'dist/renderer'),
        emptyOutDir: true,
        target: 'chrome140',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
      },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron', 'better-sqlite3', ...builtins] },
      build: {
        outDir: resolve(root, 'dist/main'),
        emptyOutDir: true,
        target: 'node24',
        minify: false,
        rolldownOptions: {
          input: {
            electron: resolve(root, 'main/electron/main.ts'),
            web: resolve(root, 'main/web/main.ts'),
            'core-worker': resolve(root, 'main/core-worker.ts'),
            'job-worker': resolve(root, 'main/jobs/worker.ts'),
          },
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: resolve(root, 'dist/preload'),
        emptyOutDir: true,
        target: 'node24',
        rolldownOptions: {
          input: { preload: resolve(root, 'main/electron/preload.ts') },
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
  },
});
