import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './error-box.module.css';

type ErrorBoxProps = Readonly<{
  /** What happened. */
  happened: string;
  /** What is safe. */
  safe: string;
  /** What to do. */
  todo: string;
  action?: ReactNode;
}>;

/** Three sentences, in the place where the fault is. */
export const ErrorBox = ({ happened, safe, todo, action }: ErrorBoxProps) => (
  <div className={styles.box} role="alert">
    <CircleAlert aria-hidden="true" />
    <div className={styles.words}>
      <p className={styles.happened}>{happened}</p>
      <p className={styles.rest}>
        {safe} {todo}
      </p>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  </div>
);
