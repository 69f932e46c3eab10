import type { SliceOf } from '../store.ts';

export type TopicRef = { readonly id: string; readonly text: string };

/** What is open above the screen. */
export type DialogSlice = {
  readonly statusMenu: (TopicRef & { readonly at: { readonly x: number; readonly y: number } }) | null;
  /** The topic whose reason for skipping is being asked. */
  readonly skipping: TopicRef | null;
  readonly openStatusMenu: (topic: TopicRef, at: { readonly x: number; readonly y: number }) => void;
  readonly closeStatusMenu: () => void;
  readonly askReason: (topic: TopicRef) => void;
  readonly closeReason: () => void;
};

export const createDialogSlice: SliceOf<DialogSlice> = (set) => ({
  statusMenu: null,
  skipping: null,
  openStatusMenu: (topic, at) => set({ statusMenu: { ...topic, at } }),
  closeStatusMenu: () => set({ statusMenu: null }),
  askReason: (skipping) => set({ skipping }),
  closeReason: () => set({ skipping: null }),
});
