import type { CertificationDetail } from '../../shared/model/certification.ts';
import { Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import { daysLeft, examAt } from './exam-words.ts';
import styles from './certification.module.css';

/** The countdown, and where the exam is. */
export const ExamSection = ({ certification }: Readonly<{ certification: CertificationDetail }>) => {
  const { exam, plan, study } = certification;
  if (!plan || plan.status === 'done' || plan.status === 'dropped') return null;
  const place = plan.online ? t('cert.online') : plan.place;
  return (
    <Section id="exam" title={t('cert.exam')}>
      {exam ? (
        <>
          <p className={styles.large}>{daysLeft(exam.daysLeft)}</p>
          <p className={styles.text}>{examAt(exam)}</p>
          {place !== '' && (
            <p className={styles.text} dir="auto">
              {place}
            </p>
          )}
          {study && (
            <p className={styles.text}>
              {t('cert.enough', { needed: study.hoursNeeded, free: study.hoursFree })}
            </p>
          )}
        </>
      ) : (
        <p className={styles.text}>{t('cert.noDate')}</p>
      )}
    </Section>
  );
};
