import type { TopicStatus } from '../../shared/values.ts';
import type { SliceOf } from '../store.ts';

/** A run of rows in the list of topics of a skill; places count from the skill's first topic. */
export type TopicRange = { readonly skill: string; readonly from: number; readonly to: number };

/** The topics that are chosen together on a skill's page. */
export type SelectionSlice = {
  readonly selected: ReadonlySet<string>;
  /** Place from which a range is drawn with Shift. */
  readonly anchor: number | null;
  readonly select: (ids: ReadonlySet<string>, anchor?: number | null) => void;
  /** Selects a run of rows; rows that were not read yet are selected too. */
  readonly selectRange: (range: TopicRange) => Promise<void>;
  readonly clearSelection: () => void;
  /** One step for all that are selected. */
  readonly setSelected: (status: TopicStatus, reason?: string) => Promise<void>;
};

export const createSelectionSlice: SliceOf<SelectionSlice> = (set, get, call) => ({
  selected: new Set(),
  anchor: null,
  select: (selected, anchor) => set(anchor === undefined ? { selected } : { selected, anchor }),
  selectRange: async ({ skill, from, to }) => {
    const [first, last] = from < to ? [from, to] : [to, from];
    const reply = await call('topics.ids', { skill, offset: first, limit: last - first + 1 });
    if (reply.ok) set({ selected: new Set(reply.value.ids) });
    else get().complain(reply.error.message);
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
