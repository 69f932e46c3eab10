import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { TopicStatus } from '../../shared/values.ts';
import { announced, heading, mark, openScreen, person, region, topicsOf } from '../helpers/screen.tsx';
import type { TestCore } from '../helpers/test-core.ts';

const COMMIT = 'I can commit small changes with messages that explain why.';
const statusOf = (core: TestCore, topic: string): TopicStatus =>
  topicsOf(core, topic.split('.')[0]!).find(({ id }) => id === topic)!.state.status;
const row = (text: string): HTMLElement => mark(text).closest<HTMLElement>('[data-index]')!;
const openGit = async (before?: (core: TestCore) => void) => {
  const opened = await openScreen('/skills/git', before && { before });
  await heading('Git');
  await screen.findByText(COMMIT);
  return opened;
};

describe('a skill', () => {
  it('shows its topics by level, what each level means, and who needs it', async () => {
    const { core } = await openGit((used) => person(used).aims('api-developer'));
    const topics = topicsOf(core, 'git');
    for (const [level, name] of [
      [1, 'Aware'],
      [2, 'Working'],
      [3, 'Proficient'],
    ] as const) {
      const section = within(await region(name));
      const own = topics.filter((topic) => topic.level === level);
      expect(section.getAllByRole('checkbox')).toHaveLength(own.length);
      for (const { text } of own) expect(section.getByText(text)).toBeInTheDocument();
      expect(section.getByText(`0 of ${own.length}`)).toBeInTheDocument();
    }
    const needed = within(await region('Needed by'));
    expect(needed.getAllByRole('link')[0]).toHaveTextContent('API Developer');
    const standing = await region('Standing');
    expect(standing).toHaveTextContent('Working, API Developer');
    expect(standing).toHaveTextContent('nothing done yet');
  });

  it('ticks by mouse, and the counts of its level and the facts follow', async () => {
    const { user, core } = await openGit();
    await user.click(mark(COMMIT));
    expect(mark(COMMIT)).toBeChecked();
    expect(within(await region('Aware')).getByText('1 of 3')).toBeInTheDocument();
    await waitFor(() => expect(statusOf(core, 'git.01')).toBe('done'));
    await waitFor(async () => expect(await region('Standing')).toHaveTextContent(/100\s%, halves in/));
    await user.click(mark(COMMIT));
    expect(within(await region('Aware')).getByText('0 of 3')).toBeInTheDocument();
    await waitFor(() => expect(statusOf(core, 'git.01')).toBe('todo'));
  });

  it('ticks by a click on the words', async () => {
    const { user, core } = await openGit();
    await user.click(screen.getByText(COMMIT));
    await waitFor(() => expect(statusOf(core, 'git.01')).toBe('done'));
  });

  it('ticks by Space once, whether the row or its box has the focus', async () => {
    const { user, core } = await openGit();
    row(COMMIT).focus();
    await user.keyboard(' ');
    await waitFor(() => expect(statusOf(core, 'git.01')).toBe('done'));
    mark(COMMIT).focus();
    await user.keyboard(' ');
    await waitFor(() => expect(statusOf(core, 'git.01')).toBe('todo'));
  });

  it('sets each status by its key', async () => {
    const { user, core } = await openGit();
    row(COMMIT).focus();
    for (const [key, status] of [
      ['2', 'learning'],
      ['3', 'done'],
      ['4', 'revise'],
      ['1', 'todo'],
    ] as const) {
      await user.keyboard(key);
      await waitFor(() => expect(statusOf(core, 'git.01')).toBe(status));
    }
  });

  it('walks with the arrows and ticks where it stands', async () => {
    const { user, core } = await openGit();
    const first = topicsOf(core, 'git')[0]!;
    row(first.text).focus();
    await user.keyboard('{ArrowDown} {ArrowDown} ');
    await waitFor(() =>
      expect(
        topicsOf(core, 'git')
          .slice(0, 3)
          .map(({ state }) => state.status),
      ).toEqual(['todo', 'done', 'done']),
    );
  });

  it('says in the row why *revise* is refused for a topic that is not done', async () => {
    const { user, core } = await openGit();
    row(COMMIT).focus();
    await user.keyboard('4');
    expect(
      await within(row(COMMIT)).findByText('Only a topic that is done can be marked for revision.'),
    ).toBeInTheDocument();
    expect(statusOf(core, 'git.01')).toBe('todo');
    await user.keyboard('3');
    await waitFor(() => expect(within(row(COMMIT)).queryByText(/^Only a topic/)).not.toBeInTheDocument());
  });

  it('asks for a reason before it skips, and takes the topic out of the count', async () => {
    const { user, core } = await openGit();
    row(COMMIT).focus();
    await user.keyboard('5');
    const dialog = await screen.findByRole('dialog', { name: 'Why is this topic not for you?' });
    expect(dialog).toHaveTextContent(COMMIT);
    const reason = within(dialog).getByLabelText('Reason');
    await waitFor(() => expect(reason).toHaveFocus());
    await user.click(within(dialog).getByRole('button', { name: 'Skip topic' }));
    expect(dialog).toHaveTextContent('Write a few words');
    expect(reason).toBeInvalid();
    expect(statusOf(core, 'git.01')).toBe('todo');
    await user.type(reason, 'We use Mercurial{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    // It moves to a drawer at the end, out of the level and its count.
    const drawer = await screen.findByRole('button', { name: /Skipped, not counted/ });
    await waitFor(() => expect(screen.queryByText(COMMIT)).not.toBeInTheDocument());
    expect(within(await region('Aware')).getByText('0 of 2')).toBeInTheDocument();
    await user.click(drawer);
    expect(await screen.findByText('Skipped: We use Mercurial')).toBeInTheDocument();
    // It comes back as to do; that does not claim that the person knows it.
    await user.click(screen.getByRole('button', { name: `Bring back: ${COMMIT}` }));
    await waitFor(() => expect(statusOf(core, 'git.01')).toBe('todo'));
    await waitFor(() => expect(row(COMMIT)).not.toHaveTextContent('Mercurial'));
  });

  it('skips nothing when the dialog is cancelled, and gives the focus back', async () => {
    const { user, core } = await openGit();
    row(COMMIT).focus();
    await user.keyboard('5');
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(statusOf(core, 'git.01')).toBe('todo');
    await waitFor(() => expect(row(COMMIT)).toHaveFocus());
  });

  it('opens a menu of the five statuses by right click and by the menu key', async () => {
    const { user, core } = await openGit();
    fireEvent.contextMenu(mark(COMMIT));
    const menu = await screen.findByRole('menu', { name: 'Status' });
    const entries = within(menu).getAllByRole('menuitemradio');
    expect(entries).toHaveLength(5);
    expect(entries[0]).toBeChecked();
    expect(within(menu).getByRole('menuitemradio', { name: /^Revise/ })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await user.click(within(menu).getByRole('menuitemradio', { name: /^Learning/ }));
    await waitFor(() => expect(statusOf(core, 'git.01')).toBe('learning'));
    expect(row(COMMIT)).toHaveTextContent(/Learning, since \d+ \w+/);
    row(COMMIT).focus();
    await user.keyboard('{Shift>}{F10}{/Shift}');
    expect(await screen.findByRole('menu', { name: 'Status' })).toBeInTheDocument();
  });

  it('ticks a level, and the whole skill, in one undo step each', async () => {
    const { user, core } = await openGit((used) => person(used).aims('api-developer'));
    await user.click(within(await region('Working')).getByRole('button', { name: 'I know up to Working' }));
    await waitFor(() =>
      expect(topicsOf(core, 'git').map(({ state }) => state.status)).toEqual([
        ...Array<string>(5).fill('done'),
        'todo',
        'todo',
      ]),
    );
    expect(within(await region('Aware')).getByText('3 of 3')).toBeInTheDocument();
    expect(within(await region('Working')).getByText('2 of 2')).toBeInTheDocument();
    expect(
      within(await region('Working')).getByRole('button', { name: 'I know up to Working' }),
    ).toHaveAttribute('aria-disabled', 'true');
    expect(await screen.findByText('Ticked 5 topics of Git')).toBeInTheDocument();
    expect(announced()).toMatch(/^API Developer covered \d+\.\d percent, up \d/);
    await user.click(screen.getByRole('button', { name: 'I know this already' }));
    await waitFor(() =>
      expect(topicsOf(core, 'git').every(({ state }) => state.status === 'done')).toBe(true),
    );
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'I know this already' })).toHaveAttribute(
        'aria-disabled',
        'true',
      ),
    );
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(topicsOf(core, 'git').filter(({ state }) => state.status === 'done')).toHaveLength(5),
    );
    expect(await screen.findByRole('button', { name: 'Undo: “I know Git” up to Working' })).toBeEnabled();
    expect(within(await region('Proficient')).getByText('0 of 2')).toBeInTheDocument();
  });

  it('names what is better learned first', async () => {
    const { core } = await openScreen('/skills/api-security');
    await heading('API security');
    const { prerequisites } = core.call('skills.read', { skill: 'api-security' });
    const better = within(await region('Good to know before'));
    expect(better.getAllByRole('link').map((link) => link.textContent)).toEqual(
      prerequisites.map(({ name }) => name),
    );
  });

  it('says where a skill that no target needs stands', async () => {
    await openScreen('/skills/python');
    await heading('Python');
    expect(await region('Standing')).toHaveTextContent('none of your targets');
  });
});

describe('quick ticking', () => {
  it('keeps the last word when answers are late', async () => {
    const { user, core, hold } = await openGit();
    const release = hold();
    await user.click(mark(COMMIT));
    await user.click(mark(COMMIT));
    await user.click(mark(COMMIT));
    expect(mark(COMMIT)).toBeChecked();
    await release();
    await waitFor(() => expect(statusOf(core, 'git.01')).toBe('done'));
    expect(mark(COMMIT)).toBeChecked();
  });
});
