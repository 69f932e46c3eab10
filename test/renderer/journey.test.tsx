import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
// Fetched with the file, so that the first screen is there as soon as the others.
import '../../renderer/journey/journey.tsx';
import { finishProject } from '../helpers/projects.ts';
import { heading, openScreen, person, region } from '../helpers/screen.tsx';
import type { TestCore } from '../helpers/test-core.ts';

const journey = (core: TestCore) => core.call('journey.read', { role: null });
const aims = (core: TestCore): void => void person(core).aims('database-developer');
/** The part with this heading below the section's own. */
const part = (within_: HTMLElement, name: string): HTMLElement =>
  within(within_).getByRole('heading', { level: 3, name }).closest<HTMLElement>('div[class*=part]')!;
const meter = (within_: HTMLElement, name: string): string =>
  within(within_).getByRole('meter', { name }).getAttribute('aria-valuetext')!;

describe('Journey', () => {
  it('shows the five steps with what of each is covered, proven, open and logged', async () => {
    const { core } = await openScreen('/journey', {
      before: (own) => {
        aims(own);
        person(own).knows('git');
        finishProject(own, 'git', 2);
      },
    });
    await heading('Journey');
    expect(screen.getByText(/where you stand for Database Developer/)).toBeInTheDocument();
    const steps = await region('Five steps');
    expect(within(steps).getAllByRole('heading', { level: 3 })).toHaveLength(5);
    const { title, covered, proven } = journey(core).roadmap[1]!;
    const second = part(steps, `2. ${title}`);
    expect([covered, proven].every((share) => share > 0)).toBe(true);
    expect(meter(second, 'Covered')).toMatch(RegExp(`^${Math.floor(100 * covered)}\\s%$`));
    expect(meter(second, 'Proven')).toMatch(RegExp(`^${Math.floor(100 * proven)}\\s%$`));
    expect(within(second).getByText(/^Still open: .*, and \d+ more$/)).toBeInTheDocument();
    expect(within(second).getByRole('link', { name: 'Shop' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^#\/projects\//),
    );
    const last = part(steps, `5. ${journey(core).roadmap[4]!.title}`);
    expect(within(last).getByText(/^No finished project, work or education/)).toBeInTheDocument();
  });

  it('marks what the person has done, with the day and a link that shows it, each a step that can be undone', async () => {
    const { user, core, store } = await openScreen('/journey', { before: aims });
    const { text, id } = journey(core).roadmap[0]!.exits[0]!;
    const mark = () => journey(core).roadmap[0]!.exits[0]!;
    await user.click(await screen.findByRole('checkbox', { name: text }));
    await user.click(await screen.findByRole('button', { name: `Date and link: ${text}` }));
    const dialog = await screen.findByRole('dialog', { name: text });
    await user.type(within(dialog).getByRole('textbox', { name: /^Link that shows it/ }), 'example');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await within(dialog).findByText(/^An address begins with https/)).toBeInTheDocument();
    const field = within(dialog).getByRole('textbox', { name: /^Link that shows it/ });
    await user.clear(field);
    await user.type(field, 'https://example.org/talk');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('link', { name: 'Show' })).toHaveAttribute(
      'href',
      'https://example.org/talk',
    );
    expect(mark()).toMatchObject({ id, link: 'https://example.org/talk' });
    await store.getState().undo();
    expect(mark().link).toBeNull();
    await store.getState().undo();
    expect(mark().doneOn).toBeNull();
    await waitFor(() => expect(screen.getByRole('checkbox', { name: text })).not.toBeChecked());
  });

  it('shows the ladder of a role with its gates, which stage is next, and the ways on from there', async () => {
    const { user, core } = await openScreen('/journey', { before: aims });
    await user.click(await screen.findByRole('radio', { name: 'Ladder' }));
    const ladder = await region('Ladder');
    const [first, second] = journey(core).stages;
    expect(within(part(ladder, first!.title)).getByText('next')).toBeInTheDocument();
    expect(meter(part(ladder, first!.title), 'Entry list')).toBe('0 of 11, open');
    expect(within(part(ladder, second!.title)).queryByText('next')).toBeNull();
    expect(meter(part(ladder, second!.title), 'Finished projects')).toMatch(/^0 of \d, open$/);
    expect(within(await region('Finished projects')).getByText(/^None is finished yet/)).toBeInTheDocument();
    const ways = await region('Ways on from there');
    for (const way of ['full-stack', 'DevOps', 'architect', 'management'])
      expect(within(ways).getAllByText(new RegExp(way, 'i')).length).toBeGreaterThan(0);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Role' }), 'API Developer');
    expect(await within(await region('Ladder')).findByText('API Developer')).toBeInTheDocument();
  });

  it('has the duties of the role as things to have done, counted', async () => {
    const { user, core } = await openScreen('/journey', { before: aims });
    await user.click(await screen.findByRole('radio', { name: 'Have done' }));
    const [, own] = journey(core).duties;
    const duties = await region('Database Developer');
    expect(within(duties).getAllByRole('checkbox')).toHaveLength(own!.items.length);
    expect(within(duties).getByText(`0 of ${own!.items.length}`)).toBeInTheDocument();
    await user.click(within(duties).getByRole('checkbox', { name: own!.items[0]!.text }));
    expect(await within(duties).findByText(`1 of ${own!.items.length}`)).toBeInTheDocument();
  });

  it('has the plan for a first job and the checklist from learning to interviews, with their skills', async () => {
    const { user, core } = await openScreen('/journey', { before: aims });
    await user.click(await screen.findByRole('radio', { name: 'First job' }));
    const plan = await region('A first job without experience');
    const { firstJob, checklist } = journey(core);
    const [step] = firstJob;
    expect(
      within(part(plan, `1. ${step!.title}`)).getByRole('checkbox', { name: step!.mark.text }),
    ).not.toBeChecked();
    const [skill] = firstJob.flatMap(({ mark }) => mark.skills);
    expect(within(plan).getAllByRole('link', { name: skill!.name })[0]).toHaveAttribute(
      'href',
      `#/skills/${skill!.id}`,
    );
    for (const { title } of checklist) expect(await region(title)).toBeInTheDocument();
  });
});
