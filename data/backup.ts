import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Db } from './sql.ts';

/**
 * Copies the open database into `folder` and returns the copy's path. The copy is checked in full and hashed before it
 * gets its name, so whatever is listed there is good; a crash leaves at most a `.part` file. An existing backup of that
 * name was verified then and is kept, so that repeated failed starts cannot replace it.
 */
export const backup = (db: Db, folder: string, name: string): string => {
  mkdirSync(folder, { recursive: true });
  const final = join(folder, `${name}.db`);
  if (existsSync(final)) return final;
  const part = `${final}.part`;
  rmSync(part, { force: true });
  db.prepare('VACUUM INTO ?').run(part);
  verify(part);
  const hash = createHash('sha256').update(readFileSync(part)).digest('hex');
  writeFileSync(`${final}.sha256`, `${hash}  ${name}.db\n`, { flush: true });
  sync(part, 'r+');
  renameSync(part, final);
  // Makes the new name itself durable; Windows has no such call for folders.
  if (process.platform !== 'win32') sync(folder, 'r');
  return final;
};

/** Throws unless SQLite finds structure and references of the copy without fault. */
const verify = (file: string): void => {
  const copy = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const structure = copy.pragma('integrity_check', { simple: true });
    const references = copy.pragma('foreign_key_check') as unknown[];
    if (structure !== 'ok' || references.length > 0) throw new Error('the backup could not be verified');
  } finally {
    copy.close();
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
