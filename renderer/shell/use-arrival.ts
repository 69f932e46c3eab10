import { useEffect, useRef, type RefObject } from 'react';
import { isReturn } from '../parts/arrival.ts';
import { t } from '../words.ts';

/** Where each screen was scrolled to, for as long as the page lives. */
const scrolled = new Map<string, number>();

/**
 * Arriving at a screen: its heading, or the part that the address names, takes the focus, so that a screen reader says where one is, the window's title follows
 * it, and after Back or Forward the screen is scrolled to where it was left. `onArrival` is told what the screen calls itself,
 * and again when it does so anew.
 */
export const useArrival = (
  main: RefObject<HTMLElement | null>,
  path: string,
  onArrival: (path: string, title: string) => void,
): void => {
  const isFirst = useRef(true);
  useEffect(() => {
    const element = main.current;
    if (!element) return;
    let settled = false;
    const settle = (): void => {
      const heading = element.querySelector('h1');
      if (!heading) return;
      const title = `${heading.textContent} · ${t('app.name')}`;
      if (!settled || document.title !== title) onArrival(path, heading.textContent);
      document.title = title;
      if (settled) return;
      settled = true;
      // An address can lead to a part of a screen; then that part takes the place of the heading.
      const part = element.querySelector<HTMLElement>('[data-arrival]');
      element.scrollTo({ top: (isReturn() && scrolled.get(path)) || 0 });
      if (part && !isReturn()) part.scrollIntoView?.({ block: 'center' });
      if (part || !isFirst.current) (part ?? heading).focus({ preventScroll: true });
      isFirst.current = false;
    };
    settle();
    // A screen that is fetched or read first brings its heading later.
    const observer = new MutationObserver(settle);
    observer.observe(element, { childList: true, subtree: true, characterData: true });
    const remember = (): void => void scrolled.set(path, element.scrollTop);
    element.addEventListener('scroll', remember, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', remember);
    };
  }, [main, path, onArrival]);
};
