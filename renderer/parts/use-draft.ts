import { useEffect, useState } from 'react';

type Kept<T> = { readonly base: string; readonly value: T };

const kept = <T>(key: string): Kept<T> | null => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Kept<T> | null;
  } catch {
    return null;
  }
};

export type DraftOf<T> = {
  readonly value: T;
  readonly change: (next: (now: T) => T) => void;
  /** Something of an earlier visit to the form was put back. */
  readonly isRestored: boolean;
  /** Forgets the draft: it was saved, or given up. The form stays as it is until it closes. */
  readonly forget: () => void;
  /** Puts back what is saved. */
  readonly reset: () => void;
};

/**
 * What is being written in a form, kept with the tab until it is saved or given up: going elsewhere and a crash of the page
 * lose none of it. A draft of something that was changed elsewhere since counts no more. `saved` is plain data.
 */
export const useDraft = <T>(name: string, saved: T): DraftOf<T> => {
  const key = `groundwork.form ${name}`;
  const base = JSON.stringify(saved);
  const [found] = useState(() => {
    const draft = kept<T>(key);
    return draft?.base === base ? draft.value : null;
  });
  const [value, setValue] = useState(found ?? saved);
  const [isRestored, setRestored] = useState(found !== null);
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    if (isKept && JSON.stringify(value) !== base) {
      sessionStorage.setItem(key, JSON.stringify({ base, value } satisfies Kept<T>));
    } else sessionStorage.removeItem(key);
  }, [key, base, value, isKept]);
  return {
    value,
    change: setValue,
    isRestored,
    forget: () => {
      setKept(false);
      sessionStorage.removeItem(key);
    },
    reset: () => {
      setValue(saved);
      setRestored(false);
    },
  };
};
