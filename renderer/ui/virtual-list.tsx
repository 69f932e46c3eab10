import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { ListRow, type RenderRow } from './list-row.tsx';
import { type RowAlign, type RowState, useRovingRows } from './use-roving-rows.ts';
import { useFollowedFocus } from './use-followed-focus.ts';
import { useScrollMargin } from './use-scroll-margin.ts';
import styles from './virtual-list.module.css';

/** Up to here every row is in the page, so that find-in-page and print see all of them. */
const smallList = 60;
/** Rows rendered beyond each edge of the window. */
const overscan = 12;

export type VirtualListHandle = Readonly<{
  /** Brings a row into sight, with `start` to the top of what scrolls, and focuses it. */
  focusRow: (index: number, align?: RowAlign) => void;
}>;

type VirtualListProps = Readonly<{
  label: string;
  role?: 'list' | 'tree';
  count: number;
  /** Stable for the life of a row. Keep the function stable too (`useCallback`), like the next two. */
  keyOf: (index: number) => string;
  /** Content of one row. It should read what it shows itself: rows do not render again when others change. */
  renderRow: RenderRow;
  rowOf?: (index: number) => RowState;
  /** Usual height of a row in rem, until it is measured. */
  estimate: number;
  /** The one scrolling element of the page, which holds the list. */
  getScrollElement: () => HTMLElement | null;
  /** Enter or Space on a row, or a click on it that meets no control. */
  onActivate?: (index: number, event: KeyboardEvent | MouseEvent) => void;
  /** Every key pressed in a row, before the list looks at it; `preventDefault` keeps it from doing so. */
  onKey?: (index: number, event: KeyboardEvent) => void;
  /** The focus was moved to this row by key; with Shift held a selection may grow. */
  onMove?: (index: number, event: KeyboardEvent) => void;
  onToggle?: (index: number, expanded: boolean) => void;
  /** First and last rendered row, whenever they change: read the pages that hold them. */
  onVisibleRange?: (start: number, end: number) => void;
  /** Read out before the content of selected rows of a list; a tree has an attribute for it. */
  selectedLabel?: string;
  /** A tree in which several rows can be selected; its rows then say `selected`, true or false. */
  multiselect?: boolean;
  handle?: Ref<VirtualListHandle>;
}>;

const controls = 'a, button, input, select, textarea, label, summary, [contenteditable]';
const ownArrows = 'input, select, textarea, [contenteditable]';

const remInPixels = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

export const VirtualList = (props: VirtualListProps) => {
  const { label, role = 'list', count, keyOf, renderRow, rowOf, estimate, getScrollElement } = props;
  const {
    onActivate,
    onKey,
    onMove,
    onToggle,
    onVisibleRange,
    selectedLabel,
    multiselect = false,
    handle,
  } = props;
  const tree = role === 'tree';
  const virtual = count > smallList;
  const list = useRef<HTMLDivElement>(null);
  const [rem] = useState(remInPixels);
  const scrollMargin = useScrollMargin(list, getScrollElement);

  // The active row stays in the page however far it is scrolled away: focus and Tab must not lose it.
  const [pinned, setPinned] = useState(0);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const rows = defaultRangeExtractor(range);
      if (pinned >= range.count || rows.includes(pinned)) return rows;
      return [...rows, pinned].toSorted((a, b) => a - b);
    },
    [pinned],
  );

  // oxlint-disable-next-line react/incompatible-library -- not compiled; the instance is read in this component only
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    enabled: virtual,
    count,
    getItemKey: keyOf,
    estimateSize: () => estimate * rem,
    getScrollElement,
    scrollMargin,
    scrollPaddingStart: 8,
    scrollPaddingEnd: 8,
    overscan,
    rangeExtractor,
    // Rows are placed without a render; the few that come into range can wait for React's own schedule.
    useFlushSync: false,
    directDomUpdates: true,
    directDomUpdatesMode: 'position',
  });

  const following = useFollowedFocus(list, virtual);
  const reveal = useCallback(
    (index: number, align: RowAlign = 'auto') => {
      if (virtual) {
        virtualizer.scrollToIndex(index, { align });
        following.current = true;
        return;
      }
      const block = align === 'start' ? 'start' : 'nearest';
      list.current?.children[index]?.scrollIntoView?.({ block });
    },
    [virtual, virtualizer, following],
  );
  const pageSize = useCallback(() => {
    const height = getScrollElement()?.clientHeight ?? 0;
    return Math.max(1, Math.floor(height / (estimate * rem)) - 1);
  }, [getScrollElement, estimate, rem]);

  const roving = useRovingRows({ list, count, keyOf, rowOf, reveal, pageSize, onMove, onToggle });
  const { activeIndex, focusRow } = roving;
  if (pinned !== activeIndex) setPinned(activeIndex);
  useImperativeHandle(handle, () => ({ focusRow }), [focusRow]);

  const { containerRef } = virtualizer;
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      list.current = element;
      containerRef(virtual ? element : null);
      if (element && !virtual) element.style.height = '';
    },
    [containerRef, virtual],
  );

  const indices = virtual
    ? virtualizer.getVirtualIndexes()
    : Array.from({ length: count }, (_, index) => index);
  const range = virtual ? virtualizer.range : { startIndex: 0, endIndex: count - 1 };
  const start = range ? Math.max(0, range.startIndex - (virtual ? overscan : 0)) : 0;
  const end = range ? Math.min(count - 1, range.endIndex + (virtual ? overscan : 0)) : -1;
  useEffect(() => {
    if (end >= start) onVisibleRange?.(start, end);
  }, [onVisibleRange, start, end]);

  const onKeyDown = (event: KeyboardEvent) => {
    const index = roving.indexOf(event.target);
    if (index === undefined) return;
    onKey?.(index, event);
    const target = event.target as Element;
    if (event.defaultPrevented || target.matches(ownArrows)) return;
    if (roving.move(index, event)) return;
    const onRow = target.hasAttribute('data-index');
    if (!onRow || !onActivate || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    onActivate(index, event);
  };
  const onClick = (event: MouseEvent) => {
    const index = roving.indexOf(event.target);
    const target = event.target as Element;
    if (index === undefined || target.closest(controls)) return;
    const expanded = rowOf?.(index).expanded;
    if (expanded !== undefined && (!onActivate || target.closest('[data-twisty]')))
      onToggle?.(index, !expanded);
    else onActivate?.(index, event);
  };

  return (
    <div
      ref={attach}
      role={role}
      aria-label={label}
      aria-multiselectable={tree && multiselect ? true : undefined}
      className={styles.list}
      data-virtual={virtual || undefined}
      onFocus={roving.onFocus}
      onBlur={roving.onBlur}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {indices.map((index) => (
        <ListRow
          key={keyOf(index)}
          index={index}
          count={count}
          active={index === activeIndex}
          tree={tree}
          selectedLabel={selectedLabel}
          renderRow={renderRow}
          measure={virtual ? virtualizer.measureElement : undefined}
          {...rowOf?.(index)}
        />
      ))}
    </div>
  );
};
