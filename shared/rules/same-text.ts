import { foldText } from './search-fold.ts';

/**
 * What a text says, whatever its capitals, accents, punctuation, emoji and spaces. Two texts are the same thing if these
 * forms are equal and not empty. C, C++ and C# are three things.
 */
export const sameText = (text: string): string =>
  foldText(text)
    .replaceAll(/[^\p{L}\p{N}\p{M}+#]+/gu, ' ')
    .trim();
