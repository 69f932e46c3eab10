import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
// Fetched with the file, so that the first screen is there as soon as the others.
import '../../renderer/insights/insights.tsx';
import '../../renderer/insights/past.tsx';
import { heading, openScreen, person, region, spokenBars } from '../helpers/screen.tsx';
import type { TestClock, TestCore } from '../helpers/test-core.ts';

/** Two weeks of learning towards one role: git first, SQL ten days later. */
const learnt = (core: TestCore, clock: TestClock): void => {
  clock.addDays(-14);
  person(core).aims('api-developer');
  person(core).knows('git');
  clock.addDays(10);
  person(core).knows('sql-querying');
  clock.addDays(4);
};
const exactOf = (core: TestCore): number =>
  core.call('roles.list', {}).roles.find(({ id }) => id === 'api-developer')!.figures.covered;
const coveredOf = (core: TestCore): number => Math.floor(exactOf(core));
/** As it is shown where its change stands beside it, or what made it. */
const toTenth = (core: TestCore): string => (Math.floor(10 * exactOf(core)) / 10).toFixed(1);

describe('Insights', () => {
  it('draws the bars of the first target, readable place by place, and as a table', async () => {
    const { user, core } = await openScreen('/insights', { before: learnt });
    await heading('Insights');
    const chart = await screen.findByRole('slider', { name: /^Readiness for API Developer, / });
    expect(chart).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(new RegExp(`: Covered ${coveredOf(core)}\\s%, Proven 0\\s%, Fresh \\d+\\s%$`)),
    );
    chart.focus();
    await user.keyboard('{Home}');
    expect(chart).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/Covered 0\s%, Proven 0\s%, Fresh no figure yet$/),
    );
    await user.keyboard('{ArrowRight}');
    expect(chart).toHaveAttribute('aria-valuenow', '1');

    const readiness = await region('Readiness over time');
    await user.click(within(readiness).getByRole('radio', { name: 'Table' }));
    const table = within(readiness).getByRole('table');
    const [, newest, ...older] = within(table).getAllByRole('row');
    expect(newest).toHaveTextContent(new RegExp(`${coveredOf(core)}\\s%`));
    expect(older.at(-1)).toHaveTextContent(/0\s%0\s%no figure yet$/);
  });

  it('says in a sentence what moved, and where the points came from', async () => {
    const { core } = await openScreen('/insights', { before: learnt });
    expect(
      await screen.findByText(
        `In this time you went from 0.0 to ${toTenth(core)} percent covered for API Developer.`,
      ),
    ).toBeInTheDocument();
    const gains = await region('Where the points came from');
    await waitFor(() => expect(within(gains).getAllByRole('listitem').length).toBeGreaterThan(1));
  });

  it('shows another role and another time', async () => {
    const { user } = await openScreen('/insights', { before: learnt });
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Role' }), 'Database Developer');
    await user.click(screen.getByRole('radio', { name: 'Everything' }));
    expect(
      await screen.findByRole('slider', { name: /^Readiness for Database Developer, / }),
    ).toHaveAttribute('aria-valuemax', '15');
  });

  it('says that no day had work yet, rather than show a table without rows', async () => {
    const { user } = await openScreen('/insights');
    const work = within(await region('Days with work'));
    await user.click(work.getByRole('radio', { name: 'Table' }));
    expect(work.getByText('No day with work in this time.')).toBeInTheDocument();
    expect(work.queryByRole('table')).not.toBeInTheDocument();
  });

  it('draws what is known of the categories to one measure: the one with most reaches the top', async () => {
    const { core } = await openScreen('/insights', { before: learnt });
    const table = await screen.findByRole('table', { name: 'By category' });
    const known = core.call('insights.categories', { weeks: 26 }).categories.map((one) => one.known.at(-1)!);
    const ends = [...table.querySelectorAll('path')].map((path) =>
      Number(/ ([\d.]+)$/.exec(path.getAttribute('d')!)?.[1]),
    );
    const most = Math.max(...known);
    expect(ends).toEqual(known.filter((count) => count > 0).map((count) => 20 - (20 * count) / most));
    expect(Math.min(...ends)).toBe(0);
  });

  it('counts days with work and topics per category', async () => {
    const { core } = await openScreen('/insights', { before: learnt });
    const map = await screen.findByRole('slider', { name: /^Work per day in the last 26 weeks, 2 days/ });
    expect(map).toHaveAttribute('aria-valuetext', expect.stringContaining('nothing done'));
    // The first day is a fortnight back: days before it were not left out.
    expect(await region('Days with work')).toHaveTextContent('2 of the 15 days since you began');
    const categories = await region('By category');
    const row = within(categories).getByRole('row', { name: /^Version control/ });
    const { topics } = core
      .call('skills.categories', {})
      .categories.find(({ title }) => title.startsWith('Version control'))!;
    expect(row).toHaveTextContent(`${topics.done} of ${topics.total}+${topics.done}`);
  });

  it('has a target for the week once somebody sets one, and a row of weeks only for who wants it', async () => {
    const { user, core } = await openScreen('/insights', { before: learnt });
    const week = await region('This week');
    expect(within(week).queryByText(/in a row/)).not.toBeInTheDocument();
    await user.click(await within(week).findByRole('button', { name: 'Set a target' }));
    const dialog = await screen.findByRole('dialog', { name: 'Target for a week' });
    await user.clear(within(dialog).getByRole('spinbutton', { name: 'How many' }));
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(within(dialog).getByText('A whole number from 1 to 7.')).toBeInTheDocument();
    await user.type(within(dialog).getByRole('spinbutton', { name: 'How many' }), '1');
    await user.click(within(dialog).getByRole('checkbox', { name: /in a row met it/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(await within(week).findByText(/ of 1 day/)).toBeInTheDocument();
    expect(within(week).getByText(/in a row$|^No week in a row yet$/)).toBeInTheDocument();
    expect(core.call('app.read', {}).settings).toMatchObject({
      weeklyTarget: { unit: 'days', count: 1 },
      streak: true,
      streakPauses: [],
    });
    await user.click(within(week).getByRole('button', { name: 'Change' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Pause the row of weeks' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await within(week).findByText(/^Paused since /)).toBeInTheDocument();
  });

  it('is calm in an empty file', async () => {
    await openScreen('/insights');
    expect(await screen.findByText(/^What you tick, prove and review is drawn here/)).toBeInTheDocument();
    expect(await screen.findByText('Nothing moved in this time.')).toBeInTheDocument();
    expect(await region('Days with work')).not.toHaveTextContent(/ of .*days|first day/);
  });

  it('on the first day says so, and not how many days went by before', async () => {
    await openScreen('/insights', { before: (core) => person(core).ticks('git.01') });
    const work = await region('Days with work');
    await waitFor(() => expect(work).toHaveTextContent('your first day'));
    expect(work).not.toHaveTextContent(/1 of \d/);
  });
});

describe('the time machine', () => {
  it('shows Today and the roles of a day, and what moved since', async () => {
    const { user, core } = await openScreen('/insights/past', { before: learnt });
    await heading(/^As it stood on /);
    // A month earlier there was nothing yet: it begins on the day before the first one.
    expect(screen.getByRole('button', { name: 'A month earlier' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'A week later' }));
    await waitFor(() =>
      expect(spokenBars('API Developer')['Covered']).toMatch(
        new RegExp(`^\\d\\.\\d\\s%, now ${toTenth(core)}\\s%$`),
      ),
    );
    // Then and the change make now, as they are shown.
    const roles = await region('All roles');
    const row = within(roles).getByRole('row', { name: /^API Developer/ });
    const [then, now, change] = within(row)
      .getAllByRole('cell')
      .map((cell) => Number(/[\d.]+/.exec(cell.textContent)?.[0]));
    expect((then! + change!).toFixed(1)).toBe(now!.toFixed(1));
    const skills = await region('Skills that moved since');
    expect(within(skills).getByRole('row', { name: /^SQL/ })).toHaveTextContent(/^SQL.*0 of/);
  });

  it('ends at today, where nothing moved', async () => {
    const { user } = await openScreen('/insights/past', { before: learnt });
    await heading(/^As it stood on /);
    for (let months = 0; months < 3; months += 1) {
      const on = screen.getByRole('button', { name: 'A month later' });
      if (!on.hasAttribute('disabled')) await user.click(on);
    }
    expect(screen.getByRole('button', { name: 'A day later' })).toBeDisabled();
    expect(await screen.findByText('No skill moved between that day and now.')).toBeInTheDocument();
  });
});
