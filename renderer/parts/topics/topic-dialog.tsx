import { useState, type ReactNode } from 'react';
import { LENGTHS, LEVELS } from '../../../shared/values.ts';
import { useStore } from '../../store.ts';
import type { TopicDialog } from '../../store/dialogs.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Select, TextField } from '../../ui/form.tsx';
import { t } from '../../words.ts';
import { HistoryList } from '../history/history-list.tsx';
import { NoteEditor } from '../notes/note-editor.tsx';

/** The dialog of the topic that was last asked for one. */
export const TopicDialogOpen = () => {
  const dialog = useStore((state) => state.topicDialog);
  if (!dialog) return null;
  const { kind, topic } = dialog;
  if (kind === 'edit' || kind === 'below') return <TextDialog dialog={dialog} />;
  return (
    <InfoDialog title={t(kind === 'note' ? 'own.noteTitle' : 'own.historyTitle', { text: topic.text })}>
      {kind === 'note' ? (
        <NoteEditor kind="topic" id={topic.id} title={topic.text} />
      ) : (
        <HistoryList subject={{ kind: 'topic', id: topic.id }} />
      )}
    </InfoDialog>
  );
};

const InfoDialog = ({ title, children }: Readonly<{ title: string; children: ReactNode }>) => {
  const close = useStore((state) => state.closeTopicDialog);
  return (
    <Dialog
      title={title}
      onCancel={close}
      actions={
        <Button variant="primary" onClick={close}>
          {t('own.close')}
        </Button>
      }
    >
      {children}
    </Dialog>
  );
};

const TextDialog = ({ dialog }: Readonly<{ dialog: TopicDialog }>) => {
  const { kind, topic } = dialog;
  const [text, setText] = useState(kind === 'edit' ? (topic.markdown ?? topic.text) : '');
  const [level, setLevel] = useState(topic.level);
  const [isTried, setTried] = useState(false);
  const close = useStore((state) => state.closeTopicDialog);
  const send = useStore((state) => state.send);
  const save = async (): Promise<void> => {
    setTried(true);
    if (text.trim() === '') return;
    const answer =
      kind === 'edit'
        ? await send('topics.edit', { topic: topic.id, text, level })
        : await send('topics.create', { skill: topic.skill, parent: topic.id, text });
    if (answer) close();
  };
  return (
    <FormDialog
      title={kind === 'edit' ? t('own.editTitle') : t('own.belowTitle', { text: topic.text })}
      cancel={t('own.cancel')}
      confirm={t('own.save')}
      onSubmit={() => void save()}
      onCancel={close}
    >
      <TextField
        label={t('own.text')}
        value={text}
        onChange={setText}
        maxLength={LENGTHS.topic}
        hint={t('own.textHint')}
        error={isTried && text.trim() === '' ? t('own.textMissing') : undefined}
        autoFocus
      />
      {kind === 'edit' && topic.parent === null && (
        <Select
          label={t('own.level')}
          value={String(level)}
          options={LEVELS.map((each) => ({ value: String(each), label: t(`level.${each}`) }))}
          onChange={(value) => setLevel(LEVELS.find((each) => String(each) === value)!)}
        />
      )}
    </FormDialog>
  );
};
