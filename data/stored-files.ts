import { createHash } from 'node:crypto';
import { sql, type Db } from './sql.ts';

/** Keeps a file, once however often it comes, and gives the hash of its bytes, under which it is found again. */
export const storeFile = (db: Db, bytes: Uint8Array): string => {
  const hash = createHash('sha256').update(bytes).digest('hex');
  sql(db, 'INSERT INTO stored_file (hash, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING').run(hash, bytes);
  return hash;
};

export const readStoredFile = (db: Db, hash: string): Buffer | undefined =>
  sql<[string], { bytes: Buffer }>(db, 'SELECT bytes FROM stored_file WHERE hash = ?').get(hash)?.bytes;
