/** Part of a note: lines `from` to `to` of the file (from 0), and what they say without their prefix. */
export type Fragment = {
  readonly kind: 'item' | 'block';
  readonly text: string;
  readonly from: number;
  readonly to: number;
};

const asItem = (text: string): string => `- ${text}`.replaceAll('\n', '\n  ').replaceAll(/^ +$/gm, '');

/** One note of all parts: a single list item is its own text, several are a list again. */
export const noteOf = (fragments: readonly Fragment[]): string | null => {
  const [first, ...others] = fragments;
  if (!first) return null;
  if (others.length === 0) return first.text;
  return fragments
    .map(({ kind, text }, at) => {
      const shown = kind === 'item' ? asItem(text) : text;
      const tight = kind === 'item' && fragments[at - 1]?.kind === 'item';
      if (at === 0) return shown;
      return tight ? `\n${shown}` : `\n\n${shown}`;
    })
    .join('');
};
