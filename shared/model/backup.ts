import { z } from 'zod';
import { BACKUP_REASONS } from '../values.ts';
import { storedDate } from './common.ts';

/** A copy of the file in the folder of copies. */
export const backup = z.strictObject({
  name: z.string(),
  /** UTC, in milliseconds. */
  at: z.number(),
  /** Date and time of day where the person was; null for a copy of which nothing is written down. */
  localDate: storedDate.nullable(),
  localTime: z.string().nullable(),
  reason: z.enum(BACKUP_REASONS).nullable(),
  /** Bytes. */
  size: z.int().min(0),
  /** It was checked in full when it was made, and has the size that it had then. */
  verified: z.boolean(),
});
export type Backup = z.infer<typeof backup>;

/** When the file was last checked in full without a fault. */
export const fullCheck = z.strictObject({
  /** UTC, in milliseconds. */
  at: z.number(),
  /** Date and time of day where the person was. */
  localDate: storedDate,
  localTime: z.string(),
});
export type FullCheck = z.infer<typeof fullCheck>;

const count = z.int().min(0);
const names = z.array(z.string());

/** How the rows of one table in another file differ from the present ones. */
export const tableDifference = z.strictObject({
  table: z.string(),
  /** Only here, only in the other file, in both with different content. */
  gone: count,
  back: count,
  changed: count,
  /** Names of the first few of each. */
  names: z.strictObject({ gone: names, back: names, changed: names }),
});
export type TableDifference = z.infer<typeof tableDifference>;

/** What the check of the file and its copies found. */
export const health = z.strictObject({
  sound: z.boolean(),
  /** Null for a file that cannot be read. */
  rows: count.nullable(),
  /** By name of the copy. */
  backups: z.record(z.string(), z.enum(['good', 'damaged', 'unknown'])),
});
export type Health = z.infer<typeof health>;
