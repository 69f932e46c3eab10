import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
// Fetched with the file, so that the first screen is there as soon as the others.
import '../../renderer/reading/reading.tsx';
import '../../renderer/roles/role.tsx';
import { heading, openScreen, person, region } from '../helpers/screen.tsx';
import type { TestCore } from '../helpers/test-core.ts';

const itemsOf = (core: TestCore, section: 'claims' | 'trends' | 'questions' | 'terms') =>
  core.call('reading.list', { sections: [section] }).sections[0]!.items;
const shown = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('li')];

describe('Reader', () => {
  it('gives each claim about the market with its status and who said it, and none as a promise', async () => {
    const { core } = await openScreen('/reading');
    await heading('Reader');
    expect(screen.getByText(/none is a promise/)).toBeInTheDocument();
    const claims = itemsOf(core, 'claims');
    const list = shown(await region('Claims about the market'));
    expect(list).toHaveLength(claims.length);
    claims.forEach(({ title, status, sources }, index) => {
      expect(list[index]).toHaveTextContent(title);
      if (status !== null) expect(list[index]).toHaveTextContent(status);
      for (const source of sources) expect(list[index]).toHaveTextContent(source);
    });
  });

  it('names the page of a claim before the day on which it was looked up', async () => {
    const { core } = await openScreen('/reading');
    const claim = itemsOf(core, 'claims').find(({ url, sources }) => url !== null && sources.length === 0)!;
    const line = shown(await region('Claims about the market')).find(({ id }) => id === claim.id)!;
    expect(line).toHaveTextContent(
      new RegExp(`Page: ${new URL(claim.url!).hostname} \\(looked up \\d+ \\w+ \\d{4}\\)$`),
    );
  });

  it('says once of a list without sources that it is an addition, and puts the group of a term with its skills', async () => {
    const { core } = await openScreen('/reading/terms');
    const terms = await region('Words');
    expect(within(terms).getAllByText('An addition of this catalogue')).toHaveLength(1);
    const [first] = itemsOf(core, 'terms');
    const links = within(shown(terms)[0]!).getByText(first!.more!).parentElement!;
    expect(within(links).getByRole('link', { name: first!.skills[0]!.name })).toBeInTheDocument();
    // The tools are named by the guides, each by its own.
    expect(shown(await region('Tools by group'))[0]).toHaveTextContent(/Source: /);
  });

  it('is led to by the search, which names section and source, at the very line', async () => {
    const { user, core } = await openScreen('/reading/terms');
    await heading('Reader');
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'twenty percent');
    const option = await screen.findByRole('option', { name: /twenty percent a year/ });
    expect(option).toHaveTextContent('Claims about the market · Christophe Paka');
    await user.click(option);
    const claim = itemsOf(core, 'claims').find(({ title }) => title.includes('twenty percent'))!;
    await waitFor(() => expect(document.activeElement?.id).toBe(claim.id));
    expect(document.activeElement).toHaveAttribute('data-arrival');
    expect((await region('Claims about the market')).contains(document.activeElement)).toBe(true);
    expect(location.hash).toBe(`#/reading/claims/${claim.id}`);
  });

  it('says of a move between roles from which to which', async () => {
    await openScreen('/reading');
    const moves = shown(await region('From one role to another'));
    expect(moves[0]).toHaveTextContent(/^From API Developer to Backend Software Engineer/);
    expect(shown(await region('Signs that it may suit you')).length).toBeGreaterThan(3);
  });

  it('leads from a trend to the skills that it touches', async () => {
    const { core } = await openScreen('/reading/trends');
    const trend = itemsOf(core, 'trends').find(({ skills }) => skills.length > 0)!;
    const item = shown(await region('Trends')).find(({ id }) => id === trend.id)!;
    for (const { id, name } of trend.skills)
      expect(within(item).getByRole('link', { name })).toHaveAttribute('href', `#/skills/${id}`);
  });

  it('has parts of their own for work, questions and words, each with an address', async () => {
    const { user } = await openScreen('/reading');
    await heading('Reader');
    for (const [tab, section, address] of [
      ['Work', 'At work', '#/reading/companies'],
      ['Questions', 'Questions and answers', '#/reading/questions'],
      ['Words', 'Tools by group', '#/reading/terms'],
    ] as const) {
      await user.click(screen.getByRole('radio', { name: tab }));
      expect(await region(section)).toBeInTheDocument();
      expect(location.hash).toBe(address);
    }
  });

  it('keeps what holds the words that are typed, in whatever part of a text, and says where none does', async () => {
    const { user, core } = await openScreen('/reading/terms');
    const terms = itemsOf(core, 'terms');
    const wanted = terms[3]!.title;
    const field = await screen.findByRole('searchbox', { name: 'Filter' });
    await user.type(field, wanted.toUpperCase());
    await waitFor(async () => expect(shown(await region('Words')).length).toBeLessThan(terms.length));
    expect(shown(await region('Words')).some((item) => item.textContent!.includes(wanted))).toBe(true);
    await user.clear(field);
    await user.type(field, 'zyxwv');
    expect(await screen.findByText('No text here holds “zyxwv”.')).toBeInTheDocument();
  });
});

describe('Own notes on the market', () => {
  const aims = (core: TestCore): void => void person(core).aims('database-developer');

  it('that are not saved yet when the page goes away are sent off', async () => {
    const { user, core, lastCalls } = await openScreen('/reading', { before: aims });
    const notes = await region('Your own notes on the market');
    await user.type(await within(notes).findByRole('textbox', { name: 'Pay' }), '38,000');
    dispatchEvent(new Event('pagehide'));
    expect(lastCalls).toEqual(['market.set']);
    await waitFor(() =>
      expect(core.call('market.read', { role: 'database-developer' }).salary).toBe('38,000'),
    );
  });

  it('are kept per role when a field is left, and stand in the Reader and on the page of the role alike', async () => {
    const { user, core } = await openScreen('/reading', { before: aims });
    const notes = await region('Your own notes on the market');
    expect(within(notes).getByRole('combobox', { name: 'Role' })).toHaveDisplayValue('Database Developer');
    await user.type(
      await within(notes).findByRole('textbox', { name: 'Region and sector' }),
      'Leeds, health',
    );
    await user.tab();
    await waitFor(() =>
      expect(core.call('market.read', { role: 'database-developer' }).region).toBe('Leeds, health'),
    );
    location.hash = '/roles/database-developer';
    await heading('Database Developer');
    const onRole = await region('Your own notes on the market');
    expect(await within(onRole).findByDisplayValue('Leeds, health')).toBeInTheDocument();
    expect(within(onRole).queryByRole('combobox')).toBeNull();
    await user.type(within(onRole).getByRole('textbox', { name: 'Pay' }), '38,000 in two ads');
    await user.tab();
    await waitFor(() =>
      expect(core.call('market.read', { role: 'database-developer' })).toMatchObject({
        region: 'Leeds, health',
        salary: '38,000 in two ads',
      }),
    );
    expect(core.call('market.read', { role: 'api-developer' })).toEqual({
      region: '',
      salary: '',
      demand: '',
    });
  });

  it('keep the focus and every letter while what was typed before is saved', async () => {
    const { user, core } = await openScreen('/roles/api-developer');
    const notes = await region('Your own notes on the market');
    const field = (name: string) => within(notes).getByRole('textbox', { name });
    await within(notes).findByRole('textbox', { name: 'Pay' });
    await user.type(field('Region and sector'), 'Leeds');
    await user.tab();
    expect(field('Pay')).toHaveFocus();
    await waitFor(() => expect(core.call('market.read', { role: 'api-developer' }).region).toBe('Leeds'));
    await user.keyboard('38,000');
    // Past the moment at which the page reads anew.
    await new Promise((done) => setTimeout(done, 300));
    expect(field('Pay')).toHaveFocus();
    expect(field('Pay')).toHaveValue('38,000');
  });

  it('are one undoable step each', async () => {
    const { user, core, store, calls } = await openScreen('/roles/api-developer');
    const reads = (): number => calls.filter((name) => name === 'market.read').length;
    const notes = await region('Your own notes on the market');
    await user.type(await within(notes).findByRole('textbox', { name: 'Demand' }), 'Nine ads in a week');
    await user.tab();
    const before = reads();
    await waitFor(() => expect(reads()).toBeGreaterThan(before));
    expect(core.call('market.read', { role: 'api-developer' }).demand).toBe('Nine ads in a week');
    await store.getState().undo();
    expect(core.call('market.read', { role: 'api-developer' }).demand).toBe('');
    await waitFor(() => expect(within(notes).getByRole('textbox', { name: 'Demand' })).toHaveValue(''));
  });
});
