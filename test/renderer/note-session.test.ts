import { beforeEach, describe, expect, it } from 'vitest';
import { openNoteSession, type NoteSession } from '../../renderer/parts/notes/note-session.ts';

beforeEach(() => sessionStorage.clear());

/** A note that is `stored` by now, whose saves get their answer when the test says so. */
const editing = (saved: string, stored = saved) => {
  const file = { text: stored };
  const answers: ((isTaken: boolean) => void)[] = [];
  const saves: [base: string, text: string][] = [];
  const lastWords: [bases: readonly string[], text: string][] = [];
  const session: NoteSession = openNoteSession({
    kind: 'skill',
    id: 'git',
    saved,
    divider: '---',
    read: async () => file.text,
    save: (base, text) => {
      saves.push([base, text]);
      return new Promise((answer) => answers.push(answer));
    },
    leave: (bases, text) => void lastWords.push([bases, text]),
    onChange: () => undefined,
  });
  return { session, file, answers, saves, lastWords };
};

/** `new` is on its way, in the place of `old`. */
const savingNew = async () => {
  const edited = editing('old');
  edited.session.change('new');
  void edited.session.flush();
  await expect.poll(() => edited.saves).toEqual([['old', 'new']]);
  return edited;
};

describe('a page that goes away', () => {
  it('sends off what is not saved yet, in the place of what it began from', () => {
    const { session, lastWords } = editing('old');
    session.change('new');
    session.leave();
    expect(lastWords).toEqual([[['old'], 'new']]);
  });

  it('has nothing to send where all is saved', () => {
    const { session, lastWords } = editing('old');
    session.leave();
    expect(lastWords).toEqual([]);
  });

  it('sends once more what is on its way, since that may be lost with the page', async () => {
    const { session, lastWords } = await savingNew();
    session.leave();
    expect(lastWords).toEqual([[['old'], 'new']]);
  });

  it('sends what was typed meanwhile, whether what is on its way comes before it or never', async () => {
    const { session, lastWords } = await savingNew();
    session.change('newer');
    session.leave();
    expect(lastWords).toEqual([[['old', 'new'], 'newer']]);
  });

  it('takes back what is on its way where it was typed back', async () => {
    const { session, lastWords } = await savingNew();
    session.change('old');
    session.leave();
    expect(lastWords).toEqual([[['new'], 'old']]);
  });

  it('and comes back knows its own last word', async () => {
    const { session, file, saves } = editing('old');
    session.change('new');
    session.leave();
    file.text = 'new';
    session.change('newer');
    void session.flush();
    await expect.poll(() => saves).toEqual([['new', 'newer']]);
  });

  it('keeps the other version above while both are on their way', async () => {
    const { session, saves, lastWords } = editing('old', 'theirs');
    session.change('mine');
    void session.flush();
    const both = 'theirs\n\n---\n\nmine';
    await expect.poll(() => saves).toEqual([['theirs', both]]);
    session.change('mine and more');
    session.leave();
    expect(lastWords).toEqual([[['theirs', both], `${both} and more`]]);
  });
});

describe('a save', () => {
  it('is one at a time, and what was typed meanwhile comes behind the other version', async () => {
    const { session, answers, saves } = editing('old', 'theirs');
    session.change('mine');
    const first = session.flush();
    await expect.poll(() => saves).toHaveLength(1);
    session.change('mine and more');
    void session.flush();
    expect(saves).toHaveLength(1);
    answers[0]!(true);
    await first;
    expect(saves).toHaveLength(1);
    expect(session.state()).toEqual({ text: 'theirs\n\n---\n\nmine and more', progress: 'waiting' });
  });

  it('that was refused keeps the text and tries again', async () => {
    const { session, answers, saves } = editing('old');
    session.change('new');
    const first = session.flush();
    await expect.poll(() => answers).toHaveLength(1);
    answers[0]!(false);
    await first;
    expect(session.state()).toEqual({ text: 'new', progress: 'refused' });
    void session.flush();
    await expect.poll(() => saves).toHaveLength(2);
  });
});

describe('a draft of an earlier life', () => {
  const KEY = 'groundwork.draft skill git';
  const keep = (base: string, text: string): void =>
    sessionStorage.setItem(KEY, JSON.stringify({ base, text }));

  it('is put back', () => {
    keep('old', 'new');
    const { session } = editing('old');
    expect(session.isRestored).toBe(true);
    expect(session.state().text).toBe('new');
  });

  it('is gone where it was saved, so that it does not undo an undo', () => {
    keep('old', 'new');
    expect(editing('new').session.isRestored).toBe(false);
    expect(editing('old').session.state().text).toBe('old');
  });

  it('is none where nothing was changed', () => {
    keep('old', 'old');
    expect(editing('theirs').session.state().text).toBe('theirs');
  });
});
