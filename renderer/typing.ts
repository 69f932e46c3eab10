const WRITTEN_IN =
  'textarea, [contenteditable], input:not([type=checkbox], [type=radio], [type=range], [type=button])';

/** A text is written there: it keeps its letters and its own undo. */
export const isTextField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches(WRITTEN_IN);

/** A plain letter or digit means something there already: a text field, or a list from which letters choose. */
export const takesLetters = (target: EventTarget | null): boolean =>
  isTextField(target) || target instanceof HTMLSelectElement;
