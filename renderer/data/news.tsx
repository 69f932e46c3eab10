import { useState } from 'react';
import type { CatalogueChange, CatalogueNews } from '../../shared/model/catalogue-news.ts';
import { fullDate } from '../format.ts';
import { JobProgress } from '../parts/job/job-progress.tsx';
import { useJob } from '../parts/job/use-job.ts';
import { Remark } from '../parts/remark.tsx';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { ErrorBox } from '../ui/error-box.tsx';
import { Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import styles from './data.module.css';
import { FactChanges } from './fact-changes.tsx';

const changeOrder = ['added', 'renamed', 'retired', 'changed'] as const;

/** What the newer built-in catalogue would change, and the one button that takes it. */
export const News = ({ news }: Readonly<{ news: CatalogueNews }>) => {
  const dates =
    news.present === null
      ? t('news.datesOnly', { newer: fullDate(news.newer) })
      : t('news.dates', { newer: fullDate(news.newer), present: fullDate(news.present) });
  return (
    <Section id="news" title={t('news.title')} hint={dates}>
      {changeOrder.map((change) => {
        const changes = news.changes.filter((other) => other.change === change);
        return changes.length > 0 && <Changes key={change} change={change} changes={changes} />;
      })}
      <Remark>{t('news.stays')}</Remark>
      <Take />
    </Section>
  );
};

/** Copies the file aside, then takes the catalogue; what was read is read anew. */
const Take = () => {
  const { stand, start } = useJob();
  const takeCatalogue = useStore((state) => state.takeCatalogue);
  const [refused, setRefused] = useState<string | null>(null);
  const take = async (): Promise<void> => {
    setRefused(null);
    const job = await start({ kind: 'backup-for-catalogue' });
    if (job === null) return;
    const reply = await takeCatalogue(job);
    if (!reply.ok) setRefused(reply.error.message);
  };
  if (stand.kind === 'running') {
    return <JobProgress label={t('news.copying')} done={stand.done} total={stand.total} />;
  }
  const fault = stand.kind === 'failed' ? stand.message : refused;
  if (fault !== null) {
    return (
      <ErrorBox
        happened={t('news.failed')}
        safe={t('news.safe')}
        todo={fault}
        action={
          <Button small onClick={() => void take()}>
            {t('news.again')}
          </Button>
        }
      />
    );
  }
  return (
    <Button variant="primary" aria-disabled={stand.kind === 'done'} onClick={() => void take()}>
      {t('news.take')}
    </Button>
  );
};

/** More names than this are counted only. */
const SHOWN = 60;

type ChangesProps = Readonly<{
  change: CatalogueChange['change'];
  changes: readonly CatalogueChange[];
}>;

const Changes = ({ change, changes }: ChangesProps) => {
  const [isOpen, setOpen] = useState(false);
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  const remark = kinds
    .map((kind) => t(`news.kind.${kind}`, { count: changes.filter((other) => other.kind === kind).length }))
    .join(', ');
  return (
    <Disclosure
      label={t(`news.change.${change}`)}
      remark={remark}
      open={isOpen}
      onToggle={() => setOpen(!isOpen)}
    >
      <ul className={styles.names}>
        {changes.slice(0, SHOWN).map(({ kind, name, before, facts }) => (
          <li key={`${kind} ${name} ${before ?? ''}`}>
            {name}
            {before !== null && <span className={styles.before}> {t('news.was', { name: before })}</span>}
            <FactChanges facts={facts} />
          </li>
        ))}
      </ul>
      {changes.length > SHOWN && <Remark>{t('news.more', { count: changes.length - SHOWN })}</Remark>}
      {change === 'retired' && <Remark>{t('news.retiredHint')}</Remark>}
    </Disclosure>
  );
};
