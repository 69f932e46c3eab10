import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = typeof globalThis.gc | null;

/** Made with the first use, which is not at start. */
let collect: Collect | undefined;

/** Bytes. */
const MUCH = 4 * 1_048_576;
let heldAfterwards = 0;

/**
 * Collects all garbage of this thread and gives its room back to the system, in some 60 ms. Left alone that is done only
 * once room is needed: a program that nobody uses would keep what it does not use, and the buffers that belong to it.
 */
export const collectGarbage = (): void => {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('globalThis.gc ?? null') as Collect;
  }
  collect?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  heldAfterwards = process.memoryUsage.rss();
};

/** Collects where the process holds far more than after the last time, whichever of its threads took it. */
export const collectMuchGarbage = (): void => {
  if (process.memoryUsage.rss() > heldAfterwards + MUCH) collectGarbage();
};
