import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components';
import styles from './dialog.module.css';
import { Overlay } from './overlay.tsx';

type DialogProps = Readonly<{
  /** The question that the actions answer. */
  title: string;
  /** What is kept, what changes. */
  children: ReactNode;
  /** Buttons, the way out first. */
  actions: ReactNode;
  /** Escape. A click beside it does nothing, so that typing is not lost. */
  onCancel: () => void;
}>;

/** Only where a choice is needed. The caller unmounts it. */
export const Dialog = ({ title, children, actions, onCancel }: DialogProps) => (
  <Overlay onClose={onCancel}>
    <AriaDialog className={styles.dialog ?? ''}>
      <Heading slot="title" level={2} className={styles.title ?? ''}>
        {title}
      </Heading>
      <div className={styles.body}>{children}</div>
      <div className={styles.actions}>{actions}</div>
    </AriaDialog>
  </Overlay>
);
