import { useEffect, useState } from 'react';
import type { Input } from '../../shared/contract.ts';
import { useStore, useStoreApi } from '../store.ts';
import { queryKey, type Query } from '../store/queries.ts';

/** A pause in typing after which what was typed is saved. */
const PAUSE_MS = 800;

type Fields = Readonly<Record<string, unknown>>;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What stands in the fields once the file says `now`: what was typed since `before` stays, the rest follows the file. */
const rebased = <T extends Fields>(typed: T, before: T, now: T): T => {
  const kept = Object.entries(typed).filter(([field, value]) => !isSame(value, before[field]));
  return { ...now, ...Object.fromEntries(kept) };
};

export type KeptFields<T extends Fields> = {
  readonly value: T;
  readonly change: (patch: Partial<T>) => void;
  /** Saves what is not saved yet, at once. */
  readonly flush: () => Promise<void>;
};

/** Gives false where it was refused. `outlivesPage` where the page goes away. */
type Save<T> = (value: T, outlivesPage: boolean) => Promise<boolean>;

type Options<T> = {
  readonly saved: T;
  readonly save: Save<T>;
  /** The revision of the page: answers that were asked for later know of what is saved by now. */
  readonly revision: () => number;
  readonly onChange: () => void;
};

const openFields = <T extends Fields>({ saved, save, revision, onChange }: Options<T>) => {
  let known = saved;
  let value = saved;
  let takenAt = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay = Promise.resolve();
  const saveNow = async (): Promise<void> => {
    const typed = value;
    if (isSame(typed, known) || !(await save(typed, false))) return;
    known = typed;
    takenAt = revision();
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    // One after the other, so that an earlier text never comes last.
    underWay = underWay.then(saveNow);
    return underWay;
  };
  return {
    value: () => value,
    flush,
    change: (patch: Partial<T>): void => {
      value = { ...value, ...patch };
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), PAUSE_MS);
      onChange();
    },
    /** The page goes away, and nothing that comes after it can be waited for. */
    leave: (): void => {
      if (!isSame(value, known)) void save(value, true);
    },
    /** What the file holds, perhaps after an undo, as it was asked for at the revision `at`. */
    hear: (now: T, at: number): void => {
      if (at <= takenAt || isSame(now, known)) return;
      value = rebased(value, known, now);
      known = now;
      onChange();
    },
  };
};

/**
 * Fields that are saved as they are filled in: after a pause, when one is left (`flush`), and when the screen or the page is. `saved` is
 * the answer to the query `name`. What it says anew, such as after an undo, comes in where nothing is being typed, and no
 * field loses the focus by it.
 */
export const useKeptFields = <P extends Query, T extends Fields>(
  name: P,
  input: Input<P>,
  saved: T,
  save: Save<T>,
): KeptFields<T> => {
  const store = useStoreApi();
  const [, render] = useState(0);
  const [fields] = useState(() =>
    openFields({
      saved,
      save,
      revision: () => store.getState().revision,
      onChange: () => render((times) => times + 1),
    }),
  );
  const answeredAt = useStore((state) => state.queries[queryKey(name, input)]?.revision ?? 0);
  useEffect(() => fields.hear(saved, answeredAt), [fields, saved, answeredAt]);
  useEffect(() => {
    window.addEventListener('pagehide', fields.leave);
    return () => {
      window.removeEventListener('pagehide', fields.leave);
      void fields.flush();
    };
  }, [fields]);
  return { value: fields.value(), change: fields.change, flush: fields.flush };
};
