import { type RefObject, useLayoutEffect, useState } from 'react';

/** Distance from the top of what scrolls to the top of the list; content above it may change height at any time. */
export const useScrollMargin = (
  list: RefObject<HTMLElement | null>,
  getScrollElement: () => HTMLElement | null,
) => {
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const scroller = getScrollElement();
    if (!scroller) return;
    const measure = () => {
      if (!list.current) return;
      const offset = list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      setMargin(Math.round(offset + scroller.scrollTop));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    for (const child of scroller.children) observer.observe(child);
    return () => observer.disconnect();
  }, [list, getScrollElement]);
  return margin;
};
