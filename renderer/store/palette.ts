import type { SearchResult } from '../../shared/model/search.ts';
import type { SliceOf } from '../store.ts';

/** What stands open above every screen, one at a time. */
export type Overlay =
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'category-note'; readonly category: string; readonly title: string }
  | { readonly kind: 'new-skill'; readonly name: string; readonly category: string | null };

/** An answer of the search, with the text that it answers. */
export type Found = SearchResult & { readonly typed: string };

/** A screen below a room, as it named itself. */
export type Visit = { readonly path: string; readonly title: string };

export type PaletteSlice = {
  readonly overlay: Overlay | null;
  readonly openOverlay: (overlay: Overlay) => void;
  readonly closeOverlay: () => void;

  /** What was typed since the palette was asked for and before its field is there; null at other times. */
  readonly typedAhead: string | null;
  readonly typeAhead: (typed: string) => void;
  /** The field is there: gives what was typed for it. */
  readonly takeTypedAhead: () => string;

  /** The newest answer; what was found before stays until the next one is there. Null while nothing is typed. */
  readonly found: Found | null;
  /** Asks at once. An answer to an older text never replaces one to a newer. */
  readonly find: (typed: string) => Promise<void>;

  /** Screens that the person was at of late, the last one first. */
  readonly visits: readonly Visit[];
  readonly visited: (visit: Visit) => void;
};

const VISITS_KEPT = 8;

export const createPaletteSlice: SliceOf<PaletteSlice> = (set, get, call) => {
  let asked = 0;
  let shown = 0;
  return {
    overlay: null,
    openOverlay: (overlay) => {
      asked += 1;
      shown = asked;
      // The menu of the desktop app asks for it also where it stands open.
      const isComing = overlay.kind === 'palette' && get().overlay?.kind !== 'palette';
      set({ overlay, found: null, typedAhead: isComing ? '' : null });
    },
    closeOverlay: () => set({ overlay: null, typedAhead: null }),

    typedAhead: null,
    typeAhead: (typed) => {
      set({ typedAhead: typed });
      void get().find(typed);
    },
    takeTypedAhead: () => {
      const typed = get().typedAhead ?? '';
      set({ typedAhead: null });
      return typed;
    },

    found: null,
    find: async (typed) => {
      asked += 1;
      const turn = asked;
      const isNewest = (): boolean => {
        if (turn < shown) return false;
        shown = turn;
        return true;
      };
      if (typed.trim() === '') {
        isNewest();
        return set({ found: null });
      }
      const { commands } = get();
      const reply = await call('search.find', { text: typed });
      if (!isNewest()) return;
      if (!reply.ok) return get().complain(reply.error.message);
      set({ found: { typed, ...reply.value } });
      // Asked before a command that was answered since: the command's answer is the newer word.
      if (get().commands === commands) get().learn('search.find', reply.value);
    },

    visits: [],
    visited: (visit) =>
      set(({ visits }) => ({
        visits: [visit, ...visits.filter(({ path }) => path !== visit.path)].slice(0, VISITS_KEPT),
      })),
  };
};
