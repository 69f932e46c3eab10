import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Characters of a piece, at most. */
const PIECE = 1_000_000;
const QUICKLY = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** A long text in compressed pieces: one of a million lines neither fits a message between threads nor is worth its memory. */
export type PackedText = readonly Uint8Array[];

const isHighHalf = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

/** Takes a text part by part. */
export const openPacking = (): { readonly add: (part: string) => void; readonly end: () => PackedText } => {
  const pieces: Uint8Array[] = [];
  let parts: string[] = [];
  let length = 0;
  const flush = (least: number): void => {
    let text = parts.join('');
    while (text.length >= least && text !== '') {
      // No character is cut in half.
      const end = PIECE - (isHighHalf(text.charCodeAt(PIECE - 1)) ? 1 : 0);
      pieces.push(zstdCompressSync(text.slice(0, end), QUICKLY));
      text = text.slice(end);
    }
    parts = [text];
    length = text.length;
  };
  return {
    add: (part) => {
      parts.push(part);
      length += part.length;
      if (length >= PIECE) flush(PIECE);
    },
    end: () => {
      flush(1);
      return pieces;
    },
  };
};

/** The piece with this number, from 0 on; empty beyond the last. */
export const unpackPiece = (packed: PackedText, index: number): string => {
  const piece = packed[index];
  return piece === undefined ? '' : zstdDecompressSync(piece).toString();
};
