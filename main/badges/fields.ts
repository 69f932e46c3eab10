import { isRecord, type Json } from './jwt.ts';

const LONGEST = 5_000;

/** A text of the badge, cut where it is endless; empty where there is none. In a map of languages, the first one. */
export const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value.slice(0, LONGEST).toWellFormed().trim();
  if (Array.isArray(value)) return textOf(value[0]);
  if (!isRecord(value)) return '';
  return textOf(value['en'] ?? value['@value'] ?? Object.values(value)[0]);
};

/** The object itself, or the first of a list; undefined for anything else, such as an address alone. */
export const recordOf = (value: unknown): Json | undefined => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return isRecord(first) ? first : undefined;
};

/** An address that may be opened; null for every other text. */
export const addressOf = (value: unknown): string | null => {
  const text = typeof value === 'string' ? value.trim() : '';
  return /^https?:\/\//i.test(text) && text.length <= 2_048 && URL.canParse(text) ? text : null;
};

export const typesOf = (value: Json): readonly unknown[] => [value['type'], value['@type']].flat();

/** An ISO instant with a zone, in UTC milliseconds; null for every other value. */
export const instantOf = (value: unknown): number | null => {
  if (typeof value !== 'string') return null;
  try {
    return Temporal.Instant.from(value).epochMilliseconds;
  } catch {
    return null;
  }
};

export const dayOf = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString().slice(0, 10);

/** The name of something that is named by its address alone. */
export const nameOfAddress = (address: string): string => {
  if (!URL.canParse(address)) return address.slice(0, 200);
  const { hostname, pathname } = new URL(address);
  const last = pathname.split('/').findLast((part) => part !== '') ?? '';
  return (
    last
      .replace(/\.json$/, '')
      .replaceAll(/[-_]+/g, ' ')
      .trim() || hostname
  );
};
