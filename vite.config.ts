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

type ModuleGraph = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null };

/** Whether the first screen needs a module: one file instead of twenty halves the time until it stands. */
const isShell = (): ((id: string, graph: ModuleGraph) => boolean) => {
  let needed: Set<string> | undefined;
  return (id, graph) => {
    if (!needed) {
      needed = new Set([resolve(root, 'renderer/main.tsx')]);
      // A set hands out what is added to it while it is walked.
      for (const module of needed) {
        for (const imported of graph.getModuleInfo(module)?.importedIds ?? []) needed.add(imported);
      }
    }
    return needed.has(id);
  };
};
const inShell = isShell();

/** Has the two fonts of the first screen fetched beside the script, not after the style sheet was read. */
const preloadFonts = (): Plugin => ({
  name: 'groundwork-fonts',
  applyToEnvironment: (environment) => environment.name === 'client',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /source-(sans-3-latin-wght|serif-4-latin-opsz)-normal[^/]*\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `./${file}` },
          injectTo: 'head' as const,
        })),
  },
});

/** One build: the page, the two hosts with the core's thread, and the preload script of the window. */
export default defineConfig({
  root: resolve(root, 'renderer'),
  base: './',
  plugins: [react(), catalogue(), preloadFonts()],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: resolve(root, 'dist/renderer'),
        emptyOutDir: true,
        target: 'chrome140',
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        cssCodeSplit: false,
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [{ debugName: 'shell', name: (id, graph) => (inShell(id, graph) ? 'shell' : null) }],
            },
          },
        },
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
          output: {
            format: 'es',
            entryFileNames: '[name].js',
            chunkFileNames: 'chunks/[name]-[hash].js',
            // Space and comments go, names stay: what is logged can be read.
            minify: { compress: true, mangle: false },
          },
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
