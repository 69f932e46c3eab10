import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
// Fetched with the file, so that the first screen is there as soon as the others.
import '../../renderer/experience/experience.tsx';
import '../../renderer/projects/project.tsx';
import '../../renderer/projects/projects.tsx';
import type { ProjectDetail } from '../../shared/model/project.ts';
import { PICTURES } from '../../shared/values.ts';
import { saveWork } from '../helpers/projects.ts';
import { heading, openScreen, type OpenScreen, type ScreenOptions } from '../helpers/screen.tsx';
import { newRequest, tempDir } from '../helpers/test-core.ts';

type Opened = OpenScreen & { readonly project: () => ProjectDetail };

/** The page of a new project, and how the core has it. */
const open = async (options: ScreenOptions = {}): Promise<Opened> => {
  let id = '';
  const opened = await openScreen('/projects', {
    ...options,
    before: (core) => {
      const made = { request: newRequest(), template: null, title: 'Shelf', kind: 'personal' } as const;
      id = core.call('projects.create', made).id;
    },
  });
  location.hash = `/projects/${id}`;
  await heading('Shelf');
  return { ...opened, project: () => opened.core.call('projects.read', { project: id }) };
};
const type = (label: string, value: string): void =>
  void fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('the form of a project', () => {
  it('keeps a title of 200 characters of any script, and says when there are more', async () => {
    const { user, project } = await open();
    await user.click(screen.getByRole('button', { name: 'Change' }));
    await screen.findByLabelText('Title');
    const family = '👨‍👩‍👧‍👦';
    type('Title', family.repeat(201));
    expect(screen.getByText('At most 200 characters; this has 201.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByLabelText('Title')).toHaveValue(family.repeat(201));
    expect(project().title).toBe('Shelf');
    type('Title', family.repeat(200));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await heading(family.repeat(200));
    expect(project().title).toBe(family.repeat(200));
  });

  it('puts https:// before an address that was typed without, and keeps all else that was typed', async () => {
    const { user, project } = await open();
    await user.click(screen.getByRole('button', { name: 'Change' }));
    await screen.findByLabelText('Repository');
    type('Repository', 'example.org/me/shelf');
    fireEvent.blur(screen.getByLabelText('Repository'));
    expect(screen.getByLabelText('Repository')).toHaveValue('https://example.org/me/shelf');
    type('Demo', 'not an address');
    type('What it is', 'Keeps books.');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const demo = screen.getByLabelText('Demo');
    expect(demo).toHaveAccessibleDescription('An address begins with https://, http:// or mailto:.');
    expect(demo).toBeInvalid();
    expect(project().repository).toBeNull();
    type('Demo', '');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(project()).toMatchObject({
        repository: 'https://example.org/me/shelf',
        demo: null,
        brief: 'Keeps books.',
      }),
    );
  });

  it('keeps a text of a megabyte in its field, says that it is too long, and cuts nothing off', async () => {
    const { user, project } = await open();
    await user.click(screen.getByRole('button', { name: 'Change' }));
    await screen.findByLabelText('What it is');
    const huge = 'x'.repeat(1_000_000);
    type('What it is', huge);
    type('Tags, with commas between them', `fine, ${'y'.repeat(61)}`);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByLabelText('What it is')).toHaveAccessibleDescription(
      'At most 5,000 characters; this has 1,000,000.',
    );
    expect(screen.getByLabelText('Tags, with commas between them')).toHaveAccessibleDescription(
      'At most 30 tags, of at most 60 characters each.',
    );
    expect(screen.getByLabelText('What it is')).toHaveValue(huge);
    expect(project()).toMatchObject({ brief: '', tags: [] });
    type('What it is', 'x'.repeat(5_000));
    type('Tags, with commas between them', 'fine, , also fine');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(project()).toMatchObject({ brief: 'x'.repeat(5_000), tags: ['fine', 'also fine'] }),
    );
  });

  it('says at which of the two days something is wrong', async () => {
    const { user, project } = await open();
    await user.click(screen.getByRole('button', { name: 'Change' }));
    await screen.findByLabelText('Started');
    type('Finished', '2999-01-01');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByLabelText('Finished')).toHaveAccessibleDescription(
      'The day on which it was finished cannot lie in the future.',
    );
    type('Started', '2024-02-29');
    type('Finished', '2024-02-28');
    expect(screen.getByLabelText('Finished')).toHaveAccessibleDescription('The end lies before the start.');
    type('Finished', '2024-02-29');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(project()).toMatchObject({ startedOn: '2024-02-29', finishedOn: '2024-02-29' }),
    );
  });
});

it('the form of experience says at which month something is wrong, and keeps what was typed', async () => {
  const { user, core } = await openScreen('/experience');
  await user.click(screen.getByRole('button', { name: 'Add experience' }));
  await screen.findByLabelText('Title');
  type('Title', 'Intern');
  type('From', '2999-01');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByLabelText('From')).toHaveAccessibleDescription(
    'Not after this month. Leave the end open while it goes on.',
  );
  type('From', '2024-05');
  type('To', '2024-04');
  expect(screen.getByLabelText('To')).toHaveAccessibleDescription('The end lies before the start.');
  type('To', '2024-06');
  type('Address, if it has one', 'javascript:alert(1)');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByLabelText('Address, if it has one')).toBeInvalid();
  expect(core.call('experience.list', {}).entries).toEqual([]);
  type('Address, if it has one', 'example.org');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'Intern' });
  expect(core.call('experience.list', {}).entries[0]).toMatchObject({
    started: '2024-05',
    ended: '2024-06',
    links: [{ title: '', url: 'https://example.org' }],
  });
});

it('an entry of experience takes several addresses, and keeps those that were there with their titles', async () => {
  const { user, core } = await openScreen('/experience', {
    before: (made) =>
      saveWork(made, {
        links: [
          { title: 'Letter', url: 'https://example.org/letter' },
          { title: '', url: 'https://example.org/old' },
        ],
      }),
  });
  const links = () => core.call('experience.list', {}).entries[0]!.links;
  await user.click(screen.getByRole('button', { name: 'Change Intern' }));
  await screen.findByLabelText('Address 2');
  await user.click(screen.getByRole('button', { name: 'Take out address 2' }));
  await user.click(screen.getByRole('button', { name: 'Add an address' }));
  // The button goes, and the focus with what it made.
  expect(screen.getByLabelText('Address 2')).toHaveFocus();
  type('Address 2', 'javascript:alert(1)');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByLabelText('Address 2')).toBeInvalid();
  expect(links()).toHaveLength(2);
  type('Address 2', 'example.org/talk');
  await user.click(screen.getByRole('button', { name: 'Add an address' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(links()).toEqual([
      { title: 'Letter', url: 'https://example.org/letter' },
      { title: '', url: 'https://example.org/talk' },
    ]),
  );
});

describe('a screenshot', () => {
  const png = (size = 32): File => {
    const bytes = new Uint8Array(size);
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    return new File([bytes], 'a.png', { type: 'image/png' });
  };

  it('is added with words for those who cannot see it, and taken out again', async () => {
    const { user, project, core } = await open({ file: join(tempDir(), 'groundwork.db') });
    await user.upload(screen.getByLabelText('Choose a picture'), png());
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(within(dialog).getByText(/^Say in a few words what it shows/)).toBeInTheDocument();
    await user.type(within(dialog).getByLabelText('What it shows'), 'The start page');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    const image = await screen.findByRole('img', { name: 'The start page' });
    expect(image.getAttribute('src')).toMatch(/^data:image\/png;base64,/);
    await user.click(screen.getByRole('button', { name: 'Remove “The start page”' }));
    await waitFor(() => expect(screen.queryByRole('img', { name: 'The start page' })).toBeNull());
    expect(project().pictures).toEqual([]);
    core.close();
  });

  it('that is too large is refused before anything is asked', async () => {
    const { user, calls } = await open();
    await user.upload(screen.getByLabelText('Choose a picture'), png(PICTURES.bytes + 1));
    expect(
      (await screen.findAllByText('This picture is larger than 4 MB. Make it smaller and try again.')).length,
    ).toBeGreaterThan(0);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(calls).not.toContain('projects.addPicture');
  });
});
