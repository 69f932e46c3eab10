import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inlineText, parsedInline } from '../../../main/lists/inline-text.ts';

describe('a text typed by hand', () => {
  test.each([
    ['plain words', 'plain words', null],
    ['  two   spaces and\na line ', 'two spaces and a line', null],
    [
      '**Bold** and _it_ and `code` and ~~gone~~',
      'Bold and it and code and gone',
      '**Bold** and _it_ and `code` and ~~gone~~',
    ],
    [String.raw`a \* b &amp; c`, 'a * b & c', null],
    ['snake_case and 2 * 3', 'snake_case and 2 * 3', null],
    ['a<br>b <b>c</b><!-- d -->', 'a b c', 'a<br>b <b>c</b><!-- d -->'],
    ['List<T> of </users/id> and <my-part>', 'List<T> of </users/id> and <my-part>', null],
    ['![the picture](x.png) here', 'the picture here', '![the picture](x.png) here'],
    ['![](x.png)', '![](x.png)', null],
    ['<!-- later -->', '<!-- later -->', null],
    ['[x] is no box here', '[x] is no box here', null],
    ['# no heading', '# no heading', null],
    ['', '', null],
    ['שלום **עולם**', 'שלום עולם', 'שלום **עולם**'],
    ['\uD800 half', '\uFFFD half', null],
  ])('%j says %j', (typed, text, markdown) => {
    expect(inlineText(typed)).toEqual({ text, markdown, links: [] });
  });

  test('keeps links that may be opened, and the Markdown of all', () => {
    const typed =
      '[a](https://e.org/a_(b)) [**b**](http://e.org "t") <mailto:c@e.org> [d](ftp://e.org) [e](#e) [](https://e.org/f)';
    expect(inlineText(typed)).toEqual({
      text: 'a b mailto:c@e.org d e',
      markdown: typed,
      links: [
        { title: 'a', url: 'https://e.org/a_(b)' },
        { title: 'b', url: 'http://e.org' },
        { title: 'mailto:c@e.org', url: 'mailto:c@e.org' },
        { title: 'https://e.org/f', url: 'https://e.org/f' },
      ],
    });
  });

  test('finds addresses without marks, whose text is their Markdown', () => {
    expect(inlineText('see https://e.org/x and www.e.org')).toEqual({
      text: 'see https://e.org/x and www.e.org',
      markdown: null,
      links: [
        { title: 'https://e.org/x', url: 'https://e.org/x' },
        { title: 'www.e.org', url: 'http://www.e.org' },
      ],
    });
  });

  test('is the same where it is plain to see as where the parser says so', () => {
    const part = fc.constantFrom(
      'word',
      'é',
      '你好',
      'א',
      '7',
      ' ',
      '  ',
      '.',
      ',',
      '(',
      ')',
      '-',
      '"',
      ':',
      '/',
      '%',
      '=',
      '$',
      '^',
      '**bold**',
      '**a b**',
      '`code`',
      '`a, b`',
      '[t](https://e.org/a_b?c=d&e=f#g)',
      '[a b](http://e.org)',
      '**',
      '*',
      '`',
      '[',
      ']',
      '](https://e.org)',
      '!',
      'www.',
      '://',
      '_',
      '\\',
      '<',
      '&',
      '~',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const line = parts.join('').trim();
        fc.pre(line !== '');
        expect(inlineText(line)).toEqual(parsedInline(line, new Map()));
      }),
      { numRuns: Number(process.env['RUNS'] ?? 1000) },
    );
  });
});
