import type { Store } from './store.ts';

/**
 * Has other tabs of the same host read what they show again when something changes here, and this one when something
 * changes there, though two tabs side by side cannot both have the focus.
 */
export const followOtherTabs = (store: Store): void => {
  const tabs = new BroadcastChannel('groundwork');
  let known = store.getState().revision;
  store.subscribe(({ revision }) => {
    if (revision === known) return;
    known = revision;
    tabs.postMessage('changed');
  });
  tabs.addEventListener('message', () => {
    // One that is hidden reads everything when it comes to the front.
    if (document.visibilityState === 'hidden') return;
    // What the others brought about is no news to them.
    known += 1;
    store.getState().refresh();
  });
};
