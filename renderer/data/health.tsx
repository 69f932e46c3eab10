import { JobProgress } from '../parts/job/job-progress.tsx';
import { useJob } from '../parts/job/use-job.ts';
import { Remark } from '../parts/remark.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { ErrorBox } from '../ui/error-box.tsx';
import { Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import { momentWithin } from './copy-name.ts';
import styles from './data.module.css';

/** Checks the whole file and every copy when asked to, and says what was found. */
export const Health = () => {
  const { stand, start } = useJob();
  const health = useStore((state) => state.health);
  const readHealth = useStore((state) => state.readHealth);
  const checked = useQuery('backups.list', {}).data?.checked ?? null;
  const { sample = true, damaged = false } = useQuery('app.read', {}).data ?? {};
  if (sample) return null;
  const check = async (): Promise<void> => {
    const job = await start({ kind: 'check-health' });
    if (job !== null) await readHealth(job);
  };
  if (stand.kind === 'running') {
    return (
      <Section id="health" title={t('health.title')}>
        <JobProgress label={t('health.running')} done={stand.done} total={stand.total} />
      </Section>
    );
  }
  return (
    <Section id="health" title={t('health.title')}>
      {stand.kind === 'failed' && (
        <ErrorBox happened={t('copies.failed')} safe={t('copies.safe')} todo={stand.message} />
      )}
      <div role="status">
        {health === null ? <Remark>{t('health.what')}</Remark> : <Found health={health} />}
      </div>
      {checked && <Remark>{t('health.last', { when: momentWithin(checked) })}</Remark>}
      {!checked && !damaged && <Remark>{t('health.never')}</Remark>}
      <div className={styles.below}>
        <Button small onClick={() => void check()}>
          {t(health === null ? 'health.check' : 'health.again')}
        </Button>
      </div>
    </Section>
  );
};

type FoundProps = Readonly<{ health: Parameters<typeof wordsOf>[0] }>;

const Found = ({ health }: FoundProps) => (
  <>
    {wordsOf(health).map((sentence) => (
      <Remark key={sentence}>{sentence}</Remark>
    ))}
  </>
);

const wordsOf = (health: {
  readonly sound: boolean;
  readonly rows: number | null;
  readonly backups: Readonly<Record<string, 'good' | 'damaged' | 'unknown'>>;
}): string[] => {
  const found = Object.values(health.backups);
  const count = (state: string): number => found.filter((one) => one === state).length;
  return [
    health.sound ? t('health.sound', { rows: health.rows ?? 0 }) : t('health.unsound'),
    ...(found.length === 0 ? [t('health.copiesNone')] : []),
    ...(found.length > 0 && count('good') === found.length
      ? [t('health.copiesGood', { count: found.length })]
      : []),
    ...(count('damaged') > 0 ? [t('health.copiesBad', { count: count('damaged') })] : []),
    ...(count('unknown') > 0 ? [t('health.copiesUnknown', { count: count('unknown') })] : []),
  ];
};
