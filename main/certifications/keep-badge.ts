import { readFileSync, statSync } from 'node:fs';
import type { Db } from '../../data/sql.ts';
import { storeFile } from '../../data/stored-files.ts';
import type { FoundBadge, ReadBadges } from '../badges/read-badges.ts';
import { MAX_KEPT } from './credentials.ts';

/** Keeps the file that a badge came in; where that is too large or gone by now, the badge alone as it stood in it. */
export const keepBadge = (
  db: Db,
  { path, fileName }: ReadBadges,
  { badge, source }: FoundBadge,
): { readonly hash: string; readonly name: string } => {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  return size !== undefined && size <= MAX_KEPT
    ? { hash: storeFile(db, readFileSync(path)), name: fileName }
    : {
        hash: storeFile(db, Buffer.from(source)),
        name: badge.form === 'JWT' ? 'badge.jwt' : 'badge.json',
      };
};
