import type { Topic } from '../../shared/model/topic.ts';
import type { TopicStatus } from '../../shared/values.ts';
import type { SliceOf } from '../store.ts';
import { queryKey } from './queries.ts';

/** A run of rows in the list of topics of a skill; places count from the skill's first topic. */
export type TopicRange = { readonly skill: string; readonly from: number; readonly to: number };

const PAGE = 100;

/** The topics that are chosen together on a skill's page. */
export type SelectionSlice = {
  readonly selected: ReadonlySet<string>;
  /** Place from which a range is drawn with Shift. */
  readonly anchor: number | null;
  readonly select: (ids: ReadonlySet<string>, anchor?: number | null) => void;
  /** Selects a run of rows; rows that were not read yet are read first. */
  readonly selectRange: (range: TopicRange) => Promise<void>;
  readonly clearSelection: () => void;
  /** One step for all that are selected. */
  readonly setSelected: (status: TopicStatus, reason?: string) => Promise<void>;
};

export const createSelectionSlice: SliceOf<SelectionSlice> = (set, get) => ({
  selected: new Set(),
  anchor: null,
  select: (selected, anchor) => set(anchor === undefined ? { selected } : { selected, anchor }),
  selectRange: async ({ skill, from, to }) => {
    const [first, last] = from < to ? [from, to] : [to, from];
    const ids: string[] = [];
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
      const input = { skill, offset: page * PAGE, limit: PAGE };
      await get().load('topics.list', input);
      const known = get().queries[queryKey('topics.list', input)]?.data as
        | { readonly topics: readonly Topic[] }
        | undefined;
      known?.topics.forEach(({ id }, index) => {
        const at = page * PAGE + index;
        if (at >= first && at <= last) ids.push(id);
      });
    }
    set({ selected: new Set(ids) });
  },
  clearSelection: () => set({ selected: new Set(), anchor: null }),
  setSelected: async (status, reason) => {
    const topics = [...get().selected];
    if (topics.length === 0) return;
    await get().send(
      'topics.setStatuses',
      { topics, status, ...(reason === undefined ? {} : { reason }) },
      { undoable: true },
    );
  },
});
