import { z } from 'zod';
import { address, id, localDate } from '../model/common.ts';
import { journey } from '../model/journey.ts';
import { change, command, query, request } from './shape.ts';

/** Where the person stands on the way: roadmap, ladder, duties and checklists. */
export const journeyProcedures = {
  /** For a role; the first target, or else the first role, where none is given. */
  'journey.read': query(z.strictObject({ role: id.nullable() }), journey),
  /** Says that something of a list was done on a day, with a link that shows it; null takes it back. */
  'marks.set': command(
    z.strictObject({
      request,
      mark: id,
      done: z.strictObject({ on: localDate, link: address.nullable() }).nullable(),
    }),
    change,
  ),
};
