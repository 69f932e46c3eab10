import { fireEvent, act, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { saveWork } from '../helpers/projects.ts';
import { newRequest, type TestCore } from '../helpers/test-core.ts';
import { heading, openScreen, person, topicsOf, type OpenScreen } from '../helpers/screen.tsx';

const findField = () => document.querySelector<HTMLInputElement>('input[role=combobox]');
const field = () => findField()!;
const isOpen = () => findField() !== null;
const options = () => screen.getAllByRole('option').filter((option) => option.localName !== 'option');
const option = (text: string) => options().find(({ textContent }) => textContent?.includes(text))!;
const active = () => document.getElementById(field().getAttribute('aria-activedescendant')!)!;
const group = (name: string) => within(screen.getByRole('group', { name })).getAllByRole('option');
const groupNames = () =>
  screen
    .getAllByRole('group')
    .filter((element) => element.closest('[role=listbox]'))
    .map((element) => document.getElementById(element.getAttribute('aria-labelledby')!)!.textContent);
const texts = (list: readonly HTMLElement[]) => list.map(({ textContent }) => textContent ?? '');

const openPalette = async ({ user }: OpenScreen) => {
  await user.keyboard('{Control>}k{/Control}');
  await waitFor(() => expect(field()).toHaveFocus());
};
const search = async (opened: OpenScreen, text: string) => {
  await openPalette(opened);
  await opened.user.keyboard(text);
  await waitFor(() => expect(opened.store.getState().found?.typed).toBe(text));
};
const doneOf = (core: TestCore, skill: string) =>
  topicsOf(core, skill)
    .filter(({ state }) => state.status === 'done')
    .map(({ id }) => id);

// The page fetches it once the first screen stands.
beforeAll(() => import('../../renderer/palette/palette.tsx'));

describe('the palette', () => {
  it('opens by the search field, by Ctrl+K, also from a field, and by /', async () => {
    const opened = await openScreen('/settings');
    const { user } = opened;
    await user.click(screen.getByRole('button', { name: 'Search or jump to' }));
    await waitFor(() => expect(field()).toHaveFocus());
    await user.keyboard('{Escape}');
    await waitFor(() => expect(isOpen()).toBe(false));
    await user.click(screen.getByLabelText('Hours a week'));
    await user.keyboard('/');
    expect(isOpen()).toBe(false);
    await openPalette(opened);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByLabelText('Hours a week')).toHaveFocus());
    act(() => (document.activeElement as HTMLElement).blur());
    await user.keyboard('/');
    await waitFor(() => expect(field()).toHaveFocus());
    expect(field()).toHaveValue('');
  });

  it('takes what is typed before its field is there, and nothing behind it does', async () => {
    const { core, user } = await openScreen('/skills/git');
    const box = (await screen.findAllByRole('checkbox', { name: /^To do: / }))[0]!;
    const press = (key: string, ctrlKey = false) =>
      box.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));
    // Nothing is painted in between, as where the palette has still to be fetched.
    act(() => {
      press('k', true);
      for (const key of ['3', 'g', 'r', 'x', 'Backspace', 'Enter']) press(key);
    });
    await waitFor(() => expect(field()).toHaveValue('3gr'));
    expect(location.hash).toBe('#/skills/git');
    expect(doneOf(core, 'git')).toEqual([]);
    await waitFor(() => expect(field()).toHaveFocus());
    await user.keyboard('{Escape}');
    await waitFor(() => expect(isOpen()).toBe(false));
  });

  it('begins with where the person was, the rooms, and what can be done', async () => {
    const opened = await openScreen('/skills/in/testing');
    await heading('Skills');
    act(() => void (location.hash = '/roles/api-developer'));
    await heading('API Developer');
    act(() => void (location.hash = '/today'));
    await heading('Today');
    await openPalette(opened);
    expect(groupNames()).toEqual(['Where you were', 'Go to', 'Do']);
    expect(texts(group('Where you were'))).toEqual([expect.stringMatching(/^API Developer/)]);
    expect(texts(group('Go to'))).toEqual(
      [
        'Today',
        'All next steps',
        'Roles',
        'Skills',
        'Projects',
        'Certifications',
        'Reviews',
        'Insights',
        'Journey',
        'Reader',
        'Data',
        'Backups',
        'Settings',
      ].map((room) => expect.stringMatching(new RegExp(`^${room}`))),
    );
    const todo = texts(group('Do')).join('\n');
    for (const name of [
      'New skill',
      'New role',
      'Bring a list',
      'Keyboard shortcuts',
      'Switch to the dark theme',
    ])
      expect(todo).toContain(name);
    expect(todo).not.toContain('undo');
    await opened.user.keyboard('{Enter}');
    await heading('API Developer');
  });

  it('asks at every key, and shows what was found in groups with the hit marked', async () => {
    const opened = await openScreen('/today', { before: (core) => person(core).ticks('git.01') });
    const { calls } = opened;
    calls.length = 0;
    await search(opened, 'commit');
    expect(calls.filter((name) => name === 'search.find')).toHaveLength(6);
    const commit = option('I can commit small changes');
    expect(commit).toHaveTextContent(/^Done: /);
    expect([...commit.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['commit']);
    expect(groupNames()[0]).toBe('Topics');
    expect(groupNames().at(-1)).toBe('Do');
    expect(texts(group('Do'))).toContainEqual(expect.stringContaining('Add a skill “commit”'));
    expect(options().length).toBeLessThanOrEqual(30);
  });

  it('finds the backups of Data by their own name', async () => {
    const opened = await openScreen('/today');
    await search(opened, 'backup');
    expect(texts(group('Go to'))[0]).toMatch(/^Backups/);
    await opened.user.click(option('Backups'));
    await heading('Data');
  });

  it('never lets an answer to an older text replace a newer one, and shows the old until the new is there', async () => {
    const opened = await openScreen('/today');
    const { store, user, hold } = opened;
    await search(opened, 'doc');
    // The lines out of sight come a moment after the others.
    await waitFor(() => expect(options().at(-1)).toHaveTextContent(/^Add a skill/));
    const docker = texts(options());
    const older = hold();
    await user.keyboard('k');
    expect(field()).toHaveValue('dock');
    expect(texts(options())).toEqual(docker);
    const newer = hold();
    await user.keyboard('e');
    await newer();
    await waitFor(() => expect(store.getState().found?.typed).toBe('docke'));
    await older();
    expect(store.getState().found?.typed).toBe('docke');
    expect(option('Docker')).toBeDefined();
  });

  it('ticks a topic in place by Enter and stays open for the next', async () => {
    const opened = await openScreen('/today');
    const { user, core } = opened;
    await search(opened, 'commit small');
    expect(active()).toHaveTextContent(/^To do: I can commit small changes/);
    expect(active()).toHaveTextContent(/tickEnter$/);
    await user.keyboard('{Enter}');
    expect(active()).toHaveTextContent(/^Done: I can commit small changes/);
    expect(active()).toHaveTextContent(/untickEnter$/);
    await waitFor(() => expect(doneOf(core, 'git')).toEqual(['git.01']));
    expect(isOpen()).toBe(true);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(doneOf(core, 'git')).toEqual([]));
  });

  it('keeps Enter for the answer to what was typed, not for what stood there before', async () => {
    const opened = await openScreen('/today');
    const { user, core, hold } = opened;
    await search(opened, 'commit small');
    await user.clear(field());
    const release = hold();
    await user.keyboard('settings');
    await user.keyboard('{Enter}');
    expect(doneOf(core, 'git')).toEqual([]);
    expect(isOpen()).toBe(true);
    await release();
    await heading('Settings');
    expect(isOpen()).toBe(false);
    expect(doneOf(core, 'git')).toEqual([]);
  });

  it('opens the page of a topic by Ctrl+Enter, and of the others by Enter', async () => {
    const opened = await openScreen('/today');
    const { user } = opened;
    await search(opened, 'commit small');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(location.hash).toBe('#/skills/git/git.01'));
    expect(isOpen()).toBe(false);
    // The hand is on the topic, ready for Space.
    const row = () => screen.getByRole('checkbox', { name: /I can commit small/ }).closest('[data-index]');
    await waitFor(() => expect(row()).toHaveFocus());
    await search(opened, 'docker');
    await user.click(option('Skill ·'));
    await waitFor(() => expect(location.hash).toBe('#/skills/docker'));
    await search(opened, 'api developer');
    expect(active()).toHaveTextContent(/^API Developer/);
    await user.keyboard('{Enter}');
    await heading('API Developer');
  });

  it('opens the drawer for a topic that was skipped', async () => {
    const skip = (core: TestCore) =>
      void core.call('topics.setStatus', {
        request: newRequest(),
        topic: 'git.01',
        status: 'skipped',
        reason: 'Known by heart',
      });
    const opened = await openScreen('/today', { before: skip });
    await search(opened, 'commit small');
    await opened.user.keyboard('{Control>}{Enter}{/Control}');
    await heading('Git');
    expect(await screen.findByRole('list', { name: 'Skipped, not counted' })).toHaveTextContent(
      'I can commit small',
    );
  });

  it('walks with the arrows from end to end, and by the pointer', async () => {
    const opened = await openScreen('/today');
    const { user } = opened;
    await search(opened, 'docker');
    const all = options();
    expect(active()).toBe(all[0]);
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(active()).toBe(all[2]);
    expect(active()).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(active()).toBe(all.at(-1));
    await user.keyboard('{ArrowDown}');
    expect(active()).toBe(all[0]);
    // The list came to stand below a pointer at rest.
    fireEvent.mouseMove(all[2]!);
    expect(active()).toBe(all[0]);
    fireEvent.mouseMove(all[1]!, { movementY: -10 });
    expect(active()).toBe(all[1]);
    expect(field()).toHaveFocus();
    await user.keyboard('x');
    await waitFor(() => expect(active()).toBe(options()[0]));
  });

  it('puts what is called so before topics that only hold the word, and opens it by Enter', async () => {
    const opened = await openScreen('/today', {
      before: (core) =>
        core.call('projects.create', {
          request: newRequest(),
          template: null,
          title: 'CRUD REST API',
          kind: 'personal',
        }),
    });
    await search(opened, 'crud');
    expect(groupNames()[0]).toBe('Go to');
    expect(active()).toHaveTextContent('CRUD REST API');
    await opened.user.keyboard('{Enter}');
    await heading('CRUD REST API');
    expect(doneOf(opened.core, 'rest-api-design')).toEqual([]);
  });

  it('opens certifications and experience, each with what it is', async () => {
    const opened = await openScreen('/today', {
      before: (core) => void saveWork(core, { title: 'Quince keeper', organisation: 'Orchard' }),
    });
    await search(opened, 'quince');
    expect(option('Quince keeper')).toHaveTextContent('Experience · Orchard');
    await opened.user.keyboard('{Enter}');
    await heading('Experience and education');
    await search(opened, 'dva-c02');
    expect(option('AWS Certified Developer')).toHaveTextContent('Certification of Amazon Web Services');
    await opened.user.click(option('AWS Certified Developer'));
    await heading(/^AWS Certified Developer/);
  });

  it('opens the note on a category that it found', async () => {
    const opened = await openScreen('/today', {
      before: (core) => {
        const { id } = core.call('skills.categories', {}).categories[0]!;
        const text = 'Begin with the pyramidion.';
        core.call('notes.set', { request: newRequest(), kind: 'category', id, text });
      },
    });
    await search(opened, 'pyramidion');
    await opened.user.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Note on “Programming languages”' }));
    expect(await dialog.findByText('Begin with the pyramidion.')).toBeInTheDocument();
    expect(location.hash).toMatch(/^#\/skills\/in\//);
  });

  it('says which other name a skill was found by', async () => {
    const opened = await openScreen('/today');
    await search(opened, 'cpython');
    expect(option('Python')).toHaveTextContent(/“CPython” · Skill · 0 of \d+/);
  });

  it('says which near word a hit was found by', async () => {
    const opened = await openScreen('/today');
    await search(opened, 'postgrsql');
    const hit = option('PostgreSQL');
    expect(hit).toHaveTextContent(/Skill · 0 of 8 · near: postgresql/);
    const near = options().filter(({ textContent }) => textContent?.includes('near: postgresql'));
    expect(near.length).toBeGreaterThan(0);
    // Enter must not tick what is merely near.
    expect(groupNames()[0]).toBe('Go to');
  });

  it('offers “I know this already” for the skill that was found, in one undo step', async () => {
    const opened = await openScreen('/today', { before: (core) => person(core).ticks('git.01') });
    const { user, core } = opened;
    await search(opened, 'git');
    expect(option('I know this already: Git')).toHaveTextContent('6 topics, one undo step');
    await user.click(option('I know this already: Git'));
    await waitFor(() => expect(doneOf(core, 'git')).toHaveLength(7));
    expect(isOpen()).toBe(false);
    expect(await screen.findByText('Ticked 6 topics of Git')).toBeInTheDocument();
    await openPalette(opened);
    await user.keyboard('undo');
    await waitFor(() => expect(option('Undo: “I know Git already”')).toBeDefined());
    await user.click(option('Undo: “I know Git already”'));
    await waitFor(() => expect(doneOf(core, 'git')).toEqual(['git.01']));
  });

  it('adds a skill of the name that was typed, where nothing is called so', async () => {
    const opened = await openScreen('/today');
    const { user, core } = opened;
    await search(opened, 'Zyzzyva');
    expect(screen.getByText('Nothing is called “Zyzzyva”.')).toBeInTheDocument();
    expect(active()).toHaveTextContent('Add a skill “Zyzzyva”');
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'New skill' });
    expect(within(dialog).getByLabelText('Name')).toHaveValue('Zyzzyva');
    await user.keyboard('{Enter}');
    expect(await within(dialog).findByText('Choose where it belongs.')).toBeInTheDocument();
    expect(within(dialog).getByLabelText('Category')).toHaveFocus();
    await user.selectOptions(within(dialog).getByLabelText('Category'), 'Testing');
    await user.click(within(dialog).getByRole('button', { name: 'Add skill' }));
    await waitFor(() => expect(location.hash).toMatch(/^#\/skills\/./));
    const { skills } = core.call('skills.list', { category: 'testing' });
    expect(skills.map(({ name }) => name)).toContain('Zyzzyva');
    expect(await screen.findByText('Added the skill Zyzzyva')).toBeInTheDocument();
  });

  it('puts an action that was typed by its name before topics with the same words', async () => {
    const opened = await openScreen('/today');
    const opener = screen.getByRole('link', { name: 'Roles' });
    opener.focus();
    await search(opened, 'keyboard sh');
    expect(active()).toHaveTextContent('Keyboard shortcuts');
    await opened.user.keyboard('{Enter}');
    expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeInTheDocument();
    expect(isOpen()).toBe(false);
    await opened.user.keyboard('{Escape}');
    await waitFor(() => expect(opener).toHaveFocus());
  });

  it('puts undo before topics that hold the word or one near it', async () => {
    const opened = await openScreen('/today', { before: (core) => person(core).ticks('git.01') });
    await search(opened, 'undo');
    expect(groupNames()[0]).toBe('Do');
    expect(active()).toHaveTextContent(/^Undo: tick/);
  });

  it('switches the theme', async () => {
    const opened = await openScreen('/today');
    await search(opened, 'dark');
    await opened.user.click(option('Switch to the dark theme'));
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
    await search(opened, 'light');
    expect(option('Switch to the light theme')).toBeDefined();
  });
});
