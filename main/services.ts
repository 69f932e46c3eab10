import type { OpenedCatalogue } from '../data/catalogue/load.ts';
import type { Jobs } from './jobs/jobs.ts';

/** What a handler may ask for beside the workspace: what concerns the file as a whole, and the core around it. */
export type Services = {
  readonly version: string;
  /** Path of the file that is shown now. */
  readonly file: () => string;
  /** Why nothing can be written just now; null when all is well. */
  readonly readOnly: () => string | null;
  /** The catalogue that this version ships. */
  readonly catalogue: () => OpenedCatalogue;
  readonly jobs: () => Jobs;
  /** Path of an uploaded file; null where it is gone. */
  readonly upload: (id: string) => string | null;
  /** Sample data is shown, in a file of its own. */
  readonly isSample: () => boolean;
  readonly enterSample: () => void;
  readonly leaveSample: () => void;
  /** Throws memory away, where the file may say something else by now. */
  readonly forget: () => void;
};
