import type { Definition, FootnoteDefinition, Nodes, RootContent } from 'mdast';
import { fromMarkdown, type CompileContext, type Extension, type Token } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { isBlank } from './source-lines.ts';

/** The parser finds boxes below an empty bullet too, where no item is; the library trips over those. */
function readBox(this: CompileContext, token: Token): void {
  const item = this.stack.at(-2);
  if (item?.type === 'listItem') item.checked = (token.type as string) === 'taskListCheckValueChecked';
}

const boxes: Extension = {
  exit: {
    taskListCheckValueChecked: readBox,
    taskListCheckValueUnchecked: readBox,
    /** A task's paragraph begins after its box; the library says so only where plain text follows. */
    taskListCheck(token) {
      const { line, column, offset } = token.end;
      if (this.stack.at(-2)?.type === 'listItem')
        this.stack.at(-1)!.position!.start = { line, column, offset };
    },
  },
};
const options = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown(), boxes] };
const parse = (text: string): RootContent[] => fromMarkdown(text, options).children;

/** Where `[label]: address` and `[^label]: text` of the whole file lead, by normalised label. */
export type Definitions = ReadonlyMap<string, Definition | FootnoteDefinition>;

/** Consecutive blocks of the file. A node's line plus `shift` is the line of the file; its offsets are those of `text`. */
export type Piece = {
  readonly nodes: readonly RootContent[];
  readonly text: string;
  readonly shift: number;
};

/**
 * The parser takes more than twice as long for twice the text, so a file is read in pieces. A piece ends only where the
 * parser itself says that the next line begins a block, or an item of a list, at the top of the tree: nothing before such
 * a line bears on what follows, save for link definitions, which every piece is given.
 */
export const PIECE_LENGTH = 4_000;
const BLOCK_START = /^(?:#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t])/;

const EMPTY_ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]*$/;

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

/**
 * Removes the block that begins at `line` from the tree; false where none begins there, or not of the kind that its
 * first line announces. What comes after indented code the parser reads in its own way, so nothing is cut there.
 */
const cutBlockAt = (
  { nodes, text, shift }: Piece & { nodes: RootContent[] },
  at: number,
  source: string,
): boolean => {
  const beginsThere = ({ position }: Nodes): boolean =>
    position!.start.line - 1 + shift === at && position!.start.column === 1;
  const last = nodes.at(-1);
  if (!last || (BLOCK_START.test(source) && last.type !== 'list' && last.type !== 'heading')) return false;
  if (beginsThere(last)) nodes.pop();
  else if (last.type === 'list' && beginsThere(last.children.at(-1)!)) last.children.pop();
  else return false;
  const before = nodes.at(-1);
  return before === undefined || !isIndentedCode(lastBlock(before), text);
};

const normalLabel = (label: string): string =>
  label
    .replaceAll(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();

/** Lines to put before a text so that the parser knows the labels that it refers to. */
const definitionLines = (text: string, definitions: Definitions): string[] => {
  if (definitions.size === 0) return [];
  const labels = [...text.matchAll(/\[((?:\\.|[^\\[\]])+)\]/g)].map(([, label]) => normalLabel(label!));
  const known = [...new Set(labels)].filter((label) => definitions.has(label));
  // The comment ends the last footnote, which indented lines would go on with.
  return known.length === 0 ? [] : [...known.flatMap((label) => [`[${label}]: #`, '']), '<!-- -->', ''];
};

const parsePiece = (
  lines: readonly string[],
  first: number,
  definitions: Definitions,
): Piece & { nodes: RootContent[] } => {
  const own = lines.join('\n');
  const before = definitionLines(own, definitions);
  const text = [...before, own].join('\n');
  const nodes = parse(text).filter(({ position }) => position!.start.line > before.length);
  return { nodes, text, shift: first - before.length };
};

/** The blocks of the file from line `first` on (counted from 0), in pieces of about so many characters. */
export function* readPieces(
  lines: readonly string[],
  first: number,
  definitions: Definitions,
  pieceLength: number = PIECE_LENGTH,
): Generator<Piece, void, undefined> {
  let start = first;
  while (start < lines.length) {
    let wanted = pieceLength;
    let end = start;
    let length = 0;
    let piece: Piece | null = null;
    while (!piece) {
      while (end < lines.length && (length < wanted || !mayBegin(lines, end))) {
        length += lines[end]!.length + 1;
        end += 1;
      }
      // With the line after it, so that the parser can say whether that one begins a block.
      const tried = parsePiece(lines.slice(start, end + 1), start, definitions);
      if (end >= lines.length || cutBlockAt(tried, end, lines[end]!)) piece = tried;
      else wanted = Math.max(wanted, length) * 2;
    }
    yield piece;
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

export const childrenOf = (node: Nodes): readonly Nodes[] => ('children' in node ? node.children : []);

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

/** The blocks of one list item `- [ ] ...` on one line; text that a task may have is read as a task's. */
export const parseTaskLine = (
  markdown: string,
  definitions: Definitions,
): { readonly nodes: readonly RootContent[]; readonly text: string } =>
  parsePiece([`- [ ] ${markdown}`], 0, definitions);
