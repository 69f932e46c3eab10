import { ExternalLink } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { CertificationDetail } from '../../shared/model/certification.ts';
import { fullDate } from '../format.ts';
import { Answer } from '../parts/answer.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button, ButtonLink, TextLink } from '../ui/button.tsx';
import { Aside, Columns, Page, PageHead, Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import { CredentialSection } from './credential-section.tsx';
import { ExamSection } from './exam.tsx';
import { examDay } from './exam-words.ts';
import { FactList } from './fact-list.tsx';
import { Objectives } from './objectives.tsx';
import { Results } from './results.tsx';
import { StudyWeeks } from './study-weeks.tsx';
import styles from './certification.module.css';

const PlanDialog = lazy(async () => ({ default: (await import('./plan-dialog.tsx')).PlanDialog }));
const NoteSection = lazy(async () => ({
  default: (await import('../parts/notes/note-editor.tsx')).NoteSection,
}));
const HistoryList = lazy(async () => ({
  default: (await import('../parts/history/history-list.tsx')).HistoryList,
}));

export const Certification = ({ id }: Readonly<{ id: string }>) => (
  <Answer query={useQuery('certifications.read', { certification: id })}>
    {(certification) => <CertificationPage certification={certification} />}
  </Answer>
);

const stateOf = ({ plan, exam }: CertificationDetail): string => {
  if (!plan) return t('cert.noPlan');
  if (plan.status === 'booked' && exam) return t('cert.plan.booked', { date: examDay(exam) });
  return t(`cert.plan.${plan.status === 'booked' ? 'studying' : plan.status}`);
};

const CertificationPage = ({ certification }: Readonly<{ certification: CertificationDetail }>) => {
  const [planning, setPlanning] = useState(false);
  const { id, facts, plan, credentials } = certification;
  const code = facts.code === null || facts.code === '' ? '' : `${facts.code}, `;
  return (
    <Page>
      <PageHead
        crumbs={{ label: t('app.crumbs'), items: [{ text: t('certs.title'), href: '#/certifications' }] }}
        title={facts.name}
        lead={t('cert.lead', { code, issuer: facts.issuer, state: stateOf(certification) })}
        actions={
          <>
            {facts.officialUrl !== null && (
              <ButtonLink
                href={facts.officialUrl}
                target="_blank"
                rel="noreferrer"
                icon={<ExternalLink aria-hidden="true" />}
              >
                {t('cert.official')}
              </ButtonLink>
            )}
            <StudyLink certification={certification} />
            <Button variant={plan ? 'secondary' : 'primary'} onClick={() => setPlanning(true)}>
              {plan ? t('cert.changePlan') : t('cert.makePlan')}
            </Button>
          </>
        }
      />
      <Retirement certification={certification} />
      <Columns>
        <div>
          <Objectives certification={certification} />
          <StudyWeeks certification={certification} />
          <Results certification={certification} />
          <Suspense>
            <NoteSection kind="certification" id={id} title={facts.name} />
            <Section id="history" title={t('cert.history')}>
              <HistoryList subject={{ kind: 'certification', id }} />
            </Section>
          </Suspense>
        </div>
        <Aside>
          <ExamSection certification={certification} />
          <CredentialSection certification={id} credentials={credentials} />
          <FactList certification={certification} />
        </Aside>
      </Columns>
      <Suspense>
        {planning && <PlanDialog certification={certification} onClose={() => setPlanning(false)} />}
      </Suspense>
    </Page>
  );
};

/** The way to the skill that the part with the most to gain asks for first. */
const StudyLink = ({ certification }: Readonly<{ certification: CertificationDetail }>) => {
  const { study, objectives } = certification;
  const part = study && objectives.toSorted((a, b) => b.gain - a.gain)[0];
  const [skill] = part?.skills ?? [];
  if (!part || !skill || part.gain === 0) return null;
  return (
    <ButtonLink variant="primary" href={`#/skills/${encodeURIComponent(skill.id)}`}>
      {t('cert.study', { name: part.name })}
    </ButtonLink>
  );
};

/** Says that the exam goes or is gone, and takes the plan over to its successor in one step. */
const Retirement = ({ certification }: Readonly<{ certification: CertificationDetail }>) => {
  const { id, facts, successor, plan } = certification;
  const send = useStore((state) => state.send);
  if (facts.status === 'active') return null;
  const isGone = facts.status === 'retired';
  const date = facts.retiredOn === null ? null : fullDate(facts.retiredOn);
  const when = date === null ? '' : t(isGone ? 'cert.on' : 'cert.until', { date });
  const move = async (): Promise<void> => {
    const made = await send('certifications.move', { certification: id }, { undoable: true });
    if (made) location.hash = `#/certifications/${encodeURIComponent(made.id)}`;
  };
  return (
    <div className={styles.notice}>
      <p>
        {t(`cert.${facts.status}`, { when, note: facts.statusNote })}
        {successor && (
          <>
            {' '}
            {t('cert.successor')}{' '}
            <TextLink href={`#/certifications/${encodeURIComponent(successor.id)}`}>
              {successor.name}
            </TextLink>
            .
          </>
        )}
      </p>
      {successor && plan && plan.status !== 'dropped' && plan.status !== 'done' && (
        <Button variant="primary" onClick={() => void move()}>
          {t('cert.move')}
        </Button>
      )}
    </div>
  );
};
