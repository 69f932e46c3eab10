import { z } from 'zod';
import { backup, fullCheck, health, tableDifference } from '../model/backup.ts';
import { id } from '../model/common.ts';
import { nothing, query, action } from './shape.ts';

/**
 * Copies of the file, and files that take its place. None of these writes to the file that is open, so all of them work
 * while nothing can be saved.
 */
export const backupsProcedures = {
  'backups.list': query(
    nothing,
    z.strictObject({
      /** The newest first. */
      backups: z.array(backup),
      /** Where they stand. */
      folder: z.string(),
      /** Bytes of the data file; 0 where it is not known. */
      size: z.int().min(0),
      /** Null where no check in full is known of. */
      checked: fullCheck.nullable(),
    }),
  ),
  'backups.health': query(z.strictObject({ job: id }), health),
  /** What a checked file would change; `differences` is null where the present file cannot be read. */
  'backups.preview': query(
    z.strictObject({ job: id }),
    z.strictObject({ differences: z.array(tableDifference).nullable(), rows: z.int().min(0) }),
  ),
  /**
   * Puts the checked file of `job` in the place of the present one. `backup` is the finished copy of the present one; null only
   * where that is damaged, and it is kept aside then.
   */
  'backups.restore': action(z.strictObject({ job: id, backup: id.nullable() }), nothing),
};
