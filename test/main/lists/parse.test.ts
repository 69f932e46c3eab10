import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../main/lists/parse.ts';
import { messyMarkdown } from './messy-markdown.ts';

/** Almost an address or the second row of a table, each of them. */
const almost = [
  'ww.e.org',
  'www',
  'www e.org',
  'http:/e.org',
  'https',
  'http//e.org',
  'mailto:me',
  'xmpp:e.org',
  '---',
  ': --- :',
  '- - -',
];
const addresses = ['https://e.org', 'HTTP://E.org', 'www.e.org', 'WWW.e.org', 'me@e.org', 'mailto:me@e.org'];
const secondRows = ['|-', '-|', '| --- |', ':-', '-:', ':---:', '  :--'];
const everything = { addresses: true, tables: true };

describe('a text', () => {
  test.each([
    ['an address', /@|www\.|https?:\/\//gi],
    ['a table', /\||:-|-:/g],
    ['either', /@|www\.|https?:\/\/|\||:-|-:/gi],
  ])('in which nothing looks like %s is read the same without looking for it', (_, signs) => {
    fc.assert(
      fc.property(
        messyMarkdown,
        fc.array(fc.constantFrom(...almost), { minLength: 1 }),
        ({ lines }, words) => {
          const text = [...lines, ...words]
            .map((line, index) => (index % 3 === 0 ? `${line} ${words[index % words.length]}` : line))
            .join('\n')
            .replaceAll(signs, '');
          expect(parse(text)).toEqual(parse(text, everything));
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each(addresses)('with %s in it has a link there', (address) => {
    const [paragraph] = parse(`Ask ${address} first`);
    expect(paragraph).toMatchObject({ children: [{}, { type: 'link' }, {}] });
    expect(parse(`Ask ${address} first`, { ...everything, addresses: false })).not.toEqual([paragraph]);
  });

  test.each(secondRows)('with %s below a line has a table there', (row) => {
    const [table] = parse(`Name\n${row}`);
    expect(table).toMatchObject({ type: 'table' });
    expect(parse(`Name\n${row}`, { ...everything, tables: false })).not.toEqual([table]);
  });
});
