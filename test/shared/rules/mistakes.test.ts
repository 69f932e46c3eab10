import { describe, expect, test } from 'vitest';
import { warningOf, type Operator } from '../../../shared/rules/mistakes.ts';
import { realCatalogue } from '../../data/catalogue/real-catalogue.ts';

const { list } = realCatalogue.chooser.rules;
const examples = list.flatMap(({ id, when, examples: all }) =>
  all.map(({ facts, fires }): [string, boolean, typeof when, Record<string, number>] => [
    id,
    fires,
    when,
    facts,
  ]),
);

test.each(examples)('%s fires: %s, as its example in the catalogue says', (_id, fires, when, facts) => {
  expect(warningOf(when, facts) !== null).toBe(fires);
});

test.each<[Operator, number[]]>([
  ['<', [1]],
  ['<=', [1, 2]],
  ['>', [3]],
  ['>=', [2, 3]],
  ['==', [2]],
])('%s 2 holds for %s of 1, 2 and 3', (op, holds) => {
  const when = { all: [{ metric: 'm', op, value: 2 }] };
  expect([1, 2, 3].filter((m) => warningOf(when, { m }) !== null)).toEqual(holds);
});

describe('a warning', () => {
  const when = {
    all: [{ metric: 'a', op: '>=' as const, value: 1 }],
    any: [
      { metric: 'b', op: '>=' as const, value: 1 },
      { metric: 'c', op: '>=' as const, value: 1 },
    ],
  };
  test('says which conditions it stands on, with their figures', () => {
    expect(warningOf(when, { a: 2, b: 0, c: 5 })).toEqual([
      { metric: 'a', op: '>=', value: 1, actual: 2 },
      { metric: 'c', op: '>=', value: 1, actual: 5 },
    ]);
  });
  test('needs one of the alternatives', () => expect(warningOf(when, { a: 2, b: 0, c: 0 })).toBeNull());
  test('never stands on what is not known', () => {
    expect(warningOf(when, { b: 1 })).toBeNull();
    expect(warningOf({ all: [{ metric: 'a', op: '<', value: 1 }] }, {})).toBeNull();
  });
});
