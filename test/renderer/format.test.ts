import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentToTenth, shownChange, toTenth } from '../../renderer/format.ts';

test.each([
  [0, '0.0'],
  [8.59999, '8.5'],
  [8.6, '8.6'],
  [0.29 * 100, '29.0'],
  [99.99, '99.9'],
  [100, '100.0'],
])('%d percent is shown as %s beside a change', (value, shown) => {
  expect(toTenth(value)).toBe(shown);
  expect(percentToTenth(value)).toBe(`${shown}\u202f%`);
});

test('without a figure there is none, and no change', () => {
  expect(percentToTenth(null)).toBe('no figure yet');
  expect(shownChange(null, 8)).toBeNull();
  expect(shownChange(8, null)).toBeNull();
});

test('what was shown and the change beside it make what is shown', () => {
  const figure = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(figure, figure, (before, now) => {
      const change = shownChange(before, now)!;
      expect((Number(toTenth(before)) + change).toFixed(1)).toBe(toTenth(now));
      expect(toTenth(now) === '100.0').toBe(now >= 100 - 1e-9);
    }),
  );
});
