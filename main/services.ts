import type { OpenedCatalogue } from '../data/catalogue/load.ts';
import type { Clock } from './clock.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { FullCheck } from '../shared/model/backup.ts';
import type { Standing } from './standing.ts';

/** What a handler may ask for beside the workspace: what concerns the file as a whole, and the core around it. */
export type Services = {
  readonly version: string;
  /** Path of the file that is shown now. */
  readonly file: () => string;
  readonly clock: Clock;
  /** Folder of the compiled catalogue. */
  readonly catalogueDir: string;
  /** Whether the file that is shown can be written. */
  readonly standing: () => Standing;
  /** The last check in full of the person's file that found no fault, and the news of another one. */
  readonly fullCheck: { readonly last: () => FullCheck | null; readonly passed: () => void };
  /** The catalogue that this version ships. */
  readonly catalogue: () => OpenedCatalogue;
  readonly jobs: () => Jobs;
  /** Path of an uploaded file; null where it is gone. */
  readonly upload: (id: string) => string | null;
  /** Sample data is shown, in a file of its own. */
  readonly isSample: () => boolean;
  readonly enterSample: () => void;
  readonly leaveSample: () => void;
  /** Puts a checked file in the place of the person's and opens it; what was there is kept aside where it is damaged. */
  readonly replaceFile: (checked: string) => void;
  /** Throws memory away, where the file may say something else by now. */
  readonly forget: () => void;
};
