import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { heading, openScreen, region } from '../helpers/screen.tsx';
// Fetched with the file, so that the first screen is there as soon as the others.
import '../../renderer/roles/role-editor.tsx';
import '../../renderer/roles/role.tsx';
import '../../renderer/roles/roles.tsx';
import { newRequest, type TestCore } from '../helpers/test-core.ts';

const ownOf = (core: TestCore) => core.call('roles.list', {}).roles.filter(({ own }) => own);
const forked = (core: TestCore) =>
  void core.call('roles.save', {
    request: newRequest(),
    role: null,
    title: 'My API role',
    summary: '',
    base: 'api-developer',
    lines: [],
  });

describe('a role of one’s own', () => {
  it('is made from scratch of skills and groups, with one save', async () => {
    const { user, core } = await openScreen('/roles');
    await heading('Roles');
    await user.click(screen.getByRole('link', { name: 'New role' }));
    await heading('A role of your own');
    await user.click(screen.getByRole('button', { name: 'Save the role' }));
    expect(screen.getByText('Give the role a title.')).toBeInTheDocument();
    expect(screen.getByText('A role asks for at least one skill or group.')).toBeInTheDocument();
    await user.type(screen.getByLabelText('Title'), 'Toolsmith');
    const skill = screen.getByRole('combobox', { name: 'Add a skill' });
    await user.type(skill, 'Nothing of this name{Enter}');
    expect(screen.getByText(/^There is no skill of this name/)).toBeInTheDocument();
    await user.clear(skill);
    await user.type(skill, 'git{Enter}');
    await user.selectOptions(await screen.findByLabelText('Level of Git'), 'Proficient');
    await user.selectOptions(screen.getByLabelText('Weight of Git'), '5');
    await user.click(screen.getByRole('checkbox', { name: 'Git is in the entry list' }));
    await user.click(screen.getByRole('button', { name: 'Save the role' }));
    await heading('Toolsmith');
    const [role] = ownOf(core);
    expect(core.call('roles.read', { role: role!.id }).changes).toMatchObject({
      base: null,
      lines: [{ need: { kind: 'skill', id: 'git' }, level: 3, weight: 5, entry: true, change: 'added' }],
    });
  });

  it('is made from one of the catalogue, and shows what differs from it', async () => {
    const { user, core } = await openScreen('/roles/api-developer');
    await heading('API Developer');
    await user.click(screen.getByRole('link', { name: 'Make it mine' }));
    await heading('Make “API Developer” yours');
    expect(screen.getByLabelText('Title')).toHaveValue('My API Developer');
    const level = screen.getByLabelText<HTMLSelectElement>('Level of Git');
    const was = level.selectedOptions[0]!.textContent!;
    await user.selectOptions(level, 'Expert');
    expect(screen.getByText(`was ${was}`)).toBeInTheDocument();
    const table = screen.getByLabelText('Level of Debugging and troubleshooting').closest('tr')!;
    await user.click(screen.getByRole('button', { name: 'Remove Debugging and troubleshooting' }));
    expect(within(table).getByText('removed')).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'Take back the changes of Debugging and troubleshooting' }),
    );
    expect(within(table).queryByText('removed')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Remove Debugging and troubleshooting' }));
    await user.click(screen.getByRole('button', { name: 'Save the role' }));
    await heading('My API Developer');
    const changes = within(await region('Your changes'));
    await waitFor(() => expect(changes.getAllByRole('listitem')).toHaveLength(2));
    expect(changes.getByText('changed')).toBeInTheDocument();
    expect(changes.getByText('removed')).toBeInTheDocument();
    expect(core.call('roles.read', { role: ownOf(core)[0]!.id }).changes?.base?.id).toBe('api-developer');
  });

  it('leaves nothing behind where making one from the catalogue is cancelled', async () => {
    const { user, core, calls } = await openScreen('/roles/api-developer');
    await heading('API Developer');
    await user.click(screen.getByRole('link', { name: 'Make it mine' }));
    await heading('Make “API Developer” yours');
    await user.selectOptions(await screen.findByLabelText('Level of Git'), 'Expert');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await heading('API Developer');
    expect(ownOf(core)).toEqual([]);
    expect(core.call('app.read', {}).history.undo).toBeNull();
    expect(calls).not.toContain('roles.save');
    await user.click(screen.getByRole('link', { name: 'Make it mine' }));
    await heading('Make “API Developer” yours');
    expect(screen.queryByText('What you had not saved yet is back.')).toBeNull();
  });

  it('keeps what was typed where it cannot be saved', async () => {
    const { user, core } = await openScreen('/roles', { before: forked });
    await heading('Roles');
    location.hash = `/roles/${ownOf(core)[0]!.id}/edit`;
    await heading('Change “My API role”');
    await user.type(screen.getByLabelText('Title'), ' two');
    core.stopWrites('The disk is full.');
    await user.click(screen.getByRole('button', { name: 'Save the role' }));
    expect(await screen.findByText('The disk is full.', { selector: '[role=status]' })).toBeInTheDocument();
    expect(screen.getByLabelText('Title')).toHaveValue('My API role two');
  });

  it('that is being written is there again after a look elsewhere, until it is saved or given up', async () => {
    const { user, core } = await openScreen('/roles', { before: forked });
    const edit = async () => {
      location.hash = `/roles/${ownOf(core)[0]!.id}/edit`;
      await heading(/^Change /);
    };
    const leave = async () => {
      location.hash = '/skills';
      await heading('Skills');
    };
    const title = () => screen.getByLabelText('Title');
    await edit();
    expect(screen.queryByText('What you had not saved yet is back.')).not.toBeInTheDocument();
    await user.type(title(), ' two');
    await leave();
    await edit();
    expect(title()).toHaveValue('My API role two');
    expect(screen.getByText('What you had not saved yet is back.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Start again from what is saved' }));
    expect(title()).toHaveValue('My API role');
    await user.type(title(), ' three');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await heading('My API role');
    await edit();
    expect(title()).toHaveValue('My API role');
    await user.type(title(), ' four');
    await user.click(screen.getByRole('button', { name: 'Save the role' }));
    await heading('My API role four');
    await edit();
    expect(screen.queryByText('What you had not saved yet is back.')).not.toBeInTheDocument();
  });

  it('is removed in one step, and comes back by undo', async () => {
    const { user, core } = await openScreen('/roles', { before: forked });
    await heading('Roles');
    await user.click(screen.getByRole('link', { name: 'My API role' }));
    await heading('My API role');
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    await heading('Roles');
    expect(ownOf(core)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Undo: remove the role My API role' }));
    await waitFor(() => expect(ownOf(core)).toHaveLength(1));
  });
});

describe('a choose-one group of one’s own', () => {
  it('is made, changed and removed in the editor of a role', async () => {
    const { user, core } = await openScreen('/roles/new');
    await heading('A role of your own');
    await user.click(screen.getByRole('button', { name: 'New group' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'New choose-one group' }));
    await user.type(dialog.getByLabelText('Title'), 'One language');
    const add = dialog.getByRole('combobox', { name: 'Add a skill' });
    await user.type(add, 'Python{Enter}');
    await user.click(dialog.getByLabelText('Title'));
    await user.click(dialog.getByRole('button', { name: 'Save the group' }));
    expect(dialog.getByText('A group needs at least two skills to choose from.')).toBeInTheDocument();
    expect(add).toHaveFocus();
    expect(add).toBeInvalid();
    await user.type(add, 'Git{Enter}');
    await user.click(dialog.getByRole('button', { name: 'Save the group' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const groups = () => core.call('groups.list', {}).groups.filter(({ own }) => own);
    expect(groups()).toMatchObject([
      { title: 'One language', members: [{ name: 'Python' }, { name: 'Git' }] },
    ]);
    // It stands in the role at once.
    expect(screen.getByLabelText('Level of One language')).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Change the group One language' }));
    const change = within(await screen.findByRole('dialog', { name: 'Change the group' }));
    await user.type(change.getByLabelText('Title'), ' of mine');
    await user.click(change.getByRole('button', { name: 'Save the group' }));
    await waitFor(() => expect(groups()[0]?.title).toBe('One language of mine'));
    await user.click(await screen.findByRole('button', { name: 'Remove the group One language of mine' }));
    await waitFor(() => expect(groups()).toEqual([]));
  });
});
