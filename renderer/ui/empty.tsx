import type { ReactNode } from 'react';
import styles from './empty.module.css';

type EmptyProps = Readonly<{
  /** One sentence on what will appear here and why. */
  children: ReactNode;
  /** At most one primary and one secondary way on. */
  actions?: ReactNode;
}>;

export const Empty = ({ children, actions }: EmptyProps) => (
  <div className={styles.empty}>
    <p>{children}</p>
    {actions !== undefined && <div className={styles.actions}>{actions}</div>}
  </div>
);
