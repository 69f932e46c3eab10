import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfDay } from '../../../shared/rules/days.ts';
import {
  faultOfDays,
  faultOfMonths,
  isFinished,
  placesAfterMove,
  settledOf,
} from '../../../shared/rules/projects.ts';
import { PROJECT_STATUSES } from '../../../shared/values.ts';

const item = (required: boolean, ticked: boolean, reason: string | null = null) => ({
  required,
  ticked,
  reason,
});
const anyItem = fc.record({
  required: fc.boolean(),
  ticked: fc.boolean(),
  reason: fc.option(fc.constant('private work')),
});

describe('a project is finished', () => {
  test.each([
    ['when it is shipped and nothing is asked for', 'shipped', [], true],
    ['when every required item is ticked', 'shipped', [item(true, true)], true],
    ['when what is not ticked is waived with a reason', 'shipped', [item(true, false, 'alone')], true],
    ['although an optional item is open', 'shipped', [item(true, true), item(false, false)], true],
    ['not while a required item is open', 'shipped', [item(true, true), item(true, false)], false],
    ['not before it is shipped', 'building', [item(true, true)], false],
    ['not when it was dropped', 'dropped', [], false],
  ] as const)('%s', (_when, status, items, finished) => {
    expect(isFinished(status, items)).toBe(finished);
  });

  test('exactly when it is shipped and all of the required are settled', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PROJECT_STATUSES), fc.array(anyItem), (status, items) => {
        const { done, total } = settledOf(items);
        expect(isFinished(status, items)).toBe(status === 'shipped' && done === total);
      }),
    );
  });

  test('ticking an item never takes it back', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { minLength: 1 }), fc.nat(), (items, at) => {
        const index = at % items.length;
        const ticked = items.with(index, { ...items[index]!, ticked: true });
        if (isFinished('shipped', items)) expect(isFinished('shipped', ticked)).toBe(true);
      }),
    );
  });
});

describe('days and months', () => {
  const today = '2026-11-24';
  const day = fc.integer({ min: 0, max: 40_000 }).map(dateOfDay);
  const month = day.map((date) => date.slice(0, 7));

  test.each([
    [null, null, null],
    ['2026-11-24', '2026-11-24', null],
    ['2026-11-23', '2026-11-22', 'reversed'],
    [null, '2026-11-25', 'future'],
    ['2027-01-01', null, null],
    ['2024-02-29', '2024-02-28', 'reversed'],
  ] as const)('a project from %s to %s: %s', (started, finished, fault) => {
    expect(faultOfDays(started, finished, today)).toBe(fault);
  });

  test('two days are sound exactly when the end is neither before the start nor after today', () => {
    fc.assert(
      fc.property(day, day, day, (started, finished, now) => {
        const sound = Date.parse(finished) >= Date.parse(started) && Date.parse(finished) <= Date.parse(now);
        expect(faultOfDays(started, finished, now) === null).toBe(sound);
        expect(faultOfDays(started, null, now)).toBeNull();
      }),
    );
  });

  test.each([
    ['2026-11', null, null],
    ['2026-11', '2026-11', null],
    ['2026-12', null, 'future'],
    ['2026-01', '2026-12', 'future'],
    ['2026-02', '2026-01', 'reversed'],
  ] as const)('an experience from %s to %s: %s', (started, ended, fault) => {
    expect(faultOfMonths(started, ended, today)).toBe(fault);
  });

  test('months are sound exactly when they run forwards and lie behind', () => {
    fc.assert(
      fc.property(month, fc.option(month), day, (started, ended, now) => {
        const last = ended ?? started;
        const sound = started <= last && last <= now.slice(0, 7);
        expect(faultOfMonths(started, ended, now) === null).toBe(sound);
      }),
    );
  });
});

describe('a place on the board', () => {
  const column = [
    { id: 'a', place: 1 },
    { id: 'b', place: 2 },
  ];

  test.each([
    ['before the first', 'a', [{ id: 'x', place: 0 }]],
    ['between two', 'b', [{ id: 'x', place: 1.5 }]],
    ['at the end', null, [{ id: 'x', place: 3 }]],
  ])('%s', (_where, before, places) => {
    expect(placesAfterMove(column, 'x', before)).toEqual(places);
  });

  test('where no room is left between two neighbours, the column is numbered anew', () => {
    const tight = [
      { id: 'a', place: 1 },
      { id: 'b', place: 1 + Number.EPSILON },
    ];
    expect(placesAfterMove(tight, 'x', 'b').map(({ id }) => id)).toEqual(['a', 'x', 'b']);
  });

  test('any number of moves leaves every project once, in the order that was asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(10)), { maxLength: 200 }), (moves) => {
        let order = Array.from({ length: 10 }, (_, index) => ({ id: `p${index}`, place: index }));
        for (const [who, where] of moves) {
          const id = `p${who}`;
          const others = order.filter((project) => project.id !== id);
          const before = others[where]?.id ?? null;
          const places = new Map(
            placesAfterMove(others, id, before).map((placed) => [placed.id, placed.place]),
          );
          order = order
            .map((project) => ({ ...project, place: places.get(project.id) ?? project.place }))
            .toSorted((a, b) => a.place - b.place);
          const wanted = others.map((project) => project.id);
          wanted.splice(before === null ? wanted.length : wanted.indexOf(before), 0, id);
          expect(order.map((project) => project.id)).toEqual(wanted);
        }
      }),
      { numRuns: 50 },
    );
  });
});
