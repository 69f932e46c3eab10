import { FileBadge } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Answer } from '../parts/answer.tsx';
import { JobProgress } from '../parts/job/job-progress.tsx';
import { useJob } from '../parts/job/use-job.ts';
import { FileDrop } from '../parts/file-drop/file-drop.tsx';
import type { ChosenFile } from '../parts/file-drop/use-drop.ts';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorBox } from '../ui/error-box.tsx';
import { Page, PageHead, Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import { FoundBadge } from './found-badge.tsx';
import styles from './badge.module.css';

/** Reads a badge from a file, shows what was checked, and keeps it as a credential where the person wants that. */
export const BringBadge = () => {
  const upload = useStore((state) => state.upload);
  const { stand, start, stop } = useJob();
  const [name, setName] = useState('');
  const [sending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const take = useCallback(
    async (file: ChosenFile): Promise<void> => {
      stop();
      setName(file.name);
      if (file.bytes.size === 0) return setFault(t('badge.emptyFile', { name: file.name }));
      setFault(null);
      setSending(true);
      const reply = await upload(file.bytes);
      setSending(false);
      if (!reply.ok) return setFault(reply.error.message);
      await start({ kind: 'read-badge', upload: reply.value.upload, fileName: file.name });
    },
    [upload, start, stop],
  );
  const shown = stand.kind === 'failed' ? stand.message : fault;
  const isBusy = sending || stand.kind === 'running';
  return (
    <Page>
      <PageHead
        crumbs={{ label: t('app.crumbs'), items: [{ text: t('certs.title'), href: '#/certifications' }] }}
        title={t('badge.title')}
        lead={t('badge.lead')}
      />
      {shown !== null && (
        <ErrorBox happened={shown} safe={t('badge.nothingChanged')} todo={t('badge.mend')} />
      )}
      {isBusy && (
        <JobProgress
          label={t(sending ? 'badge.sending' : 'badge.reading', { name })}
          done={stand.kind === 'running' ? stand.done : 0}
          total={stand.kind === 'running' ? stand.total : 0}
          {...(!sending && { onCancel: stop })}
        />
      )}
      {!isBusy && stand.kind === 'done' && <Found job={stand.job} onAnother={stop} />}
      {!isBusy && stand.kind !== 'done' && <ChooseBadge onChoose={(file) => void take(file)} />}
    </Page>
  );
};

const ChooseBadge = ({ onChoose }: Readonly<{ onChoose: (file: ChosenFile) => void }>) => (
  <Section id="file" title={t('badge.file')}>
    <FileDrop
      icon={<FileBadge aria-hidden="true" />}
      label={t('badge.field')}
      choose={t('badge.choose')}
      drop={t('badge.drop')}
      dropNow={t('badge.dropNow')}
      accept=".png,.svg,.json,.jsonld,.jwt,.jws,.txt"
      primary
      onChoose={onChoose}
    />
  </Section>
);

const Found = ({ job, onAnother }: Readonly<{ job: string; onAnother: () => void }>) => (
  <Answer query={useQuery('badges.read', { job })}>
    {({ fileName, badges, skipped }) => (
      <>
        <p role="status" className={styles.found}>
          {t('badge.found', { count: badges.length, name: fileName })}
        </p>
        {badges.map((badge, index) => (
          // A badge has no name that is sure to be its own: its place in the file is.
          <FoundBadge key={`${job} ${index}`} job={job} index={index} badge={badge} />
        ))}
        {skipped.length > 0 && (
          <Section id="skipped" title={t('badge.skipped')} remark={skipped.length}>
            <ul className={styles.skipped}>
              {skipped.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Section>
        )}
        <div className={styles.ways}>
          <Button onClick={onAnother}>{t('badge.another')}</Button>
          <ButtonLink href="#/certifications">{t('badge.back')}</ButtonLink>
        </div>
      </>
    )}
  </Answer>
);
