import type { DiskFault } from '../data/disk-fault.ts';
import { diskStands } from './disk-words.ts';

/**
 * Whether the person's file can be written, and why not. A fault of the disk is only what the last write met: each further
 * write is tried, and one that succeeds ends it. A damaged file is not written again, until another takes its place.
 */
export type Standing = {
  /** For the person; null when all is well. */
  readonly reason: () => string | null;
  /** Why a write is refused without being tried; null where it is tried. */
  readonly refusal: () => string | null;
  /** Grows with each write that was saved. */
  readonly writes: () => number;
  readonly saved: () => void;
  readonly failed: (fault: Exclude<DiskFault, 'damaged'>) => void;
  readonly damaged: (reason: string) => void;
  /** The file stands in a folder that takes no writes, and is only looked at while this runs. */
  readonly viewedOnly: (reason: string) => void;
  readonly isDamaged: () => boolean;
  /** Another file stands in its place. */
  readonly renewed: () => void;
};

export const openStanding = (): Standing => {
  let damage: string | null = null;
  let view: string | null = null;
  let disk: string | null = null;
  let writes = 0;
  return {
    reason: () => damage ?? view ?? disk,
    refusal: () => damage ?? view,
    isDamaged: () => damage !== null,
    writes: () => writes,
    saved: () => {
      disk = null;
      writes += 1;
    },
    failed: (fault) => (disk = diskStands[fault]),
    damaged: (reason) => (damage = reason),
    viewedOnly: (reason) => (view = reason),
    renewed: () => {
      damage = null;
      view = null;
      disk = null;
      writes += 1;
    },
  };
};
