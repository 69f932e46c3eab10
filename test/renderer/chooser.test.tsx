import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fullDate } from '../../renderer/format.ts';
import { heading, openScreen, person, region } from '../helpers/screen.tsx';
import { newRequest, type TestClock, type TestCore } from '../helpers/test-core.ts';

const FIRST = 'Which part of a product would you look at first?';
const SECOND = 'You have a free weekend for a project. Which one would you start?';

const says = (core: TestCore, question: string, ...answers: string[]): void =>
  void core.call('chooser.answer', { request: newRequest(), question, answers });
const given = (core: TestCore): Record<string, string[] | null> =>
  Object.fromEntries(core.call('chooser.read', {}).questions.map((one) => [one.id, one.given]));
const inSteps = (): HTMLElement[] =>
  within(screen.getByRole('list', { name: 'How the roles fit' })).getAllByRole('listitem');

describe('the questions', () => {
  it('are answered by number keys and Enter, one at a time, with the way back', async () => {
    const { user, core } = await openScreen('/roles/find');
    await heading(FIRST);
    expect(screen.getByText('Question 1 of 15')).toBeInTheDocument();
    expect(screen.getByText('Look at your interests')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Back' })).toBeDisabled();
    expect(screen.getByRole('radiogroup', { name: FIRST })).toBeInTheDocument();
    await user.keyboard('2');
    expect(screen.getByRole('radio', { name: 'How its systems talk to each other' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'How its systems talk to each other' })).toHaveFocus();
    await user.keyboard('{Enter}');
    await heading(SECOND);
    expect(given(core)).toMatchObject({ 'q-pull': ['connections'], 'q-weekend': null });
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Back' }));
    await heading(FIRST);
    expect(screen.getByRole('radio', { name: 'How its systems talk to each other' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: 'How the information is stored and found again' }));
    await user.keyboard('{Enter}');
    await heading(SECOND);
    expect(given(core)['q-pull']).toEqual(['data']);
  });

  it('can be skipped, and go on where one stopped', async () => {
    const { user, core } = await openScreen('/roles/find', {
      before: (used) => says(used, 'q-pull', 'data'),
    });
    await heading(SECOND);
    await user.click(screen.getByRole('button', { name: 'Skip' }));
    await heading(/regulations/);
    expect(given(core)).toMatchObject({ 'q-weekend': [], 'q-rules': null });
    expect(screen.getByRole('link', { name: 'See the result' })).toHaveAttribute(
      'href',
      '#/roles/find/result',
    );
  });

  it('take several answers where several may hold, but none beside “none of these”', async () => {
    const { user, core } = await openScreen('/roles/find', {
      before: (used) => {
        for (const id of ['q-pull', 'q-weekend', 'q-rules', 'q-alarm', 'q-breadth']) says(used, id);
      },
    });
    await heading('Which of these can you already use for small tasks?');
    expect(screen.getByText('Choose as many as apply.')).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'SQL' }));
    await user.click(screen.getByRole('checkbox', { name: 'Python' }));
    await user.click(screen.getByRole('checkbox', { name: 'None yet' }));
    expect(screen.getByRole('checkbox', { name: 'SQL' })).not.toBeChecked();
    await user.click(screen.getByRole('checkbox', { name: 'SQL' }));
    await user.click(screen.getByRole('checkbox', { name: 'Python' }));
    expect(screen.getByRole('checkbox', { name: 'None yet' })).not.toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Next' }));
    await waitFor(() => expect(given(core)['q-languages']).toEqual(['python', 'sql']));
  });
});

describe('the result', () => {
  const answered = (core: TestCore): void => {
    says(core, 'q-pull', 'data');
    says(core, 'q-languages', 'sql');
    says(core, 'q-weekend', 'lab');
  };

  it('is nothing before the first answer, and says what there is to answer', async () => {
    await openScreen('/roles/find/result');
    await heading('No answers yet');
    expect(screen.getByRole('link', { name: 'Begin' })).toHaveAttribute('href', '#/roles/find');
  });

  it('ranks every role with its share and the answers that decided it', async () => {
    const { core } = await openScreen('/roles/find/result', { before: answered });
    await heading('Database Developer');
    const { roles } = core.call('chooser.result', {}).result!;
    expect(inSteps().map((item) => item.textContent)).toEqual(
      roles.map(({ title, percent }) => `${title}${Math.floor(percent + 1e-9)}\u202f%`),
    );
    const why = within(await region('Why'));
    expect(why.getByText('How the information is stored and found again')).toBeInTheDocument();
    expect(why.getByText('Curiosity about data is the clearest sign for database work.')).toBeInTheDocument();
  });

  it('leads to a target, and says so in the targets', async () => {
    const { user, core } = await openScreen('/roles/find/result', {
      before: (used) => {
        answered(used);
        person(used).aims('api-developer');
        used.call('settings.set', { welcomed: true });
      },
    });
    await heading('Database Developer');
    await user.click(await screen.findByRole('button', { name: 'Target Database Developer' }));
    await heading('Today');
    expect(core.call('targets.list', {}).targets.map(({ role }) => role)).toEqual([
      'api-developer',
      'database-developer',
    ]);
  });

  it('says a close call openly, and offers both', async () => {
    const { user, core } = await openScreen('/roles/find/result', {
      before: (used) => says(used, 'q-alarm', 'help'),
    });
    await heading(/ or /);
    expect(
      screen.getByText(
        /^API Developer and .* too close together to call\. Begin with Backend Software Engineer/,
      ),
    ).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Target both' }));
    await waitFor(() => expect(core.call('targets.list', {}).targets).toHaveLength(2));
    // The first choice of all goes on to what is known already.
    await heading('What do you know already?');
  });

  it('shows the pass before beside a new one, and begins another on demand', async () => {
    const { user, core } = await openScreen('/roles/find/result', {
      before: (used: TestCore, clock: TestClock) => {
        clock.addDays(-30);
        answered(used);
        clock.addDays(30);
        used.call('chooser.start', { request: newRequest() });
        says(used, 'q-pull', 'connections');
      },
    });
    await heading('API Developer');
    const database = inSteps().find((item) => item.textContent.startsWith('Database Developer'))!;
    const { roles, beforeOn } = core.call('chooser.result', {}).result!;
    const { before } = roles.find(({ role }) => role === 'database-developer')!;
    expect(before).toBeGreaterThan(90);
    expect(database).toHaveTextContent(`0 %${Math.floor(before!)} % on ${fullDate(beforeOn!)}`);
    await user.click(screen.getByRole('button', { name: 'Answer anew' }));
    await heading(FIRST);
    expect(screen.queryByRole('radio', { checked: true })).not.toBeInTheDocument();
    expect(given(core)['q-pull']).toBeNull();
  });

  it('asks before it marks as learning what the answers name', async () => {
    const { user, core } = await openScreen('/roles/find/result', { before: answered });
    const known = within(await region('You can use some of it already'));
    const box = known.getByRole('checkbox', { name: 'SQL querying' });
    expect(box).toBeChecked();
    const learning = (): number =>
      core
        .call('topics.list', { skill: 'sql-querying' })
        .topics.filter(({ state }) => state.status === 'learning').length;
    expect(learning()).toBe(0);
    await user.click(known.getByRole('button', { name: 'Mark as learning' }));
    await waitFor(() => expect(learning()).toBeGreaterThan(0));
    await waitFor(() => expect(screen.queryByText('You can use some of it already')).not.toBeInTheDocument());
    expect(await screen.findByText(/^Marked \d topics as learning$/)).toBeInTheDocument();
  });
});
