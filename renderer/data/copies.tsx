import { BadgeCheck, CircleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Backup } from '../../shared/model/backup.ts';
import { JobProgress } from '../parts/job/job-progress.tsx';
import { useJob } from '../parts/job/use-job.ts';
import { Remark } from '../parts/remark.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { ErrorBox } from '../ui/error-box.tsx';
import { Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';
import { aboutCopy, copyName, copyWithin } from './copy-name.ts';
import { Restore } from './restore.tsx';
import styles from './data.module.css';

/** The others are shown when asked for. */
const SHOWN = 6;

/** The backups of the file with their age, and the way back to each. */
export const Copies = () => {
  const { data } = useQuery('backups.list', {});
  const sample = useQuery('app.read', {}).data?.sample ?? true;
  const [isAll, setAll] = useState(false);
  const [chosen, setChosen] = useState<Backup | null>(null);
  if (!data || sample) return null;
  const { backups } = data;
  return (
    <Section
      id="copies"
      title={t('copies.title')}
      {...(backups.length > 0 && { remark: t('copies.count', { count: backups.length }) })}
    >
      {backups.length === 0 ? (
        <Remark>{t('copies.none')}</Remark>
      ) : (
        <>
          <Rows label={t('copies.title')}>
            {(isAll ? backups : backups.slice(0, SHOWN)).map((backup) => (
              <Copy key={backup.name} backup={backup} all={backups} onRestore={() => setChosen(backup)} />
            ))}
          </Rows>
          {!isAll && backups.length > SHOWN && (
            <Button small variant="quiet" onClick={() => setAll(true)}>
              {t('copies.all', { count: backups.length })}
            </Button>
          )}
          <Remark>{t('copies.kept')}</Remark>
        </>
      )}
      <div className={styles.below}>
        <CopyNow />
      </div>
      {chosen && <Restore backup={chosen} all={backups} onClose={() => setChosen(null)} />}
    </Section>
  );
};

type CopyProps = Readonly<{ backup: Backup; all: readonly Backup[]; onRestore: () => void }>;

const Copy = ({ backup, all, onRestore }: CopyProps) => {
  const found = useStore((state) => state.health?.backups[backup.name]);
  const isDamaged = found === 'damaged';
  const isGood = backup.verified && !isDamaged;
  const mark = isDamaged ? 'damaged' : isGood ? 'verified' : 'unverified';
  return (
    <Row
      lead={
        <span className={isGood ? styles.good : styles.bad}>
          {isGood ? <BadgeCheck aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
        </span>
      }
      second={[...aboutCopy(backup), t(`copies.${mark}`)].join(' · ')}
      {...(!isDamaged && {
        end: (
          <Button
            small
            variant="quiet"
            aria-label={t('copies.restoreNamed', { when: copyWithin(backup, all) })}
            onClick={onRestore}
          >
            {t('copies.restore')}
          </Button>
        ),
      })}
    >
      {copyName(backup, all)}
    </Row>
  );
};

const CopyNow = () => {
  const { stand, start } = useJob();
  const refresh = useStore((state) => state.refresh);
  const copy = async (): Promise<void> => {
    if ((await start({ kind: 'backup', reason: 'by-hand' })) !== null) refresh();
  };
  if (stand.kind === 'running') {
    return <JobProgress label={t('copies.running')} done={stand.done} total={stand.total} />;
  }
  return (
    <>
      {stand.kind === 'failed' && (
        <ErrorBox happened={t('copies.failed')} safe={t('copies.safe')} todo={stand.message} />
      )}
      <Button small onClick={() => void copy()}>
        {t('copies.now')}
      </Button>
    </>
  );
};
