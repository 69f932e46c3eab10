import { resolve } from 'node:path';

export const repository = resolve(import.meta.dirname, '../..');
export const catalogueSource = resolve(repository, 'data/catalogue');
/** The compiled catalogue that the tests share. */
export const catalogueDir = resolve(repository, 'node_modules/.cache/groundwork-test/catalogue');
