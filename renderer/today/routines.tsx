import { useState } from 'react';
import type { Input } from '../../shared/contract.ts';
import type { Routine } from '../../shared/model/radar.ts';
import { fullDate } from '../format.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';
import styles from './radar.module.css';

type Said = Input<'routines.answer'>['answer'];
type Say = (routine: string, answer: Said) => void;
type List = Readonly<{ routines: readonly Routine[]; say: Say }>;

/** Habits that keep knowledge current: one that is due at a time, the rest folded away. */
export const Routines = ({ routines }: Readonly<{ routines: readonly Routine[] }>) => {
  const send = useStore((state) => state.send);
  const say: Say = (routine, answer) => void send('routines.answer', { routine, answer }, { undoable: true });
  const due = routines
    .filter((routine) => routine.due)
    .toSorted((a, b) => (a.dueOn! < b.dueOn! ? -1 : a.dueOn === b.dueOn ? 0 : 1));
  const off = routines.filter(({ dueOn }) => dueOn === null);
  if (due.length === 0 && off.length === 0) return null;
  return (
    <Section id="routines" title={t('routine.title')}>
      {due.length > 0 && <Due routines={due.slice(0, 1)} say={say} />}
      {due.length > 1 && <More routines={due.slice(1)} say={say} />}
      {off.length > 0 && <Off routines={off} say={say} />}
    </Section>
  );
};

const Due = ({ routines, say }: List) => (
  <Rows label={t('routine.title')}>
    {routines.map(({ id, text, everyDays, doneOn }) => (
      <Row
        key={id}
        second={
          <>
            {t('routine.every', { count: everyDays })},{' '}
            {doneOn === null ? t('routine.never') : t('routine.last', { date: fullDate(doneOn) })}
            <span className={styles.buttons}>
              <Button small aria-label={t('routine.doneNamed', { text })} onClick={() => say(id, 'done')}>
                {t('routine.done')}
              </Button>
              <Button
                small
                variant="quiet"
                aria-label={t('routine.laterNamed', { text })}
                onClick={() => say(id, 'later')}
              >
                {t('routine.later')}
              </Button>
              <Button
                small
                variant="quiet"
                aria-label={t('routine.stopNamed', { text })}
                onClick={() => say(id, 'stop')}
              >
                {t('routine.stop')}
              </Button>
            </span>
          </>
        }
      >
        {text}
      </Row>
    ))}
  </Rows>
);

const More = ({ routines, say }: List) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure
      label={t('routine.others', { count: routines.length })}
      open={isOpen}
      onToggle={() => setOpen(!isOpen)}
    >
      <Due routines={routines} say={say} />
    </Disclosure>
  );
};

const Off = ({ routines, say }: List) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure
      label={t('routine.off', { count: routines.length })}
      open={isOpen}
      onToggle={() => setOpen(!isOpen)}
    >
      <Rows>
        {routines.map(({ id, text }) => (
          <Row
            key={id}
            end={
              <Button
                small
                variant="quiet"
                aria-label={t('routine.resumeNamed', { text })}
                onClick={() => say(id, 'resume')}
              >
                {t('routine.resume')}
              </Button>
            }
          >
            {text}
          </Row>
        ))}
      </Rows>
    </Disclosure>
  );
};
