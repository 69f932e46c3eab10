import type { Code, Html, ListItem, Nodes, Paragraph, Table } from 'mdast';
import type { Inline, LookalikeKind } from './document.ts';
import { inlineWith } from './inline-text.ts';
import { onOneLine, plainText } from './inline.ts';
import { cellMark, isTicked, itemMark, lineMark, unreadTask, type Mark } from './lookalike-marks.ts';
import { childrenOf, isTask, type Definitions } from './parse.ts';
import { firstLineOf, lastLineOf, type Piece } from './pieces.ts';

/** A lookalike with all that it takes to make it a task. Lines count from 0. */
export type Found = {
  readonly line: number;
  readonly end: number;
  readonly kind: LookalikeKind;
  readonly inline: Inline;
  readonly checked: boolean;
  /** Further cells of a table's row. */
  readonly note: string | null;
  /** The lookalike of the same block that it is indented below. */
  readonly parent: Found | null;
  /** The list item that it is, which may have items below it; null for a line of something else. */
  readonly item: ListItem | null;
};

export const isTakeable = ({ kind, inline }: Found): boolean => kind !== 'empty' && inline.text !== '';

/** A code block with this language is a note that Groundwork wrote. */
export const NOTE_FENCE = 'note';

/** A checkbox and the text behind it. */
const HTML_CHECKBOX =
  /(<input\b[^>]*\btype\s*=\s*["']?checkbox\b[^>]*>)(.*?)(?=<input\b|<\/?li\b|<br\b|<\/(?:p|label|td|div|ul|ol)\b|$)/gi;
const withoutTags = (html: string): string => html.replaceAll(/<(?!a\b|\/a\b)[^>]*>/gi, ' ');

const noInline: Inline = { text: '', markdown: null, links: [] };

/** The text of a list item up to a further line that looks like a task of its own. */
type OwnText = { readonly text: string; readonly end: number };

export type Lookalikes = {
  /** In the order of the file. */
  readonly all: readonly Found[];
  readonly ownTexts: ReadonlyMap<ListItem, OwnText>;
};

/** Everything in a piece that looks like a task and is none. */
export const findLookalikes = (
  piece: Piece,
  lines: readonly string[],
  definitions: Definitions,
): Lookalikes => {
  const all: Found[] = [];
  const ownTexts = new Map<ListItem, OwnText>();

  const add = (
    line: number,
    end: number,
    { kind, checked, rest }: Mark,
    more: Partial<Pick<Found, 'note' | 'parent' | 'item'>> = {},
  ): Found => {
    const inline = kind === 'empty' ? noInline : inlineWith(rest, definitions);
    const found: Found = {
      line,
      end,
      kind: inline.text === '' ? 'empty' : kind,
      inline,
      checked,
      note: null,
      parent: null,
      item: null,
      ...more,
    };
    all.push(found);
    return found;
  };
  const firstLine = (node: Nodes): number => firstLineOf(node, piece);
  const lastLine = (node: Nodes): number => lastLineOf(node, piece);
  const sourceOf = (node: Nodes): string =>
    piece.text.slice(node.position!.start.offset, node.position!.end.offset);
  /** Its lines without what stands before them. */
  const linesOf = (node: Paragraph): string[] =>
    sourceOf(node)
      .split('\n')
      .map((line, at) => (at === 0 ? line : line.replace(/^[ \t>]*/, '')));

  const inParagraph = (node: Paragraph): void =>
    linesOf(node).forEach((line, at) => {
      const mark = lineMark(line, true);
      if (mark) add(firstLine(node) + at, firstLine(node) + at, mark);
    });

  const inItem = (item: ListItem): void => {
    const text = item.children.find(({ type }) => type !== 'definition');
    if (text?.type === 'paragraph') inItemText(item, text);
    for (const child of item.children) if (child !== text || child.type !== 'paragraph') visit(child);
  };

  const inItemText = (item: ListItem, text: Paragraph): void => {
    // The parser counts from the box's line even where the text begins below it.
    const before = piece.text.slice(item.position!.start.offset, text.position!.start.offset);
    const start = firstLine(item) + before.split('\n').length - 1;
    const whole = linesOf(text);
    const next = whole.findIndex((line, at) => at > 0 && lineMark(line, false));
    const own = next < 0 ? whole : whole.slice(0, next);
    const end = start + own.length - 1;
    if (next >= 0) ownTexts.set(item, { text: own.join('\n'), end });
    if (!isTask(item)) {
      const mark = itemMark(own.join('\n'));
      if (mark) add(firstLine(item), end, mark, { item });
    } else if (plainText(text.children) === '' && whole.join('').trim() === '') {
      add(firstLine(item), end, { kind: 'empty', checked: item.checked, rest: '' }, { item });
    }
    whole.forEach((line, at) => {
      const mark = at === 0 ? null : lineMark(line, false);
      if (mark) add(start + at, start + at, mark);
    });
  };

  /** Tasks on lines that Markdown takes for code or HTML, nested as they are indented. */
  const inUnread = (node: Code | Html, kind: 'code' | 'html'): void => {
    let above: { readonly indent: number; readonly found: Found }[] = [];
    for (let line = firstLine(node); line <= lastLine(node); line += 1) {
      const task = unreadTask(lines[line]!);
      if (!task) continue;
      above = above.filter(({ indent }) => indent < task.indent);
      const found = add(line, line, { kind, ...task }, { parent: above.at(-1)?.found ?? null });
      above.push({ indent: task.indent, found });
    }
  };

  const checkboxes = (node: Html): void => {
    for (let line = firstLine(node); line <= lastLine(node); line += 1) {
      const source = lines[line]!;
      const boxes = [...source.matchAll(HTML_CHECKBOX)];
      // What else stands on the line becomes a note of the first.
      const others = onOneLine(withoutTags(source.replaceAll(HTML_CHECKBOX, ' ').replace(/^[ \t>]*/, '')));
      boxes.forEach(([, tag, label], at) => {
        const mark: Mark = { kind: 'html', checked: isTicked(tag!), rest: withoutTags(label!) };
        add(line, line, mark, { note: at === 0 && others !== '' ? others : null });
      });
    }
  };

  const inTable = (table: Table): void => {
    for (const row of table.children.slice(1)) {
      const cells = row.children.map((cell) => ({
        source: sourceOf(cell)
          .replace(/^\|/, '')
          .replace(/(?<!\\)\|$/, '')
          .replaceAll(String.raw`\|`, '|')
          .trim(),
        mark: cellMark(plainText(cell.children)),
      }));
      const mark = cells.find((cell) => cell.mark !== null)?.mark;
      const texts = cells.filter((cell) => cell.mark === null && cell.source !== '');
      const text = texts.find(({ source }) => /\p{L}/u.test(source)) ?? texts[0];
      if (mark === undefined || mark === null || !text) continue;
      const others = texts.filter((cell) => cell !== text).map(({ source }) => source);
      add(
        firstLine(row),
        firstLine(row),
        { kind: 'table row', checked: mark, rest: text.source },
        { note: others.length > 0 ? others.join(' | ') : null },
      );
    }
  };

  const visit = (node: Nodes): void => {
    if (node.type === 'listItem') inItem(node);
    else if (node.type === 'paragraph') inParagraph(node);
    else if (node.type === 'table') inTable(node);
    else if (node.type === 'code') {
      if (node.lang !== NOTE_FENCE) inUnread(node, 'code');
    } else if (node.type === 'html') {
      inUnread(node, 'html');
      checkboxes(node);
    } else if (node.type !== 'heading') childrenOf(node).forEach(visit);
  };
  piece.nodes.forEach(visit);
  return { all: all.toSorted((a, b) => a.line - b.line), ownTexts };
};
