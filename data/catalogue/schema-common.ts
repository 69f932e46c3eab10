import { z } from 'zod';
import { id, level, localDate, stage } from '../../shared/model/common.ts';

export const text = z.string().min(1);

/** Links of the catalogue are official pages; all of them are served over https. */
export const httpsUrl = z.url({ protocol: /^https$/ });

/**
 * What every kind of item carries. Ids are kept for ever, because the person's state hangs on them: an item that goes
 * is marked `retired`, one that gets another id lists the old ones in `renamedFrom`.
 */
export const item = {
  id,
  renamedFrom: z.array(id).min(1).optional(),
  retired: z.literal(true).optional(),
};

export const header = { version: z.literal(1), compiledOn: localDate };
export const guides = { guides: z.array(id) };
export const order = z.int().min(1);

const weight = z.int().min(1).max(5);

export const skillLine = z.strictObject({ skill: id, level });
export const groupLine = z.strictObject({ group: id, level });

/** A skill or a choose-one group, how far and how much it counts. */
export const weightedLine = z.union([
  z.strictObject({ skill: id, level, weight }),
  z.strictObject({ group: id, level, weight }),
]);

export const requirement = z.union([
  z.strictObject({ skill: id, level, weight, stage }),
  z.strictObject({ group: id, level, weight, stage }),
]);
