import type { ReactNode } from 'react';
import styles from './tag.module.css';

type TagProps = Readonly<{ children: ReactNode; attention?: boolean }>;

/** Only for states that warn or limit: "unverified", "overdue". */
export const Tag = ({ children, attention = false }: TagProps) => (
  <span className={styles.tag} data-attention={attention || undefined}>
    {children}
  </span>
);

type ChipProps = Readonly<{ children: ReactNode; on: boolean; onPress: () => void; icon?: ReactNode }>;

/** A filter that is on or off. */
export const Chip = ({ children, on, onPress, icon }: ChipProps) => (
  <button type="button" aria-pressed={on} className={styles.chip} onClick={onPress}>
    {children}
    {icon}
  </button>
);

/** A key, shown only where it saves time. */
export const Key = ({ children }: Readonly<{ children: ReactNode }>) => (
  <kbd className={styles.key}>{children}</kbd>
);
