import type { NoteSubject } from '../../../shared/values.ts';

/** A pause in typing after which a note is saved. */
const PAUSE_MS = 800;

/** What is not saved yet, kept with the tab so that a crash of the page loses none of it. */
type Draft = {
  /** The text that the editing began from. */
  readonly base: string;
  readonly text: string;
};

export type NoteState = {
  readonly text: string;
  /** `refused` waits for the next change, or for the field to be left. */
  readonly progress: 'saved' | 'waiting' | 'refused';
};

export type NoteSession = {
  readonly state: () => NoteState;
  /** Something of an earlier life of the page was found and put back. */
  readonly isRestored: boolean;
  readonly change: (text: string) => void;
  /** The note as it is in the file now, perhaps written by another tab. */
  readonly hear: (saved: string) => void;
  /** Saves what is not saved yet, at once; resolves when no save is under way. */
  readonly flush: () => Promise<void>;
  /** The page goes away: what is not saved yet is sent off, and nothing that comes after it can be waited for. */
  readonly leave: () => void;
};

export type NoteOptions = {
  readonly kind: NoteSubject;
  readonly id: string;
  readonly saved: string;
  /** Stands between two versions of a note that were written at the same time. */
  readonly divider: string;
  /** The note as it is in the file; null where it cannot be read. */
  readonly read: () => Promise<string | null>;
  /** Puts a text in the place of `base`. Gives false where it was refused. */
  readonly save: (base: string, text: string) => Promise<boolean>;
  /** Sends a text off that takes the place of one of `bases`, and of nothing else. */
  readonly leave: (bases: readonly string[], text: string) => void;
  readonly onChange: () => void;
};

const draftOf = (key: string): Draft | null => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Draft | null;
  } catch {
    return null;
  }
};

/**
 * One after the other, over all tabs of the browser: two that read before either wrote would each write over the other, as
 * when a browser brings back both of them with what was typed.
 */
const inTurn = (name: string, work: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request(name, work) : work();

/**
 * The writing of one note: saved after a pause and on leaving, one save at a time, never losing what is typed meanwhile.
 * Where the note was changed elsewhere since the editing began, both texts are kept.
 */
export const openNoteSession = (options: NoteOptions): NoteSession => {
  const key = `groundwork.draft ${options.kind} ${options.id}`;
  const found = draftOf(key);
  const draft = found && found.text !== options.saved && found.text !== found.base ? found : null;
  // One that is saved by now would come back as something new after an undo.
  if (!draft) sessionStorage.removeItem(key);
  let base = draft?.base ?? options.saved;
  let text = draft?.text ?? options.saved;
  let saving: Promise<void> | null = null;
  /** While a text is on its way to the file: what the file has before and after that, and what was put before the typed text. */
  let sending: { readonly bases: readonly string[]; readonly above: string } | null = null;
  /** Sent off when the page went away. It may be back: browsers keep pages for their button "Back". */
  let left: string | null = null;
  let isRefused = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => sessionStorage.setItem(key, JSON.stringify({ base, text } satisfies Draft));

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    if (saving === null && text === base) return Promise.resolve();
    saving ??= inTurn(key, save).finally(() => {
      saving = null;
      options.onChange();
    });
    return saving;
  };

  const save = async (): Promise<void> => {
    const typed = text;
    const present = (await options.read()) ?? base;
    const isElsewhere = ![base, typed, left, ''].includes(present);
    const above = isElsewhere ? `${present}\n\n${options.divider}\n\n` : '';
    const sent = above + typed;
    sending = { bases: [present, sent], above };
    isRefused = !(await options.save(present, sent));
    sending = null;
    if (isRefused) return;
    base = sent;
    // What was typed meanwhile comes behind the other version, as what was typed before.
    text = above + text;
    if (text === base) sessionStorage.removeItem(key);
    else {
      keep();
      timer = setTimeout(() => void flush(), PAUSE_MS);
    }
  };

  return {
    state: () => ({ text, progress: text === base ? 'saved' : isRefused ? 'refused' : 'waiting' }),
    isRestored: draft !== null,
    change: (next) => {
      text = next;
      isRefused = false;
      keep();
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), PAUSE_MS);
      options.onChange();
    },
    hear: (now) => {
      // Nothing of ours is waiting: the newer text is simply the text.
      if (text !== base || saving || now === base) return;
      base = now;
      text = now;
      options.onChange();
    },
    flush,
    leave: () => {
      // What is on its way may be lost with the page or come after this, and changes nothing then.
      const { bases, above } = sending ?? { bases: [base], above: '' };
      if (!sending && text === base) return;
      left = above + text;
      options.leave(
        bases.filter((other) => other !== left),
        left,
      );
    },
  };
};
