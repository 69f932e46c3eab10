import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { heading, openScreen, person, region } from '../helpers/screen.tsx';

const roles = () => screen.getByRole('list', { name: 'Roles to pick from' });
const pick = (name: string) => within(roles()).getByRole('checkbox', { name });
const order = () =>
  within(screen.getByRole('list', { name: 'Your order' }))
    .getAllByRole('listitem')
    .map((item) => within(item).getByRole('link').textContent);

describe('the first run', () => {
  it('offers every role, picks none, and starts only once one is picked', async () => {
    const { user } = await openScreen('/start');
    await heading('What do you work towards?');
    expect(within(roles()).getAllByRole('checkbox')).toHaveLength(7);
    for (const box of within(roles()).getAllByRole('checkbox')) expect(box).not.toBeChecked();
    expect(screen.getByRole('button', { name: 'Start' })).toBeDisabled();
    await user.click(pick('API Developer'));
    expect(screen.getByRole('button', { name: 'Start with API Developer' })).toBeEnabled();
  });

  it('takes two roles in the order they are picked, reordered, with a date, to Today', async () => {
    const { user, core } = await openScreen('/start');
    await user.click(pick('Database Developer'));
    await user.click(pick('API Developer'));
    expect(order()).toEqual(['Database Developer', 'API Developer']);
    await user.click(screen.getByRole('button', { name: 'Move API Developer up' }));
    expect(order()).toEqual(['API Developer', 'Database Developer']);
    const date = screen.getByLabelText('Target date of Database Developer');
    fireEvent.change(date, { target: { value: '2027-09-01' } });
    fireEvent.blur(date);
    await user.click(screen.getByRole('button', { name: 'Start with 2 roles' }));
    await heading('Today');
    expect(location.hash).toBe('#/today');
    expect(core.call('targets.list', {}).targets).toEqual([
      { role: 'api-developer', date: null },
      { role: 'database-developer', date: '2027-09-01' },
    ]);
    expect(core.call('app.read', {})).toMatchObject({ firstRun: false, settings: { welcomed: true } });
    const targets = await region('Targets');
    expect(
      within(targets)
        .getAllByRole('heading', { level: 3 })
        .map((title) => title.textContent),
    ).toEqual(['API Developer', 'Database Developer']);
    expect(targets).toHaveTextContent('by 1 Sep 2027');
  });

  it('is one undo step that names the roles', async () => {
    const { user, core } = await openScreen('/start');
    await user.click(pick('API Developer'));
    await user.click(screen.getByRole('button', { name: 'Start with API Developer' }));
    await heading('Today');
    await user.click(await screen.findByRole('button', { name: 'Undo: choose API Developer' }));
    await screen.findByText(/^No target yet/);
    expect(core.call('targets.list', {}).targets).toEqual([]);
  });

  it('can be skipped, and does not come back', async () => {
    const { user, core } = await openScreen('/start');
    await user.click(screen.getByRole('button', { name: 'Skip for now' }));
    await heading('Today');
    expect(core.call('app.read', {})).toMatchObject({ firstRun: false, history: { undo: null } });
    expect(core.call('targets.list', {}).targets).toEqual([]);
    expect(await screen.findByText(/^No target yet/)).toBeInTheDocument();
  });

  it('forgets a role that is taken off again', async () => {
    const { user } = await openScreen('/start');
    await user.click(pick('API Developer'));
    await user.click(pick('Database Developer'));
    await user.click(pick('API Developer'));
    expect(order()).toEqual(['Database Developer']);
    await user.click(screen.getByRole('button', { name: 'Remove Database Developer from targets' }));
    expect(screen.queryByRole('list', { name: 'Your order' })).not.toBeInTheDocument();
    expect(pick('Database Developer')).not.toBeChecked();
  });

  it('starts from the targets that are there', async () => {
    await openScreen('/start', { before: (core) => person(core).aims('api-developer') });
    await waitFor(() => expect(pick('API Developer')).toBeChecked());
  });

  it('says why and keeps what was picked when nothing can be saved', async () => {
    const { user, core } = await openScreen('/start');
    await user.click(pick('API Developer'));
    core.stopWrites('The disk is full.');
    await user.click(screen.getByRole('button', { name: 'Start with API Developer' }));
    expect(await screen.findByRole('status')).toHaveTextContent('The disk is full.');
    expect(location.hash).toBe('#/start');
    expect(pick('API Developer')).toBeChecked();
  });

  it('stays where it is when skipping cannot be saved, or goes on without a word too many', async () => {
    const { user, core } = await openScreen('/start');
    core.stopWrites('The disk is full.');
    await user.click(screen.getByRole('button', { name: 'Skip for now' }));
    expect(await screen.findByText('The disk is full.', { selector: '[role=status]' })).toBeInTheDocument();
  });
});
