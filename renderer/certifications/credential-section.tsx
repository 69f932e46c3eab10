import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Credential } from '../../shared/model/credential.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import { CredentialList } from './credentials.tsx';

const CredentialDialog = lazy(async () => ({
  default: (await import('./credential-dialog.tsx')).CredentialDialog,
}));

type CredentialSectionProps = Readonly<{ certification: string; credentials: readonly Credential[] }>;

export const CredentialSection = ({ certification, credentials }: CredentialSectionProps) => {
  const [adding, setAdding] = useState(false);
  return (
    <Section
      id="credentials"
      title={t('cert.credentials')}
      action={
        <Button small variant="quiet" icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>
          {t('cert.addCredential')}
        </Button>
      }
    >
      {credentials.length === 0 ? (
        <Empty>{t('cert.noCredentials')}</Empty>
      ) : (
        <CredentialList credentials={credentials} />
      )}
      <Suspense>
        {adding && (
          <CredentialDialog
            credential={null}
            certification={certification}
            onClose={() => setAdding(false)}
          />
        )}
      </Suspense>
    </Section>
  );
};
