import type { Definition, Nodes, Paragraph, PhrasingContent } from 'mdast';
import type { Link } from '../../shared/model/common.ts';
import type { Inline } from './document.ts';
import { childrenOf, type Definitions } from './parse.ts';
import { withoutPrefix, type Prefix } from './source-lines.ts';

export const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** HTML that formats a text. Anything else in angle brackets, as the T of `List<T>`, is what somebody typed. */
const ELEMENT =
  /^<(?:[!?]|\/?(?:a|abbr|b|bdi|bdo|big|blockquote|br|button|center|cite|code|data|dd|del|details|dfn|div|dl|dt|em|font|h[1-6]|hr|i|iframe|img|input|ins|kbd|label|li|mark|ol|p|picture|pre|q|s|samp|script|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|time|tr|tt|u|ul|var|video|wbr)(?![\w-]))/i;

const rawPlainText = (node: Nodes): string => {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  if (node.type === 'html')
    return /^<br\b/i.test(node.value) ? ' ' : ELEMENT.test(node.value) ? '' : node.value;
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'footnoteReference') return `[^${node.label ?? node.identifier}]`;
  return childrenOf(node).map(rawPlainText).join('');
};

/** The text without its formatting, on one line. */
export const plainText = (nodes: readonly Nodes[]): string => onOneLine(nodes.map(rawPlainText).join(''));

const OPENED = /^(?:https?|mailto):/i;

const definitionOf = (node: Nodes, definitions: Definitions): Definition | undefined => {
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined;
  const found = definitions.get(node.identifier);
  return found?.type === 'definition' ? found : undefined;
};

const linksIn = (nodes: readonly Nodes[], definitions: Definitions): Link[] =>
  nodes.flatMap((node) => {
    if (node.type !== 'link' && node.type !== 'linkReference') return linksIn(childrenOf(node), definitions);
    const url = (node.type === 'link' ? node : definitionOf(node, definitions))?.url ?? '';
    return OPENED.test(url) ? [{ title: plainText(node.children) || url, url }] : [];
  });

const target = ({ url, title }: Pick<Definition, 'url' | 'title'>): string => {
  const address = /^[^\s()<>\\]+$/.test(url) ? url : `<${url.replaceAll(/[<>\\]/g, String.raw`\$&`)}>`;
  return title ? `${address} "${onOneLine(title).replaceAll(/["\\]/g, String.raw`\$&`)}"` : address;
};

type Edit = { readonly from: number; readonly to: number; readonly by: string };

/** Makes a text stand by itself: references get their address, and line breaks become spaces. */
const editsOf = (nodes: readonly Nodes[], definitions: Definitions): Edit[] =>
  nodes.flatMap((node): Edit[] => {
    const [from, to] = [node.position?.start.offset, node.position?.end.offset];
    if (from === undefined || to === undefined) return [];
    if (node.type === 'break') return [{ from, to, by: '\n' }];
    const within = editsOf(childrenOf(node), definitions);
    const definition = definitionOf(node, definitions);
    if (!definition) return within;
    if (node.type === 'imageReference') {
      const alt = (node.alt ?? '').replaceAll(/[[\]\\]/g, String.raw`\$&`);
      return [{ from, to, by: `![${alt}](${target(definition)})` }];
    }
    const textEnd = childrenOf(node).at(-1)?.position?.end.offset;
    return textEnd === undefined
      ? within
      : [...within, { from: textEnd, to, by: `](${target(definition)})` }];
  });

const edited = (source: string, from: number, to: number, edits: readonly Edit[]): string => {
  let text = '';
  let at = from;
  for (const edit of edits) {
    text += source.slice(at, edit.from) + edit.by;
    at = edit.to;
  }
  return text + source.slice(at, to);
};

const joinLines = (source: string, prefix: Prefix): string =>
  source
    .split('\n')
    .map((line, at) => (at === 0 ? line : withoutPrefix(line, prefix)).trim())
    .join(' ')
    .trim();

const isPlain = ({ type }: PhrasingContent): boolean =>
  type === 'text' || type === 'break' || type === 'footnoteReference';

/** A paragraph's text; `source` is what its offsets count in, `prefix` what its further lines begin with. */
export const readInline = (
  { children, position }: Paragraph,
  source: string,
  definitions: Definitions,
  prefix: Prefix,
): Inline => {
  const text = plainText(children);
  if (text !== '' && children.every(isPlain)) return { text, markdown: null, links: [] };
  const [start, to] = [position!.start.offset!, position!.end.offset!];
  // A text that begins on the line below its box is said to begin with that line, marks of quotes included.
  const from = source[start - 1] === '\n' ? start - 1 : start;
  const markdown = joinLines(edited(source, from, to, editsOf(children, definitions)), prefix);
  // A picture without a description, or a comment: its source is the best name there is.
  const shown = text || onOneLine(markdown);
  return {
    text: shown,
    markdown: markdown === shown ? null : markdown,
    links: linksIn(children, definitions),
  };
};
