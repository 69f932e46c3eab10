import type { Inline } from './document.ts';
import { onOneLine, readInline } from './inline.ts';
import { parseTaskLine, type Definitions } from './parse.ts';

/** Characters that mean nothing to Markdown within a line. */
const WORDS = String.raw`[\p{L}\p{M}\p{N} ,;.:'"()?%=$\/^-]`;
const ONLY_WORDS = new RegExp(`^${WORDS}*$`, 'u');
const ADDRESS = /www\.|:\/\//i;
const isOnlyWords = (text: string): boolean => ONLY_WORDS.test(text) && !ADDRESS.test(text);

/** Words with a letter or digit at both ends, so that the marks around them open and close. */
const ENCLOSED = String.raw`[\p{L}\p{N}](?:${WORDS}*[\p{L}\p{N}])?`;
const SIMPLE_MARKS = new RegExp(
  [
    String.raw`\[(?<title>${ENCLOSED})\]\((?<url>https?:\/\/[\w.\/~%?=+:,;@#-]+)\)`,
    String.raw`(?<!\*)\*\*(?<strong>${ENCLOSED})\*\*(?!\*)`,
    '(?<!`)`(?<code>' + ENCLOSED + ')`(?!`)',
  ].join('|'),
  'gu',
);

/** The text where it has nothing but words, and links, strong words and code whose extent is plain to see; else null. */
export const simpleText = (markdown: string): string | null => {
  const text = markdown.replaceAll(
    SIMPLE_MARKS,
    (_, title?: string, _url?: string, strong?: string, code?: string) => title ?? strong ?? code ?? '',
  );
  return isOnlyWords(text) ? text : null;
};

const simpleInline = (line: string): Inline | null => {
  const text = simpleText(line);
  if (text === null) return null;
  if (text === line) return { text: onOneLine(text), markdown: null, links: [] };
  const links = [...line.matchAll(SIMPLE_MARKS)].flatMap(({ groups }) =>
    groups?.['url'] === undefined ? [] : [{ title: onOneLine(groups['title']!), url: groups['url'] }],
  );
  return { text: onOneLine(text), markdown: line, links };
};

/** The text of a task's line, by the parser in every case. */
export const parsedInline = (line: string, definitions: Definitions): Inline => {
  const { nodes, text } = parseTaskLine(line, definitions);
  const item = nodes[0]?.type === 'list' ? nodes[0].children[0] : undefined;
  const paragraph = item?.checked === false ? item.children[0] : undefined;
  return paragraph?.type === 'paragraph'
    ? readInline(paragraph, text, definitions, [])
    : { text: '', markdown: null, links: [] };
};

/** As `inlineText`, with addresses for the labels that the text refers to. */
export const inlineWith = (markdown: string, definitions: Definitions): Inline => {
  const line = markdown
    .toWellFormed()
    .replaceAll(/[ \t]*[\n\r]\s*/g, ' ')
    .trim();
  // Most texts are words and links: the parser takes a hundred times as long to say so.
  return simpleInline(line) ?? parsedInline(line, definitions);
};

/** What a text typed by hand says: its plain text, its Markdown where that says more, and its links. */
export const inlineText = (markdown: string): Inline => inlineWith(markdown, new Map());
