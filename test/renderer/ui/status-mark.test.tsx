// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { StatusMark } from '../../../renderer/ui/status-mark.tsx';

afterEach(cleanup);

describe('StatusMark', () => {
  it.each([
    ['todo', 'false'],
    ['learning', 'mixed'],
    ['done', 'true'],
    ['revise', 'true'],
    ['skipped', 'false'],
  ] as const)('says %s as aria-checked %s', (status, checked) => {
    render(<StatusMark status={status} label="The name" onToggle={() => {}} />);
    expect(screen.getByRole('checkbox', { name: 'The name' }).getAttribute('aria-checked')).toBe(checked);
  });

  it('draws each status in its own shape', () => {
    const shapes = (['todo', 'learning', 'done', 'revise', 'skipped'] as const).map((status) => {
      const { container } = render(<StatusMark status={status} label={status} onToggle={() => {}} />);
      return container.querySelector('svg')?.innerHTML;
    });
    expect(new Set(shapes).size).toBe(5);
  });

  it('toggles by click and by Space', async () => {
    const onToggle = vi.fn();
    render(<StatusMark status="todo" label="Topic" onToggle={onToggle} />);
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.keyboard(' ');
    expect(onToggle).toHaveBeenCalledTimes(2);
  });

  it('does nothing while disabled, and stays reachable', async () => {
    const onToggle = vi.fn();
    const onMenu = vi.fn();
    render(<StatusMark status="todo" label="Topic" onToggle={onToggle} onMenu={onMenu} disabled />);
    const mark = screen.getByRole('checkbox');
    await userEvent.click(mark);
    fireEvent.contextMenu(mark);
    expect(onToggle).not.toHaveBeenCalled();
    expect(onMenu).not.toHaveBeenCalled();
    expect(mark.getAttribute('aria-disabled')).toBe('true');
    mark.focus();
    expect(document.activeElement).toBe(mark);
  });

  it('opens its menu where the pointer is, and below itself by key', () => {
    const onMenu = vi.fn();
    render(<StatusMark status="todo" label="Topic" onToggle={() => {}} onMenu={onMenu} menuLabel="More" />);
    const mark = screen.getByRole('checkbox', { description: 'More' });
    mark.getBoundingClientRect = () => new DOMRect(10, 20, 32, 32);
    const prevented = !fireEvent.contextMenu(mark, { button: 2, clientX: 15, clientY: 25 });
    fireEvent.contextMenu(mark, { clientX: 26, clientY: 36 });
    expect(prevented).toBe(true);
    expect(onMenu.mock.calls).toEqual([[{ x: 15, y: 25 }], [{ x: 10, y: 52 }]]);
  });

  it('draws itself in only after a change', () => {
    const { rerender } = render(<StatusMark status="done" label="Topic" onToggle={() => {}} />);
    expect(screen.getByRole('checkbox').hasAttribute('data-moved')).toBe(false);
    rerender(<StatusMark status="todo" label="Topic" onToggle={() => {}} />);
    rerender(<StatusMark status="done" label="Topic" onToggle={() => {}} />);
    expect(screen.getByRole('checkbox').hasAttribute('data-moved')).toBe(true);
  });
});
