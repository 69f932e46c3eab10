// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Dialog } from '../../../renderer/ui/dialog.tsx';
import { Menu, type MenuGroup } from '../../../renderer/ui/menu.tsx';

afterEach(cleanup);

const groups: readonly MenuGroup[] = [
  {
    id: 'status',
    label: 'Status',
    selected: 'learning',
    entries: [
      { id: 'todo', label: 'To do', keys: '1' },
      { id: 'learning', label: 'Learning', keys: '2' },
      { id: 'revise', label: 'Revise', keys: '4', disabled: true },
    ],
  },
  { id: 'more', label: 'More', entries: [{ id: 'history', label: 'History' }] },
];

const MenuHarness = ({ onAction }: Readonly<{ onAction: (id: string) => void }>) => {
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button type="button" ref={trigger} onClick={() => setOpen(true)}>
        Open
      </button>
      {open && (
        <Menu
          label="Topic"
          groups={groups}
          anchor={trigger}
          onAction={onAction}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};

const openMenu = async () => {
  const onAction = vi.fn();
  render(<MenuHarness onAction={onAction} />);
  const trigger = screen.getByRole('button', { name: 'Open' });
  await userEvent.click(trigger);
  return { onAction, trigger };
};

describe('Menu', () => {
  it('shows radio entries, plain entries and a rule', async () => {
    await openMenu();
    expect(screen.getByRole('menuitemradio', { name: 'Learning' }).getAttribute('aria-checked')).toBe('true');
    expect(screen.getByRole('menuitemradio', { name: 'To do' }).getAttribute('aria-checked')).toBe('false');
    expect(screen.getByRole('menuitem', { name: 'History' })).toBeTruthy();
    expect(screen.getByRole('separator')).toBeTruthy();
  });

  it('moves by arrows past what is off, chooses by Enter, and gives the focus back', async () => {
    const { onAction, trigger } = await openMenu();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'History' }));
    await userEvent.keyboard('{Enter}');
    expect(onAction).toHaveBeenCalledExactlyOnceWith('history');
    expect(screen.queryByRole('menu')).toBeNull();
    await vi.waitFor(() => expect(document.activeElement).toBe(trigger));
  });

  it('finds by typing and chooses the present state again', async () => {
    const { onAction } = await openMenu();
    await userEvent.keyboard('le');
    expect(document.activeElement).toBe(screen.getByRole('menuitemradio', { name: 'Learning' }));
    await userEvent.keyboard('{Enter}');
    expect(onAction).toHaveBeenCalledExactlyOnceWith('learning');
  });

  it('takes the keys that it shows, unless the entry is off', async () => {
    const { onAction } = await openMenu();
    await userEvent.keyboard('4');
    expect(onAction).not.toHaveBeenCalled();
    expect(screen.getByRole('menu')).toBeTruthy();
    await userEvent.keyboard('1');
    expect(onAction).toHaveBeenCalledExactlyOnceWith('todo');
  });

  it('closes on Escape without choosing', async () => {
    const { onAction, trigger } = await openMenu();
    await userEvent.keyboard('{Escape}');
    expect(onAction).not.toHaveBeenCalled();
    expect(screen.queryByRole('menu')).toBeNull();
    await vi.waitFor(() => expect(document.activeElement).toBe(trigger));
  });

  it('opens at a point', () => {
    render(
      <Menu label="Topic" groups={groups} anchor={{ x: 10, y: 20 }} onAction={() => {}} onClose={() => {}} />,
    );
    expect(screen.getByRole('menu', { name: 'Topic' })).toBeTruthy();
  });
});

const DialogHarness = ({ onCancel }: Readonly<{ onCancel: () => void }>) => {
  const [open, setOpen] = useState(false);
  const close = () => {
    onCancel();
    setOpen(false);
  };
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {open && (
        <Dialog
          title="Restore the backup?"
          onCancel={close}
          actions={
            <>
              <button type="button" onClick={close}>
                Cancel
              </button>
              <button type="button">Restore</button>
            </>
          }
        >
          Your file is kept first.
        </Dialog>
      )}
    </>
  );
};

describe('Dialog', () => {
  it('is named by its question, keeps the focus in, and gives it back on Escape', async () => {
    const onCancel = vi.fn();
    render(<DialogHarness onCancel={onCancel} />);
    const trigger = screen.getByRole('button', { name: 'Open' });
    await userEvent.click(trigger);
    const dialog = screen.getByRole('dialog', { name: 'Restore the backup?' });
    for (let press = 0; press < 4; press += 1) {
      await userEvent.tab();
      expect(dialog.contains(document.activeElement)).toBe(true);
    }
    await userEvent.keyboard('{Escape}');
    expect(onCancel).toHaveBeenCalledOnce();
    expect(screen.queryByRole('dialog')).toBeNull();
    await vi.waitFor(() => expect(document.activeElement).toBe(trigger));
  });
});
