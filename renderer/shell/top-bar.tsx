import { Redo2, Undo2 } from 'lucide-react';
import { actions } from '../actions.ts';
import { useStore, useStoreApi } from '../store.ts';
import { IconButton } from '../ui/button.tsx';
import styles from './shell.module.css';

/** Undo names the action that it takes back; the whole name is the tooltip and the accessible name. */
export const TopBar = () => {
  const store = useStoreApi();
  useStore((state) => state.history);
  const state = store.getState();
  const { 'history.undo': undo, 'history.redo': redo } = actions;
  return (
    <header className={styles.top}>
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
