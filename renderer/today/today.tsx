import { useState } from 'react';
import type { Today as TodayData } from '../../shared/model/today.ts';
import type { Bar } from '../../shared/values.ts';
import { longDay, weekday } from '../format.ts';
import { ReadFailed } from '../parts/read-failed.tsx';
import { Remark } from '../parts/remark.tsx';
import { useQuery } from '../query.ts';
import { LedgerPanel } from '../readiness/ledger-panel.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Page, PageHead, Section } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { t } from '../words.ts';
import { LastDays } from './last-days.tsx';
import { NextSteps } from './next-steps.tsx';
import { TargetCard } from './target-card.tsx';
import styles from './today.module.css';

export const Today = () => {
  const { data, error, retry } = useQuery('today.read', {});
  if (error && !data) return <Page children={<ReadFailed error={error} onRetry={retry} />} />;
  if (!data) return <Page children={<Skeleton label={t('app.loading')} />} />;
  const date = longDay(data.date);
  const lead = data.next.length === 0 ? date : t('today.lead', { date, count: data.next.length });
  return (
    <Page>
      <PageHead title={t('today.title')} lead={lead} />
      <Targets today={data} />
      <Section
        id="next"
        title={t('today.next')}
        {...(data.next.length > 0 && { remark: t('today.gain') })}
      >
        {data.next.length > 0 ? (
          <NextSteps steps={data.next} />
        ) : (
          <Empty>{data.targets.length > 0 ? t('today.allMet') : t('today.noNext')}</Empty>
        )}
      </Section>
      <LastDays days={data.days} />
    </Page>
  );
};

const DAYS_BACK = 7;
const dayBack = (date: string): string => {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - DAYS_BACK);
  return day.toISOString().slice(0, 10);
};

const EXPLANATION = 'explanation';

const Targets = ({ today }: Readonly<{ today: TodayData }>) => {
  const [explained, setExplained] = useState<{ role: string; bar: Bar } | null>(null);
  if (today.targets.length === 0) {
    return (
      <Section id="targets" title={t('today.targets')}>
        <Empty
          actions={
            <>
              <ButtonLink variant="primary" href="#/start">
                {t('today.choose')}
              </ButtonLink>
              <ButtonLink href="#/skills">{t('today.browse')}</ButtonLink>
            </>
          }
        >
          {t('today.noTarget')}
        </Empty>
      </Section>
    );
  }
  const shown = explained && today.targets.find(({ role }) => role === explained.role);
  const isProvenEmpty = today.targets.every(({ figures }) => figures.proven === 0);
  return (
    <Section
      id="targets"
      title={t('today.targets')}
      remark={t('today.change', { day: weekday(dayBack(today.date), 'long') })}
    >
      <div className={styles.cards}>
        {today.targets.map((target) => (
          <TargetCard
            key={target.role}
            target={target}
            explained={explained?.role === target.role ? explained.bar : null}
            onExplain={(bar) =>
              setExplained(
                explained?.role === target.role && explained.bar === bar ? null : { role: target.role, bar },
              )
            }
            controls={EXPLANATION}
          />
        ))}
      </div>
      {isProvenEmpty && explained?.bar !== 'proven' && <Remark>{t('proven.empty')}</Remark>}
      {shown && (
        <div id={EXPLANATION} className={styles.explanation}>
          <h3>{t('ledger.caption', { bar: t(`bar.${explained.bar}`), role: shown.title })}</h3>
          <LedgerPanel role={shown.role} title={shown.title} bar={explained.bar} />
        </div>
      )}
    </Section>
  );
};
