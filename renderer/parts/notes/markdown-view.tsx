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

/** The person's Markdown as it reads; raw HTML in it stays text. */
export const MarkdownView = ({ text }: Readonly<{ text: string }>) => (
  <div className={styles.markdown} dir="auto">
    <Markdown
      remarkPlugins={[remarkGfm]}
      rehypePlugins={[rehypeSanitize]}
      components={components}
      skipHtml={false}
    >
      {text}
    </Markdown>
  </div>
);
