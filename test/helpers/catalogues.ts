import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { draftCatalogue, type CatalogueDraft } from '../data/catalogue/real-catalogue.ts';

/** Compiles the real catalogue with some changes into `folder`, as a later version of the product would ship it. */
export const shipCatalogue = (
  folder: string,
  change: (draft: CatalogueDraft) => CatalogueDraft | void,
): string => {
  const draft = draftCatalogue();
  const json = JSON.stringify(change(draft) ?? draft);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'catalogue.json'), json);
  writeFileSync(join(folder, 'catalogue.hash'), createHash('sha256').update(json).digest('hex'));
  return folder;
};

/** Gives an item another id everywhere, and remembers the old one. */
export const renameItem = (draft: CatalogueDraft, from: string, to: string): CatalogueDraft =>
  JSON.parse(
    JSON.stringify(draft)
      .replaceAll(`"id":"${from}"`, `"id":"${to}","renamedFrom":["${from}"]`)
      .replaceAll(`"role":"${from}"`, `"role":"${to}"`)
      .replaceAll(`"group":"${from}"`, `"group":"${to}"`),
  ) as CatalogueDraft;
