import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from './schema.ts';

export type OpenedCatalogue = {
  /** SHA-256 in hex of the compiled catalogue. */
  readonly hash: string;
  /** Reads and parses the whole catalogue; needed only when the hash is a new one. */
  read(): Catalogue;
};

/** Opens the compiled catalogue. Only the small hash is read at once; the build has checked the rest. */
export const openCatalogue = (folder: string): OpenedCatalogue => ({
  hash: readFileSync(join(folder, 'catalogue.hash'), 'utf8').trim(),
  read: () => JSON.parse(readFileSync(join(folder, 'catalogue.json'), 'utf8')) as Catalogue,
});
