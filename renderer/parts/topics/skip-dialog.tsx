import { useState } from 'react';
import { useStore } from '../../store.ts';
import type { TopicRef } from '../../store/dialogs.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/form.tsx';
import { t } from '../../words.ts';
import styles from './topic-row.module.css';
import { useTopicState } from './topic-mark.tsx';

const OpenDialog = ({ topic }: Readonly<{ topic: TopicRef | 'selected' }>) => {
  const one = topic === 'selected' ? null : topic;
  const before = useTopicState(one?.id ?? '').reason;
  const setSelected = useStore((state) => state.setSelected);
  const [reason, setReason] = useState(before ?? '');
  const [missing, setMissing] = useState(false);
  const close = useStore((state) => state.closeReason);
  const setStatus = useStore((state) => state.setStatus);
  const skip = () => {
    if (reason.trim() === '') return setMissing(true);
    if (one) void setStatus(one.id, 'skipped', reason.trim());
    else void setSelected('skipped', reason.trim());
    close();
  };
  return (
    <FormDialog
      title={t('skipping.title')}
      onCancel={close}
      cancel={t('skipping.cancel')}
      confirm={t('skipping.confirm')}
      onSubmit={skip}
    >
      {one && (
        <p className={styles.topic} dir="auto">
          {one.text}
        </p>
      )}
      <TextField
        label={t('skipping.reason')}
        value={reason}
        onChange={setReason}
        placeholder={t('skipping.example')}
        maxLength={500}
        hint={t('skipping.body')}
        error={missing && reason.trim() === '' ? t('skipping.missing') : undefined}
        autoFocus
      />
    </FormDialog>
  );
};

/** Asks why a topic is skipped. */
export const SkipDialog = () => {
  const topic = useStore((state) => state.skipping);
  return topic && <OpenDialog topic={topic} />;
};
