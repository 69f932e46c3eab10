import { useState } from 'react';
import type { DoneMark } from '../../shared/model/journey.ts';
import { localToday } from '../clock.ts';
import { fullDate } from '../format.ts';
import { AddressField } from '../parts/address-field.tsx';
import { keptAddress } from '../parts/address.ts';
import { useStore } from '../store.ts';
import { Button, TextLink } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { DateField } from '../ui/form.tsx';
import { t } from '../words.ts';
import styles from './journey.module.css';

/** Things to say "have done" of, each one undoable step. */
export const Marks = ({ marks }: Readonly<{ marks: readonly DoneMark[] }>) => (
  <ul className={styles.marks}>
    {marks.map((mark) => (
      <Mark key={mark.id} mark={mark} />
    ))}
  </ul>
);

const Mark = ({ mark }: Readonly<{ mark: DoneMark }>) => {
  const { id, text, doneOn, link } = mark;
  const send = useStore((state) => state.send);
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={styles.mark}>
      <Checkbox
        label={text}
        checked={doneOn !== null}
        onChange={(checked) =>
          void send('marks.set', { mark: id, done: checked ? { on: localToday(), link: null } : null })
        }
      />
      {doneOn !== null && (
        <span className={styles.quiet}>{t('journey.doneOn', { date: fullDate(doneOn) })}</span>
      )}
      {link !== null && (
        <TextLink href={link} target="_blank" rel="noreferrer">
          {t('journey.show')}
        </TextLink>
      )}
      {doneOn !== null && (
        <Button
          small
          variant="quiet"
          aria-label={t('journey.detailsOf', { text })}
          onClick={() => setOpen(true)}
        >
          {t('journey.details')}
        </Button>
      )}
      {isOpen && doneOn !== null && <MarkDialog mark={mark} doneOn={doneOn} onClose={() => setOpen(false)} />}
    </li>
  );
};

type MarkDialogProps = Readonly<{ mark: DoneMark; doneOn: string; onClose: () => void }>;

const MarkDialog = ({ mark, doneOn, onClose }: MarkDialogProps) => {
  const [date, setDate] = useState(doneOn);
  const [link, setLink] = useState(mark.link ?? '');
  const [tried, setTried] = useState(false);
  const send = useStore((state) => state.send);
  const wrongDate = date === '' || date > localToday();
  const address = keptAddress(link);
  const save = async (): Promise<void> => {
    setTried(true);
    if (wrongDate || address === undefined) return;
    const answer = await send('marks.set', {
      mark: mark.id,
      done: { on: date, link: address },
    });
    if (answer) onClose();
  };
  return (
    <FormDialog
      title={mark.text}
      cancel={t('journey.cancel')}
      confirm={t('journey.save')}
      onSubmit={() => void save()}
      onCancel={onClose}
    >
      <DateField
        label={t('journey.date')}
        value={date}
        max={localToday()}
        error={tried && wrongDate ? t('journey.dateWrong') : undefined}
        onChange={setDate}
      />
      <AddressField
        label={t('journey.link')}
        value={link}
        hint={t('journey.linkHint')}
        tried={tried}
        onChange={setLink}
      />
    </FormDialog>
  );
};
