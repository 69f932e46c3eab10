import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  announced,
  heading,
  mark,
  openScreen,
  person,
  region,
  spokenBars,
  topicsOf,
} from '../helpers/screen.tsx';

const COMMIT = 'I can commit small changes with messages that explain why.';
const FULL = 'The disk is full, so this was not saved.';

afterEach(() => vi.restoreAllMocks());

describe('a file that cannot be written', () => {
  it('is told on every screen, with its reason', async () => {
    const { user } = await openScreen('/today', { before: (core) => core.stopWrites(FULL) });
    for (const room of ['Today', 'Roles', 'Skills', 'Settings']) {
      await user.click(screen.getByRole('link', { name: room }));
      await heading(room);
      expect(screen.getByRole('alert')).toHaveTextContent(`Nothing can be saved just now. ${FULL}`);
    }
  });

  it('takes a tick back in sight, with the reason beside it', async () => {
    const { user, core, hold } = await openScreen('/skills/git', {
      before: (used) => person(used).aims('api-developer'),
    });
    await screen.findByText(COMMIT);
    core.stopWrites(FULL);
    const release = hold();
    await user.click(mark(COMMIT));
    expect(mark(COMMIT)).toBeChecked();
    await release();
    const row = mark(COMMIT).closest<HTMLElement>('[data-index]')!;
    expect(await within(row).findByText(FULL)).toBeInTheDocument();
    expect(mark(COMMIT)).not.toBeChecked();
    expect(within(await region('Aware')).getByText('0 of 3')).toBeInTheDocument();
    expect(announced()).toBe(FULL);
    expect(await screen.findByRole('alert')).toHaveTextContent('Nothing can be saved just now');
    expect(topicsOf(core, 'git').every(({ state }) => state.status === 'todo')).toBe(true);
  });

  it('takes a tick on Today back, and moves no bar', async () => {
    const { user, core } = await openScreen('/today', {
      before: (used) => person(used).aims('api-developer'),
    });
    await heading('Today');
    core.stopWrites(FULL);
    const text = within(screen.getByRole('list', { name: 'Next' }))
      .getAllByRole('checkbox')[0]!
      .getAttribute('aria-label')!
      .replace(/^[^:]+: /, '');
    await user.click(mark(text));
    expect(await within(screen.getByRole('list', { name: 'Next' })).findByText(FULL)).toBeInTheDocument();
    expect(mark(text)).not.toBeChecked();
    expect(spokenBars('API Developer')['Covered']).toMatch(/^0\.0 percent/);
  });

  it('takes a setting back with a message', async () => {
    const { user, core } = await openScreen('/settings');
    await heading('Settings');
    core.stopWrites(FULL);
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    expect(await screen.findByText(FULL, { selector: '[role=status]' })).toBeInTheDocument();
    expect(
      within(screen.getByRole('radiogroup', { name: 'Theme' })).getByRole('radio', { name: 'As the system' }),
    ).toBeChecked();
    expect(document.documentElement.dataset['theme']).toBe('light');
  });

  it('refuses targets, members, "I know this" and undo with a message', async () => {
    const { user, core } = await openScreen('/roles', { before: (used) => person(used).ticks('git.01') });
    await heading('Roles');
    core.stopWrites(FULL);
    const told = () => screen.findByText(FULL, { selector: '[role=status]' });
    const dismiss = () => user.click(screen.getByRole('button', { name: 'Dismiss' }));
    await user.click(screen.getByRole('button', { name: 'Add to targets: API Developer' }));
    await told();
    await dismiss();
    await user.click(screen.getByRole('button', { name: /^Undo: tick/ }));
    await told();
    await dismiss();
    location.hash = '/skills/git';
    await heading('Git');
    await user.click(screen.getByRole('button', { name: 'I know this already' }));
    await told();
    expect(core.call('targets.list', {}).targets).toEqual([]);
  });
});

describe('an address that leads nowhere', () => {
  it.each([
    ['/roles/astronaut', 'This role does not exist any more.'],
    ['/skills/juggling', 'This skill does not exist any more.'],
  ])('%s says what is the matter and leaves the shell standing', async (path, sentence) => {
    const { user } = await openScreen(path);
    await heading('There is nothing at this address.');
    expect(screen.getByText(sentence)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'Back to Today' }));
    await heading('Today');
  });

  it.each(['/nowhere', '/roles/a/b', '/skills/in/nothing/more'])(
    '%s has nothing, and a way back',
    async (path) => {
      const { user } = await openScreen(path);
      await heading('There is nothing at this address.');
      await user.click(screen.getByRole('link', { name: 'Back to Today' }));
      await heading('Today');
    },
  );

  it.each(['/skills/%E0%A4%A', '/roles/%'])(
    '%s, which cannot be decoded, leaves the shell standing',
    async (path) => {
      vi.spyOn(console, 'error').mockImplementation(() => undefined);
      await openScreen(path);
      expect(screen.getByRole('link', { name: 'Today' })).toBeInTheDocument();
      expect(
        screen.queryAllByRole('heading', { level: 1 }).length + screen.queryAllByRole('alert').length,
      ).toBeGreaterThan(0);
    },
  );

  it('an unknown category folds nothing open and shows the tree', async () => {
    await openScreen('/skills/in/nothing');
    await heading('Skills');
    expect(screen.getAllByRole('treeitem')).toHaveLength(15);
  });
});

describe('a host that does not answer', () => {
  it('is told in words, what is known stays, and trying again helps', async () => {
    const { user, core } = await openScreen('/today', {
      before: (used) => person(used).aims('api-developer'),
    });
    await heading('Today');
    const real = core.dispatch;
    const gone = vi.fn<typeof real>(() => {
      throw new Error('gone');
    });
    Object.assign(core, { dispatch: gone });
    await user.click(screen.getByRole('link', { name: 'Skills' }));
    await heading('This could not be read.');
    expect(screen.getByText(/^Groundwork does not answer\. What was saved is safe/)).toBeInTheDocument();
    Object.assign(core, { dispatch: real });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await heading('Skills');
  });

  it('repeats a tick whose answer was lost, and it counts once', async () => {
    const { user, core } = await openScreen('/skills/git');
    await screen.findByText(COMMIT);
    const real = core.dispatch;
    let lost = 0;
    Object.assign(core, {
      dispatch: (name: unknown, input: unknown) => {
        const reply = real(name, input);
        if (name === 'topics.setStatus' && (lost += 1) === 1) throw new Error('cut');
        return reply;
      },
    });
    await user.click(mark(COMMIT));
    await waitFor(() => expect(lost).toBe(2));
    Object.assign(core, { dispatch: real });
    await waitFor(() => expect(screen.getByRole('button', { name: /^Undo: tick/ })).toBeEnabled());
    expect(mark(COMMIT)).toBeChecked();
    expect(core.call('app.read', {}).history.undo?.action).toBe(1);
  });
});

describe('arriving at a screen', () => {
  it('moves the focus to its heading and names the window after it', async () => {
    const { user } = await openScreen('/today');
    await heading('Today');
    for (const room of ['Roles', 'Skills', 'Settings', 'Today']) {
      await user.click(screen.getByRole('link', { name: room }));
      const title = await heading(room);
      await waitFor(() => expect(title).toHaveFocus());
      expect(document.title).toBe(`${room} · Groundwork`);
      expect(screen.getByRole('link', { name: room })).toHaveAttribute('aria-current', 'page');
    }
  });

  it('has one heading of the first rank and one main', async () => {
    await openScreen('/today', { before: (core) => person(core).aims('api-developer') });
    for (const path of [
      '/today',
      '/roles',
      '/roles/api-developer',
      '/skills',
      '/skills/git',
      '/settings',
      '/start',
    ]) {
      act(() => {
        location.hash = path;
      });
      await waitFor(() => expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1));
      expect(screen.getAllByRole('main')).toHaveLength(1);
    }
  });
});
