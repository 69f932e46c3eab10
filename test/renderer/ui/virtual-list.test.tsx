// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef, useCallback, useSyncExternalStore } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RenderRow } from '../../../renderer/ui/list-row.tsx';
import type { RowState } from '../../../renderer/ui/use-roving-rows.ts';
import { VirtualList, type VirtualListHandle } from '../../../renderer/ui/virtual-list.tsx';

const rowHeight = 36;
const viewport = 360;

// jsdom lays nothing out: a window of ten rows, and scrolling that tells its listeners.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(viewport);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(rowHeight);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(1_000_000);
  HTMLElement.prototype.scrollTo = function scrollTo(this: HTMLElement, options?: unknown) {
    this.scrollTop = (options as ScrollToOptions).top ?? 0;
    this.dispatchEvent(new Event('scroll'));
  };
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const key = (index: number) => `row ${index}`;
const text: RenderRow = (index, { tabIndex }) => (
  <>
    Topic {index}
    <button type="button" tabIndex={tabIndex}>
      tick {index}
    </button>
  </>
);

type Extra = Partial<Parameters<typeof VirtualList>[0]>;

const Harness = ({ count, ...extra }: Readonly<{ count: number }> & Extra) => {
  const getScrollElement = useCallback(() => document.querySelector<HTMLElement>('main'), []);
  return (
    <main>
      <button type="button">before</button>
      <VirtualList
        label="Topics"
        count={count}
        keyOf={key}
        renderRow={text}
        estimate={2.25}
        getScrollElement={getScrollElement}
        {...extra}
      />
    </main>
  );
};

const focused = () => document.activeElement?.getAttribute('data-index');
const scrollTo = (top: number) =>
  act(() => {
    const main = screen.getByRole('main');
    main.scrollTop = top;
    fireEvent.scroll(main);
  });

describe('a small list', () => {
  it('is in the page as a whole', () => {
    render(<Harness count={60} />);
    const rows = screen.getAllByRole('listitem');
    expect(rows).toHaveLength(60);
    expect(rows[59]?.getAttribute('aria-posinset')).toBe('60');
    expect(rows[59]?.getAttribute('aria-setsize')).toBe('60');
  });

  it('has one row and its controls in the tab order', async () => {
    render(<Harness count={5} />);
    await userEvent.tab();
    await userEvent.tab();
    expect(focused()).toBe('0');
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe('tick 0');
    await userEvent.tab();
    expect(document.activeElement).toBe(document.body);
  });

  it('moves by arrows, Home, End and the page keys, and stops at its ends', async () => {
    render(<Harness count={40} />);
    act(() => screen.getAllByRole('listitem')[0]?.focus());
    for (const [keys, index] of [
      ['{ArrowDown}', '1'],
      ['{ArrowUp}{ArrowUp}', '0'],
      ['{PageDown}', '9'],
      ['{End}', '39'],
      ['{ArrowDown}', '39'],
      ['{PageUp}', '30'],
      ['{Home}', '0'],
    ] as const) {
      await userEvent.keyboard(keys);
      expect(focused()).toBe(index);
    }
  });

  it('activates by Enter, Space and a click on the row, not by its controls', async () => {
    const onActivate = vi.fn();
    render(<Harness count={5} onActivate={onActivate} />);
    await userEvent.click(screen.getByText('Topic 2'));
    await userEvent.keyboard('{Enter} ');
    expect(onActivate.mock.calls.map(([index]) => index)).toEqual([2, 2, 2]);
    await userEvent.click(screen.getByRole('button', { name: 'tick 2' }));
    await userEvent.keyboard('{Enter}');
    expect(onActivate).toHaveBeenCalledTimes(3);
  });

  it('offers every key to the caller first', async () => {
    const onActivate = vi.fn();
    const onMove = vi.fn();
    const onKey = vi.fn((_: number, event: React.KeyboardEvent) => {
      if (event.key === 'Enter') event.preventDefault();
    });
    render(<Harness count={5} onActivate={onActivate} onKey={onKey} onMove={onMove} />);
    act(() => screen.getAllByRole('listitem')[1]?.focus());
    await userEvent.keyboard('3{Enter}{ArrowDown}');
    expect(onKey.mock.calls.map(([index, event]) => [index, event.key])).toEqual([
      [1, '3'],
      [1, 'Enter'],
      [1, 'ArrowDown'],
    ]);
    expect(onActivate).not.toHaveBeenCalled();
    expect(onMove.mock.calls.map(([index]) => index)).toEqual([2]);
  });

  it('keeps the focus at its place when the focused row goes away', () => {
    const { rerender } = render(<Harness count={5} />);
    act(() => screen.getAllByRole('listitem')[4]?.focus());
    rerender(<Harness count={3} />);
    expect(focused()).toBe('2');
  });

  it('does not fetch the focus back from elsewhere', async () => {
    const { rerender } = render(<Harness count={5} />);
    act(() => screen.getAllByRole('listitem')[4]?.focus());
    act(() => screen.getByRole('button', { name: 'before' }).focus());
    rerender(<Harness count={3} />);
    expect(document.activeElement?.textContent).toBe('before');
  });

  it('follows its active row by key when rows come above it', () => {
    const { rerender } = render(<Harness count={5} />);
    act(() => screen.getAllByRole('listitem')[3]?.focus());
    rerender(<Harness count={7} keyOf={(index) => `row ${index - 2}`} />);
    expect(screen.getAllByRole('listitem').map((row) => row.tabIndex)).toEqual([-1, -1, -1, -1, -1, 0, -1]);
  });
});

describe('a large list', () => {
  it('renders the window and what is near it, and says how long it is', () => {
    const onVisibleRange = vi.fn();
    render(<Harness count={100_000} onVisibleRange={onVisibleRange} />);
    const rows = screen.getAllByRole('listitem');
    expect(rows.length).toBeGreaterThan(9);
    expect(rows.length).toBeLessThan(60);
    expect(rows[0]?.getAttribute('aria-setsize')).toBe('100000');
    expect(onVisibleRange.mock.lastCall?.[0]).toBe(0);
    scrollTo(36 * 5000);
    const [start, end] = onVisibleRange.mock.lastCall as [number, number];
    expect(start).toBeLessThan(5000);
    expect(end).toBeGreaterThanOrEqual(5010);
    expect(end - start).toBeLessThan(60);
    expect(screen.getByText('Topic 5005')).toBeTruthy();
  });

  it('keeps its focused row through scrolling out and back', async () => {
    render(<Harness count={100_000} />);
    const third = screen.getAllByRole('listitem')[3];
    act(() => third?.focus());
    scrollTo(36 * 5000);
    expect(screen.queryByText('Topic 1')).toBeNull();
    expect(document.activeElement).toBe(third);
    scrollTo(0);
    expect(document.activeElement).toBe(third);
    scrollTo(36 * 5000);
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe('4');
    expect(screen.getByRole('main').scrollTop).toBeLessThan(36 * 5);
  });

  it('reaches rows that are not rendered yet', async () => {
    const handle = createRef<VirtualListHandle>();
    render(<Harness count={100_000} handle={handle} />);
    act(() => screen.getAllByRole('listitem')[0]?.focus());
    await userEvent.keyboard('{End}');
    expect(focused()).toBe('99999');
    act(() => handle.current?.focusRow(42));
    expect(focused()).toBe('42');
  });
});

describe('rows', () => {
  it('render again only when they themselves change', async () => {
    const listeners = new Set<() => void>();
    const values = Array.from({ length: 20 }, () => 0);
    const subscribe = (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    };
    const rendered: number[] = [];
    const Content = ({ index }: Readonly<{ index: number }>) => {
      const value = useSyncExternalStore(subscribe, () => values[index]);
      rendered.push(index);
      return `value ${value}`;
    };
    const renderRow: RenderRow = (index) => <Content index={index} />;
    const states =
      (selected: number) =>
      (index: number): RowState => ({ selected: index === selected });
    const { rerender } = render(<Harness count={20} renderRow={renderRow} rowOf={states(1)} />);

    rendered.length = 0;
    act(() => {
      values[7] = 1;
      for (const listener of listeners) listener();
    });
    expect(rendered).toEqual([7]);

    rendered.length = 0;
    rerender(<Harness count={20} renderRow={renderRow} rowOf={states(2)} />);
    expect(rendered).toEqual([1, 2]);

    act(() => screen.getAllByRole('listitem')[10]?.focus());
    rendered.length = 0;
    await userEvent.keyboard('{ArrowDown}');
    expect(rendered).toEqual([10, 11]);
  });
});

describe('a tree', () => {
  // 0 closed, 1 open with 2 and 3, 4 a leaf
  const tree: readonly RowState[] = [
    { level: 1, expanded: false, position: 1, siblings: 3 },
    { level: 1, expanded: true, position: 2, siblings: 3 },
    { level: 2, position: 1, siblings: 2 },
    { level: 2, position: 2, siblings: 2, selected: true },
    { level: 1, position: 3, siblings: 3 },
  ];
  const rowOf = (index: number) => tree[index] ?? {};
  const renderTree = (extra: Extra = {}) => {
    const onToggle = vi.fn();
    render(<Harness count={5} role="tree" rowOf={rowOf} onToggle={onToggle} {...extra} />);
    return { onToggle, rows: screen.getAllByRole('treeitem') };
  };

  it('says level, place, and what is open or selected', () => {
    const { rows } = renderTree();
    const said = ['aria-level', 'aria-posinset', 'aria-setsize', 'aria-expanded', 'aria-selected'];
    expect(said.map((name) => rows[1]?.getAttribute(name))).toEqual(['1', '2', '3', 'true', null]);
    expect(said.map((name) => rows[3]?.getAttribute(name))).toEqual(['2', '2', '2', null, 'true']);
  });

  it('opens and goes in by Right, closes and goes out by Left', async () => {
    const { onToggle, rows } = renderTree();
    act(() => rows[0]?.focus());
    await userEvent.keyboard('{ArrowRight}');
    expect(onToggle.mock.lastCall).toEqual([0, true]);
    act(() => rows[1]?.focus());
    await userEvent.keyboard('{ArrowRight}');
    expect(focused()).toBe('2');
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(focused()).toBe('3');
    await userEvent.keyboard('{ArrowLeft}');
    expect(focused()).toBe('1');
    await userEvent.keyboard('{ArrowLeft}');
    expect(onToggle.mock.lastCall).toEqual([1, false]);
  });

  it('turns left and right with the reading direction', async () => {
    const { onToggle, rows } = renderTree();
    screen.getByRole('tree').style.direction = 'rtl';
    act(() => rows[0]?.focus());
    await userEvent.keyboard('{ArrowLeft}');
    expect(onToggle.mock.lastCall).toEqual([0, true]);
  });

  it('folds by click: the whole row, or only the sign where rows have a use of their own', async () => {
    const first = renderTree();
    await userEvent.click(screen.getByText('Topic 1'));
    expect(first.onToggle.mock.lastCall).toEqual([1, false]);
    cleanup();
    const onActivate = vi.fn();
    const second = renderTree({ onActivate });
    await userEvent.click(screen.getByText('Topic 1'));
    expect(onActivate).toHaveBeenCalledOnce();
    expect(second.onToggle).not.toHaveBeenCalled();
    await userEvent.click(second.rows[1]?.querySelector('[data-twisty]') as Element);
    expect(second.onToggle.mock.lastCall).toEqual([1, false]);
    expect(onActivate).toHaveBeenCalledOnce();
  });
});
