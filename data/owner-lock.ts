import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { asOpenError, OpenError, unwritable } from './open-error.ts';

/** Kept in hand: a lock that nobody refers to would be dropped with the next collection of memory. */
const held = new Set<Database.Database>();

/**
 * Makes the folder where it is missing, and this process the only owner of a data folder until `release`. The lock is an
 * exclusive transaction on an empty
 * database beside the real one: the system drops it however the process ends, so it is never stale, and it works
 * alike on every platform. Throws `OpenError('owned')` at once where another process holds it.
 */
export const ownDataFolder = (dataDir: string): { readonly release: () => void } => {
  try {
    makeFolder(resolve(dataDir));
  } catch {
    throw unwritable(dataDir);
  }
  let lock: Database.Database | undefined;
  try {
    lock = new Database(join(dataDir, 'owner.lock'), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    const own = lock;
    held.add(own);
    const release = (): void => {
      held.delete(own);
      own.close();
    };
    return { release };
  } catch (error) {
    lock?.close();
    if ((error as { code?: string }).code === 'SQLITE_BUSY') {
      throw new OpenError('owned', 'Groundwork is already running with this data folder.');
    }
    const fault = asOpenError(error);
    throw fault instanceof OpenError && fault.fault === 'folder' ? unwritable(dataDir) : fault;
  }
};

/** Step by step: the recursive call of Node never returns where the system lies about a parent, as below /proc. */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
};
