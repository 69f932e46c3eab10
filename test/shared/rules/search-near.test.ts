import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearWords } from '../../../shared/rules/search-near.ts';

const near = (typed: string, vocabulary: readonly string[], isUnfinished = false): Record<string, number> =>
  Object.fromEntries(
    nearWords(typed, vocabulary.toSorted(), isUnfinished).map(({ word, distance }) => [word, distance]),
  );

describe('how far words are apart', () => {
  test.each<[string, string, string, number | undefined]>([
    ['a letter left out', 'pyton', 'python', 1],
    ['a letter too many', 'pythonn', 'python', 1],
    ['another letter', 'pythom', 'python', 1],
    ['two neighbours swapped', 'pyhton', 'python', 1],
    ['the first two swapped', 'ypthon', 'python', 1],
    ['the last two swapped', 'pythno', 'python', 1],
    ['another first letter', 'bython', 'python', 1],
    ['two errors', 'pithom', 'python', 2],
    ['three errors', 'pithmm', 'python', undefined],
    ['one error in three letters', 'sqk', 'sql', 1],
    ['two errors in four letters', 'rusk', 'dust', undefined],
    ['two errors in five letters', 'trusk', 'crust', 2],
    ['two letters', 'gi', 'git', undefined],
    ['the word itself', 'python', 'python', undefined],
    ['another number', 'ipv4', 'ipv6', undefined],
    ['a number too many', 'python3', 'python', 1],
    ['another letter beside a number', 'k9sx', 'k9sy', 1],
    ['other scripts', 'питон', 'питoн', 1],
  ])('%s', (_, typed, word, distance) => {
    expect(near(typed, [word])[word]).toBe(distance);
  });

  test.each<[string, string, string, number | undefined]>([
    ['a beginning with one error', 'posrgre', 'postgresql', 1],
    ['a beginning with a letter too many', 'postgress', 'postgresql', 1],
    ['a beginning with two swapped', 'kubrene', 'kubernetes', 1],
    ['a whole word is its own beginning', 'pyhton', 'python', 1],
    ['the end of a word is no beginning', 'grasql', 'postgresql', undefined],
  ])('unfinished: %s', (_, typed, word, distance) => {
    expect(near(typed, [word], true)[word]).toBe(distance);
  });
});

test('nearest first; then words that begin alike; then those of a like length', () => {
  const found = nearWords('tests', ['best', 'rests', 'test', 'testing', 'texts', 'toasts'].toSorted(), false);
  expect(found.map(({ word }) => word)).toEqual(['texts', 'test', 'rests', 'toasts', 'best']);
});

test('at most a dozen words of each distance', () => {
  const vocabulary = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `wor${letter}s`).toSorted();
  expect(nearWords('wor1s', vocabulary, false)).toHaveLength(12);
});

const slowDistance = (a: string, b: string): number => {
  const rows = Array.from({ length: a.length + 1 }, (_, at) => [at, ...Array<number>(b.length).fill(0)]);
  rows[0] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const choices = [rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        choices.push(rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = Math.min(...choices);
    }
  }
  return rows[a.length]![b.length]!;
};

test('the walk through the vocabulary finds what comparing each word alone finds', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(
      word,
      fc.uniqueArray(word, { maxLength: 10 }),
      fc.boolean(),
      (typed, vocabulary, isUnfinished) => {
        const limit = typed.length < 3 ? 0 : typed.length < 5 ? 1 : 2;
        const expected = vocabulary
          .filter((one) => one !== typed)
          .map((one): [string, number] => {
            const parts = Array.from(one, (_, at) => one.slice(0, at + 1));
            const candidates = isUnfinished ? parts : [one];
            return [one, Math.min(...candidates.map((part) => slowDistance(typed, part)))];
          })
          .filter(([, distance]) => distance <= limit && limit > 0);
        // What begins with the typed word is at distance 0: it is found anyway.
        expect(near(typed, vocabulary, isUnfinished)).toEqual(
          Object.fromEntries(expected.filter(([, distance]) => distance > 0)),
        );
      },
    ),
    { numRuns: 1_000 },
  );
});
