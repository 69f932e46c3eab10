import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ListSkill, ListTask } from '../../../main/lists/document.ts';
import { matchLists, type ListMatch } from '../../../main/lists/match-lists.ts';
import type { PresentSkill, PresentTask } from '../../../main/lists/match-nodes.ts';
import { readList } from '../../../main/lists/read-list.ts';
import { presentOf } from './present.ts';

const skillsOf = (...lines: string[]): readonly ListSkill[] => readList(lines.join('\n'), 'list.md').skills;

const compare = (
  before: readonly string[],
  after: readonly string[],
): { match: ListMatch; said: string[] } => {
  const present = presentOf(skillsOf(...before));
  const next = skillsOf(...after);
  const match = matchLists(present, next);
  return { match, said: changes(present, next, match) };
};

const allTasks = <T extends PresentTask | ListTask>(tasks: readonly T[]): T[] =>
  tasks.flatMap((task) => [task, ...allTasks(task.children as readonly T[])]);

/** The changes in words, in the order of the newer list. */
const changes = (
  present: readonly PresentSkill[],
  next: readonly ListSkill[],
  match: ListMatch,
): string[] => {
  const said: string[] = [];
  for (const skill of next) {
    const { key, moved, before } = match.skills.get(skill)!;
    if (key === null) said.push(`skill ${skill.name} added`);
    if (moved) said.push(`skill ${skill.name} moved`);
    if (before !== null) said.push(`skill ${skill.name} was ${before}`);
    for (const task of allTasks(skill.tasks)) {
      const own = match.tasks.get(task)!;
      if (own.key === null) said.push(`${task.text} added`);
      if (own.moved) said.push(`${task.text} moved`);
      if (own.before !== null) said.push(`${task.text} was ${own.before}`);
      else if (own.changed) said.push(`${task.text} formatted`);
      if (own.tick !== 'none') said.push(`${task.text} ${own.tick}`);
    }
  }
  for (const { text, loses } of match.removedSkills)
    said.push(`skill ${text} removed${loses ? ', loses' : ''}`);
  for (const { text, loses } of match.removedTasks) said.push(`${text} removed${loses ? ', loses' : ''}`);
  expect(new Set(present.map(({ key }) => key)).size).toBe(present.length);
  return said;
};

describe('a newer version of a list', () => {
  test('that is the same has no changes', () => {
    const lines = ['# A', '- [x] a', '  - [ ] b', '- [x] a', '## B', '- [ ] …', '## B', '- [ ] …'];
    expect(compare(lines, lines).said).toEqual([]);
    expect(compare(lines, lines).match.totals).toMatchObject({ same: 5, added: 0, removed: 0 });
  });

  test('has tasks added, removed and in another order, which is no move', () => {
    const { said, match } = compare(
      ['# A', '- [ ] one', '- [x] two', '  - a note', '- [ ] three'],
      ['# A', '- [ ] zero', '- [ ] three', '- [ ] one'],
    );
    expect(said).toEqual(['zero added', 'two removed, loses']);
    expect(match.totals).toMatchObject({ same: 2, added: 1, removed: 1, losing: 1, moved: 0 });
  });

  test('has tasks moved below another, to the top, and to another skill', () => {
    expect(
      compare(
        ['# A', '- [ ] one', '- [ ] two', '  - [ ] below', '- [ ] three', '## B', '- [ ] four'],
        ['# A', '- [ ] one', '  - [ ] two', '- [ ] below', '## B', '- [ ] four', '  - [ ] three'],
      ).said,
    ).toEqual(['two moved', 'below moved', 'three moved']);
  });

  test('has ticks: new ones count, missing ones are only said', () => {
    const { said } = compare(
      ['- [ ] one', '- [x] two', '- [x] three'],
      ['- [x] one', '- [ ] two', '- [x] three'],
    );
    expect(said).toEqual(['one newly ticked', 'two unticked']);
  });

  test('has texts reworded, reformatted, and with capitals and signs of another kind', () => {
    expect(
      compare(
        ['- [x] Learn how indexes work', '- [ ] joins', '- [ ] **Views**', '- [ ] transactions and locks'],
        [
          '- [x] Learn how an index works',
          '- [ ] Joins!',
          '- [ ] [Views](https://e.org)',
          '- [ ] something else',
        ],
      ).said,
    ).toEqual([
      'Learn how an index works was Learn how indexes work',
      'Joins! was joins',
      'Views formatted',
      'something else added',
      'transactions and locks removed',
    ]);
  });

  test('knows a task by its link where the words are others', () => {
    expect(
      compare(
        ['- [x] https://e.org/watch?v=1', '- [ ] x'],
        ['- [ ] x', '- [x] [A talk](https://e.org/watch?v=1)'],
      ).said,
    ).toEqual(['A talk was https://e.org/watch?v=1']);
  });

  test('has skills renamed, moved and split', () => {
    expect(
      compare(
        [
          '# A',
          '## Data',
          '### SQL',
          '- [ ] joins',
          '- [ ] views',
          '## Ops',
          '- [ ] deploy',
          '- [ ] monitor',
        ],
        ['# A', '## SQL', '- [ ] joins', '- [ ] views', '## Running it', '- [ ] deploy', '- [ ] monitor'],
      ).said,
    ).toEqual(['skill SQL moved', 'skill Running it was Ops']);
    expect(
      compare(
        ['# A', '## Data', '- [x] joins', '- [ ] sets'],
        ['# A', '## Data', '- [ ] sets', '## SQL', '- [x] joins'],
      ).said,
    ).toEqual(['skill SQL added', 'joins moved']);
  });

  test('keeps equal texts apart by where they are', () => {
    const before = ['# A', '- [ ] a', '  - [x] video', '- [ ] b', '  - [ ] video', '  - [ ] video'];
    expect(
      compare(before, ['# A', '- [ ] b', '  - [ ] video', '  - [ ] video', '- [ ] a', '  - [x] video']).said,
    ).toEqual([]);
    expect(compare(before, ['# A', '- [ ] b', '  - [ ] video', '- [ ] a', '  - [x] video']).said).toEqual([
      'video removed',
    ]);
  });

  test('is matched the same way each time, each item once, and nothing of the person is lost', () => {
    const word = fc.constantFrom(
      'joins',
      'join',
      'views',
      'view of it',
      'index',
      'an index',
      'Video',
      'video',
      '…',
      'é',
    );
    const line = fc
      .tuple(fc.constantFrom('', '  ', '    '), fc.constantFrom(' ', 'x'), word, word)
      .map(([indent, mark, a, b]) => `${indent}- [${mark}] ${a} ${b}`);
    const file = fc.array(
      fc.oneof(
        { weight: 4, arbitrary: line },
        word.map((name) => `## ${name}`),
        fc.constant('- note'),
      ),
      {
        maxLength: 25,
      },
    );
    fc.assert(
      fc.property(file, file, (before, after) => {
        const present = presentOf(skillsOf(...before));
        const next = skillsOf(...after);
        const match = matchLists(present, next);
        expect(matchLists(present, next)).toEqual(match);
        const tasks = present.flatMap((skill) => allTasks(skill.tasks));
        const used = [...match.tasks.values()].flatMap(({ key }) => (key === null ? [] : [key]));
        const removed = match.removedTasks.map(({ key }) => key);
        expect([...used, ...removed].toSorted((a, b) => a - b)).toEqual(
          tasks.map(({ key }) => key).toSorted((a, b) => a - b),
        );
        for (const { key, counted, note } of tasks) {
          const gone = match.removedTasks.find((one) => one.key === key);
          if (gone) expect(gone.loses).toBe(counted || note !== null);
        }
        const skillKeys = [...match.skills.values()].flatMap(({ key }) => (key === null ? [] : [key]));
        expect(
          [...skillKeys, ...match.removedSkills.map(({ key }) => key)].toSorted((a, b) => a - b),
        ).toEqual(present.map(({ key }) => key).toSorted((a, b) => a - b));
        expect(matchLists(presentOf(next), next).totals).toMatchObject({
          same: match.tasks.size,
          added: 0,
          removed: 0,
          moved: 0,
          changed: 0,
          skillsChanged: 0,
        });
      }),
      { numRuns: Number(process.env['RUNS'] ?? 200) },
    );
  });
});
