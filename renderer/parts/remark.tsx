import type { ReactNode } from 'react';
import styles from './remark.module.css';

/** A quiet line below a section's content. */
export const Remark = ({ children }: Readonly<{ children: ReactNode }>) => (
  <p className={styles.remark}>{children}</p>
);
