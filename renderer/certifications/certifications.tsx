import { CalendarDays, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { CertificationRow } from '../../shared/model/certification.ts';
import { localToday } from '../clock.ts';
import { shortDate, wholePercent } from '../format.ts';
import { Answer } from '../parts/answer.tsx';
import { useQuery } from '../query.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Page, PageHead, Section } from '../ui/page.tsx';
import { Tag } from '../ui/tag.tsx';
import { Track } from '../ui/track.tsx';
import { t } from '../words.ts';
import { CredentialList } from './credentials.tsx';
import { daysLeft, scoreText } from './exam-words.ts';
import styles from './certifications.module.css';

const CalendarDialog = lazy(async () => ({
  default: (await import('./calendar-dialog.tsx')).CalendarDialog,
}));

export const Certifications = () => (
  <Answer query={useQuery('certifications.list', {})}>
    {({ certifications }) => <CertificationsPage rows={certifications} />}
  </Answer>
);

const isMine = ({ plan, credential, own }: CertificationRow): boolean =>
  plan !== null || credential !== null || own;

const CertificationsPage = ({ rows }: Readonly<{ rows: readonly CertificationRow[] }>) => {
  const [exporting, setExporting] = useState(false);
  const mine = rows.filter(isMine);
  const rest = rows.filter((row) => !isMine(row));
  const offered = rest.filter(({ status }) => status !== 'retired');
  const fitting = offered.filter(({ fits }) => fits.length > 0);
  const others = offered.filter(({ fits }) => fits.length === 0);
  const gone = rest.filter(({ status }) => status === 'retired');
  return (
    <Page>
      <PageHead
        title={t('certs.title')}
        lead={t('certs.lead')}
        actions={
          <>
            <Button icon={<CalendarDays aria-hidden="true" />} onClick={() => setExporting(true)}>
              {t('certs.calendar')}
            </Button>
            <ButtonLink href="#/certifications/badge">{t('certs.badge')}</ButtonLink>
            <ButtonLink href="#/certifications/new" icon={<Plus aria-hidden="true" />}>
              {t('certs.new')}
            </ButtonLink>
          </>
        }
      />
      <Section id="yours" title={t('certs.yours')} {...(mine.length > 0 && { remark: mine.length })}>
        {mine.length === 0 ? <Empty>{t('certs.yoursEmpty')}</Empty> : <List rows={mine} />}
      </Section>
      <OtherCredentials />
      {fitting.length > 0 && (
        <Section id="fits" title={t('certs.fits')} remark={fitting.length}>
          <List rows={fitting} />
        </Section>
      )}
      {others.length > 0 && (
        <Section id="others" title={t('certs.others')} remark={others.length}>
          <List rows={others} />
        </Section>
      )}
      {gone.length > 0 && (
        <Section id="gone" title={t('certs.gone')} remark={gone.length}>
          <List rows={gone} />
        </Section>
      )}
      <Suspense>{exporting && <CalendarDialog onClose={() => setExporting(false)} />}</Suspense>
    </Page>
  );
};

/** Credentials that belong to no certification of the list, such as badges. */
const OtherCredentials = () => {
  const { data } = useQuery('credentials.list', {});
  const others = data?.credentials.filter(({ certification }) => certification === null) ?? [];
  if (others.length === 0) return null;
  return (
    <Section id="credentials" title={t('certs.other')} remark={others.length}>
      <CredentialList credentials={others} />
    </Section>
  );
};

const List = ({ rows }: Readonly<{ rows: readonly CertificationRow[] }>) => (
  <ul className={styles.list}>
    {rows.map((row) => (
      <Entry key={row.id} row={row} />
    ))}
  </ul>
);

const Entry = ({ row }: Readonly<{ row: CertificationRow }>) => {
  const {
    id,
    name,
    issuer,
    code,
    level,
    status,
    own,
    corrected,
    plan,
    exam,
    readiness,
    practice,
    credential,
    fits,
  } = row;
  const about = [
    ...(code === null || code === '' ? [] : [code]),
    issuer,
    t(`certs.levels.${level}`),
    ...(own ? [t('certs.mine')] : []),
    ...(corrected ? [t('certs.corrected')] : []),
    ...(fits.length > 0 ? [t('certs.fitsRoles', { roles: fits.join(', ') })] : []),
  ];
  const isAhead = exam !== null && (plan === 'booked' || plan === 'studying' || plan === 'interested');
  return (
    <li>
      <div>
        <h3>
          <a href={`#/certifications/${encodeURIComponent(id)}`} dir="auto">
            {name}
          </a>
          {status !== 'active' && (
            <>
              {' '}
              <Tag attention>{t(`certs.${status}`)}</Tag>
            </>
          )}
        </h3>
        <p className={styles.second} dir="auto">
          {about.join(' · ')}
        </p>
      </div>
      <div className={styles.ready}>
        {readiness !== null && (
          <>
            <Track value={wholePercent(readiness)} kind="neutral" size="small" />
            <b aria-label={`${t('certs.readyColumn')}: ${wholePercent(readiness)} %`}>
              {t('certs.ready', { value: wholePercent(readiness) })}
            </b>
          </>
        )}
        {readiness === null && plan !== null && <span className={styles.unrated}>{t('certs.notRated')}</span>}
        {practice !== null && (
          <span className={styles.practice}>
            {t('certs.practice', {
              value: scoreText(practice.percent),
              date: shortDate(practice.takenOn, localToday()),
            })}
          </span>
        )}
      </div>
      <p className={styles.state}>
        {plan !== null && t(`certs.plans.${plan}`)}
        {isAhead && `, ${daysLeft(exam.daysLeft)}`}
        {credential !== null && (
          <>
            {plan !== null && <br />}
            {credential === 'valid' || credential === 'lasting' ? (
              t(`certs.states.${credential}`)
            ) : (
              <Tag attention>{t(`certs.states.${credential}`)}</Tag>
            )}
          </>
        )}
      </p>
    </li>
  );
};
