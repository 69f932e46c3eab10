import { useState } from 'react';
import { useStore } from '../store.ts';
import { Checkbox } from '../ui/choice.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { t } from '../words.ts';

const PARTS = ['exams', 'study', 'renewals', 'reviews'] as const;
type Choice = Record<(typeof PARTS)[number], boolean>;

/** What goes into the calendar file, and the file itself. */
export const CalendarDialog = ({ onClose }: Readonly<{ onClose: () => void }>) => {
  const [choice, setChoice] = useState<Choice>({ exams: true, study: true, renewals: true, reviews: false });
  const exportCalendar = useStore((state) => state.exportCalendar);
  const announce = useStore((state) => state.announce);
  const save = async (): Promise<void> => {
    const saved = await exportCalendar(choice);
    if (saved === null) return;
    const { events, cancelled } = saved;
    const off = cancelled === 0 ? '' : ` ${t('ics.cancelled', { count: cancelled })}`;
    announce(`${t('ics.saved', { count: events })}${off}`);
    onClose();
  };
  return (
    <FormDialog
      title={t('ics.title')}
      cancel={t('ics.cancel')}
      confirm={t('ics.save')}
      onCancel={onClose}
      onSubmit={() => void save()}
    >
      <p>{t('ics.lead')}</p>
      {PARTS.map((part) => (
        <Checkbox
          key={part}
          label={t(`ics.${part}`)}
          checked={choice[part]}
          onChange={(on) => setChoice({ ...choice, [part]: on })}
        />
      ))}
    </FormDialog>
  );
};
