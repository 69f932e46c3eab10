import { Plus } from 'lucide-react';
import { useState } from 'react';
import { LENGTHS, type Level } from '../../shared/values.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { t } from '../words.ts';
import styles from './skill.module.css';

type AddTopicProps = Readonly<{
  skill: string;
  level: Level;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}>;

/** A field for own topics at the end of a level: Enter adds one, and the field stays for the next. */
export const AddTopic = ({ skill, level, isOpen, onOpen: setOpen }: AddTopicProps) => {
  const [text, setText] = useState('');
  const send = useStore((state) => state.send);
  if (!isOpen) {
    return (
      <div className={styles.add}>
        <Button small variant="quiet" icon={<Plus aria-hidden="true" />} onClick={() => setOpen(true)}>
          {t('own.add')}
        </Button>
      </div>
    );
  }
  const add = async (): Promise<void> => {
    if (text.trim() === '') return setOpen(false);
    if (await send('topics.create', { skill, level, text })) setText('');
  };
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <input
        className={styles.addField}
        dir="auto"
        aria-label={t('own.addLabel', { level: t(`level.${level}`) })}
        placeholder={t('own.addHint')}
        maxLength={LENGTHS.topic}
        // The person pressed "Add a topic".
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setText('');
          setOpen(false);
        }}
      />
    </form>
  );
};
