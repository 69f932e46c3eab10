import fc from 'fast-check';
import { expect, test } from 'vitest';
import { charactersIn } from '../../../shared/rules/characters.ts';

test.each([
  ['', 0],
  ['Book shelf', 10],
  ['Bücher', 6],
  ['Bu\u0308cher', 6],
  ['👨‍👩‍👧‍👦', 1],
  ['🇩🇪🇫🇷', 2],
  ['a\r\nb', 3],
])('%j has %i', (text, count) => expect(charactersIn(text)).toBe(count));

test('a text has at most as many as units, and together no more than apart', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      expect(charactersIn(one)).toBeLessThanOrEqual(one.length);
      expect(charactersIn(one + other)).toBeLessThanOrEqual(charactersIn(one) + charactersIn(other));
    }),
  );
});
