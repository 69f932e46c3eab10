import { Redo2, Search, Undo2 } from 'lucide-react';
import { actions } from '../actions.ts';
import { ariaKeys, keyTexts } from '../keys.ts';
import { useStore, useStoreApi } from '../store.ts';
import { IconButton } from '../ui/button.tsx';
import { Key } from '../ui/tag.tsx';
import styles from './shell.module.css';

/** Undo names the action that it takes back; the whole name is the tooltip and the accessible name. */
export const TopBar = () => {
  const store = useStoreApi();
  useStore((state) => state.history);
  const state = store.getState();
  const { 'palette.open': search, 'history.undo': undo, 'history.redo': redo } = actions;
  const [searchKeys] = search.keys;
  return (
    <header className={styles.top}>
      <button
        type="button"
        className={styles.search}
        aria-haspopup="dialog"
        aria-keyshortcuts={ariaKeys(searchKeys!)}
        onClick={() => void search.run(store.getState())}
      >
        <Search aria-hidden="true" />
        <span>{search.label(state)}</span>
        <span className={styles.keys} aria-hidden="true">
          <Key>{keyTexts(searchKeys!)}</Key>
        </span>
      </button>
      <span className={styles.grow} />
      <button
        type="button"
        className={styles.undo}
        title={undo.label(state)}
        aria-label={undo.label(state)}
        disabled={!undo.isEnabled(state)}
        onClick={() => void undo.run(store.getState())}
      >
        <Undo2 aria-hidden="true" />
        <span>{undo.label(state)}</span>
      </button>
      <IconButton
        label={redo.label(state)}
        icon={<Redo2 aria-hidden="true" />}
        disabled={!redo.isEnabled(state)}
        onClick={() => void redo.run(store.getState())}
      />
    </header>
  );
};
