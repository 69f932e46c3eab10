import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameText } from '../../../shared/rules/same-text.ts';

describe('two texts are the same thing', () => {
  test.each([
    ['PostgreSQL', 'postgresql'],
    ['  CI / CD  ', 'ci/cd'],
    ['“Quoted” – text…', 'quoted text'],
    ['école', 'ECOLE'],
    ['école', 'e\u0301cole'],
    ['Straße', 'STRASSE'],
    ['İstanbul', 'istanbul'],
    ['ΣΊΣΥΦΟΣ', 'σισυφος'],
    ['Łódź', 'lodz'],
    ['Ｃ＋＋', 'c++'],
    ['ﬁle ②', 'file 2'],
    ['ｶﾞ', 'ガ'],
    ['👩🏽‍🚀 launch ✅', 'Launch'],
    ['1️⃣ first', '1 first'],
    ['שָׁלוֹם', 'שלום'],
    ['مَرْحَبًا', 'مرحبا'],
    ['soft\u00ADware', 'software'],
  ])('%j and %j', (a, b) => {
    expect(sameText(a)).toBe(sameText(b));
    expect(sameText(a)).not.toBe('');
  });

  test.each([
    ['C', 'C++'],
    ['C', 'C#'],
    ['C++', 'C#'],
    ['か', 'が'],
    ['Part 1', 'Part 2'],
    ['ab', 'a b'],
  ])('not %j and %j', (a, b) => {
    expect(sameText(a)).not.toBe(sameText(b));
  });

  test.each(['', ' ', '- [ ]', '…', '🎉', '\u200B'])('%j is no thing at all', (text) => {
    expect(sameText(text)).toBe('');
  });

  test('in one character or in its parts, each of Unicode', () => {
    const differing: string[] = [];
    let composed = 0;
    for (let point = 0; point <= 0x10_ff_ff; point += 1) {
      if (point >= 0xd8_00 && point <= 0xdf_ff) continue;
      const whole = String.fromCodePoint(point);
      const parts = whole.normalize('NFD');
      if (parts === whole) continue;
      composed += 1;
      if (sameText(parts) !== sameText(whole)) differing.push(point.toString(16));
    }
    expect(composed).toBeGreaterThan(13_000);
    expect(differing).toEqual([]);
  });

  test('whatever was made of them before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const form = sameText(text);
        expect(sameText(form)).toBe(form);
        expect(sameText(text.normalize('NFD'))).toBe(form);
      }),
      { numRuns: 2_000 },
    );
  });
});
