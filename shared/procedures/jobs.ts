import { z } from 'zod';
import { id, key, text } from '../model/common.ts';
import { nothing, query } from './shape.ts';

/** Work that takes longer than a blink. */
export const jobsProcedures = {
  /** The view asks until it is over. */
  'jobs.start': query(
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('read-list'),
        upload: id,
        fileName: text(255),
        /** The list that the file is a newer version of; null to find out, `new` for none. */
        category: z.union([id, z.literal('new')]).nullable(),
        takeLookalikes: z.boolean(),
      }),
      /** Looks for Open Badges in a file. */
      z.strictObject({ kind: z.literal('read-badge'), upload: id, fileName: text(255) }),
      /** Copies the file aside before a catalogue update. */
      z.strictObject({ kind: z.literal('backup-for-catalogue') }),
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
