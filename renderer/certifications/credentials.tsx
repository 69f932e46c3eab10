import { Award } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Credential } from '../../shared/model/credential.ts';
import { RENEWAL_DUE_DAYS } from '../../shared/values.ts';
import { fullDate } from '../format.ts';
import { useStore } from '../store.ts';
import { TextButton, TextLink } from '../ui/button.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { Tag } from '../ui/tag.tsx';
import { t } from '../words.ts';
import { FoldedChecks } from './checks.tsx';
import styles from './certification.module.css';

const CredentialDialog = lazy(async () => ({
  default: (await import('./credential-dialog.tsx')).CredentialDialog,
}));

/** What was earned, each with where it stands, and what is needed to renew it once that is due. */
export const CredentialList = ({ credentials }: Readonly<{ credentials: readonly Credential[] }>) => {
  const [open, setOpen] = useState<Credential | null>(null);
  const saveFile = useStore((state) => state.saveCredentialFile);
  return (
    <>
      <Rows label={t('cert.credentials')}>
        {credentials.map((credential) => (
          <Row
            key={credential.id}
            lead={<Award aria-hidden="true" />}
            second={
              <span className={styles.stack}>
                <span>{standing(credential)}</span>
                {(credential.state === 'renewal due' || credential.state === 'expired') &&
                  credential.renewal !== '' && <span className={styles.renewal}>{credential.renewal}</span>}
                <span className={styles.links}>
                  {credential.url !== null && (
                    <TextLink href={credential.url} target="_blank" rel="noreferrer">
                      {t('cert.verify')}
                    </TextLink>
                  )}
                  {credential.file && (
                    <TextButton onClick={() => void saveFile(credential.id)}>
                      {t('cert.file', { name: credential.file.name })}
                    </TextButton>
                  )}
                  <TextButton
                    aria-label={`${t('cert.change')}: ${credential.title}`}
                    onClick={() => setOpen(credential)}
                  >
                    {t('cert.change')}
                  </TextButton>
                </span>
                {credential.badge && <FoldedChecks badge={credential.badge} />}
              </span>
            }
            end={
              credential.state === 'valid' || credential.state === 'lasting' ? (
                t(`certs.states.${credential.state}`)
              ) : (
                <Tag attention>{t(`certs.states.${credential.state}`)}</Tag>
              )
            }
          >
            <span dir="auto">{credential.title}</span>
          </Row>
        ))}
      </Rows>
      <Suspense>
        {open && (
          <CredentialDialog
            credential={open}
            certification={open.certification}
            onClose={() => setOpen(null)}
          />
        )}
      </Suspense>
    </>
  );
};

const standing = (credential: Credential): string =>
  [
    credential.issuer,
    t('cert.issued', { date: fullDate(credential.issuedOn) }),
    ...expiryWords(credential),
    credential.number,
  ]
    .filter((part) => part !== '')
    .join(', ');

const expiryWords = ({ expiresOn, state, dueFrom, dueAssumed }: Credential): string[] => {
  if (expiresOn === null || dueFrom === null) return [];
  const last = t(state === 'expired' ? 'cert.expired' : 'cert.expires', { date: fullDate(expiresOn) });
  const isToSay = state === 'valid' || (state === 'renewal due' && dueAssumed);
  const due = { date: fullDate(dueFrom), count: RENEWAL_DUE_DAYS };
  return isToSay ? [last, t(dueAssumed ? 'cert.dueAssumed' : 'cert.dueFrom', due)] : [last];
};
