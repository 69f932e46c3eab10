import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { repository } from '../helpers/paths.ts';

const own = join(import.meta.dirname, 'children');
const sources: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    readdirSync(own)
      .filter((name) => name !== 'faulty-disk.ts')
      .map((name) => [basename(name, '.ts'), join(own, name)]),
  ),
  'own-folder': join(repository, 'test/helpers/children/own-folder.ts'),
  // The two threads of a host find each other by these names.
  'core-worker': join(repository, 'main/core-worker.ts'),
  'job-worker': join(repository, 'main/jobs/worker.ts'),
};

let folder: Promise<string> | undefined;

/**
 * The folder of the children's scripts, each as one file: a suite that starts hundreds of processes spends its time on
 * faults then, and not on reading the same sources again. Made once, and gone in the end.
 */
export const bundledChildren = (): Promise<string> => (folder ??= bundle());

const bundle = async (): Promise<string> => {
  // Below the repository, where the native module is found.
  const cache = join(repository, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(join(cache, 'groundwork-faults-'));
  process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'error',
    root: own,
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      outDir,
      target: 'node26',
      rolldownOptions: {
        input: sources,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  return outDir;
};
