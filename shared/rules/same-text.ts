/** Letters that carry a stroke or are joined, which Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};

/** Accents of Latin, Greek and Cyrillic letters, Hebrew points and Arabic vowel signs; other scripts' marks are letters. */
const ACCENTS = /[\u0300-\u036F\u0591-\u05BD\u05BF-\u05C7\u064B-\u0652\u0670]/g;
/** Signs that are not seen, and those that choose how an emoji looks. */
const UNSEEN = /[\p{Cf}\uFE00-\uFE0F\u20E3]/gu;

/**
 * What a text says, whatever its capitals, accents, punctuation, emoji and spaces. Two texts are the same thing if these
 * forms are equal and not empty. C, C++ and C# are three things.
 */
export const sameText = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(UNSEEN, '')
    .replaceAll(ACCENTS, '')
    .normalize('NFKC')
    .replaceAll(/[ßæœøłđħıς]/g, (letter) => LETTERS[letter]!)
    .replaceAll(/[^\p{L}\p{N}\p{M}+#]+/gu, ' ')
    .trim();
