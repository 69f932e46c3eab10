import { useState } from 'react';
import type { Today as TodayData } from '../../shared/model/today.ts';
import type { Bar } from '../../shared/values.ts';
import { longDay, weekday } from '../format.ts';
import { Answer } from '../parts/answer.tsx';
import { Remark } from '../parts/remark.tsx';
import { useQuery } from '../query.ts';
import { StepRows } from '../parts/steps/step-rows.tsx';
import { LedgerPanel } from '../parts/readiness/ledger-panel.tsx';
import { ButtonLink, TextLink } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Aside, Columns, Page, PageHead, Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import { Ahead } from './ahead.tsx';
import { DueReviews, ReviewLink } from './due-reviews.tsx';
import { LastDays } from './last-days.tsx';
import { Radar } from './radar.tsx';
import { TargetCard } from './target-card.tsx';
import styles from './today.module.css';

export const Today = () => (
  <Answer query={useQuery('today.read', {})}>{(today) => <TodayPage today={today} />}</Answer>
);

const TodayPage = ({ today }: Readonly<{ today: TodayData }>) => {
  const date = longDay(today.date);
  const steps = today.next.length;
  return (
    <Page>
      <PageHead
        title={t('today.title')}
        lead={steps === 0 ? date : t('today.lead', { date, count: steps })}
        actions={<ReviewLink />}
      />
      <Columns>
        <div>
          <Targets today={today} />
          <Section id="next" title={t('today.next')} {...(steps > 0 && { remark: t('today.gain') })}>
            {steps > 0 ? (
              <>
                <StepRows label={t('today.next')} steps={today.next} />
                <Remark>
                  <TextLink href="#/next">{t('steps.all')}</TextLink>
                </Remark>
              </>
            ) : (
              <Empty>{today.targets.length > 0 ? t('today.allMet') : t('today.noNext')}</Empty>
            )}
          </Section>
          <LastDays days={today.days} />
        </div>
        <Aside>
          <Ahead />
          <DueReviews />
          <Radar />
        </Aside>
      </Columns>
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
  const forecasts = useQuery('roles.forecast', { roles: today.targets.map(({ role }) => role) }).data;
  if (today.targets.length === 0) {
    return (
      <Section id="targets" title={t('today.targets')}>
        <Empty
          actions={
            <>
              <ButtonLink variant="primary" href="#/start/roles">
                {t('today.choose')}
              </ButtonLink>
              <ButtonLink href="#/roles/find">{t('chooser.open')}</ButtonLink>
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
        {today.targets.map((target, index) => (
          <TargetCard
            key={target.role}
            target={target}
            forecast={forecasts?.forecasts[index]}
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
