import { useEffect, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import type { Backup } from '../../shared/model/backup.ts';
import { JobProgress } from '../parts/job/job-progress.tsx';
import { useJob } from '../parts/job/use-job.ts';
import { Remark } from '../parts/remark.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorBox } from '../ui/error-box.tsx';
import { t } from '../words.ts';
import { copyName } from './copy-name.ts';
import { Differences } from './differences.tsx';

type Preview = Output<'backups.preview'>;

/** Says what a copy would change, and puts it in place once the person says so. */
export const Restore = ({ backup, onClose }: Readonly<{ backup: Backup; onClose: () => void }>) => {
  const checking = useJob();
  const copying = useJob();
  const isDamaged = useQuery('app.read', {}).data?.damaged ?? false;
  const { readDifferences, restore } = useActions();
  const [preview, setPreview] = useState<Readonly<{ job: string; found: Preview }> | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const { start } = checking;
  useEffect(() => {
    const check = async (): Promise<void> => {
      const job = await start({ kind: 'preview-restore', backup: backup.name });
      if (job === null) return;
      const reply = await readDifferences(job);
      if (reply.ok) setPreview({ job, found: reply.value });
      else setRefused(reply.error.message);
    };
    void check();
  }, [start, readDifferences, backup.name]);

  const take = async (job: string): Promise<void> => {
    setRefused(null);
    const copy = isDamaged ? null : await copying.start({ kind: 'backup', reason: 'before-restore' });
    if (copy === null && !isDamaged) return;
    const reply = await restore(job, copy);
    if (reply.ok) onClose();
    else setRefused(reply.error.message);
  };

  const fault =
    refused ??
    (checking.stand.kind === 'failed' ? checking.stand.message : null) ??
    (copying.stand.kind === 'failed' ? copying.stand.message : null);
  const isCopying = copying.stand.kind === 'running';
  return (
    <Dialog
      title={t('restore.title', { name: copyName(backup) })}
      onCancel={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('restore.cancel')}
          </Button>
          <Button
            variant="primary"
            aria-disabled={preview === null || isCopying}
            onClick={() => void (preview !== null && !isCopying && take(preview.job))}
          >
            {t('restore.confirm')}
          </Button>
        </>
      }
    >
      {checking.stand.kind === 'running' && (
        <JobProgress label={t('restore.checking')} done={checking.stand.done} total={checking.stand.total} />
      )}
      {preview && <Differences {...preview.found} />}
      {isCopying && <JobProgress label={t('restore.copying')} done={0} total={0} />}
      {fault !== null && <ErrorBox happened={t('copies.failed')} safe={t('copies.safe')} todo={fault} />}
      {preview && <Remark>{t(isDamaged ? 'restore.aside' : 'restore.safety')}</Remark>}
    </Dialog>
  );
};

const useActions = () => ({
  readDifferences: useStore((state) => state.readDifferences),
  restore: useStore((state) => state.restore),
});
