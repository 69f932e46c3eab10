import { useEffect, useState, type ReactNode } from 'react';
import type { Input } from '../../shared/contract.ts';
import type { Reply } from '../../shared/reply.ts';
import { JobProgress } from '../parts/job/job-progress.tsx';
import { useJob } from '../parts/job/use-job.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorBox } from '../ui/error-box.tsx';
import { t } from '../words.ts';

type TakeFileProps<T> = Readonly<{
  title: string;
  confirm: string;
  /** While it is read. */
  reading: string;
  /** What to check, or a refusal. Has to stay the same function. */
  order: () => Promise<Reply<Input<'jobs.start'>>>;
  preview: (job: string) => Promise<Reply<T>>;
  /** Why the present file is copied first; null where it cannot be. */
  reason: 'before-restore' | 'before-import' | null;
  take: (job: string, backup: string | null) => Promise<Reply<unknown>>;
  /** Whether there is nothing to take. */
  isNeedless?: (found: T) => boolean;
  children: (found: T) => ReactNode;
  onClose: () => void;
}>;

/** Checks a file that is to take the place of the present one, says what would differ, and takes it once the person says so. */
export const TakeFile = <T,>(props: TakeFileProps<T>) => {
  const { title, confirm, reading, order, preview, reason, take, children, onClose } = props;
  const checking = useJob();
  const copying = useJob();
  const [found, setFound] = useState<Readonly<{ job: string; value: T }> | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const { start } = checking;
  useEffect(() => {
    let isGone = false;
    const check = async (): Promise<void> => {
      const input = await order();
      if (isGone) return;
      if (!input.ok) return setRefused(input.error.message);
      const job = await start(input.value);
      if (job === null) return;
      const reply = await preview(job);
      if (reply.ok) setFound({ job, value: reply.value });
      else setRefused(reply.error.message);
    };
    void check();
    return () => {
      isGone = true;
    };
  }, [start, order, preview]);

  const confirmed = async (job: string): Promise<void> => {
    setRefused(null);
    const copy = reason === null ? null : await copying.start({ kind: 'backup', reason });
    if (copy === null && reason !== null) return;
    const reply = await take(job, copy);
    if (reply.ok) onClose();
    else setRefused(reply.error.message);
  };

  const fault =
    refused ??
    (checking.stand.kind === 'failed' ? checking.stand.message : null) ??
    (copying.stand.kind === 'failed' ? copying.stand.message : null);
  const isNeedless = found !== null && (props.isNeedless?.(found.value) ?? false);
  const isCopying = copying.stand.kind === 'running';
  return (
    <Dialog
      title={title}
      onCancel={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t(isNeedless ? 'restore.close' : 'restore.cancel')}
          </Button>
          {!isNeedless && (
            <Button
              variant="primary"
              aria-disabled={found === null || isCopying}
              onClick={() => void (found !== null && !isCopying && confirmed(found.job))}
            >
              {confirm}
            </Button>
          )}
        </>
      }
    >
      {/* Above what was found, which can be long. */}
      {fault !== null && <ErrorBox happened={t('copies.failed')} safe={t('copies.safe')} todo={fault} />}
      {found === null && fault === null && (
        <JobProgress
          label={reading}
          {...(checking.stand.kind === 'running' ? checking.stand : { done: 0, total: 0 })}
        />
      )}
      {found && children(found.value)}
      {isCopying && <JobProgress label={t('restore.copying')} done={0} total={0} />}
    </Dialog>
  );
};
