import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
// Fetched with the file, so that the first screen is there as soon as the others.
import '../../renderer/experience/experience.tsx';
import '../../renderer/portfolio/portfolio.tsx';
import '../../renderer/projects/project.tsx';
import '../../renderer/projects/projects.tsx';
import '../../renderer/projects/templates.tsx';
import { newRequest, type TestCore } from '../helpers/test-core.ts';
import { saveWork } from '../helpers/projects.ts';
import { heading, openScreen, person, region } from '../helpers/screen.tsx';

const create = (core: TestCore, title: string): string =>
  core.call('projects.create', { request: newRequest(), template: null, title, kind: 'personal' }).id;
const order = (core: TestCore): string[] =>
  core.call('projects.list', {}).projects.map(({ title, status }) => `${status} ${title}`);

describe('the room', () => {
  test('without projects says what to do, and a project begins with its name', async () => {
    const { user, core } = await openScreen('/projects');
    expect(screen.getByText(/Nothing here yet/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'New project' }));
    await user.click(await screen.findByRole('button', { name: 'Begin' }));
    expect(await screen.findByText('Give the project a title.')).toBeTruthy();
    await user.type(screen.getByLabelText('Title'), 'Book shelf');
    await user.click(screen.getByRole('button', { name: 'Begin' }));
    await heading('Book shelf');
    expect(order(core)).toEqual(['planned Book shelf']);
  });

  test('on the board, Alt and arrow keys move a card, which keeps the focus, and it is said', async () => {
    const { user, core } = await openScreen('/projects/board', {
      before: (made) => ['A', 'B'].forEach((title) => create(made, title)),
    });
    const card = (): HTMLElement => screen.getByRole('link', { name: 'B' });
    card().focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(order(core)).toEqual(['planned B', 'planned A']));
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await waitFor(() => expect(order(core)).toEqual(['planned A', 'building B']));
    await waitFor(() => expect(document.activeElement).toBe(card()));
    expect(screen.getByText('B: Building, place 1 of 1')).toBeTruthy();
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await screen.findByText(/^B: Shipped, place 1 of 1\. \d+ of \d+ items are open\. It proves/);
  });
});

describe('a template', () => {
  test('begin with a framework that goes with the language, also when that is changed', async () => {
    const { user } = await openScreen('/projects/templates', {
      before: (core) => core.call('skills.know', { request: newRequest(), skill: 'nodejs', level: 2 }),
    });
    await user.click(await screen.findByRole('button', { name: 'Begin “URL shortener”' }));
    const dialog = within(await screen.findByRole('dialog'));
    const language = dialog.getByLabelText<HTMLSelectElement>('One server-side language');
    const framework = dialog.getByLabelText<HTMLSelectElement>('One server-side framework');
    expect([language.value, framework.value]).toEqual(['nodejs', 'express']);
    await user.selectOptions(language, 'Python');
    expect(framework.value).toBe('django');
    await user.selectOptions(framework, 'FastAPI');
    await user.selectOptions(language, 'Python');
    expect(framework.value).toBe('fastapi');
    // Another one can still be chosen on purpose.
    await user.selectOptions(framework, 'Express.js');
    expect([language.value, framework.value]).toEqual(['python', 'express']);
  });

  test('is found by filters, and begins with what it will be built with', async () => {
    const { user, core } = await openScreen('/projects/templates', {
      before: (made) => person(made).aims('api-developer'),
    });
    await user.selectOptions(screen.getByLabelText('Skill'), 'Rate limiting and quotas');
    await user.selectOptions(screen.getByLabelText('Difficulty'), 'Intermediate');
    expect(screen.getByText(/^\d templates$/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Begin “URL shortener”' }));
    const dialog = await screen.findByRole('dialog');
    const language = within(dialog).getByLabelText(/language/i);
    await user.selectOptions(language, 'Go');
    await user.click(within(dialog).getByRole('button', { name: 'Begin' }));
    await heading('URL shortener');
    const [project] = core.call('projects.list', {}).projects;
    expect(project!.skills.map(({ skill }) => skill)).toContain('go');
  });
});

describe('a project', () => {
  test('is finished when it is shipped and its items are ticked or waived, and the skill shows it', async () => {
    const { user, core } = await openScreen('/projects', {
      before: (made) => {
        const id = create(made, 'Shelf');
        made.call('projects.setSkill', { request: newRequest(), project: id, skill: 'git', level: 2 });
        const [, ...rest] = made.call('projects.read', { project: id }).items;
        for (const item of rest)
          made.call('projects.setItem', { request: newRequest(), item: item.id, ticked: true });
      },
    });
    await user.click(screen.getByRole('link', { name: 'Shelf' }));
    await heading('Shelf');
    await user.click(screen.getByRole('button', { name: /^Waive “The README/ }));
    await user.click(await screen.findByRole('button', { name: 'Waive' }));
    expect(screen.getByText('Write a few words, so that you know later why.')).toBeTruthy();
    await user.type(screen.getByLabelText('Reason'), 'private work');
    await user.click(screen.getByRole('button', { name: 'Waive' }));
    await screen.findByText('Waived: private work');
    await user.selectOptions(screen.getByLabelText('Status'), 'Shipped');
    await screen.findByText(/^Finished: it is shipped/);
    expect(screen.getByLabelText('Status')).toHaveAccessibleDescription(
      'Finished. None of your target roles asks for what it shows.',
    );
    const [row] = core.call('projects.list', {}).projects;
    location.hash = '/skills/git';
    const evidence = await region('Evidence');
    expect(within(evidence).getByRole('link', { name: 'Shelf' }).getAttribute('href')).toBe(
      `#/projects/${row!.id}`,
    );
  });

  test('that is shipped too early says what is open, and finishing says what that proves', async () => {
    const { user, core, store } = await openScreen('/projects', {
      before: (made) => {
        person(made).aims('api-developer');
        const id = create(made, 'Shelf');
        made.call('projects.setSkill', { request: newRequest(), project: id, skill: 'git', level: 2 });
        const [, , ...rest] = made.call('projects.read', { project: id }).items;
        for (const item of rest)
          made.call('projects.setItem', { request: newRequest(), item: item.id, ticked: true });
      },
    });
    await user.click(screen.getByRole('link', { name: 'Shelf' }));
    await heading('Shelf');
    const project = () =>
      core.call('projects.read', { project: core.call('projects.list', {}).projects[0]!.id });
    const { total } = project().settled;
    const status = () => screen.getByLabelText('Status');
    expect(status()).not.toHaveAccessibleDescription();
    await user.selectOptions(status(), 'Shipped');
    await waitFor(() =>
      expect(status()).toHaveAccessibleDescription(
        `2 of ${total} items are open. It proves its skills once they are ticked or waived.`,
      ),
    );
    expect(screen.getByText(/^It is shipped\. It is finished, and proves its skills/)).toBeTruthy();
    const [first, second] = project().items;
    await user.click(screen.getByRole('checkbox', { name: first!.text }));
    await waitFor(() =>
      expect(status()).toHaveAccessibleDescription(
        `1 of ${total} items is open. It proves its skills once that is ticked or waived.`,
      ),
    );
    // What waiving means is said where it is done, and holds.
    await user.click(screen.getByRole('button', { name: `Waive “${second!.text}”` }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/once finished, it proves all its skills/)).toBeTruthy();
    await user.type(dialog.getByLabelText('Reason'), 'private work');
    await user.click(dialog.getByRole('button', { name: 'Waive' }));
    await waitFor(() => expect(project().finished).toBe(true));
    const { points } = project().proves[0]!;
    await waitFor(() =>
      expect(status()).toHaveAccessibleDescription(`Finished. API Developer: +${points.toFixed(1)} Proven`),
    );
    expect(points).toBeGreaterThan(0);
    expect(store.getState().announcement).toMatch(/^API Developer proven [\d.]+ percent, up \d/);
    await store.getState().undo();
    expect(store.getState().announcement).toMatch(/^API Developer proven 0(?:\.0)? percent, down \d/);
  });

  test('takes items of the person’s own, and gives up what was waived or added', async () => {
    const { user, core } = await openScreen('/projects', { before: (made) => void create(made, 'Shelf') });
    const items = () =>
      core.call('projects.read', { project: core.call('projects.list', {}).projects[0]!.id }).items;
    await user.click(screen.getByRole('link', { name: 'Shelf' }));
    await heading('Shelf');
    const first = items()[0]!.text;
    await user.type(screen.getByLabelText('Add an item'), 'A friend has tried it{Enter}');
    await user.click(await screen.findByRole('checkbox', { name: 'A friend has tried it' }));
    await waitFor(() =>
      expect(items().at(-1)).toMatchObject({ text: 'A friend has tried it', origin: 'own', ticked: true }),
    );
    await user.click(screen.getByRole('button', { name: `Waive “${first}”` }));
    await user.type(await screen.findByLabelText('Reason'), 'private work');
    await user.click(screen.getByRole('button', { name: 'Waive' }));
    await screen.findByText('Waived: private work');
    await user.click(screen.getByRole('button', { name: `Bring “${first}” back` }));
    await waitFor(() => expect(items()[0]!.reason).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Remove “A friend has tried it”' }));
    await waitFor(() => expect(items().map(({ origin }) => origin)).not.toContain('own'));
  });

  test('refuses days that run backwards and addresses that do not open, in words beside them', async () => {
    const { user, core } = await openScreen('/projects', { before: (made) => void create(made, 'Shelf') });
    await user.click(screen.getByRole('link', { name: 'Shelf' }));
    await heading('Shelf');
    await user.click(screen.getByRole('button', { name: 'Change' }));
    await user.type(await screen.findByLabelText('Demo'), 'javascript:alert(1)');
    await user.type(screen.getByLabelText('Repository'), 'https://example.org/my shelf');
    await user.type(screen.getByLabelText('Started'), '2026-03-02');
    await user.type(screen.getByLabelText('Finished'), '2026-03-01');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('An address begins with https://, http:// or mailto:.')).toBeTruthy();
    expect(
      screen.getByText('An address holds no space. Take it out, or write %20 in its place.'),
    ).toBeTruthy();
    expect(screen.getByText('The end lies before the start.')).toBeTruthy();
    expect(
      core.call('projects.read', { project: core.call('projects.list', {}).projects[0]!.id }),
    ).toMatchObject({
      demo: null,
      startedOn: null,
    });
  });
});

test('experience is added with a month and a skill, and shown with them', async () => {
  const { user, core } = await openScreen('/experience');
  await user.click(screen.getByRole('button', { name: 'Add experience' }));
  await user.type(await screen.findByLabelText('Title'), 'Intern');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText('Choose the month in which it began.')).toBeTruthy();
  await user.type(screen.getByLabelText('From'), '2024-02');
  await user.type(screen.getByRole('combobox', { name: 'Add a skill' }), 'Git{Enter}');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Internship · Feb 2024 to now');
  expect(core.call('experience.list', {}).entries[0]!.skills).toEqual([
    { skill: 'git', name: 'Git', level: 2 },
  ]);
});

test('an entry of experience shows its history once asked, and takes a step of it back', async () => {
  const { user, core } = await openScreen('/experience', {
    before: (made) => {
      const experience = saveWork(made);
      saveWork(made, { experience, title: 'Trainee' });
    },
  });
  await user.click(screen.getByRole('button', { name: 'History of Trainee' }));
  await screen.findByText('title: Intern → Trainee');
  await user.click(screen.getAllByRole('button', { name: 'Take back' })[0]!);
  await screen.findByRole('heading', { name: 'Intern' });
  expect(core.call('experience.list', {}).entries[0]!.title).toBe('Intern');
});

test('the portfolio shows what is shipped, and a project can be left out', async () => {
  const { user } = await openScreen('/portfolio', {
    before: (core) => {
      const id = create(core, 'Shelf');
      core.call('projects.move', { request: newRequest(), project: id, status: 'shipped', before: null });
    },
  });
  const preview = await region('What it shows');
  expect(within(preview).getByText('Shelf')).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: 'Shelf' }));
  expect(within(preview).queryByText('Shelf')).toBeNull();
});

test('the portfolio shows whose it is as it is typed, and has it again after a look elsewhere; undo takes it back', async () => {
  const shipped = (core: TestCore): void => {
    const id = create(core, 'Shelf');
    core.call('projects.move', { request: newRequest(), project: id, status: 'shipped', before: null });
  };
  const { user, core, store } = await openScreen('/portfolio', { before: shipped });
  const preview = await region('What it shows');
  await user.type(screen.getByLabelText('Your name'), 'Ada');
  expect(within(preview).getByText('Ada')).toBeTruthy();
  await user.tab();
  expect(document.activeElement).toBe(screen.getByLabelText('One line about you'));
  await waitFor(() => expect(core.call('portfolio.chosen', {}).name).toBe('Ada'));
  // The answer to what was saved must take no letter, and no focus.
  await user.keyboard('Backend developer');
  await waitFor(() => expect(store.getState().history.undo?.label.kind).toBe('edit-portfolio'));
  expect(within(preview).getByText('Backend developer')).toBeTruthy();
  // Away by the address, from within the field, right after the last letter.
  location.hash = '/projects';
  await heading('Projects');
  await waitFor(() => expect(core.call('portfolio.chosen', {}).headline).toBe('Backend developer'));
  location.hash = '/portfolio';
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLInputElement>('One line about you').value).toBe('Backend developer'),
  );
  await user.click(screen.getByRole('checkbox', { name: 'Notes' }));
  await waitFor(() => expect(core.call('portfolio.chosen', {}).notes).toBe(true));
  await store.getState().undo();
  await waitFor(() =>
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Notes' }).checked).toBe(false),
  );
  await store.getState().undo();
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('One line about you').value).toBe(''));
  expect(screen.getByLabelText<HTMLInputElement>('Your name').value).toBe('Ada');
});
