import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * The folder of `--data DIR`, or `usual` without the flag; null where the flag came without a folder.
 * Not strict: Chromium has switches of its own on the same command line.
 */
export const dataDirOf = (argv: readonly string[], usual: () => string): string | null => {
  const options = { data: { type: 'string' } } as const;
  const { data } = parseArgs({ args: argv.slice(1), options, strict: false, allowPositionals: true }).values;
  if (data === undefined) return usual();
  return typeof data === 'string' && data !== '' ? resolve(data) : null;
};
