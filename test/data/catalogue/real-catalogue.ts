import { resolve } from 'node:path';
import { parseCatalogue } from '../../../data/catalogue/compile.ts';
import type { Catalogue } from '../../../data/catalogue/schema.ts';

type Draft<T> = { -readonly [K in keyof T]: Draft<T[K]> };
export type CatalogueDraft = Draft<Catalogue>;

export const catalogueFolder = resolve(import.meta.dirname, '../../../data/catalogue');

export const realCatalogue: Catalogue = parseCatalogue(catalogueFolder);

/** A copy of the real catalogue to break in one way. */
export const draftCatalogue = (): CatalogueDraft => structuredClone(realCatalogue) as CatalogueDraft;

/** The item with this id; a test that names a missing one is wrong itself. */
export const named = <Item extends { id: string }>(items: Item[], id: string): Item => {
  const item = items.find((candidate) => candidate.id === id);
  if (!item) throw new Error(`The catalogue has no item "${id}"`);
  return item;
};
