import { writeCatalogue } from '../../data/catalogue/compile.ts';
import { catalogueDir, catalogueSource } from './paths.ts';

/** Compiles the real catalogue once for all tests of a run. */
export const setup = (): void => {
  writeCatalogue(catalogueSource, catalogueDir);
};
