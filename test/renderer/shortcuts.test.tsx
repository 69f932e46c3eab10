import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { actions } from '../../renderer/actions.ts';
import { isPressed, keyTexts } from '../../renderer/keys.ts';
import { actionIds } from '../../shared/bridge.ts';
import { heading, openScreen, person, topicsOf } from '../helpers/screen.tsx';

// The page fetches them once the first screen stands.
beforeAll(() =>
  Promise.all([
    import('../../renderer/palette/palette.tsx'),
    import('../../renderer/palette/shortcuts.tsx'),
    import('../../renderer/skills/new-skill.tsx'),
  ]),
);

const press = (init: KeyboardEventInit): KeyboardEvent => new KeyboardEvent('keydown', init);
const dialog = (name: string) => screen.findByRole('dialog', { name });

describe('a shortcut', () => {
  it.each([
    ['Mod+K', { key: 'k', ctrlKey: true }, true],
    ['Mod+K', { key: 'k', metaKey: true }, true],
    ['Mod+K', { key: 'K', ctrlKey: true }, true],
    ['Mod+K', { key: 'k' }, false],
    ['Mod+K', { key: 'k', ctrlKey: true, altKey: true }, false],
    ['Mod+K', { key: 'k', ctrlKey: true, shiftKey: true }, false],
    ['Shift+Mod+Z', { key: 'Z', ctrlKey: true, shiftKey: true }, true],
    ['Ctrl+Y', { key: 'y', metaKey: true }, false],
    ['n', { key: 'n' }, true],
    ['n', { key: 'N', shiftKey: true }, false],
    ['/', { key: '/' }, true],
    ['/', { key: '/', shiftKey: true }, true],
    ['?', { key: '?', shiftKey: true }, true],
    // A keyboard for another script has its Latin letter in the place of the key.
    ['Mod+K', { key: 'л', code: 'KeyK', ctrlKey: true }, true],
    ['Mod+K', { key: 'ä', code: 'Quote', ctrlKey: true }, false],
  ] as const)('%s is pressed by %j: %s', (shortcut, init, expected) => {
    expect(isPressed(shortcut, press(init), null)).toBe(expected);
  });

  it('of two keys needs both, and its leader keeps other letters from acting', () => {
    expect(isPressed('g s', press({ key: 's' }), 'g')).toBe(true);
    expect(isPressed('g s', press({ key: 's' }), null)).toBe(false);
    expect(isPressed('n', press({ key: 'n' }), 'g')).toBe(false);
    expect(isPressed('Mod+K', press({ key: 'k', ctrlKey: true }), 'g')).toBe(true);
  });

  it('is shown as what stands on the keys', () => {
    expect(keyTexts('Mod+K')).toEqual(['Ctrl K']);
    expect(keyTexts('Shift+Mod+Z')).toEqual(['Shift Ctrl Z']);
    expect(keyTexts('g t')).toEqual(['G', 'T']);
    expect(keyTexts('?')).toEqual(['?']);
  });

  it('belongs to one action only', () => {
    const all = Object.values(actions).flatMap(({ keys }) => keys);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('the actions', () => {
  it('know every entry of the native menu, under its own id', () => {
    for (const id of actionIds) expect(actions[id].id).toBe(id);
  });

  it.each([
    ['t', 'Today'],
    ['r', 'Roles'],
    ['s', 'Skills'],
    [',', 'Settings'],
  ])('go to a room by g and %s', async (key, room) => {
    const { user } = await openScreen(room === 'Roles' ? '/skills' : '/roles');
    await heading(room === 'Roles' ? 'Skills' : 'Roles');
    await user.keyboard(`g${key}`);
    await heading(room);
  });

  it('lead from a box that is ticked too, and stay letters where a text is written', async () => {
    const { user } = await openScreen('/roles/new');
    await heading('A role of your own');
    const box = document.createElement('input');
    box.type = 'checkbox';
    document.querySelector('main')!.append(box);
    box.focus();
    await user.keyboard('gt');
    await heading('Today');
    location.hash = '/roles/new';
    await heading('A role of your own');
    await user.type(screen.getByLabelText('Title'), 'gt');
    expect(screen.getByLabelText('Title')).toHaveValue('gt');
    expect(location.hash).toBe('#/roles/new');
  });

  it('take a leader that is long gone for none', async () => {
    const { user } = await openScreen('/roles');
    await heading('Roles');
    const early = press({ key: 'g', bubbles: true });
    Object.defineProperty(early, 'timeStamp', { value: performance.now() - 60_000 });
    act(() => void document.body.dispatchEvent(early));
    await user.keyboard('s');
    expect(location.hash).toBe('#/roles');
  });

  it('leave letters to fields, and keys to dialogs and menus', async () => {
    const { user, core } = await openScreen('/skills', { before: (used) => person(used).ticks('git.01') });
    await heading('Skills');
    await user.type(screen.getByRole('searchbox'), 'gsn?/');
    expect(screen.getByRole('searchbox')).toHaveValue('gsn?/');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await user.clear(screen.getByRole('searchbox'));
    await user.keyboard('{Control>}z{/Control}');
    expect(topicsOf(core, 'git').find(({ id }) => id === 'git.01')!.state.status).toBe('done');
    fireEvent.click(screen.getByRole('button', { name: 'New skill' }));
    const asked = await dialog('New skill');
    within(asked).getByRole('button', { name: 'Cancel' }).focus();
    await user.keyboard('gr{Control>}k{/Control}');
    expect(location.hash).toBe('#/skills');
    expect(screen.getAllByRole('dialog')).toEqual([asked]);
  });
});

describe('the list of shortcuts', () => {
  it('opens by ? and names those of the actions and those of lists', async () => {
    const { user } = await openScreen('/today');
    await heading('Today');
    await user.keyboard('?');
    const list = await dialog('Keyboard shortcuts');
    const terms = [...list.querySelectorAll('dl > div')].map(
      (line) => `${line.querySelector('dt')!.textContent}: ${line.querySelector('dd')!.textContent}`,
    );
    for (const line of [
      'Search or jump to: Ctrl Kor/',
      'Undo: Ctrl Z',
      'Redo: Shift Ctrl ZorCtrl Y',
      'New skill: N',
      'Skills: GthenS',
      'Tick, or untick: Space',
      'To do, learning, done, revise, skip: 1–5',
      'Select more rows: Shift ↑orShift ↓',
      'Change the text: F2',
      'Move up or down: Alt ↑orAlt ↓',
      'Open the row: Enter',
    ])
      expect(terms).toContain(line);
    const shown = Object.values(actions).filter(({ keys }) => keys.length > 0);
    expect(terms.length).toBeGreaterThan(shown.length);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await user.keyboard('{Control>}/{/Control}');
    await user.click(within(await dialog('Keyboard shortcuts')).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });
});
