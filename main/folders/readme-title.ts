import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { LENGTHS } from '../../shared/values.ts';

/** The first heading of a README in Markdown, or an HTML heading in it, as one plain line; null where there is none. */
export const readmeTitle = (text: string): string | null => {
  for (const node of fromMarkdown(text).children) {
    if (node.type === 'heading') {
      const title = line(toString(node, { includeImageAlt: false, includeHtml: false }));
      if (title !== '') return title;
    }
    if (node.type === 'html') {
      const inner = /<h[1-3]\b[^>]*>([^]*?)<\/h[1-3]/i.exec(node.value)?.[1];
      const title = line(inner?.replaceAll(/<[^<>]*>/g, ' ') ?? '');
      if (title !== '') return title;
    }
  }
  return null;
};

const line = (text: string): string =>
  text.toWellFormed().replaceAll(/\s+/g, ' ').trim().slice(0, LENGTHS.line).toWellFormed().trim();
