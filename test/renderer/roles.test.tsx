import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { heading, openScreen, person, region, spokenBars } from '../helpers/screen.tsx';
// Fetched with the file, so that the first screen is there as soon as the others.
import '../../renderer/roles/role.tsx';
import '../../renderer/roles/roles.tsx';
import { finishProject, saveWork } from '../helpers/projects.ts';
import { newRequest, type TestCore } from '../helpers/test-core.ts';

const targets = (core: TestCore) => core.call('targets.list', {}).targets.map(({ role }) => role);
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const order = () =>
  within(screen.getByRole('list', { name: 'Your targets' }))
    .getAllByRole('listitem')
    .map((item) => within(item).getByRole('link').textContent);

describe('Roles', () => {
  it('lists every role with what is covered, and says that no target is chosen', async () => {
    await openScreen('/roles');
    await heading('Roles');
    const all = within(await region('All roles')).getAllByRole('listitem');
    expect(all).toHaveLength(7);
    expect(all[0]).toHaveTextContent('API Developer');
    expect(all[0]).toHaveTextContent('0/12');
    expect(screen.getByText(/^None chosen yet/)).toBeInTheDocument();
  });

  it('adds, reorders and removes targets, each one undo step', async () => {
    const { user, core } = await openScreen('/roles');
    await heading('Roles');
    await user.click(button('Add to targets: Database Developer'));
    await waitFor(() => expect(order()).toEqual(['Database Developer']));
    await user.click(button('Add to targets: API Developer'));
    await waitFor(() => expect(order()).toEqual(['Database Developer', 'API Developer']));
    expect(button('Move Database Developer up')).toBeDisabled();
    expect(button('Move API Developer down')).toBeDisabled();
    await user.click(button('Move API Developer up'));
    await waitFor(() => expect(order()).toEqual(['API Developer', 'Database Developer']));
    expect(screen.getByText('Target 1 of 2')).toBeInTheDocument();
    await user.click(button('Remove API Developer from targets'));
    await waitFor(() => expect(order()).toEqual(['Database Developer']));
    expect(targets(core)).toEqual(['database-developer']);
    for (const left of [
      ['api-developer', 'database-developer'],
      ['database-developer', 'api-developer'],
      ['database-developer'],
      [],
    ]) {
      await user.click(await screen.findByRole('button', { name: /^Undo: choose/ }));
      await waitFor(() => expect(targets(core)).toEqual(left));
    }
    await waitFor(() => expect(button('Nothing to undo')).toBeDisabled());
  });

  it('two quick changes keep both', async () => {
    const { user, core, hold } = await openScreen('/roles');
    await heading('Roles');
    const release = hold();
    await user.click(button('Add to targets: Database Developer'));
    await user.click(button('Add to targets: API Developer'));
    await release();
    await waitFor(() => expect(targets(core)).toEqual(['database-developer', 'api-developer']));
  });

  it('keeps a date, shows it on Today, and lets go of it', async () => {
    const { user, core } = await openScreen('/roles', {
      before: (used) => person(used).aims('api-developer'),
    });
    await heading('Roles');
    const date = await screen.findByLabelText('Target date of API Developer');
    fireEvent.change(date, { target: { value: '2027-05-31' } });
    fireEvent.blur(date);
    await waitFor(() =>
      expect(core.call('targets.list', {}).targets).toEqual([{ role: 'api-developer', date: '2027-05-31' }]),
    );
    await user.click(screen.getByRole('link', { name: 'Today' }));
    await heading('Today');
    expect(await screen.findByText(/by 31 May 2027/)).toBeInTheDocument();
    location.hash = '/roles';
    await heading('Roles');
    await waitFor(() =>
      expect(screen.getByLabelText('Target date of API Developer')).toHaveValue('2027-05-31'),
    );
    const again = screen.getByLabelText('Target date of API Developer');
    fireEvent.change(again, { target: { value: '' } });
    fireEvent.blur(again);
    await waitFor(() =>
      expect(core.call('targets.list', {}).targets).toEqual([{ role: 'api-developer', date: null }]),
    );
  });

  it('keeps the focus on a button that moves a role, so that it can be moved again', async () => {
    const { user } = await openScreen('/roles', {
      before: (core) => person(core).aims('api-developer', 'database-developer', 'cloud-backend-engineer'),
    });
    await heading('Roles');
    await screen.findByRole('list', { name: 'Your targets' });
    button('Move Cloud Backend Engineer up').focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(order()[1]).toBe('Cloud Backend Engineer'));
    expect(button('Move Cloud Backend Engineer up')).toHaveFocus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(order()[0]).toBe('Cloud Backend Engineer'));
  });
});

const choices = (container: HTMLElement, group: string) =>
  within(container).getByRole('group', { name: `Which one counts for “${group}”` });
const members = (container: HTMLElement, group: string) =>
  within(choices(container, group))
    .getAllByRole('radio')
    .map((radio) => radio.closest('label')!.textContent);
const checked = (container: HTMLElement, group: string) =>
  within(choices(container, group)).getByRole('radio', { checked: true }).closest('label')!.textContent;

describe('a role', () => {
  it('shows its entry list first, with how much of each item is done', async () => {
    const { core } = await openScreen('/roles/api-developer', {
      before: (used) => person(used).knows('git'),
    });
    await heading('API Developer');
    const entry = await region('Entry list');
    const { entryList } = core.call('roles.read', { role: 'api-developer' });
    expect(entry).toHaveTextContent('1 of 12');
    const rows = within(within(entry).getByRole('list', { name: 'Entry list' })).getAllByRole('listitem');
    expect(rows).toHaveLength(entryList.length);
    entryList.forEach((item, index) => {
      expect(rows[index]).toHaveTextContent(item.title);
      expect(rows[index]).toHaveTextContent(`${item.topics.done}/${item.topics.total}`);
    });
    expect(within(entry).getByRole('link', { name: 'Git' })).toHaveAttribute('href', '#/skills/git');
  });

  it('explains each bar by stage, the largest gap first', async () => {
    const { user } = await openScreen('/roles/api-developer', {
      before: (core) => person(core).ticks('git.01'),
    });
    await heading('API Developer');
    const why = await region('Why');
    const table = await within(why).findByRole<HTMLTableElement>('table', {
      name: 'Covered of API Developer, line by line',
    });
    const stages = within(table)
      .getAllByRole('rowheader')
      .filter((cell) => cell.getAttribute('scope') === 'rowgroup');
    expect(stages.map((cell) => cell.textContent)).toEqual(['Foundation', 'Core', 'Advanced']);
    const gaps = [...table.tBodies[1]!.rows]
      .filter((row) => row.querySelector('th') !== null)
      .slice(1)
      .map((row) => Number(row.cells[row.cells.length - 1]!.textContent));
    expect(gaps).toEqual(gaps.toSorted((a, b) => b - a));
    await user.click(within(why).getByRole('radio', { name: 'Proven' }));
    expect(
      await within(why).findByRole('table', { name: 'Proven of API Developer, line by line' }),
    ).toBeInTheDocument();
    expect(within(why).getByText(/^Proven is fed by/)).toBeInTheDocument();
  });

  it('names what proves each line of Proven, with kind, level, day and the way to it', async () => {
    const { user, core } = await openScreen('/roles/api-developer', {
      before: (used) => {
        finishProject(used, 'git', 1);
        used.call('evidence.save', {
          request: newRequest(),
          evidence: null,
          skill: 'go',
          title: 'Small service',
          url: 'https://example.org/',
          level: 2,
          date: '2025-03-01',
        });
        saveWork(used, {
          title: 'Intern at Kasse',
          skills: [{ skill: 'rest-api-design', level: 1 }],
        });
      },
    });
    await heading('API Developer');
    const why = await region('Why');
    expect(within(why).queryByRole('list', { name: 'What proves Git' })).toBeNull();
    await user.click(within(why).getByRole('radio', { name: 'Proven' }));
    const [piece] = core.call('skills.read', { skill: 'git' }).evidenceList;
    const git = await within(why).findByRole('list', { name: 'What proves Git' });
    expect(git.textContent).toMatch(/^Project Shop, Aware, \d+ \w+ \d{4}$/);
    expect(within(git).getByRole('link', { name: 'Shop' })).toHaveAttribute(
      'href',
      `#/projects/${piece!.id}`,
    );
    const api = within(why).getByRole('list', { name: 'What proves REST API design' });
    expect(api).toHaveTextContent('Experience Intern at Kasse, Aware, 30 Jun 2025');
    // Of a choose-one group it is said which one is proven.
    const language = within(why).getByRole('list', { name: 'What proves One server-side language' });
    expect(language).toHaveTextContent(/^Go: Link Small service, Working, /);
    await user.click(within(api).getByRole('link'));
    await heading('Experience and education');
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Intern at Kasse'));
  });

  it('counts the best member of a group until another one is fixed', async () => {
    const { user, core } = await openScreen('/roles/api-developer', {
      before: (used) => person(used).ticks('java.01', 'java.02'),
    });
    await heading('API Developer');
    const entry = await region('Entry list');
    expect(checked(entry, 'One server-side language')).toBe('Best oneJava');
    const before = core.call('roles.read', { role: 'api-developer' }).figures.covered;
    await user.click(
      within(choices(entry, 'One server-side language')).getByRole('radio', { name: /^Python/ }),
    );
    await waitFor(() => expect(checked(entry, 'One server-side language')).toMatch(/^Python0\//));
    const after = core.call('roles.read', { role: 'api-developer' }).figures.covered;
    expect(after).toBeLessThan(before);
    expect(spokenBars('API Developer')['Covered']).toBe(`${Math.floor(after)} percent`);
    expect(button('Undo: fix Python for “One server-side language”')).toBeEnabled();
    await user.click(
      within(choices(entry, 'One server-side language')).getByRole('radio', { name: /^Best one/ }),
    );
    await waitFor(() =>
      expect(core.call('roles.read', { role: 'api-developer' }).figures.covered).toBe(before),
    );
    expect(
      await screen.findByRole('button', {
        name: 'Undo: let the best one count for “One server-side language”',
      }),
    ).toBeEnabled();
  });

  it('narrows the frameworks to those of the language that is fixed', async () => {
    const { user } = await openScreen('/roles/api-developer');
    await heading('API Developer');
    const entry = await region('Entry list');
    expect(members(entry, 'One server-side framework').length).toBeGreaterThan(3);
    await user.click(
      within(choices(entry, 'One server-side language')).getByRole('radio', { name: /^Node\.js/ }),
    );
    await waitFor(() =>
      expect(
        members(entry, 'One server-side framework').map((text) => text!.replace(/\d+\/\d+$/, '')),
      ).toEqual(['Best one', 'Express.js', 'NestJS']),
    );
  });

  it('shows every member of a long group when asked', async () => {
    const { user, core } = await openScreen('/roles/api-developer');
    await heading('API Developer');
    const entry = await region('Entry list');
    const group = core
      .call('roles.read', { role: 'api-developer' })
      .entryList.find((item) => item.group?.id === 'server-framework')!.group!;
    const more = within(choices(entry, group.title).closest('div')!).getByRole('button', { name: /more$/ });
    await user.click(more);
    expect(members(entry, group.title)).toHaveLength(group.members.length + 1);
  });

  it('becomes a target and stops being one', async () => {
    const { user, core } = await openScreen('/roles/api-developer');
    await heading('API Developer');
    await user.click(await screen.findByRole('button', { name: 'Add to targets' }));
    await user.click(await screen.findByRole('button', { name: 'Remove from targets' }));
    await screen.findByRole('button', { name: 'Add to targets' });
    expect(targets(core)).toEqual([]);
  });

  it('names source and day of each market fact, and opens links elsewhere', async () => {
    await openScreen('/roles/api-developer');
    await heading('API Developer');
    const market = await region('Market');
    const facts = within(market).getAllByRole('listitem');
    expect(facts.length).toBeGreaterThan(0);
    for (const fact of facts) expect(fact).toHaveTextContent(/Checked \d+ \w+ \d{4}/);
    for (const link of within(market).getAllByRole('link')) {
      expect(link).toHaveAttribute('target', '_blank');
      expect(link.getAttribute('href')).toMatch(/^https?:/);
    }
  });
});
