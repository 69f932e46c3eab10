import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { t } from '../words.ts';
import styles from './data.module.css';

const doneWords = { copy: 'restore.done', aside: 'restore.doneAside', file: 'portable.done' } as const;

/** Says, once, that another file stands in the place of the one before, and how to go back. */
export const Restored = () => {
  const restored = useStore((state) => state.restored);
  const dismiss = useStore((state) => state.dismissRestored);
  if (restored === null) return null;
  return (
    <div role="status" className={styles.restored}>
      <p>{t(doneWords[restored])}</p>
      <Button small variant="quiet" onClick={dismiss}>
        {t('restore.close')}
      </Button>
    </div>
  );
};
