import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fullDate } from '../../renderer/format.ts';
import { heading, openScreen, person, region, topicsOf } from '../helpers/screen.tsx';
import { newRequest, type TestClock, type TestCore } from '../helpers/test-core.ts';

const aimed = (core: TestCore) => person(core).aims('api-developer', 'database-developer');
const ticksSome = (core: TestCore, count: number, skill: string): void =>
  person(core).ticks(
    ...topicsOf(core, skill)
      .slice(0, count)
      .map(({ id }) => id),
  );

describe('all next steps', () => {
  const rows = () => within(screen.getByRole('list', { name: 'Next steps' })).getAllByRole('listitem');

  it('stand in the order of the rules with what each brings, and more on demand', async () => {
    const { user, core } = await openScreen('/next', { before: aimed });
    await heading('Next steps');
    const { steps } = core.call('steps.list', {});
    expect(screen.getByText(new RegExp(`^${steps.length} steps`))).toBeInTheDocument();
    expect(rows()).toHaveLength(25);
    const first = steps.find(({ kind }) => kind === 'topic')!;
    const row = rows()[steps.indexOf(first)]!;
    expect(row).toHaveTextContent(`+${first.gain.toFixed(1)}`);
    // The bar that moves is named, target by target.
    for (const { role, points } of first.gains)
      expect(row).toHaveTextContent(`${role} +${points.toFixed(1)} covered`);
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(rows().length).toBe(Math.min(50, steps.length));
  });

  it('are started and put aside from their menu, and brought back', async () => {
    const { user, core } = await openScreen('/next', { before: aimed });
    await heading('Next steps');
    const step = core.call('steps.list', {}).steps[0]!;
    if (step.kind !== 'topic') throw new Error('no topic');
    await user.click(screen.getByRole('button', { name: `More for: ${step.text}` }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'Start: mark as learning' }));
    await waitFor(() =>
      expect(topicsOf(core, step.skill).find(({ id }) => id === step.topic)!.state.status).toBe('learning'),
    );
    await user.click(screen.getByRole('button', { name: `More for: ${step.text}` }));
    await user.click(await screen.findByRole('menuitem', { name: 'Not for me' }));
    const aside = within(await region('Put aside'));
    expect(aside.getByText(step.skillName)).toBeInTheDocument();
    expect(aside.getByText('for good')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByText(step.text)).not.toBeInTheDocument());
    await user.click(aside.getByRole('button', { name: `Bring back: ${step.skillName}` }));
    await waitFor(() => expect(screen.queryByText('Put aside')).not.toBeInTheDocument());
    expect(await screen.findByText(step.text)).toBeInTheDocument();
  });

  it('say where to begin without a target', async () => {
    await openScreen('/next');
    await heading('Next steps');
    expect(await screen.findByRole('link', { name: 'Find a role' })).toHaveAttribute('href', '#/roles/find');
  });
});

describe('comparing', () => {
  it('begins with the targets, and follows the choice of roles', async () => {
    const { user, core } = await openScreen('/roles/compare', { before: aimed });
    await heading('Compare roles');
    const { lines, roles } = core.call('roles.compare', { roles: ['api-developer', 'database-developer'] });
    const shared = lines.filter(({ at }) => !at.includes(null));
    await screen.findByText(`${shared.length} of ${lines.length} requirements are shared by all.`);
    const table = await screen.findByRole('table', { name: 'Where you stand' });
    for (const { hours } of roles)
      expect(table).toHaveTextContent(
        `${hours.low.toLocaleString('en')} to ${hours.high.toLocaleString('en')} h`,
      );
    expect(within(screen.getByRole('table', { name: 'Asked for by all' })).getAllByRole('row')).toHaveLength(
      shared.length + 1,
    );
    await user.selectOptions(screen.getByRole('combobox', { name: 'Role 3' }), 'full-stack-aspirant');
    await waitFor(() =>
      expect(location.hash).toBe('#/roles/compare/api-developer/database-developer/full-stack-aspirant'),
    );
    await user.click(await screen.findByRole('button', { name: /^Only in Full Stack Aspirant/ }));
    expect(await screen.findByRole('table', { name: 'Only in Full Stack Aspirant' })).toHaveTextContent(
      'not asked',
    );
  });

  it('says what one role more costs, and what brings most for the hours', async () => {
    const { core, user } = await openScreen('/roles/compare', { before: aimed });
    const { extras, best } = core.call('targets.overlap', {});
    const more = within(await region('One role more'));
    const [first] = more.getAllByRole('listitem');
    expect(first).toHaveTextContent(extras[0]!.title);
    expect(first).toHaveTextContent(`${extras[0]!.more.length} more skills`);
    expect(first).toHaveTextContent(`about ${extras[0]!.hours} h`);
    // So many names are a wall: six of them, the others on demand, and back.
    const long = extras.find((one) => one.more.length > 7)!;
    const item = within(more.getAllByRole('listitem')[extras.indexOf(long)]!);
    expect(item.queryByText(new RegExp(long.more.at(-1)!))).not.toBeInTheDocument();
    const others = item.getByRole('button', { name: /^and \d+ more: skills that .* adds$/ });
    expect(others).toHaveTextContent(`and ${long.more.length - 6} more`);
    await user.click(others);
    expect(others).toHaveAttribute('aria-expanded', 'true');
    expect(item.getByText(new RegExp(`${long.more.join(', ')}`))).toBeInTheDocument();
    await user.click(others);
    expect(others).toHaveAttribute('aria-expanded', 'false');
    const most = within(await region('Most for your hours'));
    expect(most.getAllByRole('listitem').map((item) => within(item).getByRole('link').textContent)).toEqual(
      best.skills.map(({ name }) => name),
    );
    expect(most.getByText(/together add about/)).toBeInTheDocument();
  });

  it('takes a role of the person’s own', async () => {
    let id = '';
    const { core } = await openScreen('/roles', {
      before: (used) => {
        ({ id } = used.call('roles.save', {
          request: newRequest(),
          role: null,
          base: null,
          title: 'Mine',
          summary: '',
          lines: [
            {
              change: 'added',
              need: { kind: 'skill', id: 'git' },
              level: 2,
              weight: 3,
              stage: 'core',
              entry: true,
            },
          ],
        }));
      },
    });
    expect(core.call('roles.compare', { roles: [id, 'api-developer'] }).lines[0]).toMatchObject({
      key: 'git',
    });
    location.hash = `/roles/compare/${id}/api-developer`;
    await heading('Compare roles');
    expect(await screen.findByRole('table', { name: 'Asked for by all' })).toHaveTextContent('Git');
  });
});

describe('the forecast', () => {
  const busy = (core: TestCore, clock: TestClock): void => {
    aimed(core);
    clock.addDays(-28);
    for (const skill of ['git', 'http-protocol', 'rest-api-design', 'debugging']) {
      ticksSome(core, 2, skill);
      clock.addDays(7);
    }
  };

  it('is a range on the page of a role, with what it is made of, and a line on Today', async () => {
    const { core } = await openScreen('/roles/api-developer', { before: busy });
    const section = within(await region('Forecast'));
    const [found] = core.call('roles.forecast', { roles: ['api-developer'] }).forecasts;
    if (found?.kind !== 'range') throw new Error('no range');
    expect(await section.findByText(/^(Between|From|About) /)).toBeInTheDocument();
    const [slow, quick] = [found.slow, found.quick].map((hours) => hours.toFixed(hours < 10 ? 1 : 0));
    expect(section.getByText(new RegExp(`: ${slow} to ${quick} h a week`))).toBeInTheDocument();
    expect(section.getByText(/With 8 h a week, as in Settings: /)).toBeInTheDocument();
    location.hash = '/today';
    await heading('Today');
    // The other target has too few weeks of its own.
    expect(await screen.findAllByText(/^Forecast: /)).toHaveLength(1);
  });

  it('says when there is too little to tell', async () => {
    await openScreen('/roles/api-developer', { before: (core) => person(core).ticks('git.01') });
    const section = within(await region('Forecast'));
    expect(await section.findByText('Too little to say')).toBeInTheDocument();
    expect(section.getByText(/so far there is one\.$/)).toBeInTheDocument();
  });
});

describe('the mistake radar on Today', () => {
  const niche = (core: TestCore): void => {
    person(core).aims('api-developer');
    person(core).knows('graphql');
    person(core).knows('grpc');
  };
  const MISTAKE = 'Going into a niche before the basics are in place';

  it('names the mistake, the role and, on demand, the rows that triggered it and what helps', async () => {
    const { user } = await openScreen('/today', { before: niche });
    const radar = within(await region('Worth a look'));
    const warning = within(radar.getByRole('article', { name: MISTAKE }));
    expect(warning.getByText(/About API Developer, your first target\./)).toBeInTheDocument();
    await user.click(warning.getByRole('button', { name: 'Why, and what helps' }));
    expect(warning.getByText(/^0 % of the foundation is covered, less than 50 %\.$/)).toBeInTheDocument();
    const rows = within(warning.getByRole('list', { name: 'Where it shows' }));
    expect(rows.getByRole('link', { name: 'GraphQL' })).toHaveAttribute('href', '#/skills/graphql');
    expect(warning.getByRole('link', { name: /^Open / })).toBeInTheDocument();
  });

  it('puts a warning aside, remembers the day, and shows it again', async () => {
    const { user, core } = await openScreen('/today', { before: niche });
    await user.click(
      within(await region('Worth a look')).getByRole('button', { name: 'Why, and what helps' }),
    );
    await user.click(screen.getByRole('button', { name: `Put aside: ${MISTAKE}` }));
    await waitFor(() => expect(screen.queryByRole('article', { name: MISTAKE })).not.toBeInTheDocument());
    const { dismissedOn } = core.call('radar.read', {}).warnings[0]!;
    expect(dismissedOn).toBe(core.call('today.read', {}).date);
    await user.click(screen.getByRole('button', { name: /^One put aside/ }));
    expect(screen.getByText(`put aside on ${fullDate(dismissedOn!)}`)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: `Show again: ${MISTAKE}` }));
    expect(await screen.findByRole('article', { name: MISTAKE })).toBeInTheDocument();
  });

  it('brings up one habit at a time, quietly, with three answers', async () => {
    const { user } = await openScreen('/today', {
      before: (core, clock) => {
        clock.addDays(-40);
        person(core).ticks('git.01');
        clock.addDays(40);
      },
    });
    const habits = within(await region('Keep current'));
    const text = 'Read one change note or article about a tool you use.';
    expect(habits.getByText(text)).toBeInTheDocument();
    expect(habits.getByRole('button', { name: /^2 more/ })).toBeInTheDocument();
    await user.click(habits.getByRole('button', { name: `Done: ${text}` }));
    await waitFor(() => expect(habits.queryByText(text)).not.toBeInTheDocument());
    await user.click(habits.getByRole('button', { name: /^Never ask: / }));
    await user.click(await habits.findByRole('button', { name: /^One habit is off/ }));
    expect(habits.getByRole('button', { name: /^Ask again: / })).toBeInTheDocument();
  });
});
