import { useState } from 'react';
import { localToday } from '../../clock.ts';
import { fullDate } from '../../format.ts';
import { useStore } from '../../store.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/form.tsx';
import { t } from '../../words.ts';
import styles from './reviews.module.css';

/** The day until which reviews rest; null while they are on. A pause that is over is none. */
export const usePausedUntil = (): string | null => {
  const until = useStore((state) => state.settings.reviewsPausedUntil);
  return until !== null && until > localToday() ? until : null;
};

/** Lets reviews rest until a day, or takes them up again. */
export const ReviewPause = () => {
  const until = usePausedUntil();
  const changeSettings = useStore((state) => state.changeSettings);
  const refresh = useStore((state) => state.refresh);
  const [day, setDay] = useState('');
  const isPast = day !== '' && day <= localToday();
  const set = async (reviewsPausedUntil: string | null): Promise<void> => {
    await changeSettings({ reviewsPausedUntil });
    refresh();
  };
  if (until !== null) {
    return (
      <div className={styles.pause}>
        <p>{t('review.paused', { date: fullDate(until) })}</p>
        <Button onClick={() => void set(null)}>{t('review.resume')}</Button>
      </div>
    );
  }
  return (
    <form
      className={styles.pause}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (day !== '' && !isPast) void set(day);
      }}
    >
      <DateField
        label={t('review.pauseUntil')}
        hint={t('review.pauseHint')}
        error={isPast ? t('review.pausePast') : undefined}
        value={day}
        onChange={setDay}
      />
      <Button type="submit" aria-disabled={day === '' || isPast}>
        {t('review.pause')}
      </Button>
    </form>
  );
};
