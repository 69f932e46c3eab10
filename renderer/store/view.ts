import type { SliceOf } from '../store.ts';

/** How the person left a screen, kept while the page lives. */
export type ViewSlice = {
  /** Categories that stand open in the tree of skills. */
  readonly openCategories: readonly string[];
  readonly setOpenCategories: (ids: readonly string[]) => void;
};

export const createViewSlice: SliceOf<ViewSlice> = (set) => ({
  openCategories: [],
  setOpenCategories: (openCategories) => set({ openCategories }),
});
