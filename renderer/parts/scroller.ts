import { useCallback, useState } from 'react';

/** The page's one scrolling element, for lists that render only what is in sight. */
export const useScroller = (): (() => HTMLElement | null) =>
  useCallback(() => document.querySelector<HTMLElement>('main'), []);

/** The rows of a list that are in sight, for reading the pages that hold them. */
export const useVisibleRange = (): {
  readonly visible: readonly [number, number];
  readonly onVisibleRange: (start: number, end: number) => void;
} => {
  const [visible, setVisible] = useState<readonly [number, number]>([0, 60]);
  const onVisibleRange = useCallback((start: number, end: number) => setVisible([start, end]), []);
  return { visible, onVisibleRange };
};
