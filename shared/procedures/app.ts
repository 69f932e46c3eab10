import { z } from 'zod';
import { catalogueNews } from '../model/catalogue-news.ts';
import { id } from '../model/common.ts';
import { roleFigures } from '../model/figures.ts';
import { historyTops } from '../model/history.ts';
import { settings } from '../model/settings.ts';
import { today } from '../model/today.ts';
import { command, nothing, query } from './shape.ts';

/** The shell, Today, settings, and what concerns the file as a whole. */
export const appProcedures = {
  /** What the shell shows on every screen. */
  'app.read': query(
    nothing,
    z.strictObject({
      settings,
      /** Every role with its figures; `target` is its place among the targets, from 0. */
      roles: z.array(
        z.strictObject({ ...roleFigures.shape, title: z.string(), target: z.int().min(0).nullable() }),
      ),
      history: historyTops,
      /** Nobody chose a target, ticked a topic or passed the first-run screen yet. */
      firstRun: z.boolean(),
      /** What is shown is sample data in a file of its own. */
      sample: z.boolean(),
      /** The built-in catalogue is newer than the one in the file. */
      catalogueNews: z.boolean(),
      /** Why nothing can be written just now, in words; null when all is well. */
      readOnly: z.string().nullable(),
      /** The file is damaged: no write is tried before another takes its place. */
      damaged: z.boolean(),
      /** Where the one file is. */
      file: z.string(),
      version: z.string(),
    }),
  ),
  /** Writes what is there already, to find out whether the disk takes it again. */
  'app.tryWriting': command(nothing, nothing),
  'today.read': query(nothing, today),
  /** What taking the newer built-in catalogue would change; null where there is none. */
  'catalogue.news': query(nothing, z.strictObject({ news: catalogueNews.nullable() })),
  /** Takes it in one step; `job` is the finished backup. The person's states, notes and own content stay. */
  'catalogue.take': command(z.strictObject({ job: id }), nothing),
  /** Leaves the person's file alone and shows sample data in a file of its own, until `sample.leave` removes that. */
  'sample.enter': query(nothing, nothing),
  'sample.leave': query(nothing, nothing),
  'settings.set': command(settings.partial(), settings),
};
