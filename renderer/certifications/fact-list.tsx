import type { ReactNode } from 'react';
import type { CertificationDetail } from '../../shared/model/certification.ts';
import type { FactName } from '../../shared/model/certification-facts.ts';
import { fullDate } from '../format.ts';
import { ButtonLink, TextLink } from '../ui/button.tsx';
import { Facts } from '../ui/facts.tsx';
import { Section } from '../ui/page.tsx';
import { Tag } from '../ui/tag.tsx';
import { t } from '../words.ts';
import styles from './certification.module.css';

type FactListProps = Readonly<{ certification: CertificationDetail }>;

/** What is known of the exam, each fact with what stands behind it. */
export const FactList = ({ certification }: FactListProps) => {
  const { id, own, facts, checkedOn } = certification;
  const { level, durationMinutes, questions, questionsNote, passing, passingScale, costUsd } = facts;
  const value = (name: FactName, shown: ReactNode): ReactNode => (
    <Known certification={certification} name={name} shown={shown} />
  );
  const validity =
    facts.neverExpires || facts.validityMonths === null
      ? facts.neverExpires
        ? t('cert.forever')
        : null
      : t('cert.months', { count: facts.validityMonths });
  const items = [
    { name: 'level' as const, shown: t(`certs.levels.${level}`) },
    {
      name: 'durationMinutes' as const,
      shown: durationMinutes === null ? null : t('cert.minutes', { count: durationMinutes }),
    },
    {
      name: 'questions' as const,
      shown:
        [questions === null ? '' : String(questions), questionsNote]
          .filter((part) => part !== '')
          .join('; ') || null,
    },
    {
      name: 'passing' as const,
      shown:
        passing === null
          ? passingScale || null
          : t('cert.passingOf', { value: passing, scale: passingScale || '–' }),
    },
    { name: 'costUsd' as const, shown: costUsd === null ? null : t('cert.usd', { count: costUsd }) },
    { name: 'validityMonths' as const, shown: validity },
    { name: 'renewal' as const, shown: facts.renewal || null },
    { name: 'retake' as const, shown: facts.retake || null },
    { name: 'prerequisites' as const, shown: facts.prerequisites || null },
    {
      name: 'guideUrl' as const,
      shown:
        facts.guideUrl === null ? null : (
          <TextLink href={facts.guideUrl} target="_blank" rel="noreferrer">
            {t('cert.guide')}
          </TextLink>
        ),
    },
  ];
  return (
    <Section
      id="facts"
      title={t('cert.facts')}
      action={
        <ButtonLink small variant="quiet" href={`#/certifications/${encodeURIComponent(id)}/facts`}>
          {t('cert.correct')}
        </ButtonLink>
      }
    >
      <Facts
        items={items.map(({ name, shown }) => ({ term: t(`cert.fact.${name}`), value: value(name, shown) }))}
      />
      {facts.notes !== '' && (
        <p className={styles.text} dir="auto">
          {facts.notes}
        </p>
      )}
      <p className={styles.text}>
        {own || checkedOn === null ? t('cert.ownFacts') : t('cert.checked', { date: fullDate(checkedOn) })}
      </p>
    </Section>
  );
};

type KnownProps = FactListProps & Readonly<{ name: FactName; shown: ReactNode }>;

const Known = ({ certification, name, shown }: KnownProps) => {
  const { proofs, unverified } = certification;
  const isUnverified =
    unverified.some((path) => path.split('.')[0] === name) || proofs[name] === 'unverified';
  const proof = isUnverified ? 'unverified' : proofs[name];
  return (
    <span>
      {shown ?? t('cert.notKnown')}{' '}
      {proof === 'unverified' || proof === 'yours' ? (
        <Tag>{t(`cert.proofs.${proof}`)}</Tag>
      ) : (
        proof && <span className={styles.proof}>({t(`cert.proofs.${proof}`)})</span>
      )}
    </span>
  );
};
