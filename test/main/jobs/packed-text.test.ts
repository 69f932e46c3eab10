import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPacking, unpackPiece, type PackedText } from '../../../main/jobs/packed-text.ts';

const packed = (parts: readonly string[]): PackedText => {
  const packing = openPacking();
  for (const part of parts) packing.add(part);
  return packing.end();
};
const pieces = (text: PackedText): string[] => text.map((_, index) => unpackPiece(text, index));

test('a text comes out as it went in, whatever its parts', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 }), (parts) => {
      expect(pieces(packed(parts)).join('')).toBe(parts.join(''));
    }),
  );
});

test('a long one comes in pieces of at most a million characters, and none is cut in half', () => {
  const parts = ['x'.repeat(999_999), '😀'.repeat(1_200_000), 'é', ''];
  const found = pieces(packed(parts));
  expect(found.map(({ length }) => length)).toEqual([999_999, 1_000_000, 1_000_000, 400_001]);
  expect(found.join('')).toBe(parts.join(''));
  expect(found.every((piece) => piece.isWellFormed())).toBe(true);
});

test('nothing is no piece, and beyond the last there is nothing', () => {
  expect(packed([''])).toEqual([]);
  expect(unpackPiece(packed(['a']), 1)).toBe('');
});
