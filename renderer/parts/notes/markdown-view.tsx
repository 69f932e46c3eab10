import type { Nodes, Root } from 'mdast';
import Markdown, { type Components } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { t } from '../../words.ts';
import styles from './note.module.css';

const OPENED = /^(?:https?|mailto):/i;

/** Links open in the system's browser; pictures from elsewhere are named and linked, never fetched by themselves. */
const components: Components = {
  a: ({ href, children }) =>
    href !== undefined && OPENED.test(href) ? (
      <a href={href} target="_blank" rel="noreferrer">
        {children}
      </a>
    ) : (
      <span>{children}</span>
    ),
  img: ({ src, alt }) => {
    const address = typeof src === 'string' && OPENED.test(src) ? src : null;
    const name = alt || t('note.picture');
    return address === null ? (
      <span>{name}</span>
    ) : (
      <a href={address} target="_blank" rel="noreferrer">
        {t('note.showPicture', { name, host: new URL(address).hostname })}
      </a>
    );
  },
};

/** What looks like HTML is what somebody typed, such as `List<String>`: the sanitizer would take it away without a word. */
const htmlAsText = () => (tree: Root) => keepHtml(tree);

/** What holds blocks; everything else that holds anything holds text. */
const BLOCKS: ReadonlySet<string> = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);

const keepHtml = (node: Nodes): void => {
  if (!('children' in node)) return;
  for (const child of node.children) {
    if (child.type !== 'html') keepHtml(child);
    else if (!BLOCKS.has(node.type)) Object.assign(child, { type: 'text' });
    else Object.assign(child, { type: 'paragraph', children: [{ type: 'text', value: child.value }] });
  }
};

/** The person's Markdown as it reads; raw HTML in it stays text. */
export const MarkdownView = ({ text }: Readonly<{ text: string }>) => (
  <div className={styles.markdown} dir="auto">
    <Markdown
      remarkPlugins={[remarkGfm, htmlAsText]}
      rehypePlugins={[rehypeSanitize]}
      components={components}
    >
      {text}
    </Markdown>
  </div>
);
