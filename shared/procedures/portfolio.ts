import { z } from 'zod';
import { portfolio, portfolioChoice, portfolioFile } from '../model/portfolio.ts';
import { query } from './shape.ts';

/** Shipped projects, as others may see them. */
export const portfolioProcedures = {
  'portfolio.read': query(portfolioChoice, portfolio),
  /** As one file that needs nothing else. */
  'portfolio.export': query(portfolioFile, z.strictObject({ fileName: z.string(), text: z.string() })),
};
