import { createContext, useContext } from 'react';
import { createStore, useStore as useZustand, type StoreApi } from 'zustand';
import { silent, type Call, type Upload } from './api.ts';
import { createCertificationSlice, type CertificationSlice } from './store/certifications.ts';
import { createCopiesSlice, type CopiesSlice } from './store/copies.ts';
import { createDialogSlice, type DialogSlice } from './store/dialogs.ts';
import { createHistorySlice, type HistorySlice } from './store/history.ts';
import { createNoticeSlice, type NoticeSlice } from './store/notices.ts';
import { createPaletteSlice, type PaletteSlice } from './store/palette.ts';
import { createProgressSlice, type ProgressSlice } from './store/progress.ts';
import { createQuerySlice, type QuerySlice } from './store/queries.ts';
import { createSelectionSlice, type SelectionSlice } from './store/selection.ts';
import { createSettingsSlice, type SettingsSlice } from './store/settings.ts';
import { createViewSlice, type ViewSlice } from './store/view.ts';
import { createWorkSlice, type WorkSlice } from './store/work.ts';

/** Everything the page knows. Slices stand in `store/`, each with its state and the actions on it. */
export type State = QuerySlice &
  ProgressSlice &
  HistorySlice &
  SettingsSlice &
  NoticeSlice &
  DialogSlice &
  ViewSlice &
  PaletteSlice &
  SelectionSlice &
  WorkSlice &
  CertificationSlice &
  CopiesSlice;

export type Set = StoreApi<State>['setState'];
export type Get = StoreApi<State>['getState'];
/** What a slice is made from. */
export type SliceOf<S> = (set: Set, get: Get, call: Call) => S;

export type Store = StoreApi<State>;

/** One store per page, over the host's typed call and its road for files. */
export const createAppStore = (host: Call, upload: Upload): Store =>
  createStore<State>()((set, get, { getInitialState }) => {
    const call: Call = async (...asked) => {
      const reply = await host(...asked);
      // Said on every screen, since what was read before still shows as if all were well.
      if (get().isSilent !== (reply === silent)) set({ isSilent: reply === silent });
      return reply;
    };
    return {
      ...createQuerySlice(getInitialState)(set, get, call),
      ...createProgressSlice(set, get, call),
      ...createHistorySlice(set, get, call),
      ...createSettingsSlice(set, get, call),
      ...createNoticeSlice(set, get, call),
      ...createDialogSlice(set, get, call),
      ...createSelectionSlice(set, get, call),
      ...createViewSlice(set, get, call),
      ...createPaletteSlice(set, get, call),
      ...createWorkSlice(upload)(set, get, call),
      ...createCertificationSlice(set, get, call),
      ...createCopiesSlice(set, get, call),
    };
  });

export const StoreContext = createContext<Store | null>(null);

export const useStoreApi = (): Store => {
  const store = useContext(StoreContext);
  if (!store) throw new Error('There is no store above this component.');
  return store;
};

/** Selectors return what is in the store as it is; what has to be worked out is worked out in the component. */
export const useStore = <T>(select: (state: State) => T): T => useZustand(useStoreApi(), select);
