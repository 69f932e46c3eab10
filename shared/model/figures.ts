import { z } from 'zod';
import { BARS } from '../values.ts';
import { key } from './common.ts';

export const bar = z.enum(BARS);

const percent = z.number().min(0).max(100);

/** Exact percentages, not rounded. `fresh` is null while nothing is covered. */
export const figures = z.strictObject({ covered: percent, proven: percent, fresh: percent.nullable() });
export type Figures = z.infer<typeof figures>;

export const roleFigures = z.strictObject({ role: key, ...figures.shape });
export type RoleFigures = z.infer<typeof roleFigures>;
