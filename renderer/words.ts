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

/** Texts without gaps. A list being scrolled asks for the same few in every row, and each lookup costs. */
const whole = new Map<WordKey, string>();

/** The text of the interface at `key`, with its gaps filled. A `count` chooses between singular and plural. */
export const t = (key: WordKey, values?: Readonly<Record<string, string | number>>): string => {
  if (values) return catalogue.t(key, values);
  let text = whole.get(key);
  if (text === undefined) whole.set(key, (text = catalogue.t(key)));
  return text;
};

/** The language that dates and numbers follow. */
export const language = (): string => catalogue.language;
