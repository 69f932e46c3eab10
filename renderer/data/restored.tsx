import { useEffect, useRef } from 'react';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { t } from '../words.ts';
import styles from './data.module.css';

const doneWords = { copy: 'restore.done', aside: 'restore.doneAside', file: 'portable.done' } as const;

/**
 * Says, once, that another file stands in the place of the one before, and how to go back. It was asked for further down, so
 * it comes into sight and takes the focus.
 */
export const Restored = () => {
  const restored = useStore((state) => state.restored);
  const dismiss = useStore((state) => state.dismissRestored);
  const tell = useStore((state) => state.tellRestored);
  const box = useRef<HTMLDivElement>(null);
  const isNew = restored !== null && !restored.isTold;
  useEffect(() => {
    if (!isNew) return undefined;
    // The dialog that it was asked in goes first.
    const timer = setTimeout(() => {
      box.current?.scrollIntoView?.({ block: 'center' });
      box.current?.focus({ preventScroll: true });
      tell();
    }, 0);
    return () => clearTimeout(timer);
  }, [isNew, tell]);
  if (restored === null) return null;
  return (
    <div ref={box} role="status" tabIndex={-1} className={styles.restored}>
      <p>{t(doneWords[restored.what])}</p>
      <Button small variant="quiet" onClick={dismiss}>
        {t('restore.close')}
      </Button>
    </div>
  );
};
