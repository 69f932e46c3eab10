import { enableCompileCache, getCompileCacheDir } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { takePreface } from './own-process.ts';
import { run } from './run.ts';

const here = import.meta.dirname;
const built = !import.meta.filename.endsWith('.ts');
const dist = built ? join(here, '..') : join(here, '../../dist');

/**
 * Runs the web host in this process. `argv` is the command line without the program; `preface` is said before the first
 * address, and only if there is one. Gives the exit code.
 */
export const runWebHost = (argv: readonly string[], preface?: string): Promise<number> => {
  // Beside the build, not in the shared temporary folder, where another account could plant code.
  if (built) enableCompileCache(join(dist, 'compile-cache'));
  // The core's thread has its own loader and learns of the cache by its environment.
  const cache = getCompileCacheDir();
  if (cache !== undefined) process.env['NODE_COMPILE_CACHE'] ??= join(dist, 'compile-cache');
  return run(argv, {
    workerFile: pathToFileURL(built ? join(here, 'core-worker.js') : join(here, '../core-worker.ts')),
    catalogueDir: join(dist, 'catalogue'),
    rendererDir: join(dist, 'renderer'),
    ...(preface === undefined ? {} : { preface }),
  });
};

/** Ends the process once what was said is out; a pipe may take it later. */
export const exitWith = (code: number): void => {
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
};

if (import.meta.main) exitWith(await runWebHost(process.argv.slice(2), takePreface()));
