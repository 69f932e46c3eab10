import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { newRequest, type TestCore } from '../helpers/test-core.ts';
import { heading, openScreen, person, topicsOf } from '../helpers/screen.tsx';

const items = () => screen.getAllByRole('treeitem');
const titles = () => items().map((item) => item.textContent);
const focused = () => document.activeElement?.textContent ?? '';
const category = (name: string) => screen.getByRole('treeitem', { name: new RegExp(`^${name}`) });

// The page fetches the rooms once the first screen stands.
beforeAll(() =>
  Promise.all([
    import('../../renderer/skills/skills.tsx'),
    import('../../renderer/skills/skill.tsx'),
    import('../../renderer/skills/new-skill.tsx'),
    import('../../renderer/skills/category-note.tsx'),
    import('../../renderer/skills/tree-menu.tsx'),
  ]),
);

describe('Skills', () => {
  it('counts everything in its lead and folds every category', async () => {
    const { core } = await openScreen('/skills', { before: (used) => person(used).knows('git') });
    await heading('Skills');
    const { categories } = core.call('skills.categories', {});
    const skills = categories.reduce((sum, one) => sum + one.skills, 0);
    const total = categories.reduce((sum, one) => sum + one.topics.total, 0);
    expect(screen.getByText(`${skills} skills, ${total} topics. You have ticked 7.`)).toBeInTheDocument();
    expect(items()).toHaveLength(categories.length);
    categories.forEach(({ title, topics }, index) => {
      expect(items()[index]).toHaveTextContent(title);
      expect(items()[index]).toHaveTextContent(`${topics.done}/${topics.total}`);
      expect(items()[index]).toHaveAttribute('aria-expanded', 'false');
      expect(items()[index]).toHaveAttribute('aria-posinset', String(index + 1));
      expect(items()[index]).toHaveAttribute('aria-setsize', String(categories.length));
    });
  });

  it('goes by keyboard: arrows open, walk and fold, Enter goes to the skill', async () => {
    const { user } = await openScreen('/skills');
    await heading('Skills');
    items()[0]!.focus();
    await user.keyboard('{ArrowRight}');
    await screen.findByText('Python');
    expect(category('Programming languages')).toHaveAttribute('aria-expanded', 'true');
    await user.keyboard('{ArrowRight}');
    expect(focused()).toMatch(/^Python/);
    expect(document.activeElement).toHaveAttribute('aria-level', '2');
    expect(document.activeElement).toHaveAttribute('aria-setsize', '9');
    await user.keyboard('{ArrowDown}');
    expect(focused()).toMatch(/^Java/);
    await user.keyboard('{ArrowLeft}');
    expect(focused()).toMatch(/^Programming languages/);
    await user.keyboard('{ArrowLeft}');
    expect(category('Programming languages')).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByText('Python')).not.toBeInTheDocument();
    await user.keyboard('{End}');
    expect(focused()).toMatch(/^Soft skills/);
    await user.keyboard('{Home}{Enter}');
    await screen.findByText('Python');
    await user.keyboard('{ArrowDown}{Enter}');
    await heading('Python');
    expect(location.hash).toBe('#/skills/python');
  });

  it('opens by mouse and stays open for the way back', async () => {
    const { user } = await openScreen('/skills');
    await heading('Skills');
    await user.click(within(category('Testing')).getByText('Testing'));
    const link = await screen.findByRole('link', { name: 'Unit testing and TDD' });
    await user.click(link);
    await heading('Unit testing and TDD');
    location.hash = '/skills';
    await heading('Skills');
    expect(category('Testing')).toHaveAttribute('aria-expanded', 'true');
  });

  it('opens and closes all', async () => {
    const { user, core } = await openScreen('/skills');
    await heading('Skills');
    const { categories } = core.call('skills.categories', {});
    await user.click(screen.getByRole('button', { name: 'Open all' }));
    await waitFor(() => expect(items().length).toBeGreaterThan(50));
    expect(items()[1]).toHaveTextContent('Python');
    await user.click(screen.getByRole('button', { name: 'Close all' }));
    expect(items()).toHaveLength(categories.length);
  });

  it('shows level, target, counts and freshness of a skill', async () => {
    const { user } = await openScreen('/skills', {
      before: (core, clock) => {
        person(core).aims('api-developer');
        clock.addDays(-2_000);
        person(core).knows('git');
        clock.addDays(2_000);
        person(core).knows('code-review');
      },
    });
    await heading('Skills');
    await user.click(within(category('Version control')).getByText(/^Version control/));
    const git = (await screen.findByRole('link', { name: 'Git' })).closest('[role=treeitem]')!;
    expect(git).toHaveTextContent(/Proficient, target Working/);
    expect(git).toHaveTextContent('7/7');
    expect(git).toHaveTextContent(/Fading|Stale/);
    const review = screen.getByRole('link', { name: 'Code review' }).closest('[role=treeitem]')!;
    expect(review).toHaveTextContent('Fresh');
    expect(titles().find((text) => text?.startsWith('Agile'))).toMatch(/Not started/);
  });

  it('opens the category of a skill from the way up on its page', async () => {
    const { user } = await openScreen('/skills/git');
    await heading('Git');
    await user.click(screen.getByRole('link', { name: 'Version control and collaboration' }));
    await heading('Skills');
    await waitFor(() => expect(category('Version control')).toHaveAttribute('aria-expanded', 'true'));
  });
});

/** A category of the person's own with one skill in it. */
const ownList = (core: TestCore) => {
  const { id } = core.call('categories.create', { request: newRequest(), title: 'Books' });
  core.call('skills.create', { request: newRequest(), category: id, name: 'Read SICP' });
  return id;
};
const skillNames = (core: TestCore, category: string) =>
  core.call('skills.list', { category }).skills.map(({ name }) => name);
const menuOf = async (name: string) => {
  fireEvent.contextMenu(within(category(name)).getByText(new RegExp(`^${name}`)));
  return within(await screen.findByRole('menu', { name: `What to do with ${name}` }));
};

describe('a new skill', () => {
  it('is asked for by the button and by the key n, with its name and category', async () => {
    const { user, core } = await openScreen('/skills');
    await heading('Skills');
    await user.keyboard('n');
    expect(await screen.findByRole('dialog', { name: 'New skill' })).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await user.click(screen.getByRole('button', { name: 'New skill' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'New skill' }));
    await user.click(dialog.getByRole('button', { name: 'Add skill' }));
    expect(dialog.getByText('Give it a name.')).toBeInTheDocument();
    expect(dialog.getByText('Choose where it belongs.')).toBeInTheDocument();
    expect(dialog.getByLabelText('Name')).toBeInvalid();
    await user.type(dialog.getByLabelText('Name'), ' Fuzzing ');
    await user.selectOptions(dialog.getByLabelText('Category'), 'Testing');
    await user.type(dialog.getByLabelText('What it is about, if you like'), 'Random input');
    await user.click(dialog.getByRole('button', { name: 'Add skill' }));
    await waitFor(() => expect(skillNames(core, 'testing')).toContain('Fuzzing'));
    await waitFor(() => expect(location.hash).toMatch(/^#\/skills\/./));
    const { id, description } = core.call('skills.read', { skill: location.hash.slice('#/skills/'.length) });
    expect(description).toBe('Random input');
    expect(id).not.toBe('');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByText('Added the skill Fuzzing')).toBeInTheDocument();
  });

  it('can bring its category along', async () => {
    const { user, core } = await openScreen('/skills');
    await heading('Skills');
    await user.click(screen.getByRole('button', { name: 'New skill' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'New skill' }));
    await user.type(dialog.getByLabelText('Name'), 'Bread');
    await user.selectOptions(dialog.getByLabelText('Category'), 'New category…');
    await user.click(dialog.getByRole('button', { name: 'Add skill' }));
    expect(dialog.getByText('Give the category a name.')).toBeInTheDocument();
    await user.type(dialog.getByLabelText('Name of the new category'), 'Baking');
    await user.click(dialog.getByRole('button', { name: 'Add skill' }));
    await waitFor(() => {
      const own = core.call('skills.categories', {}).categories.filter((one) => one.own);
      expect(own.map(({ title }) => title)).toEqual(['Baking']);
      expect(skillNames(core, own[0]!.id)).toEqual(['Bread']);
    });
  });

  it('begins in the category whose menu it was asked from', async () => {
    const { user } = await openScreen('/skills', { before: ownList });
    await heading('Skills');
    const menu = await menuOf('Testing');
    await user.click(menu.getByRole('menuitem', { name: 'New skill here' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'New skill' }));
    expect(dialog.getByLabelText('Category')).toHaveDisplayValue('Testing');
  });
});

describe('the menu of a category', () => {
  afterEach(() => vi.restoreAllMocks());

  it('ticks all of it in one undo step', async () => {
    const { user, core } = await openScreen('/skills');
    await heading('Skills');
    const menu = await menuOf('Version control and collaboration');
    expect(menu.queryByRole('menuitem', { name: 'Remove' })).not.toBeInTheDocument();
    await user.click(menu.getByRole('menuitem', { name: 'I know this already' }));
    await waitFor(() =>
      expect(topicsOf(core, 'git').every(({ state }) => state.status === 'done')).toBe(true),
    );
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(topicsOf(core, 'git').every(({ state }) => state.status === 'todo')).toBe(true),
    );
  });

  it('opens the note on it, and the line shows that there is one', async () => {
    const { user, core } = await openScreen('/skills');
    await heading('Skills');
    const noted = () => core.call('skills.categories', {}).categories.filter(({ hasNote }) => hasNote);
    expect(noted()).toEqual([]);
    await user.click((await menuOf('Testing')).getByRole('menuitem', { name: 'Note' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Note on “Testing”' }));
    await user.click(await dialog.findByRole('button', { name: 'Write a note' }));
    fireEvent.change(dialog.getByLabelText('Note on Testing'), {
      target: { value: 'Begin with the pyramid.' },
    });
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    const open = category('Testing').getAttribute('aria-expanded');
    await user.click(await within(category('Testing')).findByRole('button', { name: 'Note on “Testing”' }));
    const again = within(await screen.findByRole('dialog', { name: 'Note on “Testing”' }));
    expect(await again.findByText('Begin with the pyramid.')).toBeInTheDocument();
    await user.click(again.getByRole('button', { name: 'Close' }));
    expect(category('Testing')).toHaveAttribute('aria-expanded', open);
    expect(noted().map(({ title }) => title)).toEqual(['Testing']);
  });

  it('renames and removes an own one, and undo brings it back', async () => {
    const { user, core } = await openScreen('/skills', { before: ownList });
    await heading('Skills');
    const own = () => core.call('skills.categories', {}).categories.filter((one) => one.own);
    await user.click((await menuOf('Books')).getByRole('menuitem', { name: 'Rename' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'What should “Books” be called?' }));
    const name = dialog.getByLabelText('Name');
    expect(name).toHaveValue('Books');
    await user.clear(name);
    await user.type(name, 'Library{Enter}');
    await waitFor(() => expect(own()[0]!.title).toBe('Library'));
    await waitFor(() => expect(category('Library')).toBeInTheDocument());
    await user.click((await menuOf('Library')).getByRole('menuitem', { name: 'Remove' }));
    await waitFor(() => expect(own()).toEqual([]));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(own().map(({ title }) => title)).toEqual(['Library']));
    expect(skillNames(core, own()[0]!.id)).toEqual(['Read SICP']);
  });

  it('hands an own one to the browser as Markdown', async () => {
    const files: Blob[] = [];
    const clicked: string[] = [];
    // jsdom knows neither addresses of files nor downloads.
    URL.createObjectURL = (file) => {
      files.push(file as Blob);
      return 'blob:list';
    };
    URL.revokeObjectURL = () => undefined;
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      clicked.push(`${this.download} ${this.href}`);
    });
    const { user } = await openScreen('/skills', { before: ownList });
    await heading('Skills');
    await user.click((await menuOf('Books')).getByRole('menuitem', { name: 'Export as Markdown' }));
    await waitFor(() => expect(clicked).toEqual([expect.stringMatching(/^\S+\.md blob:list$/)]));
    expect(await files[0]!.text()).toContain('Read SICP');
  });

  it('opens by the button on its line and by the menu key', async () => {
    const { user } = await openScreen('/skills');
    await heading('Skills');
    await user.click(screen.getByRole('button', { name: 'More for: Testing' }));
    expect(await screen.findByRole('menu', { name: 'What to do with Testing' })).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).not.toBeInTheDocument());
    expect(category('Testing')).toHaveAttribute('aria-expanded', 'false');
    items()[0]!.focus();
    await user.keyboard('{Shift>}{F10}{/Shift}');
    expect(
      await screen.findByRole('menu', { name: 'What to do with Programming languages' }),
    ).toBeInTheDocument();
  });
});

describe('the menu of a skill', () => {
  it('hides it; the filter Hidden shows it and brings it back', async () => {
    const { user, core } = await openScreen('/skills/in/testing');
    await heading('Skills');
    await user.click(await screen.findByRole('button', { name: 'More for: API testing' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Hide' }));
    await waitFor(() => expect(skillNames(core, 'testing')).not.toContain('API testing'));
    expect(await screen.findByText('Hid API testing')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('link', { name: 'API testing' })).not.toBeInTheDocument());
    await user.click(screen.getByRole('button', { name: 'Hidden' }));
    await user.click(await screen.findByRole('button', { name: 'More for: API testing' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Show again' }));
    await waitFor(() => expect(skillNames(core, 'testing')).toContain('API testing'));
    expect(await screen.findByText('None of the skills that you hid fits this filter.')).toBeInTheDocument();
  });

  it('ticks it, and opens it', async () => {
    const { user, core } = await openScreen('/skills/in/collaboration');
    await heading('Skills');
    await user.click(await screen.findByRole('button', { name: 'More for: Git' }));
    await user.click(await screen.findByRole('menuitem', { name: 'I know this already' }));
    await waitFor(() =>
      expect(topicsOf(core, 'git').every(({ state }) => state.status === 'done')).toBe(true),
    );
    expect(await screen.findByText('Ticked 7 topics of Git')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'More for: Git' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Open' }));
    await waitFor(() => expect(location.hash).toBe('#/skills/git'));
  });
});
