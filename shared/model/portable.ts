import { z } from 'zod';

const bytes = z.strictObject({ base64: z.base64() });
const cell = z.union([z.string(), z.number(), z.null(), bytes, z.array(z.unknown())]);
const numbered = z.array(z.tuple([z.int().min(1), z.string().min(1).max(200)]));

/** A file with everything, as it comes back from a person's hands. */
export const portable = z.strictObject({
  groundwork: z.literal(1),
  writtenBy: z.string().max(100),
  madeAt: z.string().max(100),
  schema: z.int().min(1),
  complete: z.boolean(),
  lost: z.array(z.string().max(100)),
  catalogue: z.strictObject({ skill: numbered, topic: numbered }),
  tables: z.record(
    z.string(),
    z.strictObject({ columns: z.array(z.string()), rows: z.array(z.array(cell)) }),
  ),
});
