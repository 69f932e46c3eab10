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
  const step = async (side: 'undo' | 'redo'): Promise<void> => {
    if (busy) return;
    busy = true;
    await get().settled();
    const action = get().history[side]?.action;
    if (action !== undefined) {
      const reply = await call(`history.${side}`, { request: newRequestId(), action });
      set({ toast: null });
      get().settle(reply);
    }
    busy = false;
  };
  return {
    history: { undo: null, redo: null },
    undo: () => step('undo'),
    redo: () => step('redo'),
  };
};
