import { useEffect, useState } from 'react';
import type { NoteSubject } from '../../../shared/values.ts';
import { useStoreApi } from '../../store.ts';
import { t } from '../../words.ts';
import { openNoteSession, type NoteSession, type NoteState } from './note-session.ts';

/** The text of a note while it is written, and the session that saves it. */
export const useNoteDraft = (
  kind: NoteSubject,
  id: string,
  saved: string,
): NoteState & { readonly session: NoteSession } => {
  const store = useStoreApi();
  const [, render] = useState(0);
  const [session] = useState(() =>
    openNoteSession({
      kind,
      id,
      saved,
      divider: t('note.both'),
      read: () => store.getState().readNote(kind, id),
      save: async (text) => (await store.getState().send('notes.set', { kind, id, text })) !== null,
      leave: (base, text) => store.getState().leaveNote(kind, id, base, text),
      onChange: () => render((times) => times + 1),
    }),
  );
  useEffect(() => session.hear(saved), [session, saved]);
  // A draft of an earlier life is saved at once, and what was typed last when the editor goes.
  useEffect(() => {
    void session.flush();
    return () => void session.flush();
  }, [session]);
  useEffect(() => {
    window.addEventListener('pagehide', session.leave);
    return () => window.removeEventListener('pagehide', session.leave);
  }, [session]);
  return { ...session.state(), session };
};
