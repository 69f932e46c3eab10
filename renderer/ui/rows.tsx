import type { ReactNode } from 'react';
import styles from './rows.module.css';

type RowBodyProps = Readonly<{
  /** A status control or an icon, before the text. */
  lead?: ReactNode;
  children: ReactNode;
  /** Second line. */
  second?: ReactNode;
  /** A figure or a date, at the end. */
  end?: ReactNode;
  endSecond?: ReactNode;
  /** The end says the most: full ink and semibold. */
  endStrong?: boolean;
  /** Skipped or read: the text steps back. */
  muted?: boolean;
}>;

/** What stands in a row, without the row: `Row` and the rows of a `VirtualList` share it. */
export const RowBody = (props: RowBodyProps) => {
  const { lead, children, second, end, endSecond, endStrong = false, muted = false } = props;
  const tall = second !== undefined;
  return (
    <div className={styles.body} data-tall={tall || undefined} data-muted={muted || undefined}>
      {lead !== undefined && <span className={styles.lead}>{lead}</span>}
      <div className={styles.text}>
        <div>{children}</div>
        {tall && <div className={styles.second}>{second}</div>}
      </div>
      {end !== undefined && (
        <div className={styles.end} data-strong={endStrong || undefined}>
          <bdi>{end}</bdi>
          {endSecond !== undefined && <bdi className={styles.second}>{endSecond}</bdi>}
        </div>
      )}
    </div>
  );
};

type RowsProps = Readonly<{ label?: string; children: ReactNode }>;

export const Rows = ({ label, children }: RowsProps) => (
  <ul className={styles.rows} aria-label={label}>
    {children}
  </ul>
);

type RowProps = RowBodyProps &
  Readonly<{
    /** Makes the whole row go there; controls in it stay their own. */
    href?: string;
    /** Makes the whole row do this; not together with `href`. */
    onPress?: () => void;
    selected?: boolean;
  }>;

export const Row = ({ href, onPress, selected = false, children, ...body }: RowProps) => (
  <li className={styles.row} data-selected={selected || undefined}>
    <RowBody {...body}>
      {href !== undefined && (
        <a href={href} className={styles.cover}>
          {children}
        </a>
      )}
      {href === undefined && onPress && (
        <button type="button" onClick={onPress} className={styles.cover}>
          {children}
        </button>
      )}
      {href === undefined && !onPress && children}
    </RowBody>
  </li>
);
