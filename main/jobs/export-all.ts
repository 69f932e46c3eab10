import { csvRows } from '../../data/csv-rows.ts';
import { latestVersion } from '../../data/migrate.ts';
import { readPortable } from '../../data/portable.ts';
import { csv } from '../../shared/rules/csv.ts';
import type { ExportFormat } from '../../shared/values.ts';
import { worded } from '../disk-words.ts';
import type { JobContext } from './job.ts';

export type ExportOrder = {
  readonly format: ExportFormat;
  readonly writtenBy: string;
  /** UTC, and the local date for the file's name. */
  readonly madeAt: string;
  readonly localDate: string;
};

/** A file for the person to keep. `lost` names the tables of a damaged file that could not be read in full. */
export type ExportedFile = { readonly fileName: string; readonly text: string; readonly lost: string[] };

/** Writes everything as one JSON file, or one noun as a table. A damaged file is written as far as it can be read. */
export const exportAll = (
  { format, writtenBy, madeAt, localDate }: ExportOrder,
  { openDb, report }: JobContext,
): ExportedFile => {
  try {
    if (format !== 'json') {
      const { fileName, rows } = csvRows(openDb(), format);
      return { fileName, text: csv(rows), lost: [] };
    }
    const portable = readPortable(openDb(), { writtenBy, madeAt, schema: latestVersion }, report);
    return {
      fileName: `groundwork-${localDate}.json`,
      text: JSON.stringify(portable),
      lost: [...portable.lost],
    };
  } catch (error) {
    throw worded(error, 'nothing of it could be saved as a file', 'The data folder');
  }
};
