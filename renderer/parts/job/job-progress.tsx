import { Button } from '../../ui/button.tsx';
import { Track } from '../../ui/track.tsx';
import { t } from '../../words.ts';
import styles from './job-progress.module.css';

type JobProgressProps = Readonly<{
  label: string;
  done: number;
  /** 0 while it is not known. */
  total: number;
  onCancel?: () => void;
}>;

/** How far a piece of work is, in words and as a bar, with the way out of it. */
export const JobProgress = ({ label, done, total, onCancel }: JobProgressProps) => (
  <div className={styles.progress}>
    <p role="status">{label}</p>
    <div
      role="progressbar"
      aria-label={label}
      {...(total > 0 && {
        'aria-valuemin': 0,
        'aria-valuemax': total,
        'aria-valuenow': done,
      })}
    >
      <Track value={total === 0 ? null : (100 * done) / total} kind="neutral" />
    </div>
    {onCancel && (
      <Button small onClick={onCancel}>
        {t('job.cancel')}
      </Button>
    )}
  </div>
);
