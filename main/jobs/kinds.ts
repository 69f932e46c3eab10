import { isSoundInFull, quickCheck, unlessDamaged } from '../../data/check.ts';
import { readBadgeFile } from '../badges/read-badges.ts';
import type { BringFileOrder, BroughtFile } from '../portable/bring-file.ts';
import type { JobContext, JobTable } from './job.ts';
import { stageList } from '../lists/stage-list.ts';
import { checkHealth } from './check-health.ts';
import { exportAll } from './export-all.ts';
import { lookAtFolder } from '../folders/look-at-folder.ts';
import { makeBackup } from './make-backup.ts';
import { previewRestore } from './preview-restore.ts';

/** Every kind of job. The table is closed: nothing else can be started. */
export const jobKinds = {
  /** Whether the structure of the file is sound. */
  'check-file': ({ file }: { readonly file: string }): boolean => quickCheck(file),
  /** Whether structure, indexes and references of the file are sound. */
  'check-in-full': (_input: object, { openDb }: JobContext): boolean =>
    unlessDamaged(() => isSoundInFull(openDb())),
  /** Copies the file, verified, and removes copies that are outlived. */
  backup: makeBackup,
  /** Checks the file in full, and every copy of it. */
  'check-health': checkHealth,
  /** Checks a copy that is to take the place of the file, and says what would differ. */
  'preview-restore': previewRestore,
  /** Everything as one text, or one noun as a table. */
  export: exportAll,
  /** Brings a file with everything into a copy. Loaded when asked for: it needs most of the core. */
  'read-file': async (order: BringFileOrder, context: JobContext): Promise<BroughtFile> =>
    (await import('../portable/bring-file.ts')).bringFile(order, context),
  /** Reads a Markdown list and compares it with what the person has. */
  'read-list': stageList,
  /** Looks for Open Badges in a file that was handed over. */
  'read-badge': readBadgeFile,
  /** Looks at the names and the history of a folder. */
  'look-at-folder': lookAtFolder,
} satisfies JobTable;

export type JobKinds = typeof jobKinds;
