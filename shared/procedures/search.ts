import { z } from 'zod';
import { text } from '../model/common.ts';
import { savedFilter, searchResult } from '../model/search.ts';
import { command, nothing, query } from './shape.ts';

/** Search, and filters saved by name. */
export const searchProcedures = {
  'search.find': query(z.strictObject({ text: z.string().max(10_000) }), searchResult),
  'filters.list': query(nothing, z.strictObject({ filters: z.array(savedFilter) })),
  /** Saving under a name that exists replaces it. Not undoable, like every setting. */
  'filters.save': command(savedFilter, z.strictObject({ filters: z.array(savedFilter) })),
  'filters.remove': command(
    z.strictObject({ name: text(80) }),
    z.strictObject({ filters: z.array(savedFilter) }),
  ),
};
