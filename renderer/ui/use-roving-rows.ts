import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

export type RowState = Readonly<{
  /** Depth in a tree, from 1. */
  level?: number;
  /** Only for rows that have rows below them. */
  expanded?: boolean;
  selected?: boolean;
  /** Place among its siblings, from 1, and their number; without them the place in the whole list. */
  position?: number;
  siblings?: number;
}>;

/** Where a row comes to stand: as near as it is, or at the top of what scrolls. */
export type RowAlign = 'auto' | 'start';

type Options = Readonly<{
  list: RefObject<HTMLElement | null>;
  count: number;
  keyOf: (index: number) => string;
  rowOf: ((index: number) => RowState) | undefined;
  reveal: (index: number, align?: RowAlign) => void;
  /** Rows that one page holds, for PageUp and PageDown. */
  pageSize: () => number;
  onMove: ((index: number, event: KeyboardEvent) => void) | undefined;
  onToggle: ((index: number, expanded: boolean) => void) | undefined;
}>;

const rowAt = (list: HTMLElement | null, index: number) =>
  list?.querySelector<HTMLElement>(`:scope > [data-index='${index}']`) ?? null;

/** Rows come and go above the active one, so it is known by its key; its index is where that was last seen. */
const locate = (active: { index: number; key: string }, count: number, keyOf: (index: number) => string) => {
  if (active.index < count && keyOf(active.index) === active.key) return active.index;
  for (let index = 0; index < count; index += 1) if (keyOf(index) === active.key) return index;
  return Math.max(0, Math.min(active.index, count - 1));
};

/** One row of the list can be reached by Tab; arrows, Home, End and the page keys move on from it. */
export const useRovingRows = (options: Options) => {
  const { list, count, keyOf, rowOf, reveal, pageSize, onMove, onToggle } = options;
  const [active, setActive] = useState(() => ({ index: 0, key: count > 0 ? keyOf(0) : '' }));
  const activeIndex = count > 0 ? locate(active, count, keyOf) : 0;
  const pending = useRef(false);
  const focused = useRef<Element | null>(null);

  const focusRow = useCallback(
    (index: number, align: RowAlign = 'auto') => {
      if (index < 0 || index >= count) return;
      reveal(index, align);
      setActive({ index, key: keyOf(index) });
      const row = rowAt(list.current, index);
      // A row outside the rendered range is focused once it is there, see below.
      if (row) row.focus({ preventScroll: true });
      else pending.current = true;
    },
    [count, keyOf, list, reveal],
  );

  // The row that had the focus may have gone (filtered, folded): its place takes over, or Tab would start anew.
  useLayoutEffect(() => {
    const lost = focused.current !== null && !focused.current.isConnected;
    if (!pending.current && !lost) return;
    const row = rowAt(list.current, activeIndex);
    if (!row) return;
    pending.current = false;
    row.focus({ preventScroll: true });
  });

  const indexOf = (target: EventTarget) => {
    const row = target instanceof Element ? target.closest('[data-index]') : null;
    return row?.parentElement === list.current ? Number(row?.getAttribute('data-index')) : undefined;
  };

  const onFocus = (event: FocusEvent) => {
    const index = indexOf(event.target);
    focused.current = event.target;
    if (index !== undefined && index !== activeIndex) setActive({ index, key: keyOf(index) });
  };
  const onBlur = (event: FocusEvent) => {
    // React hears nothing when a focused row is taken out of the page, so what stays here was lost, not left.
    if (!list.current?.contains(event.relatedTarget)) focused.current = null;
  };

  /** Answers whether the key was used. */
  const move = (index: number, event: KeyboardEvent): boolean => {
    const to = destination(index, event);
    if (to === undefined) return false;
    event.preventDefault();
    if (to === 'fold' || to === 'unfold') onToggle?.(index, to === 'unfold');
    else if (to >= 0 && to < count && to !== index) {
      focusRow(to);
      onMove?.(to, event);
    }
    return true;
  };

  const destination = (index: number, event: KeyboardEvent): number | 'fold' | 'unfold' | undefined => {
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
    switch (event.key) {
      case 'ArrowDown':
        return index + 1;
      case 'ArrowUp':
        return index - 1;
      case 'Home':
        return 0;
      case 'End':
        return count - 1;
      case 'PageDown':
        return Math.min(count - 1, index + pageSize());
      case 'PageUp':
        return Math.max(0, index - pageSize());
      case 'ArrowLeft':
      case 'ArrowRight':
        return rowOf && sideways(index, event.key);
      default:
        return undefined;
    }
  };

  const sideways = (index: number, key: 'ArrowLeft' | 'ArrowRight') => {
    const { expanded, level = 1 } = rowOf?.(index) ?? {};
    const rtl = list.current !== null && getComputedStyle(list.current).direction === 'rtl';
    const inwards = (key === 'ArrowRight') !== rtl;
    if (inwards) {
      if (expanded === undefined) return index;
      return expanded ? index + 1 : 'unfold';
    }
    if (expanded) return 'fold';
    for (let above = index - 1; above >= 0; above -= 1) {
      if ((rowOf?.(above).level ?? 1) < level) return above;
    }
    return index;
  };

  return { activeIndex, focusRow, indexOf, move, onFocus, onBlur };
};
