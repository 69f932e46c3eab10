import { z } from 'zod';
import { id, key, text } from '../model/common.ts';
import { EXPORT_FORMATS } from '../values.ts';
import { action, nothing, query } from './shape.ts';

/** Work that takes longer than a blink. */
export const jobsProcedures = {
  /** The view asks until it is over. */
  'jobs.start': action(
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('read-list'),
        upload: id,
        fileName: text(255),
        /** The list that the file is a newer version of; null to find out, `new` for none. */
        category: z.union([id, z.literal('new')]).nullable(),
        /** Null to find out: where the list has some that were taken before. */
        takeLookalikes: z.boolean().nullable(),
      }),
      /** Looks for Open Badges in a file. */
      z.strictObject({ kind: z.literal('read-badge'), upload: id, fileName: text(255) }),
      /** Looks at the names and the history of a folder on this computer; reads only. */
      z.strictObject({ kind: z.literal('look-at-folder'), path: text(4_096) }),
      /** Copies the file aside before a catalogue update. */
      z.strictObject({ kind: z.literal('backup-for-catalogue') }),
      /** Copies the file: because the person wishes so, or before another takes its place. */
      z.strictObject({
        kind: z.literal('backup'),
        reason: z.enum(['by-hand', 'before-restore', 'before-import']),
      }),
      z.strictObject({ kind: z.literal('check-health') }),
      /** Checks a copy in a copy, and compares it with what is there. */
      z.strictObject({ kind: z.literal('preview-restore'), backup: text(255) }),
      /** Everything as JSON, or one noun as a table, to be read by `exports.read`. */
      z.strictObject({ kind: z.literal('export'), format: z.enum(EXPORT_FORMATS) }),
      /** Brings a file with everything into a copy of the present one. */
      z.strictObject({ kind: z.literal('read-file'), upload: id, fileName: text(255) }),
    ]),
    z.strictObject({ job: key }),
  ),
  'jobs.read': query(
    z.strictObject({ job: id }),
    z.strictObject({
      state: z.enum(['running', 'done', 'failed', 'cancelled']),
      done: z.int().min(0),
      /** 0 while it is not known. */
      total: z.int().min(0),
      /** Why it failed, in words. */
      message: z.string().nullable(),
    }),
  ),
  'jobs.cancel': query(z.strictObject({ job: id }), nothing),
};
