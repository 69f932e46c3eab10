import { useCallback, useRef } from 'react';

/** Starts a piece of work unless it is still under way, however often the button is pressed. */
export const useOnce = (): ((work: () => Promise<unknown>) => Promise<void>) => {
  const isBusy = useRef(false);
  return useCallback(async (work) => {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      await work();
    } finally {
      isBusy.current = false;
    }
  }, []);
};
