import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../../shared/rules/search-fold.ts';
import { marksOf } from '../../../shared/rules/search-marks.ts';

/** The text with its marks in brackets. */
const marked = (text: string, typed: string, words?: readonly string[]): string => {
  let all = '';
  let done = 0;
  for (const [start, end] of marksOf(text, typed, words)) {
    all += `${text.slice(done, start)}[${text.slice(start, end)}]`;
    done = end;
  }
  return all + text.slice(done);
};

describe('what was typed is marked where it was found', () => {
  test.each([
    ['the beginning of a word', 'test', 'I can write Tests and a test', 'I can write [Test]s and a [test]'],
    ['not the middle of a word', 'est', 'A test', 'A test'],
    ['several words', 'write te', 'I can write tests', 'I can [write] [te]sts'],
    ['accents that were not typed', 'ecole', 'École E\u0301cole', '[École] [E\u0301cole]'],
    ['accents that were typed', 'école', 'ecole', '[ecole]'],
    ['a mark goes with its letter', 'e', 'E\u0301cole', '[E\u0301]cole'],
    ['a letter that folds to two', 'stras', 'Straße', '[Straß]e'],
    ['a ligature is marked as a whole', 'f', 'ﬁle', '[ﬁ]le'],
    ['signs', 'c+', 'C++ and C#', '[C+]+ and C#'],
    ['a joined word by its parts', 'node.j', 'Node.js', '[Node.j]s'],
    ['a joined word in one', 'nodej', 'Node.js', '[Node.j]s'],
    ['a joined word in two', 'node js', 'Node.js', '[Node].[js]'],
    ['one word by parts', 'node.js', 'NodeJS', '[NodeJS]'],
    ['a joined word by another sign', 'ci-cd', 'CI/CD', '[CI/CD]'],
    ['dotnet', 'dotnet', 'With .NET', 'With .[NET]'],
    ['Chinese from one character', '据', '数据库', '数[据]库'],
    ['Chinese in a row', '数据', '数据库数引据', '[数据]库数引据'],
    ['Japanese in half-width kana', 'データ', 'ﾃﾞｰﾀ', '[ﾃﾞｰﾀ]'],
    ['Korean in parts', '한', '한국'.normalize('NFD'), `[${'한'.normalize('NFD')}]${'국'.normalize('NFD')}`],
    ['Arabic with vowels', 'سلام', 'سَلام', '[سَلام]'],
    ['letters outside the first plane', '𠮷', '𠮷野', '[𠮷]野'],
    ['styled letters', 'bo', '𝐁𝐨𝐥𝐝', '[𝐁𝐨]𝐥𝐝'],
    ['a soft hyphen within', 'database', 'data\u00adbase', '[data\u00adbase]'],
    ['overlapping words', 'te test tes', 'testing', '[test]ing'],
    ['nothing typed', '', 'text', 'text'],
    ['punctuation', '"*', 'a "*" b', 'a "*" b'],
  ])('%s', (_, typed, text, expected) => {
    expect(marked(text, typed)).toBe(expected);
  });

  test.each([
    ['a near word', 'postgress', ['postgresql'], 'PostgreSQL basics', '[PostgreSQL] basics'],
    ['a near word with a sign', 'c##', ['c#'], 'C#', '[C#]'],
    ['a near word that is joined', 'nodjs', ['nodejs'], 'Node.js here', '[Node.js] here'],
    ['near words only as a whole', 'tesd', ['test'], 'A test of testing', 'A [test] of testing'],
    ['both', 'git comit', ['commit'], 'Git commits a commit', '[Git] commits a [commit]'],
  ])('%s', (_, typed, words, text, expected) => {
    expect(marked(text, typed, words)).toBe(expected);
  });
});

test('marks ascend, never touch, and part no character from its marks', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc
      .array(
        fc.constantFrom(
          'e\u0301',
          'a',
          'ß',
          '𠮷',
          'か\u3099',
          '한',
          '.',
          ' ',
          '+',
          'C#',
          '数',
          '\u200d',
          'ﬁ',
          '\ud800',
        ),
      )
      .map((parts) => parts.join('')),
  );
  const typed = fc.oneof(text, fc.constantFrom('e', 'a', 's', 'が', '数', 'f', 'c', 'ss'));
  fc.assert(
    fc.property(text, typed, fc.array(fc.string({ maxLength: 3 }), { maxLength: 2 }), (one, query, words) => {
      let last = -1;
      for (const [start, end] of marksOf(one, query, words)) {
        expect(start).toBeGreaterThan(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(one.length);
        for (const at of [start, end]) {
          expect(one.slice(at)).not.toMatch(/^\p{M}/u);
          expect(/[\ud800-\udbff]$/.test(one.slice(0, at)) && /^[\udc00-\udfff]/.test(one.slice(at))).toBe(
            false,
          );
        }
        last = end;
      }
    }),
    { numRuns: 1_000 },
  );
});

test('each mark of a single word begins with what was typed', () => {
  const letters = fc.string({ unit: fc.constantFrom(...Array.from('abcAB éÉñ ß.')), maxLength: 30 });
  fc.assert(
    fc.property(
      letters,
      fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: 1, maxLength: 2 }),
      (text, typed) => {
        for (const [start, end] of marksOf(text, typed)) {
          expect(foldText(text.slice(start, end)).replaceAll('.', '').startsWith(foldText(typed))).toBe(true);
        }
      },
    ),
  );
});
