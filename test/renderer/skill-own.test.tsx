import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { announced, heading, mark, openScreen, region } from '../helpers/screen.tsx';
import { newRequest, type TestCore } from '../helpers/test-core.ts';

const COMMIT = 'I can commit small changes with messages that explain why.';
const UNDO = 'I can undo a local mistake without losing work.';
const openGit = async (before?: (core: TestCore) => void) => {
  const opened = await openScreen('/skills/git', before && { before });
  await heading('Git');
  await screen.findByText(COMMIT);
  return opened;
};
const row = (text: string): HTMLElement => mark(text).closest<HTMLElement>('[data-index]')!;
const own = (core: TestCore): string[] =>
  core
    .call('topics.list', { skill: 'git' })
    .topics.filter((topic) => topic.own)
    .map(({ text, depth }) => `${'  '.repeat(depth - 1)}${text}`);
const add = (core: TestCore, text: string, parent: string | null = null): string =>
  core.call('topics.create', { request: newRequest(), skill: 'git', parent, text }).id;

afterEach(() => sessionStorage.clear());

describe('own topics on a skill’s page', () => {
  it('are added one after the other with Enter', async () => {
    const { user, core } = await openGit();
    const aware = within(await region('Aware'));
    await user.click(aware.getByRole('button', { name: 'Add a topic' }));
    await user.keyboard('First{Enter}');
    await waitFor(() => expect(own(core)).toEqual(['First']));
    await waitFor(() => expect(aware.getByRole('textbox')).toHaveValue(''));
    await user.keyboard('Second with a [[link](https://example.org/){Enter}');
    await waitFor(() => expect(own(core)).toEqual(['First', 'Second with a link']));
    const link = await aware.findByRole('link', { name: 'Open link' });
    expect(link).toHaveAttribute('href', 'https://example.org/');
    expect(link).toHaveAttribute('rel', 'noreferrer');
  });

  it('are added one after the other to a skill that had none, and the page of one that was undone says so', async () => {
    const { user, core } = await openScreen('/skills/own-skill-146', {
      before: (used) =>
        used.call('skills.create', { request: newRequest(), category: 'testing', name: 'Home network' }),
    });
    await heading('Home network');
    await user.click(screen.getByRole('button', { name: 'Add a topic' }));
    await user.keyboard('VLANs{Enter}');
    await waitFor(() => expect(core.call('topics.list', { skill: 'own-skill-146' }).topics).toHaveLength(1));
    await region('Aware');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('placeholder'));
    await user.keyboard('New rules{Enter}');
    await waitFor(() => expect(core.call('topics.list', { skill: 'own-skill-146' }).topics).toHaveLength(2));
    await user.keyboard('{Escape}');
    for (let step = 0; step < 3; step += 1) {
      await waitFor(() => expect(screen.getByRole('button', { name: /^Undo:/ })).toBeEnabled());
      await user.keyboard('{Control>}z{/Control}');
    }
    await heading('There is nothing at this address.');
  });

  it('are moved and nested by Alt and the arrow keys, and show their leaves', async () => {
    const { user, core } = await openGit((used) => {
      add(used, 'One');
      add(used, 'Two');
    });
    row('Two').focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(own(core)).toEqual(['Two', 'One']));
    await waitFor(() => expect(row('One').previousElementSibling).toBe(row('Two')));
    // The focus went with the topic.
    await waitFor(() => expect(row('Two')).toHaveFocus());
    row('One').focus();
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await waitFor(() => expect(own(core)).toEqual(['Two', '  One']));
    await waitFor(() => expect(row('Two')).toHaveTextContent('0 of 1'));
    row('One').focus();
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await waitFor(() => expect(own(core)).toEqual(['Two', 'One']));
  });

  it('are moved by key after a click on their box, which has the focus then', async () => {
    const { user, core } = await openGit((used) =>
      ['One', 'Two', 'Three'].forEach((text) => add(used, text)),
    );
    await user.click(mark('Three'));
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(own(core)).toEqual(['One', 'Three', 'Two']));
    await waitFor(() => expect(row('Three')).toHaveFocus());
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(own(core)).toEqual(['Three', 'One', 'Two']));
  });

  it('offer the one above when their last is ticked, and do not tick it', async () => {
    const { user, core } = await openGit((used) => {
      const top = add(used, 'Whole');
      add(used, 'Half', top);
    });
    await user.click(mark('Half'));
    expect(await screen.findByText('All parts are done. Tick “Whole” too?')).toBeInTheDocument();
    expect(mark('Whole')).not.toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Tick it' }));
    await waitFor(() => expect(mark('Whole')).toBeChecked());
    expect(core.call('topics.list', { skill: 'git' }).topics.filter((topic) => topic.own)).toMatchObject([
      { state: { status: 'done' } },
      { state: { status: 'done' } },
    ]);
  });

  it('show that they have a note by a button that opens it, and ticks nothing', async () => {
    const { user } = await openGit((used) => {
      const id = add(used, 'Mine');
      used.call('notes.set', { request: newRequest(), kind: 'topic', id, text: 'Mind the *index*.' });
    });
    const note = () => within(row('Mine')).getByRole('button', { name: 'Note on “Mine”' });
    row('Mine').focus();
    await user.tab();
    while (document.activeElement !== note() && row('Mine').contains(document.activeElement))
      await user.tab();
    expect(note()).toHaveFocus();
    await user.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Note on “Mine”' }));
    expect(await dialog.findByText('index', { selector: 'em' })).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    expect(mark('Mine')).not.toBeChecked();
    await user.click(note());
    expect(await screen.findByRole('dialog', { name: 'Note on “Mine”' })).toBeInTheDocument();
    expect(mark('Mine')).not.toBeChecked();
  });

  it('are changed from their menu, and removed with a way back', async () => {
    const { user, core } = await openGit((used) => void add(used, 'Mine'));
    fireEvent.contextMenu(screen.getByText('Mine'));
    await user.click(await screen.findByRole('menuitem', { name: 'Change the text' }));
    const field = await screen.findByLabelText('Text');
    await user.clear(field);
    await user.type(field, '{Enter}');
    expect(await screen.findByText('Say what can be learned.')).toBeInTheDocument();
    expect(field).toHaveFocus();
    await user.type(field, 'Mine, better{Enter}');
    await waitFor(() => expect(own(core)).toEqual(['Mine, better']));
    await screen.findByText('Mine, better');
    fireEvent.contextMenu(screen.getByText('Mine, better'));
    await user.click(await screen.findByRole('menuitem', { name: 'Remove' }));
    await waitFor(() => expect(own(core)).toEqual([]));
    await user.click(await screen.findByRole('button', { name: /^Undo: remove/ }));
    await waitFor(() => expect(own(core)).toEqual(['Mine, better']));
  });
});

describe('the level of an own topic', () => {
  it('is chosen in its dialog, but for one below another', async () => {
    const { user, core } = await openGit((used) => add(used, 'Below', add(used, 'Mine')));
    const change = async (text: string) => {
      fireEvent.contextMenu(screen.getByText(text));
      await user.click(await screen.findByRole('menuitem', { name: 'Change the text' }));
      await screen.findByRole('dialog');
    };
    await change('Below');
    expect(screen.queryByLabelText('Level')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await change('Mine');
    await user.selectOptions(screen.getByLabelText('Level'), 'Expert');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const levels = () =>
      core
        .call('topics.list', { skill: 'git' })
        .topics.filter((topic) => topic.own)
        .map(({ text, level }) => [text, level]);
    await waitFor(() =>
      expect(levels()).toEqual([
        ['Mine', 4],
        ['Below', 4],
      ]),
    );
  });

  it('is chosen in the menu of its row, by keyboard too, and undone in one step', async () => {
    const { user, core } = await openGit((used) => add(used, 'Below', add(used, 'Mine')));
    const levels = () =>
      core
        .call('topics.list', { skill: 'git' })
        .topics.filter((topic) => topic.own)
        .map(({ level }) => level);
    row('Mine').focus();
    await user.keyboard('{Shift>}{F10}{/Shift}');
    const choices = await screen.findByRole('group', { name: 'Level' });
    expect(within(choices).getByRole('menuitemradio', { checked: true })).toHaveTextContent('Aware');
    await user.keyboard('expert{Enter}');
    await waitFor(() => expect(levels()).toEqual([4, 4]));
    expect(announced()).toBe('The topic is at Expert now');
    await waitFor(() => expect(row('Mine').closest('section')).toHaveAccessibleName('Expert'));
    await waitFor(() => expect(row('Mine')).toHaveFocus());
    await user.click(screen.getByRole('button', { name: /^Undo: / }));
    await waitFor(() => expect(levels()).toEqual([1, 1]));
    fireEvent.contextMenu(screen.getByText('Below'));
    await screen.findByRole('menuitem', { name: 'Change the text' });
    expect(screen.queryByRole('group', { name: 'Level' })).not.toBeInTheDocument();
  });

  it('of several topics of an own skill is set at once', async () => {
    let skill = '';
    const { user, core } = await openScreen('/skills', {
      before: (used) => {
        const category = used.call('categories.create', { request: newRequest(), title: 'Mine' }).id;
        skill = used.call('skills.create', { request: newRequest(), category, name: 'Weaving' }).id;
        for (const text of ['One', 'Two', 'Three'])
          used.call('topics.create', { request: newRequest(), skill, text });
      },
    });
    act(() => void (location.hash = `/skills/${encodeURIComponent(skill)}`));
    await heading('Weaving');
    (await screen.findByText('One')).closest<HTMLElement>('[data-index]')!.focus();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await user.selectOptions(await screen.findByLabelText('Level of the selected topics'), 'Working');
    const working = await region('Working');
    await waitFor(() => expect(within(working).getAllByRole('listitem')).toHaveLength(2));
    expect(screen.queryByRole('toolbar')).not.toBeInTheDocument();
    expect(core.call('app.read', {}).history.undo!.label).toMatchObject({ kind: 'move-topics', count: 2 });
  });
});

describe('several topics', () => {
  it('are selected with Shift and set in one step', async () => {
    const { user, core } = await openGit();
    row(COMMIT).focus();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    const bar = await screen.findByRole('toolbar', { name: 'Selected topics' });
    await waitFor(() => expect(bar).toHaveTextContent('2 topics selected'));
    await user.click(within(bar).getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(mark(UNDO)).toBeChecked());
    expect(mark(COMMIT)).toBeChecked();
    expect(core.call('app.read', {}).history.undo!.label).toMatchObject({ kind: 'set-many', count: 2 });
    row(COMMIT).focus();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('toolbar')).not.toBeInTheDocument());
  });

  it('are selected up to a box that is clicked with Shift, which ticks nothing', async () => {
    const { user, core } = await openGit();
    await user.click(mark(COMMIT));
    await user.keyboard('{Shift>}');
    await user.click(mark(COMMIT));
    await user.click(mark(UNDO));
    await user.keyboard('{/Shift}');
    const bar = await screen.findByRole('toolbar', { name: 'Selected topics' });
    await waitFor(() => expect(bar).toHaveTextContent('2 topics selected'));
    expect(mark(COMMIT)).toBeChecked();
    expect(mark(UNDO)).not.toBeChecked();
    expect(core.call('skills.read', { skill: 'git' }).progress.done).toBe(1);
  });

  it('are selected on into the next level', async () => {
    const { user, core } = await openGit();
    const { levels } = core.call('skills.read', { skill: 'git' });
    const last = levels[0]!.topics - 1;
    const texts = core.call('topics.list', { skill: 'git' }).topics.map(({ text }) => text);
    row(texts[last]!).focus();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    const bar = await screen.findByRole('toolbar', { name: 'Selected topics' });
    await waitFor(() => expect(bar).toHaveTextContent('2 topics selected'));
    await waitFor(() => expect(row(texts[last + 1]!)).toHaveFocus());
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await waitFor(() => expect(bar).toHaveTextContent('3 topics selected'));
    await user.keyboard('{Shift>}{ArrowUp}{ArrowUp}{/Shift}');
    await waitFor(() => expect(bar).toHaveTextContent('One topic selected'));
  });

  it('are skipped with one reason', async () => {
    const { user, core } = await openGit();
    row(COMMIT).focus();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await screen.findByRole('toolbar');
    await user.keyboard('5');
    await user.type(await screen.findByLabelText('Reason'), 'Not here{Enter}');
    await waitFor(() =>
      expect(core.call('topics.list', { skill: 'git', skipped: true }).topics).toMatchObject([
        { state: { reason: 'Not here' } },
        { state: { reason: 'Not here' } },
      ]),
    );
  });
});

describe('a note', () => {
  const noteOf = (core: TestCore): string => core.call('notes.read', { kind: 'skill', id: 'git' }).text;

  it('is written as typed, saved by itself, and read as Markdown without what could run', async () => {
    const { user, core } = await openGit();
    await user.click(await screen.findByRole('button', { name: 'Write a note' }));
    const text =
      '**bold** <img src=x onerror=alert(1)> [[bad](javascript:alert(1)) ![[pic](https://example.org/p.png)';
    await user.type(screen.getByLabelText('Note on Git'), text);
    await waitFor(() => expect(noteOf(core)).toContain('**bold**'), { timeout: 3_000 });
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(await screen.findByText('bold')).toContainHTML('<strong>bold</strong>');
    expect(document.querySelector('img')).toBeNull();
    expect(document.querySelector('a[href^="javascript"]')).toBeNull();
    expect(screen.getByRole('link', { name: 'pic (picture at example.org)' })).toBeInTheDocument();
  });

  it('keeps what stands in angle brackets as the text that it is', async () => {
    const text =
      'Use `x` in List<String> at /users/<id>.\n\n<script>alert(1)</script> stays\n\n- a <b>b</b>\n';
    await openGit((used) =>
      used.call('notes.set', { request: newRequest(), kind: 'skill', id: 'git', text }),
    );
    await screen.findByText(/List<String>/);
    const section = document.querySelector('#note')!;
    expect(section).toHaveTextContent('Use x in List<String> at /users/<id>.');
    expect(section).toHaveTextContent('<script>alert(1)</script> stays');
    expect(section).toHaveTextContent('a <b>b</b>');
    expect(section.querySelector('script, b')).toBeNull();
  });

  it('that was not saved when the page went is there again', async () => {
    sessionStorage.setItem('groundwork.draft skill git', JSON.stringify({ base: '', text: 'half a thou' }));
    const { core } = await openGit();
    expect(await screen.findByLabelText('Note on Git')).toHaveValue('half a thou');
    expect(screen.getByText(/Restored what was not saved yet/)).toBeInTheDocument();
    await waitFor(() => expect(noteOf(core)).toBe('half a thou'));
    await waitFor(() => expect(sessionStorage.getItem('groundwork.draft skill git')).toBeNull());
  });

  it('that is not saved yet when the page goes away is sent off at once', async () => {
    const { user, core, lastCalls } = await openGit();
    await user.click(await screen.findByRole('button', { name: 'Write a note' }));
    await user.type(screen.getByLabelText('Note on Git'), 'the last word');
    expect(noteOf(core)).toBe('');
    window.dispatchEvent(new Event('pagehide'));
    expect(noteOf(core)).toBe('the last word');
    expect(lastCalls).toEqual(['notes.set']);
  });

  it('of white space alone is none, and nothing to keep beside what is typed next', async () => {
    const { user, core, calls } = await openGit();
    await user.click(await screen.findByRole('button', { name: 'Write a note' }));
    const field = screen.getByLabelText('Note on Git');
    await user.type(field, '  ');
    await waitFor(() => expect(calls).toContain('notes.set'), { timeout: 3_000 });
    await user.type(field, 'x');
    await user.tab();
    await waitFor(() => expect(noteOf(core)).toBe('  x'));
  });

  it('that somebody else wrote meanwhile is not written over by a page that goes away', async () => {
    const { user, core } = await openGit();
    await user.click(await screen.findByRole('button', { name: 'Write a note' }));
    await user.type(screen.getByLabelText('Note on Git'), 'mine');
    core.call('notes.set', { request: newRequest(), kind: 'skill', id: 'git', text: 'theirs' });
    window.dispatchEvent(new Event('pagehide'));
    expect(noteOf(core)).toBe('theirs');
    expect(sessionStorage.getItem('groundwork.draft skill git')).toContain('mine');
  });

  it('that was changed elsewhere meanwhile keeps both texts', async () => {
    const { user, core } = await openGit();
    await user.click(await screen.findByRole('button', { name: 'Write a note' }));
    core.call('notes.set', { request: newRequest(), kind: 'skill', id: 'git', text: 'theirs' });
    await user.type(screen.getByLabelText('Note on Git'), 'mine');
    await user.tab();
    await waitFor(() => expect(noteOf(core)).toBe('theirs\n\n---\n\nmine'));
  });
});

describe('resources and evidence', () => {
  it('a resource is added with an address as people type it, read, and removed', async () => {
    const { user, core } = await openGit();
    const resources = within(await region('Resources'));
    await user.click(resources.getByRole('button', { name: 'Add' }));
    await user.type(await screen.findByLabelText('Title'), 'A page');
    await user.type(screen.getByLabelText('Address'), 'javascript:alert(1)');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/An address begins with/)).toBeInTheDocument();
    await user.clear(screen.getByLabelText('Address'));
    await user.type(screen.getByLabelText('Address'), 'example.org/page');
    // The press alone moves nothing, or the click would miss the button.
    await user.pointer({ target: screen.getByRole('button', { name: 'Save' }), keys: '[MouseLeft>]' });
    expect(screen.getByLabelText('Address')).toHaveFocus();
    await user.pointer({ keys: '[/MouseLeft]' });
    const link = await resources.findByRole('link', { name: 'A page' });
    expect(link).toHaveAttribute('href', 'https://example.org/page');
    await user.click(resources.getByRole('button', { name: 'Mark as read: A page' }));
    await waitFor(() =>
      expect(core.call('skills.read', { skill: 'git' }).resources.at(-1)).toMatchObject({ read: true }),
    );
  });

  it('evidence says its level and feeds *proven*', async () => {
    const { user, core } = await openGit();
    const section = within(await region('Evidence'));
    await user.click(section.getByRole('button', { name: 'Add' }));
    await user.type(await screen.findByLabelText('What it is'), 'A talk');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await section.findByText('A talk')).toBeInTheDocument();
    expect(section.getByText(/^Working,/)).toBeInTheDocument();
    expect(core.call('roles.read', { role: 'api-developer' }).figures.proven).toBeGreaterThan(0);
    await user.click(section.getByRole('button', { name: 'Remove: A talk' }));
    await waitFor(() => expect(section.queryByText('A talk')).not.toBeInTheDocument());
  });
});

describe('history and what is one’s own about a skill', () => {
  it('a past step is taken back from the history', async () => {
    const { user, core } = await openGit((used) => {
      used.call('topics.setStatus', { request: newRequest(), topic: 'git.01', status: 'done' });
      used.call('topics.setStatus', { request: newRequest(), topic: 'git.02', status: 'done' });
    });
    await user.click(screen.getByRole('button', { name: 'What happened here' }));
    const list = within(await screen.findByRole('list', { name: 'History' }));
    const buttons = await list.findAllByRole('button', { name: 'Take back' });
    expect(buttons).toHaveLength(2);
    await user.click(buttons[1]!);
    await waitFor(() => expect(mark(COMMIT)).not.toBeChecked());
    expect(core.call('app.read', {}).history.undo!.label.kind).toBe('revert');
  });

  it('goes back as far as there is something, page by page', async () => {
    const { user } = await openGit((used) => {
      for (let turn = 0; turn < 130; turn += 1) {
        const status = turn % 2 === 0 ? 'done' : 'todo';
        used.call('topics.setStatus', { request: newRequest(), topic: 'git.01', status });
      }
    });
    await user.click(screen.getByRole('button', { name: 'What happened here' }));
    const shown = () =>
      screen
        .getAllByRole('list', { name: /^(History|Earlier history)$/ })
        .reduce((sum, list) => sum + within(list).getAllByRole('listitem').length, 0);
    await waitFor(() => expect(shown()).toBe(15));
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(shown()).toBe(115));
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(shown()).toBe(130));
    expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
  });

  it('a skill has another name for the person, and its own again after undo', async () => {
    const { user, core } = await openGit();
    await user.click(screen.getByRole('button', { name: 'Change for yourself' }));
    const name = await screen.findByLabelText('Your name for it');
    await user.clear(name);
    await user.type(name, 'Versions');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await heading('Versions');
    expect(core.call('skills.read', { skill: 'git' }).original.name).toBe('Git');
    await user.keyboard('{Control>}z{/Control}');
    await heading('Git');
  });
});
