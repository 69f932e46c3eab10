import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { heading, openScreen, person } from '../helpers/screen.tsx';

const items = () => screen.getAllByRole('treeitem');
const titles = () => items().map((item) => item.textContent);
const focused = () => document.activeElement?.textContent ?? '';
const category = (name: string) => screen.getByRole('treeitem', { name: new RegExp(`^${name}`) });

describe('Skills', () => {
  it('counts everything in its lead and folds every category', async () => {
    const { core } = await openScreen('/skills', { before: (used) => person(used).knows('git') });
    await heading('Skills');
    const { categories } = core.call('skills.categories', {});
    const skills = categories.reduce((sum, one) => sum + one.skills, 0);
    const total = categories.reduce((sum, one) => sum + one.topics.total, 0);
    expect(screen.getByText(`${skills} skills, ${total} topics. You have ticked 7.`)).toBeInTheDocument();
    expect(items()).toHaveLength(categories.length);
    categories.forEach(({ title, topics }, index) => {
      expect(items()[index]).toHaveTextContent(title);
      expect(items()[index]).toHaveTextContent(`${topics.done}/${topics.total}`);
      expect(items()[index]).toHaveAttribute('aria-expanded', 'false');
      expect(items()[index]).toHaveAttribute('aria-posinset', String(index + 1));
      expect(items()[index]).toHaveAttribute('aria-setsize', String(categories.length));
    });
  });

  it('goes by keyboard: arrows open, walk and fold, Enter goes to the skill', async () => {
    const { user } = await openScreen('/skills');
    await heading('Skills');
    items()[0]!.focus();
    await user.keyboard('{ArrowRight}');
    await screen.findByText('Python');
    expect(category('Programming languages')).toHaveAttribute('aria-expanded', 'true');
    await user.keyboard('{ArrowRight}');
    expect(focused()).toMatch(/^Python/);
    expect(document.activeElement).toHaveAttribute('aria-level', '2');
    expect(document.activeElement).toHaveAttribute('aria-setsize', '9');
    await user.keyboard('{ArrowDown}');
    expect(focused()).toMatch(/^Java/);
    await user.keyboard('{ArrowLeft}');
    expect(focused()).toMatch(/^Programming languages/);
    await user.keyboard('{ArrowLeft}');
    expect(category('Programming languages')).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByText('Python')).not.toBeInTheDocument();
    await user.keyboard('{End}');
    expect(focused()).toMatch(/^Soft skills/);
    await user.keyboard('{Home}{Enter}');
    await screen.findByText('Python');
    await user.keyboard('{ArrowDown}{Enter}');
    await heading('Python');
    expect(location.hash).toBe('#/skills/python');
  });

  it('opens by mouse and stays open for the way back', async () => {
    const { user } = await openScreen('/skills');
    await heading('Skills');
    await user.click(within(category('Testing')).getByText('Testing'));
    const link = await screen.findByRole('link', { name: 'Unit testing and TDD' });
    await user.click(link);
    await heading('Unit testing and TDD');
    location.hash = '/skills';
    await heading('Skills');
    expect(category('Testing')).toHaveAttribute('aria-expanded', 'true');
  });

  it('opens and closes all', async () => {
    const { user, core } = await openScreen('/skills');
    await heading('Skills');
    const { categories } = core.call('skills.categories', {});
    await user.click(screen.getByRole('button', { name: 'Open all' }));
    await waitFor(() => expect(items().length).toBeGreaterThan(50));
    expect(items()[1]).toHaveTextContent('Python');
    await user.click(screen.getByRole('button', { name: 'Close all' }));
    expect(items()).toHaveLength(categories.length);
  });

  it('shows level, target, counts and freshness of a skill', async () => {
    const { user } = await openScreen('/skills', {
      before: (core, clock) => {
        person(core).aims('api-developer');
        clock.addDays(-2_000);
        person(core).knows('git');
        clock.addDays(2_000);
        person(core).knows('code-review');
      },
    });
    await heading('Skills');
    await user.click(within(category('Version control')).getByText(/^Version control/));
    const git = (await screen.findByRole('link', { name: 'Git' })).closest('[role=treeitem]')!;
    expect(git).toHaveTextContent(/Proficient, target Working/);
    expect(git).toHaveTextContent('7/7');
    expect(git).toHaveTextContent(/Fading|Stale/);
    const review = screen.getByRole('link', { name: 'Code review' }).closest('[role=treeitem]')!;
    expect(review).toHaveTextContent('Fresh');
    expect(titles().find((text) => text?.startsWith('Agile'))).toMatch(/Not started/);
  });

  it('opens the category of a skill from the way up on its page', async () => {
    const { user } = await openScreen('/skills/git');
    await heading('Git');
    await user.click(screen.getByRole('link', { name: 'Version control and collaboration' }));
    await heading('Skills');
    await waitFor(() => expect(category('Version control')).toHaveAttribute('aria-expanded', 'true'));
  });
});
