import type { CertificationDetail } from '../../shared/model/certification.ts';
import type { StudyPlan, StudyWeek } from '../../shared/model/certification-plan.ts';
import { fullDate, shortDate, wholePercent } from '../format.ts';
import { localToday } from '../clock.ts';
import { Remark } from '../parts/remark.tsx';
import { Empty } from '../ui/empty.tsx';
import { Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';
import { examAt } from './exam-words.ts';
import styles from './certification.module.css';

/** What is left, week by week until the exam; honest where it does not fit. */
export const StudyWeeks = ({ certification }: Readonly<{ certification: CertificationDetail }>) => {
  const { study, plan, exam, facts, hoursPerWeek } = certification;
  if (!plan || plan.status === 'done' || plan.status === 'dropped') return null;
  return (
    <Section id="plan" title={t('cert.back')} remark={t('cert.perWeek', { hours: hoursPerWeek })}>
      {!study || !exam ? (
        <Empty>{exam ? t('cert.addResultNow') : t('cert.noExam')}</Empty>
      ) : (
        <>
          <Fit study={study} />
          <Rows label={t('cert.back')}>
            {study.weeks.map((week, index) => (
              <Row key={week.from}>
                <div className={styles.week} data-first={index === 0 || undefined}>
                  <span>{span(week.from, week.to)}</span>
                  <span className={styles.parts} dir="auto">
                    {partsOf(week)}
                  </span>
                  <span>{t('cert.hours', { hours: week.hours })}</span>
                </div>
              </Row>
            ))}
            <Row>
              <div className={styles.week} data-first>
                <span>{shortDate(exam.local.slice(0, 10), localToday())}</span>
                <span className={styles.parts}>{t('cert.exam')}</span>
                <span>
                  {facts.durationMinutes === null
                    ? t('cert.notKnown')
                    : t('cert.minutes', { count: facts.durationMinutes })}
                </span>
              </div>
            </Row>
          </Rows>
          {exam.local.includes('T') && <Remark>{examAt(exam)}</Remark>}
        </>
      )}
    </Section>
  );
};

/** The parts of a week, each with its hours where there are several. */
const partsOf = ({ parts }: StudyWeek): string =>
  parts.map(({ name, hours }) => (parts.length > 1 ? t('cert.partHours', { name, hours }) : name)).join(', ');

const span = (from: string, to: string): string => {
  const today = localToday();
  if (from === to) return shortDate(from, today);
  return t('cert.weekSpan', { from: shortDate(from, today), to: shortDate(to, today) });
};

const Fit = ({ study }: Readonly<{ study: StudyPlan }>) => {
  const { hoursNeeded, hoursFree, hoursShort, kept, enoughOn, enoughPerWeek } = study;
  if (hoursNeeded === 0) return <p className={styles.text}>{t('cert.nothingLeft')}</p>;
  if (enoughOn === null) {
    return <p className={styles.text}>{t('cert.enough', { needed: hoursNeeded, free: hoursFree })}</p>;
  }
  if (hoursFree === 0) return <p className={styles.short}>{t('cert.noDayLeft', { needed: hoursNeeded })}</p>;
  const date = fullDate(enoughOn);
  return (
    <p className={styles.short}>
      {t('cert.short', { needed: hoursNeeded, free: hoursFree, short: hoursShort })}{' '}
      {t('cert.shortKept', { value: wholePercent(100 * kept) })}{' '}
      {enoughPerWeek === null
        ? t('cert.enoughLater', { date })
        : t('cert.enoughWith', { hours: enoughPerWeek, date })}
    </p>
  );
};
