import { lazy, Suspense, useState } from 'react';
import { LENGTHS, type NoteSubject } from '../../../shared/values.ts';
import { fullDate } from '../../format.ts';
import { useQuery } from '../../query.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Section } from '../../ui/page.tsx';
import { t } from '../../words.ts';
import { ReadFailed } from '../read-failed.tsx';
import styles from './note.module.css';
import { useNoteDraft } from './use-note-draft.ts';

// The Markdown library is fetched with the first note.
const MarkdownView = lazy(async () => ({ default: (await import('./markdown-view.tsx')).MarkdownView }));

type NoteProps = Readonly<{ kind: NoteSubject; id: string; title: string }>;

/** A section with the note on something. */
export const NoteSection = (props: NoteProps) => {
  const { data } = useQuery('notes.read', { kind: props.kind, id: props.id });
  const changedOn = data?.changedOn ?? null;
  return (
    <Section
      id="note"
      title={t('note.title')}
      {...(changedOn !== null && { remark: t('note.edited', { date: fullDate(changedOn) }) })}
    >
      <NoteEditor {...props} />
    </Section>
  );
};

/** Reads as Markdown; the button below opens it for writing. */
export const NoteEditor = ({ kind, id, title }: NoteProps) => {
  const { data, error, retry } = useQuery('notes.read', { kind, id });
  if (error && !data) return <ReadFailed error={error} onRetry={retry} />;
  return data ? <OpenNote key={`${kind} ${id}`} kind={kind} id={id} title={title} saved={data.text} /> : null;
};

const Shown = ({ text }: Readonly<{ text: string }>) =>
  text === '' ? (
    <Empty>{t('note.empty')}</Empty>
  ) : (
    <Suspense>
      <MarkdownView text={text} />
    </Suspense>
  );

const progressWord = { saved: 'note.saved', waiting: 'note.saving', refused: 'note.refused' } as const;

const OpenNote = ({ kind, id, title, saved }: NoteProps & Readonly<{ saved: string }>) => {
  const { text, progress, session } = useNoteDraft(kind, id, saved);
  const [isWriting, setWriting] = useState(session.isRestored);
  const [isPreview, setPreview] = useState(false);
  if (!isWriting) {
    return (
      <div className={styles.read}>
        <Shown text={text} />
        <Button small onClick={() => setWriting(true)}>
          {text === '' ? t('note.write') : t('note.change')}
        </Button>
      </div>
    );
  }
  const close = (): void => {
    void session.flush();
    setPreview(false);
    setWriting(false);
  };
  return (
    <div className={styles.field}>
      {isPreview ? (
        <Shown text={text} />
      ) : (
        <textarea
          dir="auto"
          aria-label={t('note.of', { title })}
          // The person asked to write.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          maxLength={LENGTHS.note}
          value={text}
          onChange={({ target }) => session.change(target.value)}
          onBlur={() => void session.flush()}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            close();
          }}
        />
      )}
      <div className={styles.bar}>
        <Button small onClick={close}>
          {t('note.done')}
        </Button>
        <Button small variant="quiet" onClick={() => setPreview(!isPreview)}>
          {isPreview ? t('note.goOn') : t('note.preview')}
        </Button>
        <span aria-live="polite">
          {session.isRestored && `${t('note.restored')} `}
          {t(progressWord[progress])}
        </span>
      </div>
    </div>
  );
};
