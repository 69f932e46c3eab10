import { useCallback } from 'react';

/** The page's one scrolling element, for lists that render only what is in sight. */
export const useScroller = (): (() => HTMLElement | null) =>
  useCallback(() => document.querySelector<HTMLElement>('main'), []);
