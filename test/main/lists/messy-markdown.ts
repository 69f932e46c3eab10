import fc from 'fast-check';

/** Lines as people write them; each T is replaced by a word of its own. */
const BODIES = [
  '- [ ] T',
  '* [x] T T',
  '+ [X] **T** `T` [T](https://e.org/T)',
  '1. [ ] T',
  '2) [x] T',
  '- [ ] T <b>T</b> ![T](x.png)',
  '- [ ] [T][one] T[^1]',
  '- T',
  '* T',
  '12. T',
  '- - [ ] T',
  '- # T',
  '- > [ ] T',
  '# T',
  '## T T',
  '### T',
  '###### T',
  'T',
  'T T  ',
  'T\\',
  '===',
  '---',
  '***',
  '```',
  '```js',
  '~~~',
  '```note',
  '| T | T |',
  '|---|---|',
  '| T | [x] |',
  '<div>T',
  '</div>',
  '<details><summary>T</summary>',
  '<!-- T',
  '-->',
  '<li><input type="checkbox" checked> T</li> T',
  '- <input type="checkbox"> T',
  '[one]: https://e.org/T "T"',
  '[^1]: T',
  '[^1]: - [ ] T',
  '- [ ]',
  '- [x]   ',
  '-',
  '- []',
  '- [] T',
  '- [ ]T',
  '- [-] T',
  '- [ x ] T',
  '-[ ] T',
  '[ ] T',
  '• [x] T',
  String.raw`- \[ ] T`,
  '- ［ ］ T',
  '- ✅ T',
  '- [Done] T',
  '- [x](https://e.org/T) T',
  '- [ ] &nbsp;',
  '- [ ] ',
  '-\t[ ] T',
  '-     T',
  '>',
  '',
  '',
  '',
];
const INDENTS = ['', '', '', '', ' ', '  ', '  ', '   ', '    ', '      ', '\t', '> ', '>', '> > ', '  > '];

/** A messy file: its lines, and a word for each of them that has any. */
export const messyMarkdown: fc.Arbitrary<{ readonly lines: string[]; readonly words: string[] }> = fc
  .array(fc.tuple(fc.constantFrom(...INDENTS), fc.constantFrom(...BODIES)), { maxLength: 40 })
  .map((parts) => {
    const words: string[] = [];
    const word = (): string => {
      words.push(`w${words.length}q`);
      return words.at(-1)!;
    };
    return { lines: parts.map(([indent, body]) => indent + body.replaceAll('T', word)), words };
  });
