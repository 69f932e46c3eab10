import type { DragEvent } from 'react';

/** Takes the mark of where something would be dropped off everything in `area`. */
export const clearDrop = (area: EventTarget): void => {
  if (!(area instanceof Element)) return;
  for (const element of area.querySelectorAll('[data-drop]')) element.removeAttribute('data-drop');
};

/** Marks where it would go, and nothing else in `area`; a style sheet shows it. */
export const markDrop = (area: EventTarget, element: HTMLElement, place: string): void => {
  if (element.dataset['drop'] === place) return;
  clearDrop(area);
  element.dataset['drop'] = place;
};

/** Leaving one part of the area for another says so too: only who leaves all of it takes the mark along. */
export const leaveDrop = (event: DragEvent): void => {
  const { currentTarget, relatedTarget } = event;
  if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) clearDrop(currentTarget);
};
