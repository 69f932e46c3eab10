import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { t } from '../words.ts';
import styles from './shell.module.css';

/** Says above every screen that nothing in it is the person's, and leads back to what is. */
export const SampleBar = () => {
  const showSample = useStore((state) => state.showSample);
  return (
    <section className={styles.sample} aria-label={t('sample.label')}>
      <p>{t('sample.text')}</p>
      <Button small onClick={() => void showSample(false)}>
        {t('sample.leave')}
      </Button>
    </section>
  );
};
