const segmenter = new Intl.Segmenter();

/** How many characters a text has as people count them: what is put together of several code points is one. */
export const charactersIn = (text: string): number => {
  if (/^[\x20-\x7E]*$/.test(text)) return text.length;
  return [...segmenter.segment(text)].length;
};
