import { createInstance } from 'i18next';
import { en } from './words/en.ts';

/** Dotted paths to the texts of the catalogue, plural endings left off. */
type Paths<T, P extends string = ''> = {
  [K in keyof T & (string | number)]: T[K] extends string ? `${P}${Base<`${K}`>}` : Paths<T[K], `${P}${K}.`>;
}[keyof T & (string | number)];
type Base<K extends string> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K;
export type WordKey = Paths<typeof en>;

const catalogue = createInstance();
void catalogue.init({
  lng: 'en',
  resources: { en: { translation: en } },
  // React escapes what it shows.
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** Texts made before. A list that is scrolled, or found anew with each letter, asks for the same few, and each costs. */
const made = new Map<string, string>();
const MADE_KEPT = 2_000;

/** The text of the interface at `key`, with its gaps filled. A `count` chooses between singular and plural. */
export const t = (key: WordKey, values?: Readonly<Record<string, string | number>>): string => {
  const known = values ? `${key} ${JSON.stringify(values)}` : key;
  let text = made.get(known);
  if (text === undefined) {
    text = catalogue.t(key, { ...values });
    if (made.size === MADE_KEPT) made.clear();
    made.set(known, text);
  }
  return text;
};

/** The language that dates and numbers follow. */
export const language = (): string => catalogue.language;
