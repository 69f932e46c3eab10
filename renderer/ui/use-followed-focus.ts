import { useEffect, useRef, type RefObject } from 'react';

/**
 * Rows that are read or measured only now push the row in focus out of sight. While `current` is true, as after a move by
 * key, it is brought back each time the list changes its height; the wheel or the pointer ends that.
 */
export const useFollowedFocus = (
  list: RefObject<HTMLElement | null>,
  enabled: boolean,
): RefObject<boolean> => {
  const following = useRef(false);
  useEffect(() => {
    const element = list.current;
    if (!enabled || !element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      const row = document.activeElement?.closest('[data-index]');
      if (following.current && row?.parentElement === element) row.scrollIntoView({ block: 'nearest' });
    });
    observer.observe(element);
    const over = new AbortController();
    for (const input of ['wheel', 'pointerdown'] as const) {
      addEventListener(input, () => (following.current = false), { passive: true, signal: over.signal });
    }
    return () => {
      observer.disconnect();
      over.abort();
    };
  }, [list, enabled]);
  return following;
};
