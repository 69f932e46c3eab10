import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** The width of an element in pixels, and of one rem, so that a drawing fits while its texts keep their size. */
export const useWidth = <E extends HTMLElement>(): {
  readonly ref: RefObject<E | null>;
  readonly width: number;
  readonly rem: number;
} => {
  const ref = useRef<E>(null);
  const [size, setSize] = useState({ width: 640, rem: 16 });
  useLayoutEffect(() => {
    const element = ref.current!;
    const read = (): void => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      setSize({ width: element.clientWidth || 640, rem });
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, ...size };
};
