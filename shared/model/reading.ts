import { z } from 'zod';
import { READING_SECTIONS } from '../values.ts';
import { key, storedDate } from './common.ts';

const named = z.strictObject({ id: key, name: z.string() });

/** A short text of the catalogue on the market, on work or on a term. */
export const readingItem = z.strictObject({
  id: key,
  title: z.string(),
  text: z.string(),
  /** A second text: what to do about it, the other side, or the group that a term belongs to. */
  more: z.string().nullable(),
  /** What kind of statement it is, for instance a claim that was not verified. */
  status: z.string().nullable(),
  skills: z.array(named),
  roles: z.array(named),
  /** Who said it, in words with the date. */
  sources: z.array(z.string()),
  url: z.string().nullable(),
  /** Day on which the catalogue looked. */
  checkedOn: storedDate.nullable(),
});
export type ReadingItem = z.infer<typeof readingItem>;

export const readingSection = z.enum(READING_SECTIONS);

/** What the person found out about a role where they live, in their own words; empty where nothing is noted. */
export const roleMarket = z.strictObject({ region: z.string(), salary: z.string(), demand: z.string() });
export type RoleMarket = z.infer<typeof roleMarket>;
