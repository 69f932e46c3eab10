import { z } from 'zod';
import { freeText, id } from '../model/common.ts';
import { readingItem, readingSection, roleMarket } from '../model/reading.ts';
import { LENGTHS } from '../values.ts';
import { change, command, query, request } from './shape.ts';

const words = freeText(LENGTHS.description);

/** What the catalogue tells about the market, work and terms, and the person's own notes on the market. */
export const readingProcedures = {
  'reading.list': query(
    z.strictObject({ sections: z.array(readingSection).min(1) }),
    z.strictObject({
      sections: z.array(z.strictObject({ section: readingSection, items: z.array(readingItem) })),
    }),
  ),
  'market.read': query(z.strictObject({ role: id }), roleMarket),
  /** Three empty texts take the note away. */
  'market.set': command(
    z.strictObject({ request, role: id, region: words, salary: words, demand: words }),
    change,
  ),
};
