import { useCallback } from 'react';
import type { Backup } from '../../shared/model/backup.ts';
import { Remark } from '../parts/remark.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { t } from '../words.ts';
import { aboutCopy, copyWithin } from './copy-name.ts';
import { Differences } from './differences.tsx';
import { TakeFile } from './take-file.tsx';

type RestoreProps = Readonly<{ backup: Backup; all: readonly Backup[]; onClose: () => void }>;

/** Says what a backup would change, and puts it in place once the person says so. */
export const Restore = ({ backup, all, onClose }: RestoreProps) => {
  const isDamaged = useQuery('app.read', {}).data?.damaged ?? false;
  const preview = useStore((state) => state.readDifferences);
  const restore = useStore((state) => state.restore);
  const { name } = backup;
  const order = useCallback(
    () => Promise.resolve({ ok: true as const, value: { kind: 'preview-restore' as const, backup: name } }),
    [name],
  );
  return (
    <TakeFile
      title={t('restore.title', { when: copyWithin(backup, all) })}
      confirm={t('restore.confirm')}
      reading={t('restore.checking')}
      order={order}
      preview={preview}
      reason={isDamaged ? null : 'before-restore'}
      take={restore}
      onClose={onClose}
    >
      {(found) => (
        <>
          <Remark>{aboutCopy(backup).join(' · ')}</Remark>
          <Differences {...found} words="restore" />
          <Remark>{t(isDamaged ? 'restore.aside' : 'restore.safety')}</Remark>
        </>
      )}
    </TakeFile>
  );
};
