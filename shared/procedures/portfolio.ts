import { z } from 'zod';
import { portfolio, portfolioChoice, portfolioFile, portfolioShown } from '../model/portfolio.ts';
import { change, command, nothing, query, request } from './shape.ts';

/** Shipped projects, as others may see them. */
export const portfolioProcedures = {
  'portfolio.read': query(portfolioChoice, portfolio),
  /** How the person wishes to show it, as it was left. */
  'portfolio.chosen': query(nothing, portfolioShown),
  'portfolio.choose': command(z.strictObject({ request, ...portfolioShown.shape }), change),
  /** As one file that needs nothing else. */
  'portfolio.export': query(portfolioFile, z.strictObject({ fileName: z.string(), text: z.string() })),
};
