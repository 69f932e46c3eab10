import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './measure.ts';
import type { Setting } from './setting.ts';

const LIMIT_KB = 250;
const staticImport = /(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g;
const inPage = /(?:src|href)="\.\/(assets\/[^"]+\.js)"/g;

/** All JavaScript that the first screen needs: what the page names, and what that imports, compressed file by file. */
export const measureShellJs = ({ dist }: Setting): Figure[] => {
  const page = readFileSync(join(dist, 'renderer/index.html'), 'utf8');
  const files = new Map<string, number>();
  const add = (file: string): void => {
    if (files.has(file)) return;
    const code = readFileSync(join(dist, 'renderer', file));
    files.set(file, gzipSync(code, { level: 9 }).length);
    for (const [, imported] of code.toString().matchAll(staticImport)) add(`assets/${imported}`);
  };
  for (const [, file] of page.matchAll(inPage)) add(file!);
  const bytes = files.values().reduce((sum, size) => sum + size, 0);
  return [
    {
      name: 'shell-js',
      n: null,
      median_ms: null,
      p95_ms: null,
      floor_ms: null,
      ratio: null,
      goal: `kb <= ${LIMIT_KB}`,
      ok: bytes <= LIMIT_KB * 1_000,
      kb: bytes / 1_000,
    },
  ];
};
