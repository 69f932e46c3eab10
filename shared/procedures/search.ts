import { z } from 'zod';
import { filterName, savedFilter, searchResult } from '../model/search.ts';
import { change, command, nothing, query, request } from './shape.ts';

/** Search, and filters saved by name. */
export const searchProcedures = {
  'search.find': query(z.strictObject({ text: z.string().max(10_000) }), searchResult),
  'filters.list': query(nothing, z.strictObject({ filters: z.array(savedFilter) })),
  /** Saving under a name that exists replaces it. */
  'filters.save': command(z.strictObject({ request, ...savedFilter.shape }), change),
  /** Refused where another filter has the new name already. */
  'filters.rename': command(z.strictObject({ request, name: filterName, to: filterName }), change),
  'filters.remove': command(z.strictObject({ request, name: filterName }), change),
};
