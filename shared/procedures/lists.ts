import { z } from 'zod';
import { listChoices, listRow, listSummary, ownList } from '../model/list.ts';
import { id, page } from '../model/common.ts';
import { command, made, nothing, query, request } from './shape.ts';

/** Lists that a person brings, brings up to date, and takes away again. */
export const listsProcedures = {
  /** Lists of the person's own, to export or to bring a newer version of. */
  'lists.list': query(nothing, z.strictObject({ lists: z.array(ownList) })),
  /** What a finished job of kind `read-list` found. */
  'lists.summary': query(z.strictObject({ job: id }), listSummary),
  'lists.preview': query(
    z.strictObject({ job: id, ...page }),
    z.strictObject({ rows: z.array(listRow), total: z.int().min(0) }),
  ),
  /** Brings the list in, or up to date: one transaction, one undo step. */
  'lists.apply': command(z.strictObject({ request, job: id, ...listChoices.shape }), made),
  /** A list as Markdown. Bringing it back changes nothing. */
  'lists.export': query(
    z.strictObject({ category: id }),
    z.strictObject({ fileName: z.string(), text: z.string() }),
  ),
};
