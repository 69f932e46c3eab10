import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (() => void) | null;

/** Made with the first use, which is not at start. */
let collect: Collect | undefined;

/**
 * Collects all garbage of this thread, in some 30 ms. Left alone that is done only once room is needed: a program that
 * nobody uses would keep what it does not use, and the buffers that belong to it, for hours.
 */
export const collectGarbage = (): void => {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('globalThis.gc ?? null') as Collect;
  }
  collect?.();
};
