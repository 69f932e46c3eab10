import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// Fetched with the file, so that the first screen is there as soon as the others.
import '../../renderer/projects/project.tsx';
import '../../renderer/projects/projects.tsx';
import type { ProjectDetail } from '../../shared/model/project.ts';
import { gitIn, makeRepository, SERVICE } from '../helpers/git.ts';
import { heading, openScreen, region, type OpenScreen } from '../helpers/screen.tsx';
import { newRequest, tempDir } from '../helpers/test-core.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recipes-'));
  makeRepository(folder, [
    ['2025-03-01T12:00:00Z', SERVICE],
    ['2025-06-30T12:00:00Z', { 'recipes/views.py': '' }],
  ]);
  gitIn(folder, ['remote', 'add', 'origin', 'git@github.com:me/recipes.git']);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The page of a new project, and how the core has it. */
const open = async (): Promise<OpenScreen & { readonly project: () => ProjectDetail }> => {
  let id = '';
  const opened = await openScreen('/projects', {
    before: (core) => {
      id = core.call('projects.create', {
        request: newRequest(),
        template: null,
        title: 'Mine',
        kind: 'personal',
      }).id;
    },
  });
  location.hash = `/projects/${id}`;
  await heading('Mine');
  return { ...opened, project: () => opened.core.call('projects.read', { project: id }) };
};

const lookAt = async (user: OpenScreen['user'], path: string): Promise<void> => {
  fireEvent.change(screen.getByLabelText('Path of the folder'), { target: { value: path } });
  await user.click(screen.getByRole('button', { name: 'Look' }));
};
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

describe('a look at a folder', () => {
  it('proposes what it saw with why, and takes one finding after the other', async () => {
    const { user, project } = await open();
    await lookAt(user, ` "${folder}" `);
    const found = await region(`Found in ${folder.split('/').at(-1)!}`);
    expect(found).toHaveTextContent('10 files, 2 commits, the last on 30 Jun 2025');
    const row = (what: string): HTMLElement => button(`Take: ${what}`).closest('li')!;
    expect(row('Title: Recipe box')).toHaveTextContent('seen in README.md');
    expect(row('Repository: https://github.com/me/recipes')).toHaveTextContent('address of the remote');
    expect(row('Started 1 Mar 2025')).toHaveTextContent('day of the first commit');
    expect(row('Python')).toHaveTextContent(/seen in 4 files, such as .*\.py/);
    expect(row('Django')).toHaveTextContent('django in pyproject.toml');
    expect(row('Git')).toHaveTextContent('2 commits');
    await waitFor(() => expect(project().folder).toBe(folder));
    expect(project()).toMatchObject({ title: 'Mine', repository: null, tags: [], skills: [] });

    await user.click(button('Take: Tag: Rust'));
    await waitFor(() => expect(project().tags).toEqual(['Rust']));
    await user.selectOptions(screen.getByLabelText('Level for Django'), 'Proficient');
    await user.click(button('Take: Django'));
    await waitFor(() => expect(project().skills).toEqual([{ skill: 'django', name: 'Django', level: 3 }]));
    await user.click(button('Take: Started 1 Mar 2025'));
    await waitFor(() => expect(project().startedOn).toBe('2025-03-01'));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Take: Started/ })).toBeNull());
    await user.click(button('Leave: Title: Recipe box'));
    expect(screen.queryByRole('button', { name: 'Take: Title: Recipe box' })).toBeNull();
    expect(project().title).toBe('Mine');
  });

  it('says what is wrong with a path, keeps it, and looks again', async () => {
    const { user, project } = await open();
    await user.click(button('Look'));
    expect(screen.getByText('Write the whole path of the folder.')).toBeInTheDocument();
    await lookAt(user, `${folder}-gone`);
    expect(
      await screen.findByText(`There is no folder ${folder}-gone. It may have been moved or renamed.`),
    ).toBeInTheDocument();
    expect(screen.getByLabelText('Path of the folder')).toHaveValue(`${folder}-gone`);
    expect(project().folder).toBeNull();
    await lookAt(user, tempDir());
    expect(await screen.findByText(/0 files · There is no Git history/)).toBeInTheDocument();
    expect(screen.getByText('Nothing was found that the project does not say already.')).toBeInTheDocument();
  });

  it('can be cancelled while it runs, and leaves the project as it was', async () => {
    const { user, project, hold, calls } = await open();
    const before = project();
    const release = hold();
    await lookAt(user, folder);
    const running = await region('Look at a folder');
    expect(await within(running).findByRole('progressbar')).toHaveAccessibleName('0 files seen');
    await user.click(within(running).getByRole('button', { name: 'Cancel' }));
    expect(within(running).queryByRole('progressbar')).toBeNull();
    await release();
    await waitFor(() => expect(calls).toContain('jobs.cancel'));
    expect(calls).not.toContain('projects.look');
    expect(project()).toEqual(before);
  });
});
