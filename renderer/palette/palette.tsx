import { useStore } from '../store.ts';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../words.ts';
import { PaletteSearch } from './palette-search.tsx';
import styles from './palette.module.css';

/** Goes to anything and does anything. What is typed renders the search alone, never the frame around it. */
export const Palette = () => {
  const close = useStore((state) => state.closeOverlay);
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      className={styles.scrim ?? ''}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={t('palette.open')} className={styles.palette ?? ''}>
          <PaletteSearch />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
