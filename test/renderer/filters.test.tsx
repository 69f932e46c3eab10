import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { newRequest } from '../helpers/test-core.ts';
import { heading, openScreen, person } from '../helpers/screen.tsx';

const filters = () => within(screen.getByRole('search', { name: 'Filter the skills' }));
const items = () => screen.queryAllByRole('treeitem');
const skills = () =>
  items()
    .filter((item) => item.getAttribute('aria-level') === '2')
    .map((item) => item.querySelector('a')!.textContent);
const chip = (name: string | RegExp) => filters().getByRole('button', { name });
const lead = () => document.querySelector('header p')!.textContent;

const openSkills = async (options: Parameters<typeof openScreen>[1] = {}) => {
  const opened = await openScreen('/skills', options);
  await heading('Skills');
  return opened;
};
const pick = async ({ user }: Awaited<ReturnType<typeof openSkills>>, name: string, value: RegExp) => {
  await user.click(chip(name));
  const menu = await screen.findByRole('menu', { name });
  await user.click(within(menu).getByRole('menuitemradio', { name: value }));
};

// The page fetches the rooms once the first screen stands.
beforeAll(() =>
  Promise.all([
    import('../../renderer/skills/skills.tsx'),
    import('../../renderer/skills/filter-menu.tsx'),
    import('../../renderer/skills/filter-name.tsx'),
  ]),
);

describe('the filter of Skills', () => {
  it('narrows by text as one types, by name, alias and topic, and opens what is left', async () => {
    const { user } = await openSkills();
    await user.type(filters().getByRole('searchbox', { name: 'Filter by text' }), 'docker');
    await waitFor(() => expect(skills()).toContain('Docker and containers'));
    await waitFor(() => expect(lead()).toMatch(/the filter shows one skill\.$/));
    expect(items()[0]).toHaveAttribute('aria-expanded', 'true');
    await user.clear(filters().getByRole('searchbox'));
    await waitFor(() => expect(items().every((item) => item.getAttribute('aria-level') === '1')).toBe(true));
    expect(lead()).not.toContain('filter');
  });

  it('keeps the list as it was until the answer to the next key is there', async () => {
    const { user, hold } = await openSkills();
    await user.type(filters().getByRole('searchbox'), 'doc');
    await waitFor(() => expect(skills()).toContain('Docker and containers'));
    const before = skills();
    const release = hold();
    await user.type(filters().getByRole('searchbox'), 'ker');
    expect(filters().getByRole('searchbox')).toHaveValue('docker');
    expect(skills()).toEqual(before);
    await release();
    await waitFor(() => expect(skills().length).toBeLessThan(before.length));
  });

  it('combines role, stage, status and level, and takes each back by its chip', async () => {
    const opened = await openSkills({
      before: (core) => {
        person(core).aims('api-developer');
        person(core).ticks('git.01');
      },
    });
    const { user, core } = opened;
    await pick(opened, 'Role', /^API Developer$/);
    const count = (filter: object) =>
      core.call('skills.categories', { filter }).categories.reduce((sum, one) => sum + one.skills, 0);
    await waitFor(() =>
      expect(lead()).toContain(`the filter shows ${count({ role: 'api-developer' })} skills.`),
    );
    expect(chip('Role: API Developer')).toHaveAttribute('aria-haspopup', 'menu');
    await pick(opened, 'Stage', /^Foundation$/);
    await pick(opened, 'Has topics', /^Done$/);
    await waitFor(() => expect(skills()).toEqual(['Git']));
    expect(lead()).toContain('the filter shows one skill.');
    await pick(opened, 'Level', /^Expert$/);
    expect(await screen.findByText('No skill fits this filter.')).toBeInTheDocument();
    await user.click(chip('Clear “Level: Expert”'));
    await waitFor(() => expect(skills()).toEqual(['Git']));
    expect(chip('Level')).toHaveFocus();
    await user.click(chip('Clear “Has topics: Done”'));
    await waitFor(() => expect(skills().length).toBeGreaterThan(1));
  });

  it('offers the other values of a part that is set, and clears it by key', async () => {
    const opened = await openSkills({ before: (core) => person(core).ticks('git.01') });
    const { user } = opened;
    await pick(opened, 'Has topics', /^Done$/);
    await waitFor(() => expect(skills()).toEqual(['Git']));
    await user.click(chip('Has topics: Done'));
    const menu = within(await screen.findByRole('menu', { name: 'Has topics' }));
    expect(menu.getByRole('menuitemradio', { name: 'Done' })).toBeChecked();
    expect(menu.getByRole('menuitemradio', { name: 'Revise' })).not.toBeChecked();
    await user.click(menu.getByRole('menuitemradio', { name: 'Learning' }));
    expect(await screen.findByText('No skill fits this filter.')).toBeInTheDocument();
    chip('Has topics: Learning').focus();
    await user.keyboard('{Delete}');
    await waitFor(() => expect(chip('Has topics')).toHaveFocus());
    expect(filters().queryByRole('button', { name: /^Clear/ })).toBeNull();
  });

  it('shows skills with evidence, with a note, stale ones and own ones', async () => {
    const { user } = await openSkills({
      before: (core, clock) => {
        clock.addDays(-6_000);
        person(core).knows('git');
        clock.addDays(6_000);
        core.call('notes.set', {
          request: newRequest(),
          kind: 'skill',
          id: 'docker',
          text: 'Look at podman.',
        });
        core.call('evidence.save', {
          request: newRequest(),
          evidence: null,
          skill: 'python',
          title: 'A talk',
          url: null,
          level: 3,
          date: '2025-01-31',
        });
        core.call('skills.create', { request: newRequest(), category: 'testing', name: 'Fuzzing' });
      },
    });
    for (const [name, skill] of [
      ['Stale', 'Git'],
      ['Has note', 'Docker and containers'],
      ['Has evidence', 'Python'],
      ['Own', 'Fuzzing'],
    ] as const) {
      await user.click(chip(name));
      await waitFor(() => expect(skills()).toEqual([skill]));
      expect(chip(name)).toHaveAttribute('aria-pressed', 'true');
      if (name === 'Has evidence') expect(items()[1]).toHaveTextContent(/Evidence: Proficient$/);
      await user.click(chip(name));
      await waitFor(() => expect(skills()).toEqual([]));
    }
  });

  it('can be cleared where nothing fits', async () => {
    const { user } = await openSkills();
    await user.type(filters().getByRole('searchbox'), 'zyzzyva');
    await screen.findByText('No skill fits this filter.');
    await user.click(screen.getByRole('button', { name: 'Clear filter' }));
    await waitFor(() => expect(items()).toHaveLength(15));
    expect(filters().getByRole('searchbox')).toHaveValue('');
  });

  it('folds categories on their own while it is on', async () => {
    const { user } = await openSkills();
    await user.type(filters().getByRole('searchbox'), 'docker');
    await waitFor(() => expect(skills()).toContain('Docker and containers'));
    const shown = items().length;
    await user.click(within(items()[0]!).getByText(/./, { selector: 'b' }));
    await waitFor(() => expect(items().length).toBeLessThan(shown));
    await user.click(screen.getByRole('button', { name: 'Open all' }));
    await waitFor(() => expect(items()).toHaveLength(shown));
  });

  it('is kept while the page lives', async () => {
    const { user } = await openSkills();
    await user.click(chip('Stale'));
    await waitFor(() => expect(chip('Stale')).toHaveAttribute('aria-pressed', 'true'));
    act(() => void (location.hash = '/settings'));
    await heading('Settings');
    act(() => void (location.hash = '/skills'));
    await heading('Skills');
    expect(chip('Stale')).toHaveAttribute('aria-pressed', 'true');
  });
});

describe('saved filters', () => {
  it('are saved under a name, chosen from a menu, and removed', async () => {
    const { user, core } = await openSkills({ before: (used) => person(used).aims('api-developer') });
    expect(filters().queryByRole('button', { name: 'Save filter' })).not.toBeInTheDocument();
    await user.click(chip('Stale'));
    await user.click(chip('Save filter'));
    const dialog = await screen.findByRole('dialog', { name: 'Under which name?' });
    await user.click(within(dialog).getByRole('button', { name: 'Save filter' }));
    expect(dialog).toHaveTextContent('Give it a name.');
    await user.type(within(dialog).getByLabelText('Name'), 'Rusty{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await waitFor(() =>
      expect(core.call('filters.list', {}).filters).toEqual([{ name: 'Rusty', filter: { stale: true } }]),
    );
    // Not on "Remove", which stands where "Save filter" was.
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/^Saved: /));
    await user.click(await filters().findByRole('button', { name: 'Clear “Saved: Rusty”' }));
    expect(chip('Stale')).toHaveAttribute('aria-pressed', 'false');
    await user.click(chip('Saved'));
    const menu = await screen.findByRole('menu', { name: 'Saved' });
    await user.click(within(menu).getByRole('menuitemradio', { name: 'Rusty' }));
    expect(chip('Stale')).toHaveAttribute('aria-pressed', 'true');
    await user.click(chip('Remove “Rusty”'));
    await waitFor(() => expect(core.call('filters.list', {}).filters).toEqual([]));
    await waitFor(() => expect(chip('Save filter')).toHaveFocus());
    expect(chip('Stale')).toHaveAttribute('aria-pressed', 'true');
    fireEvent.click(chip('Stale'));
    await waitFor(() => expect(filters().queryByRole('button', { name: 'Save filter' })).toBeNull());
  });

  it('are renamed and removed, and each of it can be taken back', async () => {
    const { user, core } = await openSkills({
      before: (used) =>
        ['Rusty', 'Old'].forEach((name, index) =>
          used.call('filters.save', {
            request: newRequest(),
            name,
            filter: index === 0 ? { stale: true } : { own: true },
          }),
        ),
    });
    const saved = () => core.call('filters.list', {}).filters.map(({ name }) => name);
    await user.click(chip('Stale'));
    await user.click(await filters().findByRole('button', { name: 'Rename “Rusty”' }));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'What should the filter “Rusty” be called?' }),
    );
    await user.clear(dialog.getByLabelText('Name'));
    await user.type(dialog.getByLabelText('Name'), 'Old{Enter}');
    expect(
      await screen.findByText(/^There is another filter named “Old”/, { selector: '[role=status]' }),
    ).toBeInTheDocument();
    await user.type(dialog.getByLabelText('Name'), ' ones{Enter}');
    await waitFor(() => expect(saved()).toEqual(['Old', 'Old ones']));
    await user.click(await filters().findByRole('button', { name: 'Remove “Old ones”' }));
    await waitFor(() => expect(saved()).toEqual(['Old']));
    expect(screen.getByText('Removed the filter “Old ones”')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(saved()).toEqual(['Old', 'Old ones']));
    expect(await filters().findByRole('button', { name: 'Saved: Old ones' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo: rename the filter “Rusty” to “Old ones”' }));
    await waitFor(() => expect(saved()).toEqual(['Old', 'Rusty']));
  });

  it('say why they could not be saved', async () => {
    const { user, core } = await openSkills();
    await user.click(chip('Stale'));
    core.stopWrites('The disk is full, so this was not saved.');
    await user.click(chip('Save filter'));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('Name'), 'Rusty{Enter}');
    expect(
      await screen.findByText('The disk is full, so this was not saved.', { selector: '[role=status]' }),
    ).toBeInTheDocument();
  });
});
