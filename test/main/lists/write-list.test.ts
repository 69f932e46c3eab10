import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inlineText } from '../../../main/lists/inline-text.ts';
import { readList } from '../../../main/lists/read-list.ts';
import { writeList, type WrittenList, type WrittenTask } from '../../../main/lists/write-list.ts';
import { messyMarkdown } from './messy-markdown.ts';
import { randomList } from './random-lists.ts';
import { listOf } from './views.ts';

const readBack = (list: WrittenList): WrittenList => {
  const document = readList(writeList(list), 'other.md');
  expect(document.leftOut).toEqual([]);
  return listOf(document);
};

const task = (typed: string, more: Partial<WrittenTask> = {}): WrittenTask => ({
  ...inlineText(typed),
  checked: false,
  note: null,
  children: [],
  ...more,
});

const oneSkill = (tasks: readonly WrittenTask[], note: string | null = null): WrittenList => ({
  category: 'A',
  note: null,
  skills: [{ name: 'A', path: [], note, tasks }],
});

describe('a written list', () => {
  test('is Markdown as people write it', () => {
    const list: WrittenList = {
      category: 'Backend',
      note: null,
      skills: [
        { name: 'Backend', path: [], note: null, tasks: [task('start')] },
        {
          name: 'SQL',
          path: ['Data'],
          note: 'Read *first*',
          tasks: [
            task('[joins](https://e.org/j)', {
              checked: true,
              note: '- one\n- two',
              children: [task('**outer**', { note: 'lines\n\nof prose' })],
            }),
          ],
        },
        { name: 'Redis', path: ['Data'], note: null, tasks: [task('a | b')] },
        { name: 'Data', path: [], note: null, tasks: [task('last')] },
      ],
    };
    expect(writeList(list)).toBe(`# Backend

- [ ] start

## Data

### SQL

- Read *first*
- [x] [joins](https://e.org/j)
  - one
  - two
  - [ ] **outer**
    - lines

      of prose

### Redis

- [ ] a | b

## Data

- [ ] last
`);
    expect(readBack(list)).toEqual(list);
  });

  test('escapes what would mean something else, and fences notes that would', () => {
    const plain: WrittenTask = { ...task(''), text: '*a* [b] <c> 1 | 2' };
    const list = oneSkill([plain, task('t', { note: '- [ ] no task\n\n```\ncode\n```' })], '# no heading');
    expect(writeList(list)).toBe(`# A

- \`\`\`note
  # no heading
  \`\`\`
- [ ] \\*a\\* \\[b\\] \\<c\\> 1 \\| 2
- [ ] t
  - \`\`\`\`note
    - [ ] no task

    \`\`\`
    code
    \`\`\`
    \`\`\`\`
`);
    expect(readBack(list)).toEqual(list);
  });

  test('marks what headings cannot say: skills without tasks, and more than six levels', () => {
    const path = ['1', '2', '3', '4', '5', '6'];
    const list: WrittenList = {
      category: 'A',
      note: 'about the whole list',
      skills: [
        { name: 'A', path: [], note: 'a note', tasks: [] },
        { name: 'deep', path, note: null, tasks: [task('a')] },
        { name: 'deeper', path: [...path, 'deep'], note: null, tasks: [] },
        { name: 'deep', path: ['1', 'x'], note: null, tasks: [task('b')] },
      ],
    };
    expect(writeList(list)).toContain('###### deep <!-- level 8 -->');
    expect(writeList(list)).toContain('###### deeper <!-- skill, level 9 -->');
    expect(readBack(list)).toEqual(list);
  });

  test('replaces what no text file can hold', () => {
    const list = oneSkill([{ ...task('x'), text: 'half \uD800', note: 'a\0b\r\nc\rd' }]);
    expect(listOf(readList(writeList(list), 'x.md')).skills[0]!.tasks[0]).toMatchObject({
      text: 'half \uFFFD',
      note: 'a\uFFFDb\nc\nd',
    });
  });

  const numRuns = Number(process.env['RUNS'] ?? 100);

  test('reads back as the same, whatever its texts and notes are', () => {
    fc.assert(
      fc.property(randomList, (list) => {
        expect(readBack(list)).toEqual(list);
      }),
      { numRuns },
    );
  });

  test('is the same again when it was read from any Markdown', () => {
    fc.assert(
      fc.property(messyMarkdown, fc.boolean(), ({ lines }, takeLookalikes) => {
        const list = listOf(readList(lines.join('\n'), 'file.md', { takeLookalikes }));
        expect(readBack(list)).toEqual(list);
      }),
      { numRuns },
    );
  });
});
