import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, foldWithPlaces } from '../../../shared/rules/search-fold.ts';
import { runsOf, searchQuery, searchWords, titleWords } from '../../../shared/rules/search-text.ts';

describe('folding', () => {
  test.each([
    ['case', 'PostgreSQL', 'postgresql'],
    ['accents', 'École Übung Señor', 'ecole ubung senor'],
    ['accents written apart', 'E\u0301cole', 'ecole'],
    ['Vietnamese', 'Việt Nam', 'viet nam'],
    ['German sharp s', 'Straße', 'strasse'],
    ['letters that are no accents', 'Ærø Łódź Þór', 'aero lodz thor'],
    ['Turkish', 'İstanbul ılık', 'istanbul ilik'],
    ['Greek with its final letter', 'Οδός ΟΔΟΣ', 'οδοσ οδοσ'],
    ['Russian', 'Ёлка', 'елка'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['Arabic vowels and stretching', 'سَلاـــم', 'سلام'],
    ['Hindi keeps its vowels', 'हिन्दी', 'हिन्दी'],
    ['full width', 'Ｃ＋＋ １２', 'c++ 12'],
    ['ligatures', 'ﬁle', 'file'],
    ['half-width kana', 'ﾃﾞｰﾀ', 'データ'],
    ['kana voicing stays', 'か\u3099', 'が'],
    ['Korean in parts', '한국'.normalize('NFD'), '한국'],
    ['marks of direction', '\u202eabc\u2066', 'abc'],
    ['a soft hyphen', 'data\u00adbase', 'database'],
    ['a zero width space parts', 'a\u200bb', 'a b'],
    ['a trade mark', 'Java™', 'java'],
  ])('%s', (_, text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
  );

  test('twice is the same as once', () => {
    for (let code = 0; code < 0x1_0000; code += 1) {
      const folded = foldText(String.fromCharCode(code));
      expect(foldText(folded), code.toString(16)).toBe(folded);
    }
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 1_000 },
    );
  });

  test('with the way back it gives the same text, in ascending places that cover whole characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldWithPlaces(text);
        expect(folded.text).toBe(foldText(text));
        let end = 0;
        for (let unit = 0; unit < folded.text.length; unit += 1) {
          const [start, next] = [folded.startOf(unit), folded.endOf(unit)];
          expect(start === end || next === end || start > end).toBe(true);
          expect(next).toBeGreaterThan(start);
          expect(foldText(text.slice(start, next))).toContain(folded.text[unit]);
          end = next;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is indexed for a text', () => {
  test.each([
    ['plain words', 'I can write a test.', 'i can write a test'],
    ['signs', 'C++ and C# and F#', 'c++ and c# and f#'],
    ['a sign that only joins', 'a+b', 'a b ab'],
    ['a sign before a number', 'C++17', 'c++ 17 c++17'],
    ['a sign at the front', '#tag +1', 'tag 1'],
    ['joined words', 'Node.js and TCP/IP', 'node js and tcp ip nodejs tcpip'],
    ['a dot at the front', '.NET 9', 'net 9 dotnet'],
    ['dots before a word', 'well...so', 'well so'],
    ['three parts', 'state-of-art', 'state of art stateofart'],
    ['more than three parts are not joined', 'a-b-c-d', 'a b c d'],
    ['numbers are not joined', '2026-11-24', '2026 11 24'],
    ['words parted by two signs', 'std::vector', 'std vector'],
    ['Chinese', '数据库，索引', '数 据 库 索 引'],
    ['Chinese beside Latin', 'SQL数据库', 'sql 数 据 库'],
    ['Japanese with its long vowel', 'データ', 'デ ー タ'],
    ['Korean stays in words', '한국어 검색', '한국어 검색'],
    ['Thai by character, with its vowels', 'กิน', 'กิ น'],
    ['no word at all', '… — 🧱', ''],
    ['NUL and half a surrogate pair', 'a\0b\ud800c', 'a b c'],
  ])('%s', (_, text, words) => {
    expect(
      searchWords(text)
        .match(/[^ ,.:]+/g)
        ?.join(' ') ?? '',
    ).toBe(words);
  });

  test.each([
    ['I can test', '^i i can test'],
    ['  "Quoted"', '^quoted   "quoted"'],
    ['Node.js', '^node node js nodejs ^nodejs'],
    ['.NET', '^net net dotnet ^dotnet'],
    ['数据', '^数 数 据'],
    ['…', ''],
    ['', ''],
  ])('a title says how it begins: %s', (title, words) => {
    expect(titleWords(title).trim()).toBe(words);
  });

  test('plain text is left to the tokenizer, which finds the same words in it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const words = searchWords(text).match(/[a-z0-9+#]+/g) ?? [];
        const runs = runsOf(foldText(text));
        expect(words).toEqual([
          ...runs.flatMap(({ tokens }) => tokens.map(({ word }) => word)),
          ...runs.flatMap(({ joined }) => joined ?? []),
        ]);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('what was typed', () => {
  test.each<[string, readonly (readonly (readonly string[])[])[]]>([
    ['index a table', [[['index']], [['a']], [['table']]]],
    ['Node.js', [[['node', 'js'], ['nodejs']]]],
    ['.net core', [[['net'], ['dotnet']], [['core']]]],
    ['c++', [[['c++']]]],
    ['数据库', [[['数', '据', '库']]]],
    ['"exact phrase"', [[['exact']], [['phrase']]]],
    ['a AND b', [[['a']], [['and']], [['b']]]],
    ['title:x*', [[['title', 'x'], ['titlex']]]],
    ['-x', [[['x']]]],
    ['?!', []],
  ])('%s', (typed, forms) => {
    expect(searchQuery(typed).map((word) => word.forms)).toEqual(forms);
  });

  test('is cut to eight words and 200 letters', () => {
    expect(searchQuery('w '.repeat(50))).toHaveLength(8);
    expect(searchQuery('w'.repeat(10_000))).toEqual([{ forms: [['w'.repeat(200)]] }]);
  });

  test('holds nothing but letters, digits and the two signs, whatever it is', () => {
    const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(typed, (text) => {
        for (const { forms } of searchQuery(text)) {
          for (const word of forms.flat()) expect(word).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}+#]*$/u);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
