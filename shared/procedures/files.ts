import { z } from 'zod';
import { tableDifference } from '../model/backup.ts';
import { id } from '../model/common.ts';
import { nothing, query, action } from './shape.ts';

/** Everything as a file of its own, out and in. */
export const filesProcedures = {
  /** A piece of the file that a job wrote: the first is number 0, and `next` is null after the last. */
  'exports.read': query(
    z.strictObject({ job: id, offset: z.int().min(0) }),
    z.strictObject({
      fileName: z.string(),
      piece: z.string(),
      next: z.int().nullable(),
      /** Tables of a damaged file that could not be read in full. */
      lost: z.array(z.string()),
    }),
  ),
  /** What a file would change; `whole` where it comes with its history, into one in which nothing was done yet. */
  'files.preview': query(
    z.strictObject({ job: id }),
    z.strictObject({
      differences: z.array(tableDifference).nullable(),
      rows: z.int().min(0),
      whole: z.boolean(),
    }),
  ),
  /** Takes it; `backup` is the finished copy of the present file. */
  'files.apply': action(z.strictObject({ job: id, backup: id }), nothing),
};
