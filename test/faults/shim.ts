import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let built: { readonly file: string } | { readonly reason: string } | undefined;

/** The library between a process and its disk, compiled once; else the reason why it cannot be had here. */
export const shim = (): { readonly file: string } | { readonly reason: string } => {
  if (built) return built;
  if (process.platform !== 'linux') return (built = { reason: 'the fault library is for Linux' });
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-shim-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'shim.so');
  const source = join(import.meta.dirname, 'shim.c');
  const made = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', file, source, '-ldl', '-lpthread'], {
    encoding: 'utf8',
  });
  if (made.error) return (built = { reason: 'there is no C compiler here' });
  return (built =
    made.status === 0 ? { file } : { reason: `the fault library did not compile: ${made.stderr}` });
};
