import { useState } from 'react';
import type { Evidence } from '../../shared/model/learning.ts';
import { LENGTHS, LEVELS, type Level } from '../../shared/values.ts';
import { localToday } from '../clock.ts';
import { useStore } from '../store.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { DateField, Select, TextField } from '../ui/form.tsx';
import { t } from '../words.ts';
import { AddressField } from '../parts/address-field.tsx';
import { keptAddress } from '../parts/address.ts';

type EvidenceDialogProps = Readonly<{ skill: string; evidence: Evidence | null; onClose: () => void }>;

export const EvidenceDialog = ({ skill, evidence, onClose }: EvidenceDialogProps) => {
  const today = localToday();
  const [title, setTitle] = useState(evidence?.title ?? '');
  const [url, setUrl] = useState(evidence?.url ?? '');
  const [level, setLevel] = useState<Level>(evidence?.level ?? 2);
  const [date, setDate] = useState(evidence?.date ?? today);
  const [tried, setTried] = useState(false);
  const send = useStore((state) => state.send);
  const wrongDate = date === '' || date > today;
  const save = async (): Promise<void> => {
    setTried(true);
    const address = keptAddress(url);
    if (title.trim() === '' || address === undefined || wrongDate) return;
    const answer = await send('evidence.save', {
      evidence: evidence?.id ?? null,
      skill,
      title: title.trim(),
      url: address,
      level,
      date,
    });
    if (answer) onClose();
  };
  return (
    <FormDialog
      title={evidence ? t('evidence.editTitle') : t('evidence.addTitle')}
      onCancel={onClose}
      cancel={t('own.cancel')}
      confirm={t('own.save')}
      onSubmit={() => void save()}
    >
      <TextField
        label={t('evidence.name')}
        value={title}
        onChange={setTitle}
        maxLength={LENGTHS.line}
        hint={t('evidence.hint')}
        error={tried && title.trim() === '' ? t('evidence.missing') : undefined}
        autoFocus
      />
      <AddressField label={t('evidence.url')} value={url} onChange={setUrl} tried={tried} />
      <Select
        label={t('evidence.level')}
        value={String(level)}
        options={LEVELS.map((value) => ({ value: String(value), label: t(`level.${value}`) }))}
        onChange={(value) => setLevel(Number(value) as Level)}
      />
      <DateField
        label={t('evidence.date')}
        value={date}
        max={today}
        onChange={setDate}
        error={tried && wrongDate ? t('evidence.future') : undefined}
      />
    </FormDialog>
  );
};
