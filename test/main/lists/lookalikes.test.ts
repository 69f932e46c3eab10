import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readList } from '../../../main/lists/read-list.ts';
import { repository } from '../../helpers/paths.ts';
import { leftOut, lookalikes, outline } from './views.ts';

const source = (...lines: string[]): string => lines.join('\n');
const read = (...lines: string[]) => readList(source(...lines), 'list.md');
const take = (...lines: string[]) => readList(source(...lines), 'list.md', { takeLookalikes: true });

describe('a line that looks like a task and is none', () => {
  test.each([
    ['- [ ]', 'empty: o'],
    ['- [x]   ', 'empty: x'],
    ['- []', 'empty: o'],
    ['- []text', 'brackets: o text'],
    ['- [ ]text', 'brackets: o text'],
    ['- [ x ] text', 'brackets: x text'],
    ['- [-] text', 'other mark: o text'],
    ['- [/] text', 'other mark: o text'],
    ['- [>] text', 'other mark: o text'],
    ['- [✓] text', 'unusual characters: x text'],
    ['- [\u00A0] text', 'unusual characters: o text'],
    ['- ［ｘ］ text', 'unusual characters: x text'],
    [String.raw`- \[ ] text`, 'escaped: o text'],
    [String.raw`- \[x\] text`, 'escaped: x text'],
    ['-[ ] text', 'no bullet: o text'],
    ['[x] text', 'no bullet: x text'],
    ['• [x] text', 'no bullet: x text'],
    ['☑ text', 'emoji: x text'],
    ['- [Done] text', 'word: x text'],
    ['- [in progress] text', 'word: o text'],
    ['- [erledigt] text', 'word: x text'],
    ['- [完了] text', 'word: x text'],
    ['- ✅ text', 'emoji: x text'],
    ['- ⬜ text', 'emoji: o text'],
    ['- :white_check_mark: text', 'emoji: x text'],
    ['- <input type="checkbox" checked> text', 'html: x text'],
    ['<li><input type=checkbox> text</li>', 'html: o text'],
    ['    - [x] text', 'code: x text'],
    ['- [-] [a](https://e.org) **b**', 'other mark: o a b'],
  ])('%j is %j', (line, expected) => {
    expect(lookalikes(read('# A', '', line))).toEqual([`3 ${expected}`]);
    const isTakeable = !expected.startsWith('empty');
    expect(outline(take('# A', '', line))).toEqual(isTakeable ? ['A', `  ${expected.split(': ')[1]}`] : []);
  });

  test.each([
    '- text',
    '- [x](https://e.org) text',
    '- [x][d]',
    '- [1] text',
    '- [a b] text',
    'Done: text',
    '- 🎉 text',
  ])('%j does not even look like one', (line) => {
    expect(lookalikes(read('# A', '', line, '', '[d]: https://e.org'))).toEqual([]);
  });

  test('is in rows of a table that has cells for done or not', () => {
    const lines = [
      '# A',
      '| # | Topic | Note | Done |',
      '|---|---|---|---|',
      '| 1 | **Redis** | a \\| b | [x] |',
      '| 2 | Kafka | | ❌ |',
      '| 3 | MySQL | | Yes |',
      '| 4 | Other | | maybe |',
    ];
    expect(lookalikes(read(...lines))).toEqual([
      '4 table row: x Redis',
      '5 table row: o Kafka',
      '6 table row: x MySQL',
    ]);
    const taken = take(...lines);
    expect(outline(taken)).toEqual(['A', '  x Redis // 1 | a | b', '  o Kafka // 2', '  x MySQL // 3']);
    expect(leftOut(taken)).toEqual([
      '2 table: | # | Topic | Note | Done |\n|---|---|---|---|',
      '7 table: | 4 | Other | | maybe |',
    ]);
  });

  test('stays where it is unless it is taken: in a note, or left out', () => {
    const lines = ['- [ ] a', '- [-] b', '', '[x] c'];
    expect(outline(read(...lines))).toEqual(['list', '  o a // [-] b']);
    expect(leftOut(read(...lines))).toEqual(['4 prose: [x] c']);
    expect(outline(take(...lines))).toEqual(['list', '  o a', '  o b', '  x c']);
    expect(leftOut(take(...lines))).toEqual([]);
  });

  test('an empty box is neither a note nor left out', () => {
    const document = read('- [ ] a', '- [ ]', '  - [ ] b', '- [ ] ', '  text below');
    expect(outline(document)).toEqual(['list', '  o a', '  o b', '  o text below']);
    expect(document.leftOut).toEqual([]);
    expect(lookalikes(document)).toEqual(['2 empty: o']);
  });

  test('is taken at the nesting that is evident', () => {
    const document = take(
      '- [ ] a',
      '  - [-] b',
      '    - [ ] c',
      '-[x] beside a',
      '- ✅ d',
      '  more of d',
      '  - e',
      '  ```',
      '  - [ ] f',
      '    - [ ] g',
      '  ```',
      '<details>',
      '- [x] h',
      '  * [ ] i',
      '</details>',
    );
    expect(outline(document)).toEqual([
      'list',
      '  o a',
      '    o b',
      '      o c',
      '  x beside a',
      '  x d more of d // e',
      '    o f',
      '      o g',
      '  x h',
      '    o i',
    ]);
  });

  test('says to which skill it would go', () => {
    const { lookalikes: found } = read(
      '- [-] a',
      '# A',
      '- [-] b',
      '## B',
      '- [ ] c',
      '- [-] d',
      '> ## C',
      '> - [ ] e',
      '',
      '- [-] f',
    );
    expect(found.map(({ text, skill }) => [text, skill])).toEqual([
      ['a', null],
      ['b', null],
      ['d', 0],
      ['f', 0],
    ]);
  });
});

describe.each(['torture.md.txt', 'torture-crlf-bom.md.txt'])('%s', (name) => {
  const bytes = readFileSync(resolve(repository, 'test/fixtures/lists', name));

  test('is read with every line where it belongs', () => {
    const document = readList(bytes, name);
    expect(document.counts).toEqual({
      tasks: 19,
      checked: 9,
      topLevelTasks: 16,
      maxListDepth: 4,
      maxTaskNesting: 4,
      tasksWithLink: 1,
      headings: 2,
      headingsWithDirectTasks: 1,
      duplicateTaskTexts: 1,
    });
    expect(document.category).toBe('Setext heading');
    expect(document.skills.map(({ name: skill, path, note }) => ({ skill, path, note }))).toEqual([
      { skill: 'Setext heading', path: [], note: null },
    ]);
    expect(lookalikes(document)).toEqual([
      '15 empty: o',
      '16 brackets: o no space after bracket',
      '17 brackets: o empty brackets',
      '18 brackets: x spaced x',
      '19 other mark: o cancelled (Obsidian)',
      '20 other mark: o half done (Obsidian)',
      '21 other mark: o deferred',
      '22 unusual characters: o NBSP in the brackets',
      '23 unusual characters: o full-width brackets',
      '24 escaped: o escaped bracket',
      '25 no bullet: o no space after dash',
      '41 code: x in a fence, not a task',
      '44 code: x indented code, not a task',
      '48 html: o swallowed by the HTML block',
      '57 html: x HTML checkbox',
      '61 table row: x Redis',
      '62 table row: x Kafka',
      '64 emoji: x emoji done',
      '65 emoji: o emoji todo',
    ]);
    expect(document.leftOut.map(({ line, kind }) => `${line} ${kind}`)).toEqual([
      '1 front matter',
      '40 code',
      '44 code',
      '46 html',
      '51 html',
      '55 html',
      '57 html',
      '59 table',
    ]);
  });

  test('has 18 tasks more where lookalikes are taken', () => {
    expect(outline(readList(bytes, name, { takeLookalikes: true }))).toEqual([
      'Setext heading',
      '  o plain dash',
      '  x star checked',
      '  x plus, capital X',
      '  o ordered dot',
      '  x ordered paren',
      '  o no space after bracket',
      '  o empty brackets',
      '  x spaced x',
      '  o cancelled (Obsidian)',
      '  o half done (Obsidian)',
      '  o deferred',
      '  o NBSP in the brackets',
      '  o full-width brackets',
      '  o escaped bracket',
      '  o no space after dash',
      '  x struck bold code - [ ] not a task link img',
      '  o parent // second paragraph of the parent',
      '    x child after a blank line',
      '      o child by tab',
      '        o child with six spaces // plain bullet',
      '  o task under a plain bullet',
      '  x task in a quote',
      '  o another in the quote',
      '  x in a fence, not a task',
      '  x indented code, not a task',
      '  o swallowed by the HTML block',
      '  x seen inside details',
      '  x HTML checkbox',
      '  x Redis',
      '  x Kafka',
      '  x emoji done',
      '  o emoji todo',
      '  o due 📅 2026-12-01 ⏫ #backend',
      '  x same text',
      '  x same text',
      '  o שלום RTL task',
      '  o e\u0301cole (combining) vs école',
    ]);
  });
});
