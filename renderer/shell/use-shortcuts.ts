import { useEffect } from 'react';
import { actionOfKey } from '../actions.ts';
import { LEADER } from '../keys.ts';
import { useStoreApi } from '../store.ts';
import { takesLetters } from '../typing.ts';

/** Milliseconds in which the second key of a shortcut of two has to follow. */
const PATIENCE = 1_500;

/** Runs the action of a key that nothing on the screen took for itself. */
export const useShortcuts = (): void => {
  const store = useStoreApi();
  useEffect(() => {
    /** When the leading key of a shortcut of two was pressed, unless another key came since. */
    let ledAt: number | null = null;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Shift') return;
      const isLed = ledAt !== null && event.timeStamp - ledAt < PATIENCE;
      ledAt = null;
      if (event.defaultPrevented || event.isComposing) return;
      const action = actionOfKey(event, isLed ? LEADER : null);
      if (!action) {
        if (!isLed && isLeader(event)) ledAt = event.timeStamp;
        return;
      }
      event.preventDefault();
      if (action.isEnabled(store.getState())) void action.run(store.getState());
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [store]);
};

const isLeader = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean =>
  key.toLowerCase() === LEADER && !ctrlKey && !metaKey && !altKey && !takesLetters(target);
