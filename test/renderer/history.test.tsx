import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { heading, mark, openScreen, person, region, topicsOf } from '../helpers/screen.tsx';
import { newRequest, type TestCore } from '../helpers/test-core.ts';

const COMMIT = 'I can commit small changes with messages that explain why.';
const done = (core: TestCore) =>
  topicsOf(core, 'git')
    .filter(({ state }) => state.status === 'done')
    .map(({ id }) => id);
const undo = () => screen.getByRole('button', { name: /^(Undo:|Nothing to undo)/ });
const redo = () => screen.getByRole('button', { name: /^(Redo:|Nothing to redo)/ });

describe('undo and redo', () => {
  it('have nothing to do at first, and name the action then', async () => {
    const { user } = await openScreen('/skills/git');
    await screen.findByText(COMMIT);
    expect(undo()).toBeDisabled();
    expect(redo()).toBeDisabled();
    await user.click(mark(COMMIT));
    await waitFor(() => expect(undo()).toHaveAccessibleName(`Undo: tick “${COMMIT}”`));
    expect(undo()).toHaveAttribute('title', `Undo: tick “${COMMIT}”`);
  });

  it('go by Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y', async () => {
    const { user, core } = await openScreen('/skills/git', {
      before: (used) => person(used).ticks('git.01', 'git.03'),
    });
    await screen.findByText(COMMIT);
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(done(core)).toEqual(['git.01']));
    await waitFor(() => expect(redo()).toHaveAccessibleName(/^Redo: tick “I can branch/));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(done(core)).toEqual([]));
    await waitFor(() => expect(mark(COMMIT)).not.toBeChecked());
    expect(within(await region('Aware')).getByText('0 of 3')).toBeInTheDocument();
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await waitFor(() => expect(done(core)).toEqual(['git.01']));
    await waitFor(() => expect(mark(COMMIT)).toBeChecked());
    await waitFor(() => expect(redo()).toBeEnabled());
    await user.keyboard('{Control>}y{/Control}');
    await waitFor(() => expect(done(core)).toEqual(['git.01', 'git.03']));
    await waitFor(() => expect(redo()).toBeDisabled());
  });

  it('take back the newest action, also when pressed before it was answered', async () => {
    const { user, core, store, hold } = await openScreen('/skills/git', {
      before: (used) => person(used).ticks('git.01'),
    });
    await screen.findByText(COMMIT);
    const release = hold();
    void store.getState().know('git', null);
    await user.keyboard('{Control>}z{/Control}');
    await release();
    await waitFor(() => expect(redo()).toBeEnabled());
    expect(done(core)).toEqual(['git.01']);
    expect(undo()).toHaveAccessibleName(`Undo: tick “${COMMIT}”`);
  });

  it('go by Meta+Z, as on a Mac', async () => {
    const { user, core } = await openScreen('/skills/git', {
      before: (used) => person(used).ticks('git.01'),
    });
    await screen.findByText(COMMIT);
    await user.keyboard('{Meta>}z{/Meta}');
    await waitFor(() => expect(done(core)).toEqual([]));
  });

  it('are a text field’s own while one has the focus', async () => {
    const { user, core } = await openScreen('/settings', { before: (used) => person(used).ticks('git.01') });
    await heading('Settings');
    screen.getByLabelText('Hours a week').focus();
    await user.keyboard('{Control>}z{/Control}');
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(done(core)).toEqual(['git.01']);
    screen.getByRole('radio', { name: 'Dark' }).focus();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(done(core)).toEqual([]));
  });

  it('belong to the page on a slider, which has no undo of its own', async () => {
    const { user, core } = await openScreen('/settings', { before: (used) => person(used).ticks('git.01') });
    await heading('Settings');
    screen.getByLabelText('Text size').focus();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(done(core)).toEqual([]));
  });

  it('take one step for one press, however fast', async () => {
    const { user, core } = await openScreen('/skills/git', {
      before: (used) => person(used).ticks('git.01', 'git.02', 'git.03'),
    });
    await screen.findByText(COMMIT);
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(done(core)).toEqual(['git.01', 'git.02']));
  });

  it('say so when another window did something meanwhile, and show the newest step', async () => {
    const { user, core } = await openScreen('/skills/git', {
      before: (used) => person(used).ticks('git.01'),
    });
    await screen.findByText(COMMIT);
    core.call('topics.setStatus', { request: newRequest(), topic: 'git.03', status: 'done' });
    await user.click(undo());
    expect(
      await screen.findByText(/^Something else was done in the meantime/, { selector: '[role=status]' }),
    ).toBeInTheDocument();
    expect(done(core)).toEqual(['git.01', 'git.03']);
    await waitFor(() => expect(undo()).toHaveAccessibleName(/^Undo: tick “I can branch/));
  });

  it('are not offered by the message on an older step once something newer was done', async () => {
    const { user, core } = await openScreen('/skills/git');
    await screen.findByText(COMMIT);
    await user.click(within(await region('Working')).getByRole('button', { name: 'I know up to Working' }));
    expect(await screen.findByText('Ticked 5 topics of Git')).toBeInTheDocument();
    const newer = topicsOf(core, 'git').find(({ state }) => state.status === 'todo')!;
    await user.click(mark(newer.text));
    await waitFor(() => expect(undo()).toHaveAccessibleName(`Undo: tick “${newer.text}”`));
    // Its button would take back the newer step.
    expect(screen.queryByText('Ticked 5 topics of Git')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });

  it('see what another window did once this one has the focus', async () => {
    const { core } = await openScreen('/skills/git');
    await screen.findByText(COMMIT);
    core.call('topics.setStatus', { request: newRequest(), topic: 'git.01', status: 'done' });
    fireEvent.focus(window);
    await waitFor(() => expect(mark(COMMIT)).toBeChecked());
    expect(undo()).toHaveAccessibleName(`Undo: tick “${COMMIT}”`);
  });
});

describe('what happened to something', () => {
  it('is told as done, with days as people write them', async () => {
    await openScreen('/certifications/aws-developer-associate', {
      before: (core) => {
        const certification = 'aws-developer-associate';
        const plan = {
          status: 'booked' as const,
          exam: { local: '2027-01-17T09:30', zone: 'Europe/Berlin', later: false },
          online: true,
          place: '',
          hoursPerWeek: 6,
          studyHours: null,
        };
        core.call('certifications.plan', { request: newRequest(), certification, plan });
      },
    });
    const past = within(await region('What happened here'));
    expect(await past.findByText(/^Planned AWS Certified Developer/)).toBeInTheDocument();
    expect(past.getByText(/exam: 17 Jan 2027, 09:30/)).toBeInTheDocument();
  });

  it('does not name again what the line above names', async () => {
    await openScreen('/roles/api-developer', {
      before: (core) => {
        person(core).ticks('git.01');
        core.call('topics.setStatuses', {
          request: newRequest(),
          topics: ['git.02', 'git.03'],
          status: 'done',
        });
      },
    });
    const past = within(await region('History'));
    expect(await past.findByText(`Ticked “${COMMIT}”`)).toBeInTheDocument();
    expect(past.getByText('To do → Done')).toBeInTheDocument();
    // Each of several is named, as no sentence of its own.
    expect(past.getByText(/[^.]: To do → Done; .*[^.]: To do → Done/)).toBeInTheDocument();
  });

  it('leaves out what says nothing, and calls a confidence by its word', async () => {
    await openScreen('/certifications/aws-developer-associate', {
      before: (core) =>
        core.call('objectives.rate', {
          request: newRequest(),
          certification: 'aws-developer-associate',
          domain: 'security',
          confidence: 2,
        }),
    });
    const past = within(await region('What happened here'));
    expect(await past.findByText('confidence: Fair')).toBeInTheDocument();
  });

  it('calls a level by its name, and what is no longer so by “no”', async () => {
    const { user } = await openScreen('/skills/git', {
      before: (core) => {
        const evidence = { skill: 'git', title: 'A talk', url: null, level: 2 as const, date: '2026-01-02' };
        const { id } = core.call('evidence.save', { request: newRequest(), evidence: null, ...evidence });
        core.call('evidence.save', { request: newRequest(), evidence: id, ...evidence, level: 3 });
        const { id: resource } = core.call('resources.save', {
          request: newRequest(),
          resource: null,
          skill: 'git',
          title: 'A page',
          url: 'https://example.org',
          kind: 'article',
        });
        for (const read of [true, false])
          core.call('resources.setRead', { request: newRequest(), resource, read });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'What happened here' }));
    const past = within(await screen.findByRole('list', { name: 'History' }));
    expect(await past.findByText('level: Working → Proficient')).toBeInTheDocument();
    expect(past.getByText(/^read: yes(?! →)/)).toBeInTheDocument();
    expect(past.getByText(/^read: yes → no/)).toBeInTheDocument();
  });

  it('shows a text that only looks like a day as it is', async () => {
    await openScreen('/projects/project-1', {
      before: (core) =>
        core.call('projects.create', {
          request: newRequest(),
          template: null,
          title: '2026-99-99',
          kind: 'personal',
        }),
    });
    const past = within(await region('History'));
    const made = await past.findByText(/title: 2026-99-99; status: planned/);
    expect(made).not.toHaveTextContent(/\[\]|→ 0|: 0|ticked/);
  });

  it('shows the first of what a new project began with, and all of it when asked', async () => {
    const { user } = await openScreen('/projects/project-1', {
      before: (core) => {
        const { templates } = core.call('projects.templates', {});
        core.call('projects.create', {
          request: newRequest(),
          template: templates[0]!.id,
          title: 'Mine',
          kind: 'personal',
        });
      },
    });
    const past = within(await region('History'));
    const made = await past.findByText(/title: Mine; status: planned; /);
    expect(made).not.toHaveTextContent(/item: /);
    await user.click(within(made).getByRole('button', { name: /^and \d+ more$/ }));
    expect(made).toHaveTextContent(/item: /);
    expect(within(made).queryByRole('button')).toBeNull();
  });
});
