import { useCallback, useState } from 'react';
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/values.ts';
import { JobProgress } from '../parts/job/job-progress.tsx';
import { useJob } from '../parts/job/use-job.ts';
import { Remark } from '../parts/remark.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { ErrorBox } from '../ui/error-box.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import { Differences, tableName } from './differences.tsx';
import { TakeFile } from './take-file.tsx';
import styles from './data.module.css';

/** Everything as a file, out and in. */
export const Portable = () => {
  const app = useQuery('app.read', {}).data;
  const [chosen, setChosen] = useState<File | null>(null);
  if (!app || app.sample) return null;
  return (
    <Section id="portable" title={t('portable.title')}>
      <Remark>{t('portable.hint')}</Remark>
      <SaveAs />
      {!app.damaged && (
        <div className={styles.below}>
          <FileButton small field={t('portable.field')} accept=".json,application/json" onChoose={setChosen}>
            {t('portable.bring')}
          </FileButton>
        </div>
      )}
      {chosen && <BringIn file={chosen} onClose={() => setChosen(null)} />}
    </Section>
  );
};

/** Also where the file is damaged: then as far as it can be read. */
const SaveAs = () => {
  const { stand, start } = useJob();
  const saveExport = useStore((state) => state.saveExport);
  const [saved, setSaved] = useState<string | null>(null);
  const save = async (format: ExportFormat): Promise<void> => {
    setSaved(null);
    const job = await start({ kind: 'export', format });
    const written = job === null ? null : await saveExport(job);
    if (written === null) return;
    const { fileName: file, lost } = written;
    setSaved(
      lost.length === 0
        ? t('portable.saved', { file })
        : t('portable.savedPart', { file, tables: lost.map(tableName).join(', ') }),
    );
  };
  if (stand.kind === 'running') {
    return <JobProgress label={t('portable.writing')} done={stand.done} total={stand.total} />;
  }
  return (
    <>
      {stand.kind === 'failed' && (
        <ErrorBox happened={t('copies.failed')} safe={t('copies.safe')} todo={stand.message} />
      )}
      <div className={styles.saves}>
        {EXPORT_FORMATS.map((format) => (
          <Button key={format} small onClick={() => void save(format)}>
            {t(`portable.save.${format}`)}
          </Button>
        ))}
      </div>
      <div role="status">{saved !== null && <Remark>{saved}</Remark>}</div>
    </>
  );
};

const isAllThere = ({ differences }: Readonly<{ differences: readonly unknown[] | null }>): boolean =>
  differences?.length === 0;

const BringIn = ({ file, onClose }: Readonly<{ file: File; onClose: () => void }>) => {
  const upload = useStore((state) => state.upload);
  const preview = useStore((state) => state.readFileDifferences);
  const take = useStore((state) => state.takeFile);
  const order = useCallback(async () => {
    const reply = await upload(file);
    if (!reply.ok) return reply;
    const input = {
      kind: 'read-file' as const,
      upload: reply.value.upload,
      fileName: file.name.slice(0, 255),
    };
    return { ok: true as const, value: input };
  }, [upload, file]);
  return (
    <TakeFile
      title={t('portable.previewTitle', { file: file.name })}
      confirm={t('portable.confirm')}
      reading={t('portable.reading')}
      order={order}
      preview={preview}
      reason="before-import"
      take={take}
      isNeedless={isAllThere}
      onClose={onClose}
    >
      {(found) => (
        <>
          <Differences differences={found.differences} rows={found.rows} words="portable" />
          {!isAllThere(found) && <Remark>{t(found.whole ? 'portable.wholeRule' : 'portable.rule')}</Remark>}
        </>
      )}
    </TakeFile>
  );
};
