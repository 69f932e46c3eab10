import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { t } from '../../renderer/words.ts';
import { heading, openScreen, person, region, topicsOf } from '../helpers/screen.tsx';
import { newRequest, tempDir, type TestCore } from '../helpers/test-core.ts';

const roles = () => screen.getByRole('list', { name: 'Roles to pick from' });
const pick = (name: string) => within(roles()).getByRole('checkbox', { name });
const order = () =>
  within(screen.getByRole('list', { name: 'Your order' }))
    .getAllByRole('listitem')
    .map((item) => within(item).getByRole('link').textContent);

describe('the ways in', () => {
  it('lead to the questions, the roles, a list and sample data, by click or by the keys 1 to 4', async () => {
    const { user } = await openScreen('/start');
    await heading('Where would you like to start?');
    const ways = within(screen.getByRole('list', { name: 'Ways to start' }));
    expect(ways.getAllByRole('button').map((way) => way.textContent)).toEqual([
      'Find a role that fits',
      'Pick roles yourself',
      'Bring a list',
      'Look around with sample data',
    ]);
    await user.keyboard('3');
    await heading('Bring a list');
    act(() => void (location.hash = '/start'));
    await heading('Where would you like to start?');
    await user.click(screen.getByRole('button', { name: 'Pick roles yourself' }));
    await heading('What do you work towards?');
    act(() => void (location.hash = '/start'));
    await heading('Where would you like to start?');
    await user.keyboard('1');
    await heading('Which part of a product would you look at first?');
  });

  it('shows sample data in a file of its own, and goes back to the person’s in one step', async () => {
    const { user, core } = await openScreen('/start', { file: join(tempDir(), 'groundwork.db') });
    await heading('Where would you like to start?');
    await user.keyboard('4');
    await heading('Today');
    expect(core.call('app.read', {}).sample).toBe(true);
    await user.click(await screen.findByRole('button', { name: t('sample.leave') }));
    await waitFor(() => expect(core.call('app.read', {})).toMatchObject({ sample: false, firstRun: true }));
  });

  it('can all be left out', async () => {
    const { user, core } = await openScreen('/start');
    await user.click(screen.getByRole('button', { name: 'Start empty' }));
    await heading('Today');
    expect(core.call('app.read', {})).toMatchObject({ firstRun: false, history: { undo: null } });
  });
});

describe('what one knows already', () => {
  const aimed = (core: TestCore) => void person(core).aims('api-developer');

  it('ticks every topic up to the levels answered, in one step', async () => {
    const { user, core } = await openScreen('/start/known', { before: aimed });
    await heading('What do you know already?');
    const item = core.call('roles.read', { role: 'api-developer' }).entryList.find(({ group }) => !group)!;
    const row = within(screen.getByRole('group', { name: `How well do you know ${item.title}?` }));
    expect(row.getByRole('radio', { name: 'Not yet' })).toBeChecked();
    expect(row.getAllByRole('radio')).toHaveLength(item.level + 1);
    await user.click(row.getByRole('radio', { name: 'Aware' }));
    await user.click(screen.getByRole('button', { name: 'Save one answer' }));
    await heading('Today');
    for (const { level, state } of topicsOf(core, item.skill)) {
      expect(state.status).toBe(level === 1 ? 'done' : 'todo');
    }
    await user.click(await screen.findByRole('button', { name: /^Undo: / }));
    await waitFor(() =>
      expect(topicsOf(core, item.skill).every(({ state }) => state.status === 'todo')).toBe(true),
    );
  });

  it('lets the member of a choose-one group be picked', async () => {
    const { user, core } = await openScreen('/start/known', { before: aimed });
    await heading('What do you know already?');
    const item = core.call('roles.read', { role: 'api-developer' }).entryList.find(({ group }) => group)!;
    const other = item.group!.members.find(({ skill }) => skill !== item.skill)!;
    await user.selectOptions(
      screen.getByLabelText(`Which one do you know of “${item.group!.title}”?`),
      other.name,
    );
    const row = within(screen.getByRole('group', { name: `How well do you know ${other.name}?` }));
    await user.click(row.getByRole('radio', { name: 'Aware' }));
    await user.click(screen.getByRole('button', { name: 'Save one answer' }));
    await heading('Today');
    expect(topicsOf(core, other.skill).some(({ state }) => state.status === 'done')).toBe(true);
    expect(topicsOf(core, item.skill).some(({ state }) => state.status === 'done')).toBe(false);
  });

  it('offers a framework that goes with the language, and follows the language until the framework is answered', async () => {
    const { user } = await openScreen('/start/known', {
      before: (core) => {
        aimed(core);
        core.call('skills.know', { request: newRequest(), skill: 'nodejs', level: 1 });
      },
    });
    await heading('What do you know already?');
    const member = (group: string) =>
      screen.getByLabelText<HTMLSelectElement>(`Which one do you know of “${group}”?`);
    const language = member('One server-side language');
    const framework = member('One server-side framework');
    expect([language.value, framework.value]).toEqual(['nodejs', 'express']);
    await user.selectOptions(language, 'Java');
    expect(framework.value).toBe('spring-boot');
    await user.selectOptions(framework, 'Django');
    expect(framework.value).toBe('django');
    const row = within(screen.getByRole('group', { name: 'How well do you know Django?' }));
    await user.click(row.getByRole('radio', { name: 'Aware' }));
    await user.selectOptions(language, 'Go');
    expect(framework.value).toBe('django');
    expect(row.getByRole('radio', { name: 'Aware' })).toBeChecked();
  });

  it('can be skipped with answers in it, and none of them counts', async () => {
    const { user, core } = await openScreen('/start/known', { before: aimed });
    await heading('What do you know already?');
    expect(screen.queryByRole('button', { name: 'Skip' })).not.toBeInTheDocument();
    await user.click(screen.getAllByRole('radio', { name: 'Aware' })[0]!);
    await user.click(screen.getByRole('button', { name: 'Skip' }));
    await heading('Today');
    expect(core.call('app.read', {}).history.undo?.label.kind).toBe('set-targets');
  });

  it('asks nothing where the whole entry list is known, and goes on', async () => {
    const { user } = await openScreen('/start/known', {
      before: (core) => {
        aimed(core);
        const { entryList } = core.call('roles.read', { role: 'api-developer' });
        for (const { skill } of entryList) person(core).knows(skill);
      },
    });
    await heading('What do you know already?');
    expect(screen.getByText('You have every skill on the entry list of API Developer.')).toBeInTheDocument();
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    await heading('Today');
  });

  it('can be skipped, and without a target leads to the roles', async () => {
    const { user, core, close } = await openScreen('/start/known', { before: aimed });
    await heading('What do you know already?');
    await user.click(screen.getByRole('button', { name: 'Go on without an answer' }));
    await heading('Today');
    expect(core.call('app.read', {}).history.undo?.label.kind).toBe('set-targets');
    close();
    await openScreen('/start/known');
    expect(await screen.findByRole('link', { name: 'Choose roles' })).toHaveAttribute(
      'href',
      '#/start/roles',
    );
  });
});

describe('picking roles', () => {
  it('offers every role, picks none, and starts only once one is picked', async () => {
    const { user } = await openScreen('/start/roles');
    await heading('What do you work towards?');
    expect(within(roles()).getAllByRole('checkbox')).toHaveLength(7);
    for (const box of within(roles()).getAllByRole('checkbox')) expect(box).not.toBeChecked();
    expect(screen.getByRole('button', { name: 'Start' })).toBeDisabled();
    await user.click(pick('API Developer'));
    expect(screen.getByRole('button', { name: 'Start with API Developer' })).toBeEnabled();
  });

  it('takes two roles in the order they are picked, reordered, with a date, to Today', async () => {
    const { user, core } = await openScreen('/start/roles');
    await user.click(pick('Database Developer'));
    await user.click(pick('API Developer'));
    expect(order()).toEqual(['Database Developer', 'API Developer']);
    await user.click(screen.getByRole('button', { name: 'Move API Developer up' }));
    expect(order()).toEqual(['API Developer', 'Database Developer']);
    const date = screen.getByLabelText('Target date of Database Developer');
    fireEvent.change(date, { target: { value: '2027-09-01' } });
    fireEvent.blur(date);
    await user.click(screen.getByRole('button', { name: 'Start with 2 roles' }));
    await heading('What do you know already?');
    expect(location.hash).toBe('#/start/known');
    await user.click(await screen.findByRole('button', { name: 'Go on without an answer' }));
    await heading('Today');
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
    const { user, core } = await openScreen('/start/roles');
    await user.click(pick('API Developer'));
    await user.click(screen.getByRole('button', { name: 'Start with API Developer' }));
    await heading('What do you know already?');
    await user.click(await screen.findByRole('button', { name: 'Go on without an answer' }));
    await heading('Today');
    await user.click(await screen.findByRole('button', { name: 'Undo: choose API Developer' }));
    await screen.findByText(/^No target yet/);
    expect(core.call('targets.list', {}).targets).toEqual([]);
  });

  it('can be skipped, and does not come back', async () => {
    const { user, core } = await openScreen('/start/roles');
    await user.click(screen.getByRole('button', { name: 'Skip for now' }));
    await heading('Today');
    expect(core.call('app.read', {})).toMatchObject({ firstRun: false, history: { undo: null } });
    expect(core.call('targets.list', {}).targets).toEqual([]);
    expect(await screen.findByText(/^No target yet/)).toBeInTheDocument();
  });

  it('forgets a role that is taken off again', async () => {
    const { user } = await openScreen('/start/roles');
    await user.click(pick('API Developer'));
    await user.click(pick('Database Developer'));
    await user.click(pick('API Developer'));
    expect(order()).toEqual(['Database Developer']);
    await user.click(screen.getByRole('button', { name: 'Remove Database Developer from targets' }));
    expect(screen.queryByRole('list', { name: 'Your order' })).not.toBeInTheDocument();
    expect(pick('Database Developer')).not.toBeChecked();
  });

  it('starts from the targets that are there', async () => {
    await openScreen('/start/roles', { before: (core) => person(core).aims('api-developer') });
    await waitFor(() => expect(pick('API Developer')).toBeChecked());
  });

  it('says why and keeps what was picked when nothing can be saved', async () => {
    const { user, core } = await openScreen('/start/roles');
    await user.click(pick('API Developer'));
    core.stopWrites('The disk is full.');
    await user.click(screen.getByRole('button', { name: 'Start with API Developer' }));
    expect(await screen.findByRole('status')).toHaveTextContent('The disk is full.');
    expect(location.hash).toBe('#/start/roles');
    expect(pick('API Developer')).toBeChecked();
  });

  it('stays where it is when skipping cannot be saved, or goes on without a word too many', async () => {
    const { user, core } = await openScreen('/start/roles');
    core.stopWrites('The disk is full.');
    await user.click(screen.getByRole('button', { name: 'Skip for now' }));
    expect(await screen.findByText('The disk is full.', { selector: '[role=status]' })).toBeInTheDocument();
  });
});
