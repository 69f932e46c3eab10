import { LENGTHS } from '../../shared/values.ts';
import type { Inline } from './document.ts';

/** A text that is too long ends at a word; all of it then stands in the note. */
export const cutText = (inline: Inline): { readonly inline: Inline; readonly rest: string | null } => {
  if (inline.text.length <= LENGTHS.topic) return { inline, rest: null };
  const space = inline.text.lastIndexOf(' ', LENGTHS.topic);
  let end = space > LENGTHS.topic - 200 ? space : LENGTHS.topic;
  while (/^[\p{M}\u200D\uDC00-\uDFFF]/u.test(inline.text.slice(end, end + 1)) && end > 1) end -= 1;
  const text = inline.text.slice(0, end).trimEnd();
  return {
    inline: { text, markdown: null, links: [] },
    rest: inline.markdown ?? inline.text.slice(end).trimStart(),
  };
};
