import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bring } from '../helpers/lists.ts';
import { heading, openScreen, region, type OpenScreen, type ScreenOptions } from '../helpers/screen.tsx';
import { newRequest, tempDir, type TestCore } from '../helpers/test-core.ts';

const LIST = `# Backend notes

Some words before it begins.

## Webhooks

- [x] Verify the signature
- [ ] Retry with backoff
  - [ ] and give up at last

## Pagination

- [ ] Cursor or offset
`;

const openBring = (options: ScreenOptions = {}, path = '/bring'): Promise<OpenScreen> =>
  openScreen(path, { file: join(tempDir(), 'groundwork.db'), ...options });
const field = () => screen.getByLabelText('File with the list');
const give = ({ user }: OpenScreen, text: string | Uint8Array<ArrayBuffer>, name = 'backend-notes.md') =>
  user.upload(field(), new File([text], name, { type: 'text/markdown' }));
/** The button that saves it, which takes a press once all lines were read. */
const save = async (user: OpenScreen['user'], name: string): Promise<void> => {
  const button = await screen.findByRole('button', { name });
  await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled', 'true'));
  await user.click(button);
};
const lines = () => screen.getByRole('list', { name: 'Skills and topics of the list' });
const categoryNamed = (core: TestCore, title: string) =>
  core.call('skills.categories', {}).categories.find((category) => category.title === title);
/** A list that was brought before, over a file, since lists are read from one. */
const brought = (text: string) => {
  const file = join(tempDir(), 'groundwork.db');
  return {
    file,
    before: (core: TestCore) => void bring(core, dirname(file), text, { fileName: 'backend-notes.md' }),
  };
};

describe('bringing a list', () => {
  it('shows what a file becomes, and brings it in one step that can be undone', async () => {
    const page = await openBring();
    const { user, core } = page;
    await heading('Bring a list');
    await give(page, LIST);
    await heading('Bring “Backend notes”');
    const figures = screen.getByRole('list', { name: 'What was found' });
    expect(figures).toHaveTextContent('4 topics');
    expect(figures).toHaveTextContent('1 ticked');
    expect(figures).toHaveTextContent('2 skills');
    expect(figures).toHaveTextContent('2 levels deep');
    expect(await within(lines()).findByText('and give up at last')).toBeInTheDocument();
    expect(within(lines()).getAllByText('Ticked:', { exact: false })).toHaveLength(4);
    expect(categoryNamed(core, 'Backend notes')).toBeUndefined();

    await save(user, 'Bring 4 topics');
    await heading('Skills');
    const category = categoryNamed(core, 'Backend notes')!;
    expect(location.hash).toBe(`#/skills/in/${encodeURIComponent(category.id)}`);
    expect(category).toMatchObject({ own: true, skills: 2, topics: { done: 1, total: 3 } });
    expect(await screen.findByRole('status')).toHaveTextContent('Brought “Backend notes”, 4 topics');
    await user.click(screen.getByRole('button', { name: 'Undo: bring “Backend notes”, 4 topics' }));
    await waitFor(() => expect(categoryNamed(core, 'Backend notes')).toBeUndefined());
  });

  it('shows the notes that will be saved, the first line at once and the rest when it is opened', async () => {
    const page = await openBring();
    const { user, core } = page;
    await heading('Bring a list');
    await give(page, '## Trees\n\n- see the book\n\n- [ ] Rotations\n  - left first\n  - then right\n');
    await heading(/^Bring “/);
    const row = (text: string) => within(lines()).getByText(text).closest<HTMLElement>('[role=listitem]')!;
    await within(lines()).findByText('Rotations');
    expect(row('Trees')).toHaveTextContent('Note: see the book');
    const note = within(row('Rotations'));
    expect(note.getByText(/left first/)).toBeVisible();
    expect(note.getByText(/then right/)).not.toBeVisible();
    await user.click(note.getByText(/left first/));
    expect(note.getByText(/then right/)).toBeVisible();
    await save(user, 'Bring one topic');
    await heading('Skills');
    const [hit] = core.call('search.find', { text: 'left first' }).hits;
    expect(hit).toMatchObject({ kind: 'note', title: 'Rotations' });
    expect(
      core.call('notes.read', { kind: 'topic', id: hit!.kind === 'note' ? hit!.subject.id : '' }).text,
    ).toBe('- left first\n- then right');
  });

  it('leads to the list that was brought, out of a filter that would hide it', async () => {
    const page = await openBring();
    const { user, store } = page;
    await heading('Bring a list');
    act(() => store.getState().setSkillFilter({ text: 'cursor' }));
    await give(page, LIST);
    await heading('Bring “Backend notes”');
    await save(user, 'Bring 4 topics');
    await heading('Skills');
    expect(await screen.findByText(/^The filter hides one skill of “Backend notes”\./)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show all skills' }));
    const row = () => screen.getByRole('treeitem', { name: /^Backend notes/ });
    await waitFor(() => expect(row()).toHaveFocus());
    expect(row()).toHaveAttribute('aria-expanded', 'true');
    expect(screen.queryByText(/^The filter hides/)).toBeNull();
    expect(screen.getByRole('searchbox', { name: 'Filter by text' })).toHaveValue('');
  });

  it('leads to the list that was brought, which stands open and has the focus', async () => {
    const page = await openBring();
    const { user } = page;
    await heading('Bring a list');
    await give(page, LIST);
    await save(user, 'Bring 4 topics');
    await heading('Skills');
    await waitFor(() => expect(screen.getByRole('treeitem', { name: /^Backend notes/ })).toHaveFocus());
    expect(await screen.findByRole('treeitem', { name: /^Webhooks/ })).toBeInTheDocument();
    // A filter that is set later is the person's own doing.
    await user.type(screen.getByRole('searchbox', { name: 'Filter by text' }), 'cursor');
    await waitFor(() => expect(screen.queryByRole('treeitem', { name: /^Webhooks/ })).toBeNull());
    expect(screen.queryByText(/^The filter hides/)).toBeNull();
    expect(screen.getByRole('searchbox', { name: 'Filter by text' })).toHaveFocus();
  });

  it('takes another title and level, and a paste in place of a file', async () => {
    const { user, core } = await openBring();
    await heading('Bring a list');
    fireEvent.change(screen.getByLabelText('The list as Markdown'), {
      target: { value: '## Testing\n\n- [ ] Unit tests\n' },
    });
    await user.click(screen.getByRole('button', { name: 'Read the list' }));
    await heading(/^Bring “/);
    expect(screen.getByText(/^Read from what you pasted\./)).toBeInTheDocument();
    const title = screen.getByLabelText('Title');
    await user.clear(title);
    expect(screen.getByText('Give the list a title.')).toBeInTheDocument();
    await user.type(title, 'My tests');
    await user.selectOptions(screen.getByLabelText('Level of its topics'), 'Proficient');
    await save(user, 'Bring one topic');
    await heading('Skills');
    const category = categoryNamed(core, 'My tests')!;
    const [skill] = core.call('skills.list', { category: category.id }).skills;
    expect(core.call('topics.list', { skill: skill!.id }).topics).toMatchObject([
      { text: 'Unit tests', level: 3 },
    ]);
  });

  it('can be dropped anywhere on the page', async () => {
    await openBring();
    await heading('Bring a list');
    const file = new File([LIST], 'dropped.md');
    fireEvent.drop(document.body, { dataTransfer: { types: ['Files'], files: [file] } });
    await heading('Bring “Backend notes”');
    expect(screen.getByText(/^Read from dropped\.md\./)).toBeInTheDocument();
  });

  it.each([
    ['an empty file', '', 'notes.md', '“notes.md” is empty.'],
    ['a file of another kind', 'x', 'notes.docx', '“notes.docx” is not a Markdown file.'],
    ['bytes that are no text', new Uint8Array([0, 159, 146, 150]), 'notes.md', /not text in UTF-8/],
    ['a file without a task', '# Nothing\n\nWords.\n', 'notes.md', /^This file has no task\./],
  ])('says what is wrong with %s, and lets another one be chosen', async (_, text, name, said) => {
    const page = await openBring();
    await heading('Bring a list');
    // The picker's own filter is only an offer: any file can be dropped.
    fireEvent.drop(document.body, { dataTransfer: { types: ['Files'], files: [new File([text], name)] } });
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByText(said)).toBeInTheDocument();
    expect(alert).toHaveTextContent('Nothing was changed.');
    await give(page, LIST);
    await heading('Bring “Backend notes”');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('offers what is there already, off where it belongs to the catalogue', async () => {
    const page = await openBring();
    const { user, core } = page;
    await heading('Bring a list');
    await give(page, '# Mine\n\n## Git\n\n- [ ] Rebase\n');
    await heading('Bring “Mine”');
    const offer = await within(lines()).findByRole('checkbox', { name: /^The same as “Git” in / });
    expect(offer).not.toBeChecked();
    await user.click(offer);
    expect(offer).toBeChecked();
    await save(user, 'Bring one topic');
    await heading('Skills');
    expect(core.call('topics.list', { skill: 'git' }).topics.map(({ text }) => text)).toContain('Rebase');
  });

  it('takes lines that look like tasks only when asked to, and keeps what is left out as a note', async () => {
    const page = await openBring();
    const { user, core } = page;
    await heading('Bring a list');
    await give(page, '# Mixed\n\nWords of mine.\n\n## Skill\n\n- [ ] One\n- [] Two\n');
    await heading('Bring “Mixed”');
    const take = await screen.findByRole('button', { name: 'Take them too' });
    expect(screen.getByRole('button', { name: 'Bring one topic' })).toBeInTheDocument();
    await user.clear(screen.getByLabelText('Title'));
    await user.type(screen.getByLabelText('Title'), 'Mixed bag');
    await user.click(take);
    expect(await screen.findByRole('button', { name: 'Bring 2 topics' })).toBeInTheDocument();
    // What was decided before holds for the new reading too.
    expect(screen.getByLabelText('Title')).toHaveValue('Mixed bag');
    await user.click(screen.getByRole('checkbox', { name: 'Keep them as a note on the list' }));
    await save(user, 'Bring 2 topics');
    await heading('Skills');
    const category = categoryNamed(core, 'Mixed bag')!;
    expect(core.call('notes.read', { kind: 'category', id: category.id }).text).toContain('Words of mine.');
  });

  it('says so when nothing can be saved, and keeps the preview', async () => {
    const page = await openBring();
    await heading('Bring a list');
    await give(page, LIST);
    await heading('Bring “Backend notes”');
    page.core.stopWrites('The disk is full.');
    await save(page.user, 'Bring 4 topics');
    expect(
      await screen.findByText('The disk is full.', { selector: '[role=status] *, [role=status]' }),
    ).toBeInTheDocument();
    expect(await screen.findByText('The list was not brought.')).toBeInTheDocument();
    await heading('Bring “Backend notes”');
  });
});

describe('a newer version of a list', () => {
  const NEWER = LIST.replace('- [ ] and give up', '- [x] and give up').replace(
    '- [ ] Cursor or offset\n',
    '- [ ] Stable sort keys\n- [ ] Page tokens\n',
  );

  it('says what is new, gone and newly ticked, and is brought up to date in one step', async () => {
    const page = await openBring(brought(LIST));
    const { user, core } = page;
    await heading('Bring a list');
    await give(page, NEWER);
    await heading('Update “Backend notes”');
    const tabs = screen.getByRole('group', { name: 'Show' });
    await user.click(within(tabs).getByRole('button', { name: /^Newly ticked 1$/ }));
    await waitFor(() => expect(within(lines()).getAllByRole('listitem')).toHaveLength(1));
    expect(lines()).toHaveTextContent('and give up at last');
    await user.click(within(tabs).getByRole('button', { name: /^Removed/ }));
    expect(await within(lines()).findByText('Cursor or offset')).toBeInTheDocument();
    // Nothing of the person's would be lost.
    expect(screen.getByRole('radio', { name: 'Remove them' })).toBeChecked();
    await save(user, 'Update the list');
    await heading('Skills');
    expect(categoryNamed(core, 'Backend notes')).toMatchObject({ topics: { done: 2 } });
    const { lists } = core.call('lists.list', {});
    expect(core.call('lists.export', { category: lists[0]!.category }).text).not.toContain(
      'Cursor or offset',
    );
  });

  it('says so where no topic is another', async () => {
    const page = await openBring(brought(LIST));
    await heading('Bring a list');
    await give(page, LIST);
    await heading('Update “Backend notes”');
    expect(screen.getByText(/No topic in it is new, gone, moved or changed\.$/)).toBeInTheDocument();
  });

  it('keeps what is gone by default where a tick would be lost', async () => {
    const page = await openBring(brought(LIST.replace('- [ ] Cursor', '- [x] Cursor')));
    await heading('Bring a list');
    await give(page, NEWER);
    await heading('Update “Backend notes”');
    expect(screen.getByRole('radio', { name: 'Keep them' })).toBeChecked();
    expect(screen.getByText('One of them has your tick or note.')).toBeInTheDocument();
  });

  it('can be brought as a new list instead, and back', async () => {
    const page = await openBring(brought(LIST));
    await heading('Bring a list');
    await give(page, NEWER);
    await heading('Update “Backend notes”');
    await page.user.selectOptions(screen.getByLabelText('Where it goes'), 'A new list');
    await heading('Bring “Backend notes”');
    await page.user.selectOptions(
      screen.getByLabelText('Where it goes'),
      'A newer version of “Backend notes”',
    );
    await heading('Update “Backend notes”');
  });

  it('is taken for the list that it was asked for, whatever it is called', async () => {
    const { file, before } = brought(LIST);
    const page = await openBring({ file, before });
    const [list] = page.core.call('lists.list', {}).lists;
    page.close();
    const again = await openBring({ core: page.core, file }, `/bring/${encodeURIComponent(list!.category)}`);
    await heading('Bring a newer version of “Backend notes”');
    await give(again, '# Another title\n\n## Webhooks\n\n- [ ] New one\n', 'other.md');
    await heading('Update “Backend notes”');
    expect(await region('How to bring it')).toBeInTheDocument();
  });

  it('is read once more where something was changed since it was compared', async () => {
    const page = await openBring(brought(LIST));
    const { user, core } = page;
    await heading('Bring a list');
    await give(page, NEWER);
    await heading('Update “Backend notes”');
    const [list] = core.call('lists.list', {}).lists;
    const [skill] = core.call('skills.list', { category: list!.category }).skills;
    core.call('topics.create', { request: newRequest(), skill: skill!.id, text: 'Meanwhile' });
    await save(user, 'Update the list');
    await user.click(await screen.findByRole('button', { name: 'Read it once more' }));
    await waitFor(() => expect(screen.queryByText('The list was not brought.')).not.toBeInTheDocument());
    await save(user, 'Update the list');
    await heading('Skills');
  });
});
