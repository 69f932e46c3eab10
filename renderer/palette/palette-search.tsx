import { Search } from 'lucide-react';
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import { keyTexts } from '../keys.ts';
import { useStore, useStoreApi } from '../store.ts';
import { Key } from '../ui/tag.tsx';
import { t } from '../words.ts';
import styles from './palette.module.css';
import { PaletteOption } from './palette-option.tsx';
import { groupsOf, type PaletteGroup, type PaletteRow } from './rows.ts';
import { openRow, runRow } from './run.ts';

type Way = 'run' | 'open';

/** A field and what was found for it: each key asks at once, and what was found stays until the next answer is there. */
export const PaletteSearch = () => {
  const store = useStoreApi();
  const list = useId();
  const [typed, setTyped] = useState('');
  useTypedAhead(setTyped);
  const found = useStore((state) => state.found);
  const find = useStore((state) => state.find);
  const revision = useStore((state) => state.revision);

  const groups = useMemo(
    () => groupsOf(store.getState(), found, location.hash.slice(1)),
    // What an action is called and whether it can be done is read anew with each revision.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
    [store, found, revision],
  );
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const answered = found?.typed ?? '';
  const { selected, select } = useSelection(rows, answered);

  const act = useCallback(
    (row: PaletteRow, way: Way) => {
      const state = store.getState();
      if (way === 'run') runRow(row, state);
      else openRow(row, state);
    },
    [store],
  );
  const isAnswered = answered.trim() === typed.trim();
  const actWhenAnswered = useAfterAnswer(isAnswered, rows[selected], act);
  useFoundAnew(typed, revision);
  const made = useFirstLines(groups);
  const sight = useInSight(made, selected);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') select((selected + 1) % rows.length);
    else if (event.key === 'ArrowUp') select((selected + rows.length - 1) % rows.length);
    else if (event.key === 'Enter') actWhenAnswered(event.ctrlKey || event.metaKey ? 'open' : 'run');
    else return;
    event.preventDefault();
  };
  const isNothing = found !== null && found.hits.length === 0 && isAnswered;
  return (
    <>
      <div className={styles.field}>
        <Search aria-hidden="true" />
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-label={t('palette.field')}
          aria-expanded="true"
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={rows.length > 0 ? `${list}-${selected}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('palette.open')}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            actWhenAnswered(null);
            void find(target.value);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {isNothing && <p className={styles.nothing}>{t('palette.nothing', { typed: typed.trim() })}</p>}
      <div
        ref={sight.box}
        onScroll={sight.onScroll}
        id={list}
        role="listbox"
        aria-label={t('palette.list')}
        aria-busy={!isAnswered || undefined}
        className={styles.list}
      >
        {made.map((group) => (
          <div key={group.id} role="group" aria-labelledby={`${list}-${group.id}`}>
            <div id={`${list}-${group.id}`} className={styles.group}>
              {t(`palette.${group.id}`)}
            </div>
            {group.rows.map((row, place) => {
              const index = rows.indexOf(row);
              return (
                <PaletteOption
                  // By place: the next answer changes the text of a line instead of making another one.
                  key={place}
                  id={`${list}-${index}`}
                  index={index}
                  row={row}
                  isSelected={index === selected}
                  typed={answered}
                  near={found?.near ?? NONE}
                  onPoint={select}
                  onPick={act}
                />
              );
            })}
          </div>
        ))}
      </div>
      <Keys />
      <p role="status" className="sr-only">
        {found !== null && isAnswered && t('palette.count', { count: found.hits.length })}
      </p>
    </>
  );
};

const NONE: readonly string[] = [];

/** The line that Enter takes: the first one of each answer, until the arrows or the pointer choose another. */
const useSelection = (rows: readonly PaletteRow[], answered: string) => {
  const [chosen, setChosen] = useState<{ readonly key: string; readonly answered: string } | null>(null);
  const known = chosen?.answered === answered ? rows.findIndex(({ key }) => key === chosen.key) : 0;
  const selected = Math.max(0, known);
  const latest = useRef({ rows, answered });
  useEffect(() => {
    latest.current = { rows, answered };
  });
  const select = useCallback((index: number) => {
    const { rows: now, answered: text } = latest.current;
    const row = now[index];
    if (row) setChosen({ key: row.key, answered: text });
  }, []);
  return { selected, select };
};

/** Enter is about what was typed: pressed before its answer is there, it waits for it. */
const useAfterAnswer = (
  isAnswered: boolean,
  row: PaletteRow | undefined,
  act: (row: PaletteRow, way: Way) => void,
) => {
  const waiting = useRef<Way | null>(null);
  useEffect(() => {
    const way = waiting.current;
    if (way === null || !isAnswered) return;
    waiting.current = null;
    if (row) act(row, way);
  });
  return (way: Way | null): void => {
    waiting.current = null;
    if (way === null) return;
    if (!isAnswered) waiting.current = way;
    else if (row) act(row, way);
  };
};

/**
 * Keeps the selected line in sight. A list that stands at its top is left alone: to scroll it would lay the page out while
 * somebody types.
 */
const useInSight = (made: readonly PaletteGroup[], selected: number) => {
  const box = useRef<HTMLDivElement>(null);
  const isScrolled = useRef(false);
  useEffect(() => {
    // The heading above the first line comes into sight with it.
    if (selected > 0)
      box.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    else if (isScrolled.current) box.current?.scrollTo({ top: 0 });
  }, [made, selected]);
  const onScroll = (): void => {
    isScrolled.current = box.current !== null && box.current.scrollTop > 0;
  };
  return { box, onScroll };
};

/** Pixels: what stands above and below the lines, and a line with the smallest text. */
const AROUND = 280;
const LINE = 32;
const linesInSight = (): number => Math.ceil((innerHeight - AROUND) / LINE);

/** The lines in sight are there at once, those below them in the next breath: a single letter finds forty. */
const useFirstLines = (groups: readonly PaletteGroup[]): readonly PaletteGroup[] => {
  const whole = useDeferredValue(groups);
  // Read once: to ask for it lays the page out.
  const [most] = useState(linesInSight);
  return whole === groups ? groups : firstLinesOf(groups, most);
};

const firstLinesOf = ([group, ...others]: readonly PaletteGroup[], most: number): PaletteGroup[] => {
  if (!group || most <= 0) return [];
  const rows = group.rows.slice(0, most);
  return [{ ...group, rows }, ...firstLinesOf(others, most - rows.length)];
};

/** Takes over what was typed while the palette was on its way, once the field is there and not before. */
const useTypedAhead = (onTyped: (typed: string) => void): void => {
  const take = useStore((state) => state.takeTypedAhead);
  useLayoutEffect(() => {
    const typed = take();
    if (typed !== '') onTyped(typed);
  }, [take, onTyped]);
};

/** What was found is looked for again when something may have changed. */
const useFoundAnew = (typed: string, revision: number): void => {
  const store = useStoreApi();
  const asked = useRef(revision);
  useEffect(() => {
    if (asked.current === revision) return;
    asked.current = revision;
    void store.getState().find(typed);
  }, [store, typed, revision]);
};

const Keys = () => (
  <footer className={styles.keys} aria-hidden="true">
    <span>
      <Key>↑</Key> <Key>↓</Key> {t('palette.move')}
    </span>
    <span>
      <Key>{t('key.enter')}</Key> {t('palette.run')}
    </span>
    <span>
      <Key>{keyTexts('Mod+Enter')}</Key> {t('palette.openPage')}
    </span>
    <span className={styles.end}>
      <Key>{t('key.escape')}</Key> {t('palette.close')}
    </span>
  </footer>
);
