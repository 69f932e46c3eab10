import type { Level } from '../../shared/values.ts';
import type { SliceOf } from '../store.ts';

export type TopicRef = {
  readonly id: string;
  readonly text: string;
  /** The person's own: it can be changed and removed. */
  readonly own?: boolean;
  /** Known where the topic stands on its skill's page: its menu then has more than the statuses. */
  readonly detail?: TopicDetail;
};

export type TopicDetail = {
  readonly skill: string;
  readonly markdown: string | null;
  readonly level: Level;
  /** A topic below another has the level of the one above it. */
  readonly parent: string | null;
};

/** A topic whose text, parts, note or history is open in a dialog. */
export type TopicDialog = {
  readonly kind: 'edit' | 'below' | 'note' | 'history';
  readonly topic: TopicRef & TopicDetail;
};

/** What is open above the screen. */
export type DialogSlice = {
  readonly statusMenu: (TopicRef & { readonly at: { readonly x: number; readonly y: number } }) | null;
  /** The topics whose reason for skipping is being asked: one, or all that are selected. */
  readonly skipping: TopicRef | 'selected' | null;
  readonly topicDialog: TopicDialog | null;
  readonly openStatusMenu: (topic: TopicRef, at: { readonly x: number; readonly y: number }) => void;
  readonly closeStatusMenu: () => void;
  readonly askReason: (topic: TopicRef | 'selected') => void;
  readonly closeReason: () => void;
  readonly openTopicDialog: (dialog: TopicDialog) => void;
  readonly closeTopicDialog: () => void;
};

export const createDialogSlice: SliceOf<DialogSlice> = (set) => ({
  statusMenu: null,
  skipping: null,
  topicDialog: null,
  openStatusMenu: (topic, at) => set({ statusMenu: { ...topic, at } }),
  closeStatusMenu: () => set({ statusMenu: null }),
  askReason: (skipping) => set({ skipping }),
  closeReason: () => set({ skipping: null }),
  openTopicDialog: (topicDialog) => set({ topicDialog }),
  closeTopicDialog: () => set({ topicDialog: null }),
});
