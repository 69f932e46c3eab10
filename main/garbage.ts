import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives a function that collects all garbage of this thread, in some 30 ms. Left alone that is done only once room is
 * needed: a program that nobody uses would keep what it does not use, and the buffers that belong to it, for hours.
 */
export const garbageCollector = (): (() => void) => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('globalThis.gc ?? null') as (() => void) | null;
  return () => collect?.();
};
