import { screen, waitFor, within } from '@testing-library/react';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { comparedTables } from '../../data/differences.ts';
import { tableName } from '../../renderer/data/differences.tsx';
import { bring } from '../helpers/lists.ts';
import { named } from '../data/catalogue/real-catalogue.ts';
import { shipCatalogue } from '../helpers/catalogues.ts';
import { heading, openScreen, person, region } from '../helpers/screen.tsx';
import { openCore, tempDir } from '../helpers/test-core.ts';

const LIST = '# Backend notes\n\n## Webhooks\n\n- [x] Verify the signature\n- [ ] Retry\n';

describe('Data', () => {
  it('says where the file is, and what will stand there without a list', async () => {
    await openScreen('/data');
    await heading('Data');
    expect(await screen.findByText(':memory:')).toBeInTheDocument();
    expect(screen.getByText(/^Lists that you bring, and categories that you make/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Bring a list' })).toHaveAttribute('href', '#/bring');
    expect(screen.queryByRole('heading', { name: 'Catalogue update' })).not.toBeInTheDocument();
  });

  it('lists what was brought, and hands it over as Markdown', async () => {
    const file = join(tempDir(), 'groundwork.db');
    const { user } = await openScreen('/data', {
      file,
      before: (core) => void bring(core, dirname(file), LIST, { fileName: 'notes.md' }),
    });
    const lists = within(await region('Your lists'));
    expect(lists.getByRole('link', { name: 'Backend notes' })).toBeInTheDocument();
    expect(lists.getByText('1 skill · 1 of 2 ticked · from notes.md')).toBeInTheDocument();
    expect(lists.getByRole('link', { name: 'Bring a newer version of Backend notes' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^#\/bring\/own-category-/),
    );
    const saved: Blob[] = [];
    URL.createObjectURL = (blob: Blob) => `blob:${saved.push(blob)}`;
    URL.revokeObjectURL = () => undefined;
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await user.click(lists.getByRole('button', { name: 'Export Backend notes as Markdown' }));
    await waitFor(() => expect(click).toHaveBeenCalled());
    expect((click.mock.contexts[0] as HTMLAnchorElement).download).toMatch(/\.md$/);
    expect(await saved[0]!.text()).toContain('- [x] Verify the signature');
    click.mockRestore();
  });

  it('shows sample data in place of the file', async () => {
    const { user, core } = await openScreen('/data', { file: join(tempDir(), 'groundwork.db') });
    await heading('Data');
    await user.click(await screen.findByRole('button', { name: 'Look at sample data' }));
    await heading('Today');
    expect(core.call('app.read', {}).sample).toBe(true);
    core.close();
  });
});

it('a file that is brought in is told about where one looks, with the focus', async () => {
  const other = join(tempDir(), 'groundwork.db');
  const theirs = openCore({ file: other });
  person(theirs).ticks('git.01');
  const { job } = theirs.call('jobs.start', { kind: 'export', format: 'json' });
  const { piece } = theirs.call('exports.read', { job, offset: 0 });
  theirs.close();
  const page = await openScreen('/data', {
    file: join(tempDir(), 'groundwork.db'),
    before: (core) => person(core).ticks('git.02'),
  });
  const portable = await region('Everything in and out');
  await page.user.upload(
    portable.querySelector<HTMLInputElement>('input[type=file]')!,
    new File([piece], 'all.json', { type: 'application/json' }),
  );
  const dialog = within(await screen.findByRole('dialog', { name: /all\.json/ }));
  const confirm = dialog.getByRole('button', { name: 'Bring it in' });
  await waitFor(() => expect(confirm).not.toHaveAttribute('aria-disabled', 'true'));
  await page.user.click(confirm);
  const said = await screen.findByText(/^It is in\./);
  await waitFor(() => expect(said.closest('[role=status]')).toHaveFocus());
  expect(page.core.call('skills.read', { skill: 'git' }).progress.done).toBe(2);
  page.core.close();
});

it('a file of which all is there already is only looked at', async () => {
  const file = join(tempDir(), 'groundwork.db');
  const page = await openScreen('/data', { file, before: (core) => person(core).ticks('git.01') });
  const { job } = page.core.call('jobs.start', { kind: 'export', format: 'json' });
  const { piece } = page.core.call('exports.read', { job, offset: 0 });
  const portable = await region('Everything in and out');
  await page.user.upload(
    portable.querySelector<HTMLInputElement>('input[type=file]')!,
    new File([piece], 'all.json', { type: 'application/json' }),
  );
  const dialog = within(await screen.findByRole('dialog', { name: /all\.json/ }));
  await dialog.findByText('You have all that is in it.');
  expect(dialog.queryByRole('button', { name: 'Bring it in' })).not.toBeInTheDocument();
  expect(dialog.queryByText(/One undo step takes it back/)).not.toBeInTheDocument();
  await page.user.click(dialog.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  page.core.close();
});

it.each(comparedTables)('a difference in %s has a name for people', (table) => {
  expect(tableName(table)).not.toMatch(/^Other entries/);
});

describe('a catalogue update', () => {
  it('says what it changes, and is taken with one button after a copy was put aside', async () => {
    const dir = tempDir();
    const file = join(dir, 'groundwork.db');
    const first = openCore({ file });
    person(first).ticks('git.01');
    first.close();
    const catalogueDir = shipCatalogue(join(dir, 'catalogue'), (draft) => {
      named(draft.skills.skills, 'git').name = 'Git and friends';
      named(draft.certifications.certifications, 'cka').costUsd = 1;
      named(draft.roles.roles, 'api-developer').requirements[0]!.weight = 1;
    });
    const core = openCore({ file, catalogueDir, leaveNews: true });
    const { user } = await openScreen('/data', { core, file });
    const news = within(await region('Catalogue update'));
    await user.click(news.getByRole('button', { name: /^Renamed.*one skill/ }));
    expect(news.getByText('Git and friends')).toHaveTextContent('before: Git');
    await user.click(news.getByRole('button', { name: /^Changed.*one role, one certification/ }));
    expect(news.getByText(/^Asks for, Programming fundamentals: /)).toHaveTextContent(
      'Proficient, weight 1, Foundation before: Proficient, weight 4, Foundation',
    );
    expect(news.getByText(/^List price in US dollars: /)).toHaveTextContent(/dollars: 1 before: \d+$/);
    await user.click(news.getByRole('button', { name: 'Take the update' }));
    await waitFor(() => expect(core.call('app.read', {}).catalogueNews).toBe(false));
    await waitFor(() =>
      expect(screen.queryByRole('heading', { name: 'Catalogue update' })).not.toBeInTheDocument(),
    );
    expect(core.call('skills.read', { skill: 'git' }).name).toBe('Git and friends');
    const topics = core.call('topics.list', { skill: 'git' }).topics;
    expect(topics.find(({ id }) => id === 'git.01')!.state.status).toBe('done');
    core.close();
  });
});
