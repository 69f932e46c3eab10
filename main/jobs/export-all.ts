import { csvRows } from '../../data/csv-rows.ts';
import { latestVersion } from '../../data/migrate.ts';
import { writePortable } from '../../data/portable.ts';
import { csv } from '../../shared/rules/csv.ts';
import type { ExportFormat } from '../../shared/values.ts';
import { worded } from '../disk-words.ts';
import type { JobContext } from './job.ts';
import { openPacking, type PackedText } from './packed-text.ts';

export type ExportOrder = {
  readonly format: ExportFormat;
  readonly writtenBy: string;
  /** UTC, and the local date for the file's name. */
  readonly madeAt: string;
  readonly localDate: string;
};

/** A file for the person to keep. `lost` names the tables of a damaged file that could not be read in full. */
export type ExportedFile = { readonly fileName: string; readonly text: PackedText; readonly lost: string[] };

/** Writes everything as one JSON file, or one noun as a table. A damaged file is written as far as it can be read. */
export const exportAll = (
  { format, writtenBy, madeAt, localDate }: ExportOrder,
  { openDb, report }: JobContext,
): ExportedFile => {
  try {
    const packing = openPacking();
    if (format !== 'json') {
      const { fileName, rows } = csvRows(openDb(), format);
      packing.add(csv(rows));
      return { fileName, text: packing.end(), lost: [] };
    }
    const made = { writtenBy, madeAt, schema: latestVersion };
    const lost = writePortable(openDb(), made, packing.add, report);
    return { fileName: `groundwork-${localDate}.json`, text: packing.end(), lost };
  } catch (error) {
    throw worded(error, 'nothing of it could be saved as a file', 'The data folder');
  }
};
