import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../main/lists/parse.ts';
import { messyMarkdown } from './messy-markdown.ts';

/** Almost an address, each of them. */
const almost = [
  'ww.e.org',
  'www',
  'www e.org',
  'http:/e.org',
  'https',
  'http//e.org',
  'mailto:me',
  'xmpp:e.org',
];
const addresses = ['https://e.org', 'HTTP://E.org', 'www.e.org', 'WWW.e.org', 'me@e.org', 'mailto:me@e.org'];

describe('a text', () => {
  test('in which nothing looks like an address is read the same without looking for addresses', () => {
    fc.assert(
      fc.property(
        messyMarkdown,
        fc.array(fc.constantFrom(...almost), { minLength: 1 }),
        ({ lines }, words) => {
          const text = [...lines, ...words]
            .map((line, index) => (index % 3 === 0 ? `${line} ${words[index % words.length]}` : line))
            .join('\n')
            .replaceAll(/@|www\.|https?:\/\//gi, '');
          expect(parse(text, false)).toEqual(parse(text, true));
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each(addresses)('with %s in it has a link there', (address) => {
    const [paragraph] = parse(`Ask ${address} first`);
    expect(paragraph).toMatchObject({ children: [{}, { type: 'link' }, {}] });
    expect(parse(`Ask ${address} first`, false)).not.toEqual([paragraph]);
  });
});
