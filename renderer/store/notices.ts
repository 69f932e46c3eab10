import type { RoleFigures } from '../../shared/model/figures.ts';
import type { HistoryTops, StackTop } from '../../shared/model/history.ts';
import { figuresMoved } from '../announcements.ts';
import type { SliceOf } from '../store.ts';

export type Toast =
  | { readonly kind: 'done'; readonly top: StackTop }
  | { readonly kind: 'refused'; readonly text: string };

export type NoticeSlice = {
  /** The host did not answer the last call. */
  readonly isSilent: boolean;
  /** The one message at the bottom of the window. */
  readonly toast: Toast | null;
  /** What screen readers are told next. */
  readonly announcement: string;
  readonly offerUndo: (top: StackTop | null) => void;
  readonly complain: (text: string) => void;
  readonly dismissToast: () => void;
  readonly announce: (text: string) => void;
  /** Says which figures moved, and by how much. */
  readonly announceFigures: (
    before: Readonly<Record<string, RoleFigures>>,
    now: readonly RoleFigures[],
  ) => void;
};

/** What a message becomes with a new history: undo takes back the newest step, so an older one is not offered any more. */
export const stillOffered = (toast: Toast | null, { undo }: HistoryTops): Toast | null =>
  toast?.kind === 'done' && toast.top.action !== undo?.action ? null : toast;

export const createNoticeSlice: SliceOf<NoticeSlice> = (set, get) => ({
  isSilent: false,
  toast: null,
  announcement: '',
  offerUndo: (top) => set({ toast: top && { kind: 'done', top } }),
  complain: (text) => set({ toast: { kind: 'refused', text }, announcement: text }),
  dismissToast: () => set({ toast: null }),
  announce: (announcement) => set({ announcement }),
  announceFigures: (before, now) => {
    const text = figuresMoved(before, now, get().roleNames);
    if (text !== '') set({ announcement: text });
  },
});
