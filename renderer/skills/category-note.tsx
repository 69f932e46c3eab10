import { NoteEditor } from '../parts/notes/note-editor.tsx';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { t } from '../words.ts';

type CategoryNoteProps = Readonly<{ category: string; title: string }>;

/** The note on a category: the person's own words, or what a list that was brought said besides its tasks. */
export const CategoryNote = ({ category, title }: CategoryNoteProps) => {
  const close = useStore((state) => state.closeOverlay);
  return (
    <Dialog
      title={t('own.noteTitle', { text: title })}
      onCancel={close}
      actions={
        <Button variant="primary" onClick={close}>
          {t('own.close')}
        </Button>
      }
    >
      <NoteEditor kind="category" id={category} title={title} />
    </Dialog>
  );
};
