import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
// Fetched with the file, so that the first screen is there as soon as the others.
import '../../renderer/projects/projects.tsx';
import { moveByKey } from '../../renderer/projects/board-moves.ts';
import type { ProjectRow } from '../../shared/model/project.ts';
import { PROJECT_STATUSES, type ProjectStatus } from '../../shared/values.ts';
import { openScreen, type OpenScreen } from '../helpers/screen.tsx';
import { newRequest, openCore, type TestCore } from '../helpers/test-core.ts';

const create = (core: TestCore, title: string): string =>
  core.call('projects.create', { request: newRequest(), template: null, title, kind: 'personal' }).id;
const order = (core: TestCore): string[] =>
  core.call('projects.list', {}).projects.map(({ title, status }) => `${status} ${title}`);
const open = (...titles: string[]): Promise<OpenScreen> =>
  openScreen('/projects/board', { before: (core) => titles.forEach((title) => create(core, title)) });
const card = (title: string): HTMLElement => screen.getByRole('link', { name: title });
const column = (name: string): HTMLElement => screen.getByRole('region', { name });

/** What is dragged, as a browser hands it from the start of a drag to its end. */
const dragged = (data: Readonly<Record<string, string>> = {}) => {
  const held = new Map(Object.entries(data));
  return {
    setData: (type: string, text: string) => void held.set(type, text),
    getData: (type: string) => held.get(type) ?? '',
    get types() {
      return [...held.keys()];
    },
    effectAllowed: '',
  };
};
const drag = (from: HTMLElement, to: HTMLElement): void => {
  const dataTransfer = dragged();
  fireEvent.dragStart(from, { dataTransfer });
  // A place that does not refuse the default takes no drop.
  if (fireEvent.dragOver(to, { dataTransfer })) return;
  fireEvent.drop(to, { dataTransfer });
};

describe('a card that is dragged', () => {
  it('goes before the card that it is let go on, or to the end of a column, and undo puts it back', async () => {
    const { user, core } = await open('A', 'B', 'C');
    drag(card('C').closest('li')!, card('A').closest('li')!);
    await waitFor(() => expect(order(core)).toEqual(['planned C', 'planned A', 'planned B']));
    drag(card('C').closest('li')!, column('Shipped'));
    await waitFor(() => expect(order(core)).toEqual(['planned A', 'planned B', 'shipped C']));
    // Shown at once, before any list was read again.
    expect(within(column('Shipped')).getByRole('link', { name: 'C' })).toBeInTheDocument();
    expect(
      await screen.findByText(/^C: Shipped, place 1 of 1\. \d+ of \d+ items are open\./),
    ).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Undo: move “C” to shipped' }));
    await waitFor(() => expect(order(core)).toEqual(['planned C', 'planned A', 'planned B']));
    await user.click(await screen.findByRole('button', { name: 'Undo: move “C” to planned' }));
    await waitFor(() => expect(order(core)).toEqual(['planned A', 'planned B', 'planned C']));
  });

  it('and let go on itself stays, and what is no card is not taken', async () => {
    const { core, calls } = await open('A', 'B');
    drag(card('A').closest('li')!, card('A').closest('li')!);
    const file = { dataTransfer: dragged({ Files: 'x' }) };
    expect(fireEvent.dragOver(column('Building'), file)).toBe(true);
    expect(fireEvent.drop(column('Building'), file)).toBe(true);
    expect(calls).not.toContain('projects.move');
    expect(order(core)).toEqual(['planned A', 'planned B']);
  });
});

describe('the keys', () => {
  it('take a card in all four directions, and stop at the edges', async () => {
    const { user, core, calls } = await open('A', 'B');
    const press = async (key: string, expected: string[]): Promise<void> => {
      await user.keyboard(`{Alt>}{${key}}{/Alt}`);
      await waitFor(() => expect(order(core)).toEqual(expected));
      await waitFor(() => expect(document.activeElement).toBe(card('A')));
    };
    card('A').focus();
    await press('ArrowDown', ['planned B', 'planned A']);
    await press('ArrowUp', ['planned A', 'planned B']);
    await press('ArrowLeft', ['idea A', 'planned B']);
    const moves = calls.filter((name) => name === 'projects.move').length;
    // There is nothing further to the left, above or below.
    for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowDown']) await press(key, ['idea A', 'planned B']);
    expect(calls.filter((name) => name === 'projects.move')).toHaveLength(moves);
    await press('ArrowRight', ['planned B', 'planned A']);
    await user.click(await screen.findByRole('button', { name: 'Undo: move “A” to planned' }));
    await waitFor(() => expect(order(core)).toEqual(['idea A', 'planned B']));
  });

  it('go on with a card that is still on its way, as quickly as they are pressed', async () => {
    const { user, core, hold } = await open('A', 'B', 'C');
    card('A').focus();
    const release = hold();
    await user.keyboard('{Alt>}{ArrowRight}{ArrowRight}{ArrowLeft}{ArrowLeft}{ArrowUp}{/Alt}');
    expect(document.activeElement).toBe(card('A'));
    const titles = () =>
      within(column('Planned'))
        .getAllByRole('link')
        .map((link) => link.textContent);
    expect(titles()).toEqual(['B', 'A', 'C']);
    await release();
    await waitFor(() => expect(order(core)).toEqual(['planned B', 'planned A', 'planned C']));
    await screen.findByText('A: Planned, place 2 of 3');
    expect(titles()).toEqual(['B', 'A', 'C']);
    expect(document.activeElement).toBe(card('A'));
  });

  it('of a move that is refused put the card back, with the reason', async () => {
    const { user, core } = await open('A', 'B');
    card('B').focus();
    core.call('projects.remove', {
      request: newRequest(),
      project: core.call('projects.list', {}).projects[0]!.id,
    });
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await screen.findAllByText('The project to stand before was moved in the meantime.');
    await waitFor(() => expect(screen.queryByRole('link', { name: 'A' })).toBeNull());
    expect(order(core)).toEqual(['planned B']);
  });

  it('lead where the board then shows the card, from any board', () => {
    const core = openCore();
    const ids = ['A', 'B', 'C', 'D', 'E'].map((title) => create(core, title));
    const list = (): ProjectRow[] => core.call('projects.list', {}).projects;
    const columnOf = (status: ProjectStatus): string[] =>
      list().flatMap((project) => (project.status === status ? [project.id] : []));
    const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), key), { maxLength: 12 }), (presses) => {
        for (const [id, pressed] of presses) {
          const project = list().find((other) => other.id === id)!;
          const to = moveByKey(list(), project, {
            key: pressed,
            altKey: true,
            ctrlKey: false,
            metaKey: false,
          });
          const before = columnOf(project.status);
          const at = before.indexOf(id);
          if (to) core.call('projects.move', { request: newRequest(), project: id, ...to });
          const next = list().find((other) => other.id === id)!;
          const step = pressed === 'ArrowLeft' || pressed === 'ArrowUp' ? -1 : 1;
          if (pressed === 'ArrowLeft' || pressed === 'ArrowRight') {
            const wanted = PROJECT_STATUSES[PROJECT_STATUSES.indexOf(project.status) + step];
            expect(next.status).toBe(wanted ?? project.status);
          } else {
            const wanted = Math.min(Math.max(at + step, 0), before.length - 1);
            expect(columnOf(project.status).indexOf(id)).toBe(wanted);
          }
          expect(
            list()
              .map((other) => other.id)
              .toSorted((a, b) => a.localeCompare(b)),
          ).toEqual(ids);
        }
      }),
      { numRuns: 25 },
    );
    core.close();
  });

  it('without Alt, or with Ctrl, are the browser’s', () => {
    const core = openCore();
    create(core, 'A');
    const projects = core.call('projects.list', {}).projects;
    for (const held of [
      { altKey: false, ctrlKey: false, metaKey: false },
      { altKey: true, ctrlKey: true, metaKey: false },
      { altKey: true, ctrlKey: false, metaKey: true },
    ])
      expect(moveByKey(projects, projects[0]!, { key: 'ArrowRight', ...held })).toBeNull();
    core.close();
  });
});
