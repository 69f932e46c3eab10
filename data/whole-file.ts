import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync } from 'node:fs';

/** What concerns files as a whole. Never for a file that SQLite has open: closing it here would drop SQLite's locks. */

const PIECE = 1_048_576;

/** SHA-256 of a file's bytes, read piece by piece. */
export const hashOf = (file: string): string => {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(PIECE);
  const handle = openSync(file, 'r');
  try {
    for (;;) {
      const length = readSync(handle, piece, 0, PIECE, null);
      if (length === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, length));
    }
  } finally {
    closeSync(handle);
  }
};

const sync = (path: string, flags: string): void => {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

export const syncFile = (file: string): void => sync(file, 'r+');

/** Makes new names in a folder durable; Windows has no such call for folders. */
export const syncFolder = (folder: string): void => {
  if (process.platform !== 'win32') sync(folder, 'r');
};
