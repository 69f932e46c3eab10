import type { Inline } from './document.ts';
import { inlineText } from './inline-text.ts';

const isSame = (a: Inline, b: Inline): boolean =>
  a.text === b.text &&
  a.markdown === b.markdown &&
  a.links.length === b.links.length &&
  a.links.every(({ title, url }, at) => b.links[at]!.title === title && b.links[at]!.url === url);

const escaped = (text: string): string => text.replaceAll(/[\\`*_[\]<>~&|#]/g, String.raw`\$&`);
/** Nothing of it is left for Markdown to see but letters, digits and spaces. */
const asReferences = (text: string): string =>
  text.replaceAll(/[!-/:-@[-`{-~]/g, (char) => `&#${char.charCodeAt(0)};`);

/** One line of Markdown that reads back as this text, with its formatting and links. */
export const inlineMarkdown = (inline: Inline): string =>
  [inline.markdown ?? inline.text, escaped(inline.text), asReferences(inline.text)].find((one) =>
    isSame(inlineText(one), inline),
  ) ?? headingMarkdown(inline.text);

/** One line of Markdown that reads back as this plain text, as a heading too. */
export const headingMarkdown = (text: string): string =>
  inlineText(escaped(text)).text === text ? escaped(text) : asReferences(text);
