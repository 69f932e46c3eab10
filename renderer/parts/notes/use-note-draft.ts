import { useEffect, useState } from 'react';
import type { NoteSubject } from '../../../shared/values.ts';
import { useStoreApi, type Store } from '../../store.ts';
import { t } from '../../words.ts';
import { openNoteSession, type NoteOptions, type NoteSession, type NoteState } from './note-session.ts';

/** Bytes that browsers let a page send off while it goes away; a text has at least as many as it has UTF-16 units. */
const LAST_WORD = 64 * 1024;

/** The writing of a note whose text is read and saved through the store. */
export const openNote = (
  { getState }: Store,
  { kind, id, saved, onChange }: Pick<NoteOptions, 'kind' | 'id' | 'saved' | 'onChange'>,
): NoteSession =>
  openNoteSession({
    kind,
    id,
    saved,
    divider: t('note.both'),
    read: () => getState().readNote(kind, id),
    save: async (base, text) => {
      // What the page sends off last may come before this one, which must not undo it then. Long texts cannot be sent so.
      const bases = base.length + text.length <= LAST_WORD ? [base] : undefined;
      return (await getState().send('notes.set', { kind, id, bases, text })) !== null;
    },
    leave: (bases, text) =>
      void getState().send('notes.set', { kind, id, bases: [...bases], text }, { outlivesPage: true }),
    onChange,
  });

/** The text of a note while it is written, and the session that saves it. */
export const useNoteDraft = (
  kind: NoteSubject,
  id: string,
  saved: string,
): NoteState & { readonly session: NoteSession } => {
  const store = useStoreApi();
  const [, render] = useState(0);
  const [session] = useState(() =>
    openNote(store, { kind, id, saved, onChange: () => render((times) => times + 1) }),
  );
  useEffect(() => session.hear(saved), [session, saved]);
  // A draft of an earlier life is saved at once, and what was typed last when the editor goes, or the page before that is done.
  useEffect(() => {
    const leave = (): void => session.leave();
    window.addEventListener('pagehide', leave);
    void session.flush();
    return () =>
      void session
        .flush()
        // What was typed during a save takes another.
        .then(session.flush)
        .finally(() => window.removeEventListener('pagehide', leave));
  }, [session]);
  return { ...session.state(), session };
};
