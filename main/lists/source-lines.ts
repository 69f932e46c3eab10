import { AppError } from '../../shared/reply.ts';

const decoders: readonly (readonly [number, number, string])[] = [
  [0xff, 0xfe, 'utf-16le'],
  [0xfe, 0xff, 'utf-16be'],
];

const decode = (bytes: Uint8Array): string => {
  const encoding = decoders.find(([first, second]) => bytes[0] === first && bytes[1] === second)?.[2];
  try {
    return new TextDecoder(encoding ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('invalid', 'This file is not text in UTF-8. Save it as UTF-8 and choose it again.');
  }
};

/** The lines of a text file, without byte order mark and line ends. Throws `invalid` for what is no text. */
export const sourceLines = (source: Uint8Array | string): string[] => {
  const text = typeof source === 'string' ? source.toWellFormed() : decode(source);
  if (text.includes('\0'))
    throw new AppError(
      'invalid',
      'This file contains NUL bytes, so it is not a text file. Nothing was read.',
    );
  return text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
};

export const isBlank = (line: string): boolean => line.trim() === '';

/** Lines of the YAML block at the very top, with its fences; 0 where there is none. */
export const frontMatterLength = (lines: readonly string[]): number => {
  if (!/^---[ \t]*$/.test(lines[0] ?? '')) return 0;
  // A rule followed by Markdown opens with the same three dashes: YAML says "key:" first.
  const first = lines.slice(1).find((line) => !isBlank(line) && !line.startsWith('#'));
  if (first === undefined || !/^(?:[^\s:>*+-][^:]*:(?:\s|$)|---[ \t]*$)/.test(first)) return 0;
  return lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line)) + 1;
};

/** The column that a text ends at, where it begins at `from`: tabs go on to the next multiple of four. */
export const widthOf = (text: string, from = 0): number => {
  let column = from;
  for (const char of text) column += char === '\t' ? 4 - (column % 4) : 1;
  return column;
};

/** What stands before a line's own text: a quote's mark, or a list item's columns. */
export type Prefix = readonly ('>' | number)[];

/** Takes up to `columns` columns of white space from the start; of a tab that is cut, the rest comes back as spaces. */
const dropColumns = (line: string, columns: number, from: number): { rest: string; column: number } => {
  let at = 0;
  let column = from;
  while (at < line.length && column < from + columns) {
    if (line[at] === '\t') column += 4 - (column % 4);
    else if (line[at] === ' ') column += 1;
    else break;
    at += 1;
  }
  return { rest: ' '.repeat(Math.max(0, column - from - columns)) + line.slice(at), column };
};

/** A line without the prefix of the containers that it stands in. A lazy line has less of it than it should. */
export const withoutPrefix = (line: string, prefix: Prefix): string => {
  let rest = line;
  let column = 0;
  for (const part of prefix) {
    if (part === '>') {
      const mark = /^( {0,3}>)([ \t]?)/.exec(rest);
      if (!mark) return rest.trimStart();
      column += mark[1]!.length;
      ({ rest, column } = dropColumns(rest.slice(mark[1]!.length), 1, column));
    } else {
      ({ rest, column } = dropColumns(rest, part, column));
    }
  }
  return rest;
};

/**
 * Where the content of a list item begins, given the source from its marker on: `length` characters after it, and
 * `columns` columns, by which every further line of the item is indented.
 */
export const itemContent = (
  fromMarker: string,
  markerColumn: number,
): { readonly length: number; readonly columns: number } => {
  const [, marker, space] = /^([-*+]|\d{1,9}[.)])([ \t]*)/.exec(fromMarker) ?? ['', '', ''];
  const start = markerColumn + marker!.length;
  const column = widthOf(space!, start);
  const blank = marker!.length + space!.length === fromMarker.length;
  // Five columns or more are one space and indented code.
  if (blank || column - start > 4)
    return { length: marker!.length + Math.min(1, space!.length), columns: marker!.length + 1 };
  return { length: marker!.length + space!.length, columns: column - markerColumn };
};
