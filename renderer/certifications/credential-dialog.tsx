import { useState } from 'react';
import type { Credential } from '../../shared/model/credential.ts';
import { SHOWN_BY } from '../../shared/values.ts';
import { localToday } from '../clock.ts';
import { useOnce } from '../parts/use-once.ts';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { t } from '../words.ts';
import { faultsOf, inputOf, type CredentialDraft } from './credential-fields.ts';
import { CredentialForm } from './credential-form.tsx';
import styles from './certification.module.css';

type CredentialDialogProps = Readonly<{
  /** Null for a new one. */
  credential: Credential | null;
  /** The certification whose facts a new one starts with. */
  certification: string | null;
  onClose: () => void;
}>;

export const CredentialDialog = (props: CredentialDialogProps) =>
  props.credential === null && props.certification !== null ? (
    <NewOf {...props} certification={props.certification} />
  ) : (
    <Form {...props} start={props.credential ? draftOf(props.credential) : blank} />
  );

const blank: CredentialDraft = {
  certification: null,
  title: '',
  issuer: '',
  issuedOn: localToday(),
  expiresOn: '',
  number: '',
  url: '',
  skills: [],
};

const draftOf = ({
  certification,
  title,
  issuer,
  issuedOn,
  expiresOn,
  number,
  url,
  skills,
}: Credential): CredentialDraft => ({
  certification,
  title,
  issuer,
  issuedOn,
  expiresOn: expiresOn ?? '',
  number,
  url: url ?? '',
  skills,
});

/** A new one begins with what the certification says of itself. */
const NewOf = (props: CredentialDialogProps & Readonly<{ certification: string }>) => {
  const { data } = useQuery('certifications.read', { certification: props.certification });
  if (!data) return null;
  const { facts, skillNames } = data;
  const start: CredentialDraft = {
    ...blank,
    issuedOn: localToday(),
    certification: data.id,
    title: facts.name,
    issuer: facts.issuer,
    skills: facts.skills
      .filter((skill) => skillNames[skill] !== undefined)
      .map((skill) => ({ skill, name: skillNames[skill]!, level: SHOWN_BY[facts.level] })),
  };
  return <Form {...props} start={start} />;
};

type Kept = { readonly name: string; readonly bytes: File | null };

const Form = ({
  credential,
  onClose,
  start,
}: CredentialDialogProps & Readonly<{ start: CredentialDraft }>) => {
  const [draft, setDraft] = useState(start);
  const [file, setFile] = useState<Kept | null>(
    credential?.file ? { name: credential.file.name, bytes: null } : null,
  );
  const [tried, setTried] = useState(false);
  const send = useStore((state) => state.send);
  const upload = useStore((state) => state.upload);
  const complain = useStore((state) => state.complain);
  const once = useOnce();
  const faults = faultsOf(draft, localToday());
  const save = async (): Promise<void> => {
    setTried(true);
    if (Object.values(faults).some(Boolean)) return;
    let sent: { upload: string; name: string } | null | undefined = file === null ? null : undefined;
    if (file?.bytes) {
      const reply = await upload(file.bytes);
      if (!reply.ok) return complain(reply.error.message);
      sent = { upload: reply.value.upload, name: file.name };
    }
    const answer = await send('credentials.save', {
      credential: credential?.id ?? null,
      ...inputOf(draft),
      ...(sent !== undefined && { file: sent }),
    });
    if (answer) onClose();
  };
  const remove = async (): Promise<void> => {
    if (!credential) return;
    if (await send('credentials.remove', { credential: credential.id }, { undoable: true })) onClose();
  };
  return (
    <FormDialog
      title={t(credential ? 'credential.editTitle' : 'credential.addTitle')}
      cancel={t('credential.cancel')}
      confirm={t('credential.save')}
      {...(credential && {
        extra: (
          <Button variant="quiet" onClick={() => void remove()}>
            {t('credential.remove')}
          </Button>
        ),
      })}
      onCancel={onClose}
      onSubmit={() => void once(save)}
    >
      <CredentialForm draft={draft} onChange={setDraft} faults={tried ? faults : null} />
      <div className={styles.links}>
        <FileButton
          small
          field={t('credential.file')}
          onChoose={(chosen) => setFile({ name: chosen.name, bytes: chosen })}
        >
          {file ? t('cert.file', { name: file.name }) : t('credential.chooseFile')}
        </FileButton>
        {file && (
          <Button small variant="quiet" onClick={() => setFile(null)}>
            {t('credential.dropFile')}
          </Button>
        )}
        <p className={styles.text}>{t('credential.fileHint')}</p>
      </div>
    </FormDialog>
  );
};
