import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { heading, openScreen, person, region, topicsOf } from '../helpers/screen.tsx';
import type { TestClock, TestCore } from '../helpers/test-core.ts';

const SKILLS = ['git', 'python', 'sql-querying'];

/** A person who knew some skills long ago. */
const faded = (core: TestCore, clock: TestClock): void => {
  clock.addDays(-700);
  for (const skill of SKILLS) person(core).knows(skill);
  clock.addDays(700);
};
const queue = (core: TestCore) => core.call('reviews.list', {});
const inDays = (days: number): string => {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return day.toLocaleDateString('sv');
};

describe('Today', () => {
  it('names the skills that are due, with how long ago they were used, and leads to them', async () => {
    const { core } = await openScreen('/today', { before: faded });
    await heading('Today');
    const due = await region('Reviews due');
    const rows = await within(due).findAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual(
      queue(core).today.map(({ name }) => `${name}22 months`),
    );
    expect(screen.getByRole('link', { name: 'Review 3 skills' })).toHaveAttribute('href', '#/reviews');
  });

  it('has no such button while nothing is due', async () => {
    await openScreen('/today');
    await heading('Today');
    const due = await region('Reviews due');
    expect(await within(due).findByText(/^A skill comes up when it has faded/)).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /^Review / })).not.toBeInTheDocument();
  });
});

describe('Reviews', () => {
  it('go through the skills one by one, by the keys 1 to 3', async () => {
    const { user, core } = await openScreen('/reviews', { before: faded });
    const [first, second, third] = queue(core).today;
    await heading(first!.name);
    expect(screen.getByText('1 of 3')).toBeInTheDocument();
    const topics = await screen.findByRole('list', { name: 'What you could do' });
    expect(within(topics).getAllByRole('listitem')).toHaveLength(topicsOf(core, first!.skill).length);
    await user.keyboard('1');
    await heading(second!.name);
    expect(screen.getByText('2 of 3')).toBeInTheDocument();
    await screen.findByRole('list', { name: 'What you could do' });
    await user.keyboard('3');
    await heading(third!.name);
    await screen.findByRole('list', { name: 'What you could do' });
    await user.click(screen.getByRole('button', { name: 'Still know it' }));
    await heading('Done for today');
    expect(screen.getByText('3 skills reviewed.')).toBeInTheDocument();
    expect(queue(core)).toMatchObject({ today: [], answered: 3, later: [{ skill: second!.skill }] });
    const next = await region('On the next days');
    expect(within(next).getByRole('link', { name: second!.name })).toBeInTheDocument();
  });

  it('turn the topics that need work to revise, and only those', async () => {
    const { user, core } = await openScreen('/reviews', { before: faded });
    const [first, second] = queue(core).today;
    await heading(first!.name);
    await screen.findByRole('list', { name: 'What you could do' });
    await user.keyboard('2');
    const [topic, ...others] = topicsOf(core, first!.skill);
    const group = within(await screen.findByRole('group', { name: 'Which topics need work?' }));
    await user.click(group.getByRole('checkbox', { name: topic!.text }));
    await user.click(screen.getByRole('button', { name: 'Mark one topic to revise' }));
    await heading(second!.name);
    const after = new Map(topicsOf(core, first!.skill).map(({ id, state }) => [id, state.status]));
    expect(after.get(topic!.id)).toBe('revise');
    for (const { id } of others) expect(after.get(id)).toBe('done');
  });

  it('can be taken back: the skill comes up again', async () => {
    const { user, core } = await openScreen('/reviews', { before: faded });
    const [first, second] = queue(core).today;
    await heading(first!.name);
    await screen.findByRole('list', { name: 'What you could do' });
    await user.keyboard('1');
    await heading(second!.name);
    await user.click(await screen.findByRole('button', { name: `Undo: review ${first!.name}: still known` }));
    await heading(first!.name);
    expect(queue(core).answered).toBe(0);
  });

  it('rest until a day, without a word of guilt, and go on when asked to', async () => {
    const { user, core } = await openScreen('/reviews', { before: faded });
    await heading(queue(core).today[0]!.name);
    const day = screen.getByLabelText('Pause until');
    fireEvent.change(day, { target: { value: inDays(-1) } });
    expect(screen.getByText('Choose a day after today.')).toBeInTheDocument();
    fireEvent.change(day, { target: { value: inDays(14) } });
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    await heading('Reviews are paused');
    expect(core.call('app.read', {}).settings.reviewsPausedUntil).toBe(inDays(14));
    await user.click(screen.getByRole('button', { name: 'Resume now' }));
    await heading(queue(core).today[0]!.name);
  });

  it('say that nothing wants a look where nothing does', async () => {
    await openScreen('/reviews');
    await heading('Nothing wants a look today');
  });
});

describe('one skill', () => {
  it('is reviewed from its page, due or not', async () => {
    const { user, core } = await openScreen('/skills/git', {
      before: (used) => person(used).knows('git'),
    });
    await heading('Git');
    await user.click(screen.getByRole('button', { name: 'Review' }));
    const dialog = await screen.findByRole('dialog', { name: 'Review Git' });
    await user.click(await within(dialog).findByRole('button', { name: 'Later' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(core.call('app.read', {}).history.undo?.label.kind).toBe('review-later');
  });
});
