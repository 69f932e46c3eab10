import { Dialog } from 'react-aria-components';
import { useStore } from '../store.ts';
import { Overlay } from '../ui/overlay.tsx';
import { t } from '../words.ts';
import { PaletteSearch } from './palette-search.tsx';
import styles from './palette.module.css';

/** Goes to anything and does anything. What is typed renders the search alone, never the frame around it. */
export const Palette = () => {
  const close = useStore((state) => state.closeOverlay);
  return (
    <Overlay isDismissable onClose={close} className={styles.overlay}>
      <Dialog aria-label={t('palette.open')} className={styles.palette ?? ''}>
        <PaletteSearch />
      </Dialog>
    </Overlay>
  );
};
