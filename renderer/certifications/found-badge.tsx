import { useState } from 'react';
import type { Badge } from '../../shared/model/badge.ts';
import { LENGTHS } from '../../shared/values.ts';
import { localToday } from '../clock.ts';
import { fullDate } from '../format.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Facts } from '../ui/facts.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Section } from '../ui/page.tsx';
import { Tag } from '../ui/tag.tsx';
import { t } from '../words.ts';
import { Checks } from './checks.tsx';
import { faultsOf, inputOf, type CredentialDraft } from './credential-fields.ts';
import { CredentialForm } from './credential-form.tsx';
import styles from './badge.module.css';

type FoundBadgeProps = Readonly<{ job: string; index: number; badge: Badge }>;

/** One badge: what it says, what was checked, and the way to keep it. */
export const FoundBadge = ({ job, index, badge }: FoundBadgeProps) => {
  const [keeping, setKeeping] = useState(false);
  const [kept, setKept] = useState(false);
  const { title, issuer, description, criteria, standard, form, verdict, issuedOn, expiresOn } = badge;
  const isWrong = verdict === 'wrong';
  return (
    <Section
      id={`badge-${index}`}
      title={<span dir="auto">{title || standard}</span>}
      remark={t('badge.standard', { standard, form })}
    >
      <div className={styles.badge}>
        <p className={styles.verdict}>
          <Tag attention={isWrong}>{t(`badge.verdicts.${verdict}`)}</Tag> {t(`badge.verdictHints.${verdict}`)}
        </p>
        {description !== '' && <p dir="auto">{description}</p>}
        <Facts
          items={[
            { term: t('credential.issuer'), value: issuer || t('cert.notKnown') },
            { term: t('badge.issuedOn'), value: issuedOn === null ? t('badge.noDate') : fullDate(issuedOn) },
            {
              term: t('badge.expiresOn'),
              value: expiresOn === null ? t('badge.never') : fullDate(expiresOn),
            },
            ...(criteria === '' ? [] : [{ term: t('badge.criteria'), value: criteria }]),
          ]}
        />
        <h3>{t('badge.checks')}</h3>
        <Checks badge={badge} />
        {kept ? (
          <p role="status">{t('badge.kept')}</p>
        ) : (
          <Button variant={isWrong ? 'secondary' : 'primary'} onClick={() => setKeeping(true)}>
            {t('badge.keep')}
          </Button>
        )}
      </div>
      {keeping && (
        <KeepDialog
          job={job}
          index={index}
          badge={badge}
          onClose={() => setKeeping(false)}
          onKept={() => {
            setKeeping(false);
            setKept(true);
          }}
        />
      )}
    </Section>
  );
};

const draftOf = ({ title, issuer, issuedOn, expiresOn, badgeId, url }: Badge): CredentialDraft => ({
  certification: null,
  title: title.slice(0, LENGTHS.line),
  issuer: issuer.slice(0, LENGTHS.line),
  issuedOn: issuedOn ?? '',
  expiresOn: expiresOn ?? '',
  number: (badgeId ?? '').slice(0, LENGTHS.line),
  url: url ?? '',
  skills: [],
});

type KeepDialogProps = FoundBadgeProps & Readonly<{ onClose: () => void; onKept: () => void }>;

const KeepDialog = ({ job, index, badge, onClose, onKept }: KeepDialogProps) => {
  const [draft, setDraft] = useState(() => draftOf(badge));
  const [tried, setTried] = useState(false);
  const send = useStore((state) => state.send);
  const faults = faultsOf(draft, localToday());
  const save = async (): Promise<void> => {
    setTried(true);
    if (Object.values(faults).some(Boolean)) return;
    if (await send('badges.keep', { job, badge: index, ...inputOf(draft) })) onKept();
  };
  return (
    <FormDialog
      title={t('badge.keep')}
      cancel={t('credential.cancel')}
      confirm={t('credential.save')}
      onCancel={onClose}
      onSubmit={() => void save()}
    >
      <CredentialForm draft={draft} onChange={setDraft} faults={tried ? faults : null} />
    </FormDialog>
  );
};
