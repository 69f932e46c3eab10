import { z } from 'zod';
import { id } from './common.ts';

export const bar = z.enum(['covered', 'proven', 'fresh']);
/** The three readings of readiness, always in this order. */
export type Bar = z.infer<typeof bar>;
export const BARS: readonly Bar[] = bar.options;

const percent = z.number().min(0).max(100);

/** Exact percentages, not rounded. `fresh` is null while nothing is covered. */
export const figures = z.strictObject({ covered: percent, proven: percent, fresh: percent.nullable() });
export type Figures = z.infer<typeof figures>;

export const roleFigures = z.strictObject({ role: id, ...figures.shape });
export type RoleFigures = z.infer<typeof roleFigures>;
