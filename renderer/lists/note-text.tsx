import { t } from '../words.ts';
import styles from './lists.module.css';

type NoteTextProps = Readonly<{ text: string; tabIndex?: 0 | -1 }>;

/** A note as the file has it: its first line, and the rest once it is opened. */
export const NoteText = ({ text, tabIndex = 0 }: NoteTextProps) => {
  const lines = text.trim().split('\n');
  const [first = ''] = lines;
  const head = (
    <>
      <span className={styles.quiet}>{t('preview.note')}</span> <span dir="auto">{first}</span>
    </>
  );
  if (lines.length === 1) return <div className={styles.note}>{head}</div>;
  return (
    <details className={styles.note}>
      <summary tabIndex={tabIndex}>{head}</summary>
      <pre dir="auto">{lines.slice(1).join('\n')}</pre>
    </details>
  );
};
