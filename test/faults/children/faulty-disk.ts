import { readFileSync, writeFileSync } from 'node:fs';

/** Tells the fault library what is to fail from now on; the process runs under it. */
export type FaultyDisk = {
  /** Which call fails: by its number, or, with `quota`, the first that needs more room than that many pieces of 2 KB. */
  readonly fail: (variant: string, point: number) => void;
  /** All goes well again. */
  readonly heal: () => void;
  /** Calls that were counted until one failed. */
  readonly counted: () => number;
};

const PIECE = 2_048;

/** `base` is a path that is free, `well` a file below the folder of the library that may be written. */
export const faultyDisk = (base: string, well: string): FaultyDisk => {
  const { env } = process;
  const clear = `${base}-clear`;
  const counted = `${base}-counted`;
  return {
    fail: (variant, point) => {
      env['FAULT_ERRNO'] = variant.includes('full') ? '28' : '5';
      env['FAULT_CLEAR'] = clear;
      if (variant.startsWith('quota')) {
        env['FAULT_QUOTA'] = String(point * PIECE);
        return;
      }
      env['FAULT_COUNTED'] = counted;
      if (variant.includes('persistent')) env['FAULT_PERSISTS'] = '1';
      env['FAULT_AT'] = String(point);
    },
    heal: () => {
      for (const name of ['FAULT_AT', 'FAULT_QUOTA', 'FAULT_PERSISTS', 'FAULT_COUNTED']) delete env[name];
      // A call that goes well starts the count anew.
      writeFileSync(well, 'x');
    },
    counted: () => Number(safely(() => readFileSync(counted, 'utf8')) ?? 0),
  };
};

export const safely = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};
