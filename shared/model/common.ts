import { z } from 'zod';
import { LENGTHS, LEVELS, STAGES } from '../values.ts';

/** Stable key of an item, kept for ever: `git`, `git.01`, `api-developer`. */
export const id = z.string().min(1).max(200);

/** An id on its way out: it was checked when it came in, and an answer is checked at every tick. */
export const key = z.string();

/** A local date on its way out. */
export const storedDate = z.string();

/** Client-made id of one writing call (UUIDv7). A repeat of it writes nothing. */
export const requestId = z.uuidv7();

/** A day on the person's own calendar, `2026-11-24`. */
export const localDate = z.iso.date();

export const level = z.literal(LEVELS);
export const reachedLevel = z.literal([0, ...LEVELS]);
export const stage = z.enum(STAGES);

/** A month on the person's own calendar, `2026-11`. */
export const month = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/);

/** Part of a longer list: rows `offset` to `offset + limit`. */
export const page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(200) };

/** `done` of `total` countable topics. */
export const fraction = z.strictObject({ done: z.number(), total: z.number() });
export type Fraction = z.infer<typeof fraction>;

/**
 * An address that may be opened: https, http or mailto, and nothing else. Without control characters, which some readers of
 * addresses leave out and others do not.
 */
export const url = z
  .url({ protocol: /^https?$|^mailto$/ })
  .refine((value) => !/\p{Cc}/u.test(value), 'an address without control characters')
  .max(LENGTHS.url);

/** An address as the person types it: without a space, which is no part of one. */
export const address = url.refine((value) => !/\s/u.test(value), 'an address without a space');

export const link = z.strictObject({ title: z.string(), url: z.string() });
export type Link = z.infer<typeof link>;

/** A text of the person's own that may be empty, as typed. Halves of a character are replaced. */
export const freeText = (max: number) =>
  z
    .string()
    .max(max)
    .overwrite((value) => value.toWellFormed());

/** A line of the person's own. Halves of a character are replaced, since the file cannot hold them. */
export const text = (max: number) =>
  z
    .string()
    .overwrite((value) => value.toWellFormed())
    .trim()
    .min(1)
    .max(max);
