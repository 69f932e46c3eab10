import type { HistoryTops } from '../../shared/model/history.ts';
import { newRequestId } from '../clock.ts';
import type { SliceOf } from '../store.ts';

export type HistorySlice = {
  readonly history: HistoryTops;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
};

export const createHistorySlice: SliceOf<HistorySlice> = (set, get, call) => {
  // One step at a time: a key held down must not send the same step twice.
  let busy = false;
  const step = async (name: 'history.undo' | 'history.redo', action: number | undefined): Promise<void> => {
    if (busy || action === undefined) return;
    busy = true;
    const reply = await call(name, { request: newRequestId(), action });
    busy = false;
    set({ toast: null });
    get().settle(reply);
  };
  return {
    history: { undo: null, redo: null },
    undo: () => step('history.undo', get().history.undo?.action),
    redo: () => step('history.redo', get().history.redo?.action),
  };
};
