import type { Level, TopicStatus } from '../../shared/values.ts';
import type { SliceOf } from '../store.ts';
import { t } from '../words.ts';

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
  /** A topic that got another level just now: the focus goes with it, once its new place is read. */
  readonly following: { readonly topic: string; readonly level: Level } | null;
  readonly followed: () => void;
  /** One step that gives own topics, with what is below them, another level. They are not selected any more. */
  readonly setLevel: (topics: readonly string[], level: Level) => Promise<void>;
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
  following: null,
  followed: () => set({ following: null }),
  setLevel: async (topics, level) => {
    const { send, announce, clearSelection } = get();
    const change = await send('topics.setLevel', { topics: [...topics], level }, { undoable: true });
    if (!change) return;
    clearSelection();
    set({ following: { topic: topics[0]!, level } });
    announce(t('own.leveled', { count: topics.length, level: t(`level.${level}`) }));
  },
});
