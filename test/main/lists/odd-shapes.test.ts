import { describe, expect, test } from 'vitest';
import { readList } from '../../../main/lists/read-list.ts';
import { writeList } from '../../../main/lists/write-list.ts';
import { leftOut, listOf, lookalikes, outline } from './views.ts';

/** Reads a list, and checks on the way that writing it changes nothing. */
const read = (source: string, fileName = 'list.md') => {
  const document = readList(source, fileName);
  expect(listOf(readList(writeList(listOf(document)), 'other.md'))).toEqual(listOf(document));
  return document;
};

describe('lists from all over', () => {
  test('a roadmap with badges, a table of contents, tables and code', () => {
    const document = read(`
<h1 align="center">Roadmap</h1>

[![build](https://e.org/b.svg)](https://e.org) ![stars](https://e.org/s.svg)

## Contents

- [Basics](#basics)
- [Databases](#databases)

## Basics

Start here.

- [x] [HTTP](https://e.org/http)
- [ ] TLS
  - [ ] certificates

| Book | Pages |
| ---- | ----- |
| One  | 300   |

## Databases

### SQL

1. [ ] joins
   - inner, outer
2. [x] indexes

\`\`\`sql
select 1;
\`\`\`
`);
    expect(document.category).toBe('list');
    expect(outline(document)).toEqual([
      'Basics',
      '  x HTTP',
      '  o TLS',
      '    o certificates',
      'Databases > SQL',
      '  o joins // inner, outer',
      '  x indexes',
    ]);
    expect(leftOut(document).map((one) => one.split('\n')[0])).toEqual([
      '2 html: <h1 align="center">Roadmap</h1>',
      '4 prose: [![build](https://e.org/b.svg)](https://e.org) ![stars](https://e.org/s.svg)',
      '6 heading: ## Contents',
      '8 list: - [Basics](#basics)',
      '9 list: - [Databases](#databases)',
      '13 prose: Start here.',
      '19 table: | Book | Pages |',
      '31 code: ```sql',
    ]);
  });

  test('an issue of GitHub', () => {
    const document = read(
      [
        '### Tasks',
        '- [x] #123',
        '- [ ] https://github.com/o/r/issues/4',
        '- [ ] o/r#5 @someone',
        '',
        '- [x] ~~dropped~~',
      ].join('\r\n'),
    );
    expect(outline(document)).toEqual([
      'Tasks',
      '  x #123',
      '  o https://github.com/o/r/issues/4',
      '  o o/r#5 @someone',
      '  x dropped',
    ]);
    expect(document.skills[0]!.tasks[1]!.links).toHaveLength(1);
  });

  test('a note of Obsidian', () => {
    const document = read(`---
tags: [todo]
due: 2026-01-01
---

# Plan

- [ ] read [[Some page]] ⏫ 📅 2026-12-01 #tag ^block
\t- [x] with a tab ✅ 2026-01-02
\t\t- a note below
- [/] half done
- [-] cancelled

> [!todo] Callout
> - [ ] in a callout

%% comment %%
`);
    expect(outline(document)).toEqual([
      'Plan',
      '  o read [[Some page]] ⏫ 📅 2026-12-01 #tag ^block',
      '    x with a tab ✅ 2026-01-02 // - a note below / - [/] half done / - [-] cancelled',
      '  o in a callout',
    ]);
    expect(lookalikes(document)).toEqual(['11 other mark: o half done', '12 other mark: o cancelled']);
    expect(leftOut(document).map((one) => one.split('\n')[0])).toEqual([
      '1 front matter: ---',
      '14 quote: > [!todo] Callout',
      '17 prose: %% comment %%',
    ]);
  });

  test('nested numbers, each with its own lines', () => {
    const document = read(`# Steps
1. [ ] one
   1. [x] one.one

      about one.one
   2. [ ] one.two
10. [ ] ten
    - [ ] ten.one
`);
    expect(outline(document)).toEqual([
      'Steps',
      '  o one',
      '    x one.one // about one.one',
      '    o one.two',
      '  o ten',
      '    o ten.one',
    ]);
  });

  test('one heading for each task', () => {
    const lines = Array.from({ length: 50 }, (_, at) => `## Part ${at}\n\n- [ ] do part ${at}\n`);
    expect(read(lines.join('\n')).skills).toHaveLength(50);
  });

  test('German, Japanese and Arabic', () => {
    const document = read(`# Lernplan für Übermütige
## Größe
* [x] Schlüssel – „Müller“
## データベース
* [ ] 索引：Ｂ木
  * 補足
## قواعد البيانات
* [x] فهارس (B-tree)
`);
    expect(outline(document)).toEqual([
      'Größe',
      '  x Schlüssel – „Müller“',
      'データベース',
      '  o 索引：Ｂ木 // 補足',
      'قواعد البيانات',
      '  x فهارس (B-tree)',
    ]);
  });

  test('a hundred levels', () => {
    const lines = Array.from({ length: 100 }, (_, depth) => `${'  '.repeat(depth)}- [ ] level ${depth + 1}`);
    const document = readList(lines.join('\n'), 'deep.md');
    expect(document).toMatchObject({ tooDeep: 84, counts: { tasks: 100, maxTaskNesting: 100 } });
    expect(document.leftOut).toHaveLength(84);
  });

  test('tasks with text of their own kind: code, pictures, comments, html', () => {
    const document = read(`- [ ] \`- [ ] code\`
- [ ] ![](shot.png)
- [x] <!-- todo -->
- [ ] <kbd>Ctrl</kbd> + <kbd>C</kbd>
- [ ] &lt;tag&gt;
`);
    expect(outline(document)).toEqual([
      'list',
      '  o - [ ] code',
      '  o ![](shot.png)',
      '  x <!-- todo -->',
      '  o Ctrl + C',
      '  o <tag>',
    ]);
  });
});

describe('a text without an empty line', () => {
  const file = (note: string): string => `# List\n\n## Part\n\n- [ ] One\n\n  ${note}\n`;
  const line = 'A line of it, with *signs* and <b>brackets</b>.';

  test.each([
    ['on one line', 'x'.repeat(200_001)],
    ['on many', `${line}\n  `.repeat(4_100)],
  ])('that is longer than a note can be is refused, %s', (_where, note) => {
    expect(() => readList(file(note), 'a.md')).toThrow(/more than 200,000 characters without an empty line/);
  });

  test.each([
    ['code', `\`\`\`\n${`${line}\n`.repeat(5_000)}\`\`\``],
    ['a table', `| a |\n|---|\n${`| ${line} |\n`.repeat(4_500)}`],
  ])('may be as long as it likes where it is %s', (_kind, text) => {
    const { skills } = readList(`# List\n\n- [ ] One\n\n${text}\n`, 'a.md');
    expect(skills.map(({ tasks }) => tasks.length)).toEqual([1]);
  });

  test('may be as long as a note, and a file as long as it likes where it has empty lines or items', () => {
    const paragraph = `${line} `.repeat(200);
    const longest = file(`${'x '.repeat(99_900)}\n\n  ${paragraph}\n\n  ${paragraph}`);
    expect(readList(longest, 'a.md').counts.tasks).toBe(1);
    const items = `- [ ] ${'word '.repeat(40)}\n`.repeat(2_000);
    expect(readList(`# List\n\n${items}`, 'a.md').counts.tasks).toBe(2_000);
  });
});
