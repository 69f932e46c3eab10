import type { ListItem, Nodes } from 'mdast';
import type { LeftOutKind } from './document.ts';
import type { DraftTask } from './headings.ts';
import type { Fragment } from './notes.ts';
import { isBlank, itemContent, widthOf, withoutPrefix, type Prefix } from './source-lines.ts';

/** Where in the file a block stands. Lines and columns count from 0. */
export type Place = {
  /** The task that it is nested below. */
  readonly task: DraftTask | null;
  readonly prefix: Prefix;
  /** Column at which the content of the container around it begins. */
  readonly column: number;
  readonly isQuoted: boolean;
  /** The note that blocks become part of; null where they are left out. */
  readonly note: Fragment[] | null;
  /** Lines up to this one are part of a note already. */
  readonly noted: number;
  /** The line of the marker, where the place is the inside of a list item. */
  readonly startsAt: number;
  /** The place that the list item of this one is in. */
  readonly outer: Place | null;
};

export const atTop: Place = {
  task: null,
  prefix: [],
  column: 0,
  isQuoted: false,
  note: null,
  noted: -1,
  startsAt: -1,
  outer: null,
};

/** Inside a quote whose mark stands at `start` of `line`. */
export const inQuote = (place: Place, line: string, start: number): Place => ({
  ...place,
  prefix: [...place.prefix, '>'],
  column: widthOf(line.slice(0, start)) + (/^>[ \t]/.test(line.slice(start)) ? 2 : 1),
  isQuoted: true,
});

/** Inside a footnote, whose further lines are indented by four. */
export const inFootnote = (place: Place): Place => ({
  ...place,
  prefix: [...place.prefix, 4],
  column: place.column + 4,
});

/** Inside a list item whose marker stands at `start` of `line`. */
export const inItem = (place: Place, line: string, start: number, at: number): Place => {
  const marker = widthOf(line.slice(0, start));
  const { columns } = itemContent(line.slice(start), marker);
  return {
    ...place,
    prefix: [...place.prefix, Math.max(0, marker - place.column) + columns],
    column: marker + columns,
    startsAt: at,
    outer: place,
  };
};

/** The innermost place that a line is indented far enough for; lines of a paragraph need not be. */
export const placeOfLine = (place: Place, line: string): Place =>
  place.outer && widthOf(/^[ \t>]*/.exec(line)![0]) < place.column ? placeOfLine(place.outer, line) : place;

/** What the lines of a list item say up to line `to`; the first of them is the marker's. */
export const itemText = (item: ListItem, source: readonly string[], inner: Place): string => {
  const start = item.position!.start.column - 1;
  const [line, ...further] = source as [string, ...string[]];
  const { length } = itemContent(line.slice(start), widthOf(line.slice(0, start)));
  const text = [line.slice(start + length), ...further.map((other) => withoutPrefix(other, inner.prefix))];
  return withoutBlankEnds(text);
};

export const withoutBlankEnds = (text: readonly string[]): string =>
  text
    .slice(
      Math.max(
        0,
        text.findIndex((line) => !isBlank(line)),
      ),
      text.findLastIndex((line) => !isBlank(line)) + 1,
    )
    .join('\n')
    .trimEnd();

/** What stands in a closed fenced block, exactly; null for one that is not closed, or indented. */
export const fencedText = (source: readonly string[], column: number, inner: Place): string | null => {
  const fence = /^(`{3,}|~{3,})/.exec(source[0]!.slice(column))?.[1];
  const end = withoutPrefix(source.at(-1)!, inner.prefix).trim();
  if (fence === undefined || source.length < 2 || !end.startsWith(fence)) return null;
  const indent = Math.max(0, widthOf(source[0]!.slice(0, column)) - inner.column);
  return source
    .slice(1, -1)
    .map((line) => withoutPrefix(line, [...inner.prefix, indent]))
    .join('\n');
};

const KINDS: Partial<Record<Nodes['type'], LeftOutKind>> = {
  heading: 'heading',
  list: 'list',
  table: 'table',
  code: 'code',
  html: 'html',
  blockquote: 'quote',
  thematicBreak: 'rule',
  definition: 'link definition',
  footnoteDefinition: 'footnote',
};

export const kindOf = ({ type }: Nodes, { isQuoted }: Place): LeftOutKind =>
  KINDS[type] ?? (isQuoted ? 'quote' : 'prose');
