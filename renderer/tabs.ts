import type { Store } from './store.ts';

type Word = 'changed' | 'replaced';

/**
 * Has other tabs of the same host read what they show again when something changes from here, and this one when something
 * changes from there, though two tabs side by side cannot both have the focus. Until the function that it returns is called.
 */
export const followOtherTabs = (store: Store): (() => void) => {
  const tabs = new BroadcastChannel('groundwork');
  let { changes, replacements } = store.getState();
  const say = (word: Word): void => tabs.postMessage(word);
  const forget = store.subscribe((now) => {
    if (now.replacements !== replacements) say('replaced');
    else if (now.changes !== changes) say('changed');
    ({ changes, replacements } = now);
  });
  const hear = ({ data }: MessageEvent<Word>): void => {
    if (data === 'replaced') {
      // Done here after the other tab did it, so it is no news to anybody.
      replacements += 1;
      void store.getState().startOver();
    } else if (document.visibilityState === 'visible') {
      // One that is hidden reads everything when it comes to the front.
      store.getState().refresh();
    }
  };
  tabs.addEventListener('message', hear);
  return () => {
    forget();
    tabs.close();
  };
};
