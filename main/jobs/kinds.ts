import { quickCheck } from '../../data/check.ts';
import { readBadgeFile } from '../badges/read-badges.ts';
import type { JobTable } from './job.ts';
import { stageList } from '../lists/stage-list.ts';
import { makeBackup } from './make-backup.ts';

/** Every kind of job. The table is closed: nothing else can be started. */
export const jobKinds = {
  /** Whether the structure of the file is sound. */
  'check-file': ({ file }: { readonly file: string }): boolean => quickCheck(file),
  /** Copies the file; gives the path of the verified copy. */
  backup: makeBackup,
  /** Reads a Markdown list and compares it with what the person has. */
  'read-list': stageList,
  /** Looks for Open Badges in a file that was handed over. */
  'read-badge': readBadgeFile,
} satisfies JobTable;

export type JobKinds = typeof jobKinds;
