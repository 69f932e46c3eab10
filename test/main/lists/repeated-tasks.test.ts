import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../main/lists/parse.ts';
import { parseRepeated } from '../../../main/lists/repeated-tasks.ts';

const same = (text: string): void => {
  expect(parseRepeated(text)).toEqual(parse(text));
};

const repeated = (line: (at: number) => string, count = 6): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

describe('tasks that are repeated are read as one by one', () => {
  test.each([
    ['at the margin', repeated((at) => `- [ ] Task ${at}`)],
    ['with every kind of box', repeated((at) => `- [${' xX'[at % 3]}] Task ${at}`)],
    ['below a task', `- [ ] Above\n${repeated((at) => `  - [ ] Task ${at}`)}\n- [x] After`],
    ['behind a tab', `* one\n${repeated((at) => `\t* [x] Task ${at}`)}`],
    [
      'with blocks after them',
      `# One\n\n${repeated((at) => `+ [ ] Task ${at}`)}\n\n## Two\n\nText *with* [links](x).`,
    ],
    [
      'two after each other',
      `${repeated((at) => `- [ ] Task ${at}`)}\n${repeated((at) => `* [ ] Task ${at}`)}`,
    ],
    ['in a list with an empty line', `${repeated((at) => `- [ ] Task ${at}`)}\n\n- [ ] Last`],
    ['in any script', repeated((at) => `- [ ] 数据库 ${at} Größe नमस्ते`)],
    ['in code', `\`\`\`\n${repeated((at) => `- [ ] Task ${at}`)}\n\`\`\`\n\n- [ ] Task`],
    ['in indented code', `Text\n\n${repeated((at) => `    - [ ] Task ${at}`)}`],
    ['in a comment', `<!--\n${repeated((at) => `- [ ] Task ${at}`)}\n-->`],
    ['where a label is called as a box', `[x]: #here\n\n${repeated((at) => `- [x] Task ${at}`)}`],
    ['in a footnote', `[^1]: note\n${repeated((at) => `      * [ ] Task ${at}`)}`],
    ['with addresses', repeated((at) => `- [ ] www.example.org/${at}`)],
    ['with what is more than words', repeated((at) => `- [ ] Task *${at}* \`x\` a@b.org <b>`)],
  ])('%s', (_, text) => same(text));

  test('among anything else', () => {
    const words = [
      'Task',
      'a b c',
      'Zwei (2)',
      'x',
      'Déjà vu?',
      '数据库',
      '5.',
      'www.x',
      'a  b',
      '50 %',
      'c++',
    ];
    const marks = ['- ', '* ', '+ ', ' - ', '  - ', '    - ', '\t- ', '      * '];
    const run = fc
      .tuple(
        fc.constantFrom(...marks),
        fc.array(fc.tuple(fc.constantFrom(' ', 'x', 'X'), fc.constantFrom(...words)), {
          minLength: 3,
          maxLength: 9,
        }),
      )
      .map(([mark, tasks]) => tasks.map(([box, word]) => `${mark}[${box}] ${word}`).join('\n'));
    const others = [
      '',
      ' ',
      '# Heading',
      'text',
      '    code',
      '      deep',
      '```',
      '~~~',
      '> quote',
      '> - [ ] quoted',
      '- item',
      '-',
      '- # heading',
      '1. one',
      '- [ ]',
      '- []',
      '- [ ] *a* `b` [c](d)',
      '---',
      '===',
      '* * *',
      '[x]: #',
      '[^1]: note',
      '<div>',
      '</div>',
      '<!--',
      '-->',
      '| a | b |',
      '|---|---|',
      '\\',
    ];
    const texts = fc
      .array(fc.oneof(run, fc.constantFrom(...others)), { minLength: 1, maxLength: 12 })
      .map((parts) => parts.join('\n'));
    fc.assert(fc.property(texts, same), { numRuns: 1_000 });
  });
});
