import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LIMITS } from '../../main/folders/look-at-folder.ts';
import { createSeen } from '../../main/folders/seen.ts';
import { walk } from '../../main/folders/walk.ts';
import { noPairs, timed, addSyncPairs, ratioOf, median, percentile, type Figure } from './measure.ts';

const FOLDERS = 400;
const EACH = 500;
const PAIRS = 3;
const LIMIT_MS = 10_000;

/** A look at a folder of 200,000 files. The floor lists the names of the same folders, and nothing else. */
export const measureLook = (): Figure[] => {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-look-'));
  try {
    const below = Array.from({ length: FOLDERS }, (_, index) => join(folder, `part-${index}`));
    for (const part of below) {
      mkdirSync(part);
      for (let file = 0; file < EACH; file += 1) writeFileSync(join(part, `module-${file}.py`), '');
    }
    const pairs = noPairs();
    const before = process.memoryUsage().rss;
    let most = before;
    let files = Number.POSITIVE_INFINITY;
    addSyncPairs(
      pairs,
      PAIRS,
      () => timed(() => below.forEach((part) => readdirSync(part, { withFileTypes: true }))),
      () =>
        timed(() => {
          const now = performance.now.bind(performance);
          const seen = createSeen();
          const report = (): void => void (most = Math.max(most, process.memoryUsage.rss()));
          // One that was ended by its own limit has not seen all.
          files = Math.min(files, walk(folder, LIMITS.walk, now, report, seen.file).files);
        }),
    );
    const slowest = Math.max(...pairs.subject);
    return [
      {
        name: 'look-at-folder',
        n: files,
        median_ms: median(pairs.subject),
        p95_ms: percentile(pairs.subject, 0.95),
        max_ms: slowest,
        floor_ms: median(pairs.floor),
        ratio: ratioOf(pairs),
        goal: `all ${FOLDERS * EACH} files, max_ms < ${LIMIT_MS}; kb is the memory it took`,
        ok: files === FOLDERS * EACH && slowest < LIMIT_MS,
        kb: (most - before) / 1_000,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
