import type { Definition, FootnoteDefinition, ListItem, Nodes, RootContent } from 'mdast';
import { childrenOf, definitionLines, holds, isTask, type Definitions } from './parse.ts';
import { parseRepeated } from './repeated-tasks.ts';
import { isBlank, itemContent } from './source-lines.ts';

/** Consecutive blocks of the file. A node's line plus `shift` is the line of the file; its offsets are those of `text`. */
export type Piece = {
  readonly nodes: readonly RootContent[];
  readonly text: string;
  readonly shift: number;
  /** Items that only stand for those that the piece before left open, outermost first; and whether those are tasks. */
  readonly standIns: ReadonlyMap<ListItem, boolean>;
  /** Items of this piece that the next one goes on with, outermost first. */
  readonly open: readonly ListItem[];
};

/**
 * The parser takes more than twice as long for twice the text, so a file is read in pieces. A piece ends only where the
 * parser itself says that the next line begins a block at the top of the tree, or an item of a list: nothing before such
 * a line bears on what follows, save for link definitions and the items around it, which the next piece is given.
 */
export const PIECE_LENGTH = 4_000;
/** A piece that finds no better end than an item within items is this many times as long. */
const NESTED_FACTOR = 4;
const MAX_OPEN = 16;

export const BLOCK_START = /^[ \t]*(?:#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t])/;
const EMPTY_ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]*$/;
const NESTED_ITEM = /^[ \t]+(?:[-*+]|\d{1,9}[.)])[ \t]+\S/;

const mayBegin = (lines: readonly string[], at: number): boolean =>
  /^\S/.test(lines[at]!) &&
  !EMPTY_ITEM.test(lines[at]!) &&
  (BLOCK_START.test(lines[at]!) || isBlank(lines[at - 1]!));

const isIndentedCode = (node: Nodes, text: string): boolean =>
  node.type === 'code' && !/^ {0,3}(?:`{3}|~{3})/.test(text.slice(node.position!.start.offset));

/** The deepest of the last blocks. */
const lastBlock = (node: Nodes): Nodes => {
  const isContainer = node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote';
  const last = isContainer ? node.children.at(-1) : undefined;
  return last ? lastBlock(last) : node;
};

/** An item around the end of a piece: its first line up to its content. */
type Open = { readonly item: ListItem; readonly prefix: string; readonly isTask: boolean };

type Tried = Omit<Piece, 'open' | 'nodes'> & { readonly nodes: RootContent[] };

/** An item with a heading in it is read in another way than one without. */
const NESTED_HEADING = /(?:^[ \t]+|[-*+>.)][ \t]+)#{1,6}(?:[ \t]|$)|^[ \t]+(?:=+|-+)[ \t]*$/;

/** An item can be left open where what is read of it so far says how all of it is read: as a task, or as one around tasks. */
const openItem = (item: ListItem, { text, standIns }: Tried, mayBePlain: boolean): Open | null => {
  const { offset, column } = item.position!.start;
  const lineStart = offset! - column + 1;
  if (/[^ \t]/.test(text.slice(lineStart, offset))) return null;
  const standsForTask = standIns.get(item);
  if (standsForTask === undefined && !isTask(item) && !(mayBePlain && holds(item, isTask))) return null;
  const line = text.slice(offset, text.indexOf('\n', offset));
  const { length } = itemContent(line, column - 1);
  const prefix = text.slice(lineStart, offset! + length);
  return {
    item,
    prefix: /[ \t]$/.test(prefix) ? prefix : `${prefix} `,
    isTask: standsForTask ?? isTask(item),
  };
};

/**
 * Removes the block that begins at a line from the tree and answers which items are around it; null where none begins
 * there, or not of the kind that the line announces. What comes after indented code the parser reads in its own way, so
 * nothing is cut there.
 */
const cutBlockAt = (
  tried: Tried,
  at: number,
  source: string,
  hasNestedHeadings: boolean,
): readonly Open[] | null => {
  const { nodes, text, shift } = tried;
  const around: ListItem[] = [];
  let siblings: Nodes[] = nodes;
  let last = siblings.at(-1);
  while (last && last.position!.start.line - 1 + shift !== at) {
    if (last.type !== 'list' && last.type !== 'listItem') return null;
    if (last.type === 'listItem') around.push(last);
    siblings = last.children;
    last = siblings.at(-1);
  }
  if (!last || around.length > MAX_OPEN) return null;
  const isItem = last.type === 'list' || last.type === 'listItem';
  const isAtMargin = /^[ \t]*/.exec(source)![0].length === last.position!.start.column - 1;
  const isAnnounced = isItem || last.type === 'heading' || !BLOCK_START.test(source);
  if (!isAtMargin || !isAnnounced || (around.length > 0 && !isItem)) return null;
  siblings.pop();
  const before = nodes.at(-1);
  if (before && isIndentedCode(lastBlock(before), text)) return null;
  const open = around.map((item) => openItem(item, tried, !hasNestedHeadings));
  return open.every((one) => one !== null) ? open : null;
};

const parsePiece = (
  lines: readonly string[],
  first: number,
  definitions: Definitions,
  open: readonly Open[],
): Tried => {
  const own = lines.join('\n');
  const known = definitionLines(own, definitions);
  const around = open.flatMap(({ prefix }) => [`${prefix}x`, '']);
  const text = [...known, ...around, own].join('\n');
  const nodes = parseRepeated(text).filter(({ position }) => position!.start.line > known.length);
  const standIns = new Map<ListItem, boolean>();
  let siblings: readonly Nodes[] = nodes;
  for (const one of open) {
    const list = siblings.find((node) => node.type === 'list')!;
    standIns.set(list.children[0]!, one.isTask);
    siblings = list.children[0]!.children;
  }
  return { nodes, text, shift: first - known.length - around.length, standIns };
};

/** The blocks of the file from line `first` on (counted from 0), in pieces of about so many characters. */
export function* readPieces(
  lines: readonly string[],
  first: number,
  definitions: Definitions,
  pieceLength: number = PIECE_LENGTH,
): Generator<Piece, void, undefined> {
  let start = first;
  let around: readonly Open[] = [];
  const hasNestedHeadings = lines.some((line) => NESTED_HEADING.test(line));
  while (start < lines.length) {
    let wanted = pieceLength;
    let end = start;
    let length = 0;
    const isEnd = (at: number): boolean =>
      at > start &&
      ((length >= wanted && mayBegin(lines, at)) ||
        (length >= NESTED_FACTOR * wanted && NESTED_ITEM.test(lines[at]!)));
    for (;;) {
      while (end < lines.length && !isEnd(end)) {
        length += lines[end]!.length + 1;
        end += 1;
      }
      // With the line after it, so that the parser can say whether that one begins a block.
      const tried = parsePiece(lines.slice(start, end + 1), start, definitions, around);
      const open = end < lines.length ? cutBlockAt(tried, end, lines[end]!, hasNestedHeadings) : [];
      if (open) {
        yield { ...tried, open: open.map(({ item }) => item) };
        around = open;
        break;
      }
      wanted = Math.max(wanted, length) * 2;
    }
    start = end;
  }
}

export const firstLineOf = ({ position }: Nodes, { shift }: Piece): number =>
  position!.start.line - 1 + shift;

const CONTAINER_MARKS = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$))*$/;
/** The last line that a node has something of: one cut short by its container ends within the marks of the next line. */
export const lastLineOf = ({ position }: Nodes, { shift, text }: Piece): number => {
  const { start, end } = position!;
  const line = end.line - 1 + shift;
  if (end.line === start.line) return line;
  return CONTAINER_MARKS.test(text.slice(end.offset! - end.column + 1, end.offset)) ? line - 1 : line;
};

/** All link definitions of the file; of several with one label the first counts. */
export const readDefinitions = (lines: readonly string[], first: number): Definitions => {
  const definitions = new Map<string, Definition | FootnoteDefinition>();
  const collect = (node: Nodes): void => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') {
      const label = node.type === 'definition' ? node.identifier : `^${node.identifier}`;
      if (!definitions.has(label)) definitions.set(label, node);
    }
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table')
      childrenOf(node).forEach(collect);
  };
  if (lines.some((line) => /\[[^\]]+\]:/.test(line)))
    for (const { nodes } of readPieces(lines, first, new Map())) nodes.forEach(collect);
  return definitions;
};
