import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { RoleFigures } from '../../shared/model/figures.ts';
import { recount } from '../helpers/data-file.ts';
import {
  announced,
  heading,
  mark,
  openScreen,
  person,
  region,
  spokenBars,
  topicsOf,
} from '../helpers/screen.tsx';
import { tempDir, type TestCore } from '../helpers/test-core.ts';

const toTenth = (value: number): string => (Math.floor(10 * value + 1e-8) / 10).toFixed(1);
/** What stands beside a figure: what was shown and this make what is shown. */
const upFrom = (before: number, now: number): string =>
  (Number(toTenth(now)) - Number(toTenth(before))).toFixed(1);
const figuresOf = (core: TestCore, role: string): RoleFigures =>
  core.call('app.read', {}).roles.find((figures) => figures.role === role)!;
const aimed = (core: TestCore) => person(core).aims('api-developer', 'database-developer');
const next = () => within(screen.getByRole('list', { name: 'Next' }));

describe('Today without a target', () => {
  it('says what to do first, and where', async () => {
    await openScreen('/today');
    await heading('Today');
    expect(await screen.findByText(/^No target yet\. Choose a role/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Choose roles' })).toHaveAttribute('href', '#/start/roles');
    expect(screen.getByRole('link', { name: 'Browse skills' })).toHaveAttribute('href', '#/skills');
    expect(screen.queryByRole('meter')).not.toBeInTheDocument();
    expect(screen.getByText(/^Steps come from the gaps of your targets/)).toBeInTheDocument();
    expect(screen.getByText('0 topics ticked on 0 of 14 days')).toBeInTheDocument();
  });
});

describe('the bars on Today', () => {
  it('show the figures of the rules, rounded down, and the change this week', async () => {
    const file = `${tempDir()}/groundwork.db`;
    const { core, clock } = await openScreen('/today', {
      file,
      before: (used, time) => {
        const does = person(used);
        aimed(used);
        time.addDays(-20);
        does.knows('git');
        does.ticks('http-protocol.01', 'sql-querying.01');
        time.addDays(20);
        does.ticks(
          ...[...topicsOf(used, 'rest-api-design'), ...topicsOf(used, 'relational-modeling')].map(
            ({ id }) => id,
          ),
        );
      },
    });
    await heading('Today');
    const { figures } = recount(file, clock);
    const { targets } = core.call('today.read', {});
    for (const { role, title, change } of targets) {
      const rule = figures.find((other) => other.role === role)!;
      const spoken = spokenBars(title);
      for (const [name, bar] of [
        ['Covered', 'covered'],
        ['Proven', 'proven'],
        ['Fresh', 'fresh'],
      ] as const) {
        expect(spoken[name]).toMatch(new RegExp(`^${toTenth(rule[bar]!)} percent, `));
      }
      expect(change.covered).toBeGreaterThan(0);
      expect(spoken['Covered']).toBe(
        `${toTenth(rule.covered)} percent, up ${upFrom(rule.covered - change.covered!, rule.covered)} this week`,
      );
      expect(spoken['Proven']).toBe('0.0 percent, unchanged this week');
    }
    core.close();
  });

  it('say nothing of freshness before the first tick', async () => {
    await openScreen('/today', { before: aimed });
    await heading('Today');
    const group = screen.getByRole('group', { name: 'API Developer' });
    expect(Object.keys(spokenBars('API Developer'))).toEqual(['Covered', 'Proven']);
    expect(within(group).getByText('no figure yet')).toBeInTheDocument();
  });

  it('say what will feed *proven* while nothing does', async () => {
    await openScreen('/today', { before: aimed });
    expect(await screen.findByText(/^Proven is fed by evidence: finished projects/)).toBeInTheDocument();
  });
});

/** Points of the visible rows of the table in tenths: open lines and the one line for all that are met. */
const points = (row: HTMLTableRowElement): number =>
  Math.round(Number(row.cells[row.cells.length - 3]!.textContent) * 10);
const rowsOf = (table: HTMLTableElement) =>
  [...table.tBodies].map((body) => [...body.rows].filter((row) => row.cells.length > 1));
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe('a bar explained', () => {
  const busy = (core: TestCore): void => {
    aimed(core);
    const does = person(core);
    for (const skill of ['git', 'python', 'sql-querying', 'debugging']) does.knows(skill);
    does.ticks('http-protocol.01', 'rest-api-design.01', 'rest-api-design.02', 'postgresql.01');
  };

  it.each(['Covered', 'Proven', 'Fresh'])(
    '%s: lines add up to stages, stages to the total, the total to the bar',
    async (bar) => {
      const { user } = await openScreen('/today', { before: busy });
      await heading('Today');
      const group = screen.getByRole('group', { name: 'API Developer' });
      const button = within(group).getByRole('button', { name: new RegExp(`^${bar} .*show why$`) });
      expect(button).toHaveAttribute('aria-expanded', 'false');
      await user.click(button);
      expect(button).toHaveAttribute('aria-expanded', 'true');
      const table = await screen.findByRole<HTMLTableElement>('table', {
        name: `${bar} of API Developer, line by line`,
      });
      const stages = rowsOf(table).filter((rows) => rows.length > 0);
      expect(stages).toHaveLength(3);
      for (const [stage, ...lines] of stages) expect(sum(lines.map(points))).toBe(points(stage!));
      const total = points(table.tFoot!.rows[0]!);
      expect(sum(stages.map(([stage]) => points(stage!)))).toBe(total);
      expect(spokenBars('API Developer')[bar]).toMatch(new RegExp(`^${(total / 10).toFixed(1)} percent`));
      await user.click(button);
      expect(screen.queryByRole('table')).not.toBeInTheDocument();
    },
  );

  it('opens the lines that are met, and they add up to the line that stood for them', async () => {
    const { user } = await openScreen('/today', { before: busy });
    await heading('Today');
    const group = screen.getByRole('group', { name: 'API Developer' });
    await user.click(within(group).getByRole('button', { name: /^Covered/ }));
    const table = await screen.findByRole<HTMLTableElement>('table');
    const met = within(table).getAllByRole('button', { name: /met:/ })[0]!;
    const body = met.closest('tbody')!;
    const before = rowsOf(table)[0]!;
    await user.click(met);
    const added = [...body.rows].filter((row) => row.cells.length > 1).filter((row) => !before.includes(row));
    expect(added.length).toBeGreaterThan(1);
    expect(sum(added.map(points))).toBe(points(met.closest('tr')!));
  });

  it('closes by itself no other role, and follows a click on another bar', async () => {
    const { user } = await openScreen('/today', { before: busy });
    await heading('Today');
    await user.click(
      within(screen.getByRole('group', { name: 'API Developer' })).getByRole('button', { name: /^Covered/ }),
    );
    await user.click(
      within(screen.getByRole('group', { name: 'Database Developer' })).getByRole('button', {
        name: /^Proven/,
      }),
    );
    expect(await screen.findAllByRole('table')).toHaveLength(1);
    expect(
      screen.getByRole('table', { name: 'Proven of Database Developer, line by line' }),
    ).toBeInTheDocument();
  });

  it('says that nothing can fade while nothing is covered', async () => {
    const { user } = await openScreen('/today', { before: aimed });
    await heading('Today');
    await user.click(
      within(screen.getByRole('group', { name: 'API Developer' })).getByRole('button', { name: /^Fresh/ }),
    );
    expect(
      await screen.findByText('Nothing is covered yet, so there is nothing that could fade.'),
    ).toBeInTheDocument();
  });
});

describe('Next', () => {
  it('lists the steps of the rules with their reasons and their gain', async () => {
    const { core } = await openScreen('/today', { before: aimed });
    await heading('Today');
    const steps = core.call('today.read', {}).next;
    expect(steps.length).toBeGreaterThanOrEqual(3);
    expect(screen.getByText(new RegExp(`${steps.length} steps to go on with`))).toBeInTheDocument();
    const items = next().getAllByRole('listitem');
    expect(items).toHaveLength(steps.length);
    steps.forEach((step, index) => {
      const item = items[index]!;
      if (step.kind === 'topic') {
        expect(item).toHaveTextContent(step.text);
        expect(item).toHaveTextContent(`+${step.gain.toFixed(1)}`);
        expect(within(item).getByRole('link')).toHaveAttribute('href', `#/skills/${step.skill}`);
      } else if (step.kind === 'choose') expect(item).toHaveTextContent(`Choose: ${step.title}`);
      expect(item).toHaveTextContent(/entry list of (API|Database) Developer/);
      expect(item).not.toHaveTextContent('API Developer, Database Developer');
    });
  });

  it('moves the bars at once when a step is ticked, without reading the screen again', async () => {
    const { user, core, calls, store } = await openScreen('/today', { before: aimed });
    await heading('Today');
    const step = core.call('today.read', {}).next.find(({ kind }) => kind === 'topic')!;
    if (step.kind !== 'topic') throw new Error('no topic');
    // Screens read again a moment later; what is shown here has to come from the answer to the tick.
    store.setState({ refresh: () => undefined });
    const before = figuresOf(core, 'api-developer').covered;
    calls.length = 0;
    await user.click(mark(step.text));
    const { covered } = figuresOf(core, 'api-developer');
    expect(covered).toBeGreaterThan(before);
    await waitFor(() =>
      expect(spokenBars('API Developer')['Covered']).toBe(
        `${toTenth(covered)} percent, up ${toTenth(covered)} this week`,
      ),
    );
    expect(calls).toEqual(['topics.setStatus']);
    expect(announced()).toContain(
      `API Developer covered ${toTenth(covered)} percent, up ${upFrom(before, covered)}`,
    );
  });

  it('paints a tick before the answer is there', async () => {
    const { user, core, hold } = await openScreen('/today', { before: aimed });
    await heading('Today');
    const step = core.call('today.read', {}).next.find(({ kind }) => kind === 'topic')!;
    if (step.kind !== 'topic') throw new Error('no topic');
    const release = hold();
    await user.click(mark(step.text));
    expect(mark(step.text)).toBeChecked();
    await release();
    expect(mark(step.text)).toBeChecked();
  });

  it('keeps a ticked step in its place, so that it can be taken back there', async () => {
    const { user, core, calls } = await openScreen('/today', { before: aimed });
    await heading('Today');
    const texts = () =>
      next()
        .getAllByRole('checkbox')
        .map((box) => box.getAttribute('aria-label')!.replace(/^[^:]+: /, ''));
    const shown = texts();
    calls.length = 0;
    await user.click(mark(shown[1]!));
    // The screen reads itself again after a moment's quiet; the step must not move even then.
    await waitFor(() => expect(calls).toContain('today.read'));
    await waitFor(() => expect(texts().length).toBeGreaterThan(shown.length));
    expect(texts().slice(0, shown.length)).toEqual(shown);
    expect(mark(shown[1]!)).toBeChecked();
    await user.click(mark(shown[1]!));
    await waitFor(() => expect(figuresOf(core, 'api-developer').covered).toBe(0));
    expect(texts().slice(0, shown.length)).toEqual(shown);
    expect(mark(shown[1]!)).not.toBeChecked();
    await waitFor(() => expect(texts()).toEqual(shown));
  });

  it('leads to the line of the role where a member of a group has to be chosen', async () => {
    const { user, core } = await openScreen('/today', {
      before: (used) => person(used).aims('api-developer'),
    });
    await heading('Today');
    await user.click(next().getByRole('link', { name: 'Choose: One server-side language' }));
    await heading('API Developer');
    const why = within(await region('Why'));
    const line = () => why.getByRole('rowheader', { name: /^One server-side language/ });
    await waitFor(() => expect(line()).toHaveFocus());
    expect(line().closest('tr')).toHaveAttribute('data-arrived');
    // Who chooses there keeps the place, and whoever looks at another bar is led nowhere any more.
    const choices = why.getByRole('group', {
      name: 'Which one counts for “One server-side language”',
    });
    await user.click(within(choices).getByRole('radio', { name: /^Python/ }));
    await waitFor(() =>
      expect(core.call('app.read', {}).history.undo?.label).toMatchObject({
        kind: 'fix-member',
        detail: 'Python',
      }),
    );
    expect(line()).not.toHaveFocus();
    await user.click(why.getByRole('radio', { name: 'Fresh' }));
    await user.click(why.getByRole('radio', { name: 'Covered' }));
    await waitFor(() => expect(line()).toBeInTheDocument());
    expect(line()).not.toHaveFocus();
    expect(line().closest('tr')).not.toHaveAttribute('data-arrived');
  });

  it('says when every requirement is met', async () => {
    await openScreen('/today', {
      before: (core) => {
        person(core).aims('api-developer');
        for (const { id } of core.call('skills.categories', {}).categories) {
          for (const skill of core.call('skills.list', { category: id }).skills) person(core).knows(skill.id);
        }
      },
    });
    expect(await screen.findByText('Every requirement of your targets is met.')).toBeInTheDocument();
    expect(spokenBars('API Developer')['Covered']).toMatch(/^100\.0 percent/);
  });
});

describe('the last two weeks', () => {
  it('count the topics ticked per day, in words too', async () => {
    const { core } = await openScreen('/today', {
      before: (used, clock) => {
        clock.addDays(-3);
        person(used).ticks('git.01', 'git.02');
        clock.addDays(3);
        person(used).ticks('git.03');
      },
    });
    await heading('Today');
    const days = within(await region('Last two weeks'));
    expect(days.getByText('3 topics ticked on 2 of 14 days')).toBeInTheDocument();
    expect(core.call('today.read', {}).days.map(({ ticked }) => ticked)).toEqual([
      ...Array<number>(10).fill(0),
      2,
      0,
      0,
      1,
    ]);
    expect(days.getByRole('img').getAttribute('aria-label')).toMatch(
      /^Topics ticked per day: .* 2, .* 0, .* 0, .* 1$/,
    );
  });

  it('count no tick that was taken away again, and none twice', async () => {
    const { user } = await openScreen('/today', { before: aimed });
    await heading('Today');
    const text = next()
      .getAllByRole('checkbox')[0]!
      .getAttribute('aria-label')!
      .replace(/^[^:]+: /, '');
    await user.click(mark(text));
    await screen.findByText('1 topic ticked on 1 of 14 days');
    await user.click(mark(text));
    await screen.findByText('0 topics ticked on 0 of 14 days');
    await user.click(mark(text));
    await screen.findByText('1 topic ticked on 1 of 14 days');
  });
});
