import type { LeftOut, LeftOutKind } from './document.ts';
import { isBlank } from './source-lines.ts';

/** Which lines of a file something stands for, so that no line is dropped without a word. Lines count from 0. */
export type LineBook = {
  readonly source: (from: number, to: number) => readonly string[];
  readonly own: (from: number, to: number) => void;
  /** Leaves lines out; blank ones are not worth a word. */
  readonly leave: (from: number, to: number, kind: LeftOutKind) => void;
  /** Leaves out what nothing stands for yet, and hands over all that was left out, from top to bottom. */
  readonly close: () => readonly LeftOut[];
};

/** The marker of an item without a text. */
const EMPTY_ITEM = /^[\s>]*(?:[-*+]|\d{1,9}[.)])\s*$/;
/** Marks of quotes say nothing. */
const SAYS_SOMETHING = /[^\s>]/;

export const startLineBook = (lines: readonly string[]): LineBook => {
  const isOwned = new Uint8Array(lines.length);
  const leftOut: LeftOut[] = [];
  const source = (from: number, to: number): readonly string[] => lines.slice(from, to + 1);
  const own = (from: number, to: number): void => void isOwned.fill(1, from, to + 1);
  const leave = (from: number, to: number, kind: LeftOutKind): void => {
    own(from, to);
    if (!source(from, to).every(isBlank))
      leftOut.push({ line: from + 1, kind, text: source(from, to).join('\n') });
  };
  return {
    source,
    own,
    leave,
    close: () => {
      lines.forEach((line, at) => {
        if (!isOwned[at] && SAYS_SOMETHING.test(line))
          leave(at, at, EMPTY_ITEM.test(line) ? 'list' : 'prose');
      });
      return leftOut.toSorted((a, b) => a.line - b.line);
    },
  };
};
