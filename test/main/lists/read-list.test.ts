import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import type { ListTask } from '../../../main/lists/document.ts';
import { inlineText } from '../../../main/lists/inline-text.ts';
import { childrenOf } from '../../../main/lists/parse.ts';
import { readDefinitions, readPieces, type Piece } from '../../../main/lists/pieces.ts';
import { readList } from '../../../main/lists/read-list.ts';
import { messyMarkdown } from './messy-markdown.ts';
import { leftOut, outline } from './views.ts';

const read = (...lines: string[]) => readList(lines.join('\n'), 'My list.v2.md');
const taskOf = (...lines: string[]): ListTask => read(...lines).skills[0]!.tasks[0]!;

describe('headings', () => {
  test('the first h1 is the category, headings with tasks are skills, those above them their path', () => {
    const document = read(
      '# Backend',
      '- [ ] top',
      '## Data',
      '### SQL',
      '- [x] joins',
      '#### Indexes',
      '- [ ] b-tree',
      '## Data',
      '- [ ] again',
      '# Second h1',
      '## Ops',
      '- [ ] deploy',
      '## Nothing here',
    );
    expect(document.category).toBe('Backend');
    expect(outline(document)).toEqual([
      'Backend',
      '  o top',
      'Data > SQL',
      '  x joins',
      'Data > SQL > Indexes',
      '  o b-tree',
      'Data',
      '  o again',
      'Second h1 > Ops',
      '  o deploy',
    ]);
    expect(document.skills.map(({ line }) => line)).toEqual([1, 4, 6, 8, 11]);
    expect(leftOut(document)).toEqual(['13 heading: ## Nothing here']);
  });

  test('without an h1 the file names the category, and tasks before any heading are a skill of that name', () => {
    const document = read('- [ ] first', '## Only h2', '- [ ] second', '## Only h2', '- [ ] third');
    expect(document.category).toBe('My list.v2');
    expect(outline(document)).toEqual([
      'My list.v2',
      '  o first',
      'Only h2',
      '  o second',
      'Only h2',
      '  o third',
    ]);
    expect(readList('- [ ] a', '/some/where/todo').category).toBe('todo');
    expect(readList('- [ ] a', String.raw`C:\lists\.md`).category).toBe('.md');
  });

  test('tasks before and under the first h1 are one skill; headings lose their formatting, not their links', () => {
    const document = read(
      '- [ ] a',
      '',
      '*My* [list](https://e.org)',
      '===',
      '- [ ] b',
      '',
      '## `C++` #',
      '- [ ] c',
    );
    expect(outline(document)).toEqual(['My list', '  o a', '  o b', 'C++', '  o c']);
    expect(leftOut(document)).toEqual(['3 heading: *My* [list](https://e.org)\n===']);
  });

  test('a heading in a quote ends with the quote, and front matter has none', () => {
    const document = read(
      '---',
      'title: x',
      '---',
      '# A',
      '> ## Quoted',
      '> - [ ] in the quote',
      '',
      '- [ ] after it',
    );
    expect(outline(document)).toEqual(['Quoted', '  o in the quote', 'A', '  o after it']);
    expect(leftOut(document)).toEqual(['1 front matter: ---\ntitle: x\n---']);
  });

  test('a rule at the top is no front matter', () => {
    expect(outline(read('---', '- [ ] a', '', '---', '- [ ] b'))).toEqual(['My list.v2', '  o a', '  o b']);
  });
});

describe('tasks', () => {
  test('with any bullet, number, mark and language, nested by indentation', () => {
    const document = read(
      '* [ ] Stern',
      '+ [X] 大きい',
      '1. [x] אחת',
      '   1) [ ] nested number',
      '',
      '      - [ ] nested in that',
      '-\t[ ] tab',
      '\t- [x] below the tab',
    );
    expect(outline(document)).toEqual([
      'My list.v2',
      '  o Stern',
      '  x 大きい',
      '  x אחת',
      '    o nested number',
      '      o nested in that',
      '  o tab',
      '    x below the tab',
    ]);
  });

  test('below a plain item they belong to the task above it; with none above they are at the top', () => {
    const document = read(
      '- plain',
      '  - [ ] top',
      '    - plain below',
      '      - [ ] child',
      '- [ ] other',
      '  > - [ ] child in a quote',
      '',
      '<details>',
      '',
      '- [x] in details',
    );
    expect(outline(document)).toEqual([
      'My list.v2 // plain',
      '  o top // plain below',
      '    o child',
      '  o other',
      '    o child in a quote',
      '  x in details',
    ]);
  });

  test('have their plain text, their Markdown where that says more, and their links', () => {
    const { text, markdown, links } = taskOf(
      '- [ ] read **[the',
      '  docs][d]** and `code`',
      '',
      '[d]: https://e.org/d "Title"',
    );
    expect(text).toBe('read the docs and code');
    expect(markdown).toBe('read **[the docs](https://e.org/d "Title")** and `code`');
    expect(links).toEqual([{ title: 'the docs', url: 'https://e.org/d' }]);
    expect(taskOf(String.raw`- [ ] 2 \* 3 &lt; 7`)).toMatchObject({ text: '2 * 3 < 7', markdown: null });
  });

  test('on further lines of a quote or below the box are put on one line', () => {
    expect(taskOf('> - [ ] one', '>   **two**', 'lazy `three`')).toMatchObject({
      text: 'one two lazy three',
      markdown: 'one **two** lazy `three`',
    });
    expect(taskOf('- [x]', '  **below**')).toMatchObject({ text: 'below', checked: true });
    expect(taskOf('- [ ] hard\\', '  break  ', '  twice')).toMatchObject({
      text: 'hard break twice',
      markdown: null,
    });
  });

  test('longer than 2,000 characters are cut at a word; the rest is in the note', () => {
    const words = 'word '.repeat(500).trim();
    const { text, note } = taskOf(`- [ ] ${words}`);
    expect(text.length).toBeLessThanOrEqual(2000);
    expect(`${text} ${note}`).toBe(words);
    const emoji = taskOf(`- [ ] ${'👩‍🚀'.repeat(500)}`);
    expect(emoji.text.isWellFormed() && emoji.note!.isWellFormed()).toBe(true);
    expect(emoji.text + emoji.note!).toBe('👩‍🚀'.repeat(500));
    const link = `[${words}](https://e.org)`;
    expect(taskOf(`- [ ] ${link}`)).toMatchObject({ markdown: null, links: [], note: link });
  });

  test('nested deeper than 16 are refused, counted and shown', () => {
    const lines = Array.from({ length: 19 }, (_, depth) => `${'  '.repeat(depth)}- [ ] level ${depth + 1}`);
    const document = read(...lines, '- [ ] last');
    expect(document.tooDeep).toBe(3);
    expect(document.counts).toMatchObject({ tasks: 20, maxTaskNesting: 19 });
    expect(outline(document)).toHaveLength(1 + 16 + 1);
    expect(leftOut(document)).toEqual([17, 18, 19].map((level) => `${level} too deep: ${lines[level - 1]}`));
  });
});

describe('notes', () => {
  test('plain items belong to the nearest task above under the same heading, else to its skill', () => {
    const document = read(
      '# A',
      '- for the skill',
      '- [ ] one',
      '  - [ ] two',
      '- for two',
      '  - and below',
      '- also for two',
      '## B',
      '- for B',
      '  1. [ ] three',
    );
    expect(outline(document)).toEqual([
      'A // for the skill',
      '  o one',
      '    o two // - for two /   - and below / - also for two',
      'B // for B',
      '  o three',
    ]);
  });

  test('further blocks of a task are part of its note, as they stand in the source', () => {
    const { note } = taskOf(
      '1. [ ] task',
      '',
      '   second *paragraph*',
      '',
      '   ```js',
      '     indented();',
      '   ```',
      '   - item',
      '   - item two',
      '     > quoted',
    );
    expect(note).toBe('second *paragraph*\n\n```js\n  indented();\n```\n\n- item\n- item two\n  > quoted');
  });

  test('one plain item is its own text, several are a list', () => {
    expect(taskOf('- [ ] a', '  - **one**', '    two', '', '    three').note).toBe('**one**\ntwo\n\nthree');
    expect(taskOf('- [ ] a', '', '1. one', '   more', '2. two').note).toBe('- one\n  more\n- two');
    expect(taskOf('- [ ] a', '\t- one', '\t\t- two').note).toBe('one\n- two');
  });

  test('of a heading without tasks are left out with everything else that is no task', () => {
    const document = read(
      'Prose',
      'of two lines',
      '## Empty',
      '- item',
      '  more',
      '',
      '| a |',
      '|---|',
      '```',
      'code',
      '```',
      '<p>',
      '',
      '***',
      '> quote',
      '',
      '[d]: https://e.org',
      '## Full',
      '- [ ] a',
    );
    expect(leftOut(document)).toEqual([
      '1 prose: Prose\nof two lines',
      '3 heading: ## Empty',
      '4 list: - item\n  more',
      '7 table: | a |\n|---|',
      '9 code: ```\ncode\n```',
      '12 html: <p>',
      '14 rule: ***',
      '15 quote: > quote',
      '17 link definition: [d]: https://e.org',
    ]);
  });
});

describe('a file', () => {
  const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
  const utf16 = (text: string, isLittle: boolean): Uint8Array =>
    bytes(
      ...`\uFEFF${text}`.split('').flatMap((char) => {
        const [high, low] = [char.charCodeAt(0) >> 8, char.charCodeAt(0) & 255];
        return isLittle ? [low, high] : [high, low];
      }),
    );

  test('may be UTF-8 or UTF-16 with a mark, with any line ends', () => {
    const text = '# Ä\r\n- [x] ö\r- [ ] 日\n';
    const expected = ['Ä', '  x ö', '  o 日'];
    for (const source of [
      text,
      `\uFEFF${text}`,
      new TextEncoder().encode(`\uFEFF${text}`),
      utf16(text, true),
      utf16(text, false),
    ])
      expect(outline(readList(source, 'x.md'))).toEqual(expected);
  });

  test('that is no text is refused in words', () => {
    for (const source of [
      bytes(0x2d, 0xff, 0x20),
      bytes(0x2d, 0, 0x20),
      bytes(0xff, 0xfe, 0, 0xd8),
      '- [ ] a\0',
    ])
      expect(() => readList(source, 'x.md')).toThrow(expect.objectContaining({ code: 'invalid' }));
  });

  test('without any task, or without anything, is an empty list', () => {
    expect(readList('', 'a.md')).toMatchObject({ category: 'a', skills: [], leftOut: [], lookalikes: [] });
    expect(readList('# A\n\nprose', 'a.md')).toMatchObject({ category: 'A', skills: [] });
  });

  test('says while it is read how much of it is', () => {
    const parts: number[] = [];
    const lines = Array.from({ length: 500 }, (_, at) => `- [ ] Task ${at}`);
    readList(lines.join('\n'), 'x.md', { pieceLength: 1_000, onProgress: (part) => parts.push(part) });
    expect(parts.length).toBeGreaterThan(5);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect(parts[0]).toBeLessThan(0.2);
    expect(parts.at(-1)).toBe(1);
  });

  test('with too many tasks, or lists in lists without end, is refused', () => {
    const refused = (source: string, words: string): void =>
      expect(() => readList(source, 'x.md', { maxTasks: 1_000 })).toThrow(
        expect.objectContaining({ code: 'invalid', message: expect.stringContaining(words) }),
      );
    refused('- [ ] a\n'.repeat(1_001), '1,000 tasks');
    expect(readList('- [ ] a\n'.repeat(1_000), 'x.md', { maxTasks: 1_000 }).counts.tasks).toBe(1_000);
    refused(`${'> - '.repeat(250)}a`, 'too deeply');
    expect(readList('> - '.repeat(100), 'x.md').skills).toEqual([]);
  });
});

/** Blocks with their place, save for lists, of which pieces make several, and the ends of the items around them. */
const flat = (pieces: Iterable<Piece>): string[] => {
  const found: string[] = [];
  for (const { nodes, shift, standIns } of pieces) {
    const visit = (node: Nodes, depth: number): void => {
      const { start, end } = node.position ?? { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };
      const place = `${start.line + shift}:${start.column}-${end.line + shift}:${end.column}`;
      const value = 'value' in node ? node.value : '';
      if (node.type === 'listItem' && standIns.has(node)) {
        for (const child of node.children.slice(1)) visit(child, depth + 1);
        return;
      }
      if (node.type === 'listItem')
        found.push(`${depth} listItem ${start.line + shift}:${start.column} ${node.checked}`);
      else if (node.type !== 'list') found.push(`${depth} ${node.type} ${place} ${value}`);
      for (const child of childrenOf(node)) visit(child, depth + 1);
    };
    for (const node of nodes) visit(node, 0);
  }
  return found;
};

describe('any file', () => {
  const numRuns = Number(process.env['RUNS'] ?? 300);

  test('says the same in pieces as in one', () => {
    fc.assert(
      fc.property(messyMarkdown, fc.integer({ min: 1, max: 60 }), ({ lines }, length) => {
        const definitions = readDefinitions(lines, 0);
        expect(flat(readPieces(lines, 0, definitions, length))).toEqual(
          flat(readPieces(lines, 0, definitions, Infinity)),
        );
      }),
      { numRuns },
    );
  });

  test('is the same list in pieces as in one', () => {
    fc.assert(
      fc.property(
        messyMarkdown,
        fc.integer({ min: 1, max: 60 }),
        fc.boolean(),
        ({ lines }, pieceLength, takeLookalikes) => {
          const source = lines.join('\n');
          expect(readList(source, 'file.md', { takeLookalikes, pieceLength })).toEqual(
            readList(source, 'file.md', { takeLookalikes, pieceLength: Infinity }),
          );
        },
      ),
      { numRuns },
    );
  });

  test('loses nothing: each word of it is in a task, a note, a heading or among what is left out', () => {
    fc.assert(
      fc.property(messyMarkdown, fc.boolean(), ({ lines, words }, takeLookalikes) => {
        const {
          category,
          note,
          skills,
          leftOut: left,
        } = readList(lines.join('\n'), 'file.md', { takeLookalikes });
        const found = new Set(JSON.stringify([category, note, skills, left]).match(/w\d+q/g));
        expect(words.filter((word) => !found.has(word))).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('has each task that GitHub finds, once', () => {
    const count = (tasks: readonly ListTask[]): number =>
      tasks.reduce((sum, { children }) => sum + 1 + count(children), 0);
    fc.assert(
      fc.property(messyMarkdown, ({ lines }) => {
        const { skills, counts, tooDeep } = readList(lines.join('\n'), 'file.md');
        expect(skills.reduce((sum, { tasks }) => sum + count(tasks), tooDeep)).toBe(counts.tasks);
      }),
      { numRuns },
    );
  });

  test('gives texts that say the same when they are typed by hand', () => {
    const check = ({ text, markdown, links, children }: ListTask): void => {
      if (markdown !== null) expect(inlineText(markdown)).toEqual({ text, markdown, links });
      children.forEach(check);
    };
    fc.assert(
      fc.property(messyMarkdown, ({ lines }) => {
        readList(lines.join('\n'), 'file.md').skills.forEach(({ tasks }) => tasks.forEach(check));
      }),
      { numRuns },
    );
  });
});
