// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Skeleton } from '../../../renderer/ui/skeleton.tsx';
import { Toast } from '../../../renderer/ui/toast.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds));

const show = (text: string | null = 'Ticked 7 topics') => {
  const onDismiss = vi.fn();
  const onAction = vi.fn();
  const toast = (content: string | null) => (
    <>
      <button type="button">Elsewhere</button>
      <Toast text={content} actionLabel="Undo" keys="Ctrl Z" onAction={onAction} onDismiss={onDismiss} />
    </>
  );
  const { rerender } = render(toast(text));
  return { onDismiss, onAction, change: (content: string | null) => rerender(toast(content)) };
};

describe('Toast', () => {
  it('goes after eight seconds', () => {
    const { onDismiss } = show();
    pass(7999);
    expect(onDismiss).not.toHaveBeenCalled();
    pass(1);
    expect(onDismiss).toHaveBeenCalledOnce();
  });

  it('stays while hovered', () => {
    const { onDismiss } = show();
    const toast = screen.getByRole('status').parentElement as HTMLElement;
    fireEvent.pointerEnter(toast);
    pass(60_000);
    expect(onDismiss).not.toHaveBeenCalled();
    fireEvent.pointerLeave(toast);
    pass(8000);
    expect(onDismiss).toHaveBeenCalledOnce();
  });

  it('stays while focused, and gives the focus back', () => {
    const { onDismiss, onAction } = show();
    const elsewhere = screen.getByRole('button', { name: 'Elsewhere' });
    act(() => elsewhere.focus());
    act(() => screen.getByRole('button', { name: 'Undo' }).focus());
    pass(60_000);
    expect(onDismiss).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(onAction).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(elsewhere);
  });

  it('gives a new text its full time', () => {
    const { onDismiss, change } = show();
    pass(7000);
    change('Ticked 8 topics');
    pass(7000);
    expect(onDismiss).not.toHaveBeenCalled();
    pass(1000);
    expect(onDismiss).toHaveBeenCalledOnce();
  });

  it('speaks in a region that was there before the text, and says only the text', () => {
    const { change } = show(null);
    const region = screen.getByRole('status');
    expect(region.textContent).toBe('');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    change('Ticked 7 topics');
    expect(screen.getByRole('status')).toBe(region);
    expect(region.textContent).toBe('Ticked 7 topics');
  });

  it('forgets the pointer when it goes away under it', () => {
    const { onDismiss, change } = show();
    fireEvent.pointerEnter(screen.getByRole('status').parentElement as HTMLElement);
    change(null);
    change('Another');
    pass(8000);
    expect(onDismiss).toHaveBeenCalledOnce();
  });

  it('goes on Escape', () => {
    const { onDismiss } = show();
    fireEvent.keyDown(screen.getByRole('button', { name: 'Undo' }), { key: 'Escape' });
    expect(onDismiss).toHaveBeenCalledOnce();
  });
});

describe('Skeleton', () => {
  it('appears only after 150 ms', () => {
    render(<Skeleton label="Reading" />);
    expect(screen.getByRole('status').getAttribute('aria-busy')).toBe('true');
    pass(149);
    expect(screen.queryByText('Reading')).toBeNull();
    pass(1);
    expect(screen.getByText('Reading')).toBeTruthy();
  });
});
