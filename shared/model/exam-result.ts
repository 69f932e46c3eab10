import { z } from 'zod';
import { LENGTHS } from '../values.ts';
import { freeText, id, key, localDate, storedDate } from './common.ts';

export const resultKind = z.enum(['practice', 'attempt']);
const resultShape = {
  kind: resultKind,
  /** The day on which it was taken. */
  takenOn: localDate,
  /** Where it is from, or a remark. */
  title: freeText(LENGTHS.line),
  /** Percent for practice; for an attempt on the issuer's scale. */
  score: z.number().min(0).max(100_000).nullable(),
  /** Percent by domain id. */
  domains: z.record(id, z.number().min(0).max(100)),
  /** Of an attempt; null while the result is not known, and for practice. */
  outcome: z.enum(['passed', 'failed']).nullable(),
  /** The day on which the outcome came; null where it is not known. */
  resultOn: localDate.nullable(),
};
export const resultInput = z.strictObject(resultShape);
export type ResultInput = z.infer<typeof resultInput>;
export const examResult = z.strictObject({
  id: key,
  ...resultShape,
  takenOn: storedDate,
  resultOn: storedDate.nullable(),
});
export type ExamResult = z.infer<typeof examResult>;
