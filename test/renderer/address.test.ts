import { expect, test } from 'vitest';
import { faultOfAddress, keptAddress } from '../../renderer/parts/address.ts';

test.each([
  ['  https://example.org/a  ', 'https://example.org/a'],
  ['HTTP://EXAMPLE.ORG', 'HTTP://EXAMPLE.ORG'],
  ['example.org/page?x=1', 'https://example.org/page?x=1'],
  ['mailto:me@example.org', 'mailto:me@example.org'],
  ['https://example.org/a%20b', 'https://example.org/a%20b'],
  ['   ', null],
])('“%s” is kept as %s', (typed, kept) => {
  expect(faultOfAddress(typed)).toBeNull();
  expect(keptAddress(typed)).toBe(kept);
});

test.each([
  ['https://example.org/a b', 'spaces'],
  ['https://exa mple.org', 'spaces'],
  ['example.org/a\tb', 'spaces'],
  ['mailto:me @example.org', 'spaces'],
  ['https://example.org/a\u00a0b', 'spaces'],
  ['javascript:alert(1)', 'wrong'],
  ['ftp://example.org', 'wrong'],
  ['https://', 'wrong'],
  ['me@example.org', 'wrong'],
  ['ask me', 'wrong'],
] as const)('“%s” is refused: %s', (typed, fault) => {
  expect(faultOfAddress(typed)).toBe(fault);
  expect(keptAddress(typed)).toBeUndefined();
});
