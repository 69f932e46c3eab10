import { randomBytes } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_UPLOAD, uploadTooLarge } from '../shared/bridge.ts';
import { AppError, failure, internalFailure, type Reply } from '../shared/reply.ts';
import type { Clock } from './clock.ts';
import { worded } from './disk-words.ts';

export const UPLOAD_LIFE_MS = 3_600_000;
const SWEEP_MS = 60_000;
export const MAX_AT_ONCE = 4;
/** Bytes that all uploads together may take on the disk. Holds `MAX_AT_ONCE` of the largest. */
export const MAX_STORED = MAX_AT_ONCE * MAX_UPLOAD;

type Bytes = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** The files that the page handed over for a procedure to read: kept for an hour, below the data folder. */
export type Uploads = {
  /**
   * Writes the bytes as they come, never faster than the disk takes them, and gives the id for `uploadPath`. Refused ones
   * leave nothing behind. Rejects where the bytes stop coming by an error of their source.
   */
  readonly save: (bytes: Bytes) => Promise<Reply<{ readonly upload: string }>>;
  /** Removes what is older than an hour. Also done every minute and before each upload. */
  readonly sweep: () => Promise<void>;
  /** Removes everything, and takes nothing more. */
  readonly close: () => Promise<void>;
};

const folderIn = (dataDir: string): string => join(dataDir, 'uploads');

/** Where an upload lies; null for one that is gone, and for every text that is no upload's id. */
export const uploadPath = (dataDir: string, id: string): string | null => {
  if (!/^[A-Za-z0-9_-]{22}$/.test(id)) return null;
  const path = join(folderIn(dataDir), id);
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true ? path : null;
};

/**
 * Opens the folder of uploads, emptied of what an earlier run left there: only for the process that owns the data folder.
 * Files are known by this run's memory alone, so no clock of a file system matters.
 */
export const openUploads = (dataDir: string, clock: Pick<Clock, 'now'>): Uploads => {
  const folder = folderIn(dataDir);
  const stored = new Map<string, { readonly savedAt: number; readonly size: number }>();
  /** Bytes on the disk, those of uploads under way included. */
  let held = 0;
  let underWay = 0;
  let closed = false;

  const remove = async (id: string): Promise<void> => {
    const size = stored.get(id)?.size ?? 0;
    stored.delete(id);
    held -= size;
    await removeQuietly(join(folder, id));
  };
  const sweep = async (): Promise<void> => {
    // A clock that was set back by a second is no reason to lose a file; one that was set back far is.
    const isOld = (savedAt: number): boolean => Math.abs(clock.now() - savedAt) >= UPLOAD_LIFE_MS;
    await Promise.all([...stored].filter(([, { savedAt }]) => isOld(savedAt)).map(([id]) => remove(id)));
  };
  /** The oldest go first. What is under way fits in by itself, so this comes to an end. */
  const makeRoom = async (): Promise<void> => {
    for (const oldest of stored.keys()) {
      if (held <= MAX_STORED) return;
      await remove(oldest);
    }
  };

  const emptied = removeQuietly(folder);
  const timer = setInterval(() => void sweep(), SWEEP_MS).unref();

  const save: Uploads['save'] = async (bytes) => {
    if (closed) return internalFailure;
    if (underWay >= MAX_AT_ONCE) return tooMany;
    underWay += 1;
    const id = randomBytes(16).toString('base64url');
    const path = join(folder, id);
    let written = 0;
    try {
      await emptied;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await sweep();
      const size = await write(path, bytes, async (length) => {
        written += length;
        held += length;
        await makeRoom();
      });
      if (size === null) return uploadTooLarge;
      stored.set(id, { savedAt: clock.now(), size });
      return { ok: true, value: { upload: id } };
    } catch (error) {
      return refusalOf(error);
    } finally {
      underWay -= 1;
      if (!stored.has(id)) {
        held -= written;
        await removeQuietly(path);
      }
    }
  };

  return {
    save,
    sweep,
    close: async () => {
      closed = true;
      clearInterval(timer);
      stored.clear();
      await removeQuietly(folder);
    },
  };
};

/** Writes one file. `onPart` is waited for before each part. Gives the size, or null for one that is too large. */
const write = async (
  path: string,
  bytes: Bytes,
  onPart: (length: number) => Promise<void>,
): Promise<number | null> => {
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const part of bytes) {
      size += part.length;
      if (size > MAX_UPLOAD) return null;
      await onPart(part.length);
      await file.writeFile(part);
    }
    return size;
  } finally {
    await file.close();
  }
};

/** Something that cannot be removed now is left to the next start. */
const removeQuietly = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true }).catch(() => undefined);

const tooMany = failure('conflict', 'Groundwork is taking in other files. Try again in a moment.');

/** Words a fault of the disk. Throws every other error as it is. */
const refusalOf = (error: unknown): Reply<never> => {
  const refusal = worded(error, 'this file was not taken in', 'The data folder');
  if (refusal instanceof AppError) return failure(refusal.code, refusal.message);
  throw error;
};
