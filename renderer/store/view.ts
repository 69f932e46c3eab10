import type { Input } from '../../shared/contract.ts';
import type { SkillFilter } from '../../shared/model/search.ts';
import { download } from '../download.ts';
import type { SliceOf } from '../store.ts';

/** How the person left a screen, kept while the page lives. */
export type ViewSlice = {
  /** Categories that stand open in the tree of skills. */
  readonly openCategories: readonly string[];
  readonly setOpenCategories: (ids: readonly string[]) => void;

  /** What the tree of skills is narrowed to; without any part it shows all. */
  readonly skillFilter: SkillFilter;
  /** Categories folded while a filter narrows the tree, where all stand open otherwise. */
  readonly foldedCategories: readonly string[];
  readonly setSkillFilter: (filter: SkillFilter) => void;
  readonly setFoldedCategories: (ids: readonly string[]) => void;

  /** Hands a category to the browser as a Markdown file. */
  readonly exportList: (category: string) => Promise<void>;
  /** Hands the portfolio to the browser as one file. */
  readonly savePortfolio: (file: Input<'portfolio.export'>) => Promise<void>;
  /** Shows sample data in place of the person's own, or goes back to theirs. */
  readonly showSample: (isOn: boolean) => Promise<void>;
};

export const createViewSlice: SliceOf<ViewSlice> = (set, get, call) => ({
  openCategories: [],
  setOpenCategories: (openCategories) => set({ openCategories }),

  skillFilter: {},
  foldedCategories: [],
  setSkillFilter: (skillFilter) => set({ skillFilter, foldedCategories: [] }),
  setFoldedCategories: (foldedCategories) => set({ foldedCategories }),

  exportList: async (category) => {
    const reply = await call('lists.export', { category });
    if (reply.ok) download(reply.value.fileName, reply.value.text);
    else get().complain(reply.error.message);
  },
  savePortfolio: async (file) => {
    const reply = await call('portfolio.export', file);
    if (!reply.ok) return get().complain(reply.error.message);
    download(reply.value.fileName, reply.value.text, file.format === 'html' ? 'text/html' : 'text/markdown');
  },
  showSample: async (isOn) => {
    const reply = await call(isOn ? 'sample.enter' : 'sample.leave', {});
    if (!reply.ok) return get().complain(reply.error.message);
    await get().startOver();
    location.hash = '#/today';
  },
});
