import type { ReactNode } from 'react';
import { Modal, ModalOverlay } from 'react-aria-components';
import styles from './overlay.module.css';

type OverlayProps = Readonly<{
  /** A dialog of react-aria, which carries the name. */
  children: ReactNode;
  onClose: () => void;
  /** Whether a click beside it closes it as Escape does: only where nothing is typed that could be lost. */
  isDismissable?: boolean;
  /** Sets `--width`, `--from-top` and `--appear` where they differ from a dialog's. */
  className?: string | undefined;
}>;

/** What stands above the page and holds the focus. Mounted is open; when it goes, the focus goes back to where it was. */
export const Overlay = ({ children, onClose, isDismissable = false, className = '' }: OverlayProps) => (
  <ModalOverlay
    isOpen
    isDismissable={isDismissable}
    onOpenChange={(isOpen) => {
      if (!isOpen) onClose();
    }}
    className={`${styles.scrim} ${className}`}
  >
    <Modal className={styles.modal ?? ''}>{children}</Modal>
  </ModalOverlay>
);
