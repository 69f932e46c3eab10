import type { Input, Output } from '../../shared/contract.ts';
import type { Reply } from '../../shared/reply.ts';
import type { Upload } from '../api.ts';
import type { SliceOf } from '../store.ts';

/** Work that takes longer than a blink, and what it needs. The answers are handed on as they come. */
export type WorkSlice = {
  readonly upload: Upload;
  readonly startJob: (input: Input<'jobs.start'>) => Promise<Reply<Output<'jobs.start'>>>;
  readonly readJob: (job: string) => Promise<Reply<Output<'jobs.read'>>>;
  readonly cancelJob: (job: string) => Promise<void>;
  /** A page of the preview of a list that was read. */
  readonly readPreview: (job: string, offset: number) => Promise<Reply<Output<'lists.preview'>>>;
  /** Takes the newer catalogue after the backup that `job` made, and reads everything anew. */
  readonly takeCatalogue: (job: string) => Promise<Reply<unknown>>;
};

export const createWorkSlice =
  (upload: Upload): SliceOf<WorkSlice> =>
  (_set, get, call) => ({
    upload,
    startJob: (input) => call('jobs.start', input),
    readJob: (job) => call('jobs.read', { job }),
    cancelJob: async (job) => void (await call('jobs.cancel', { job })),
    readPreview: (job, offset) => call('lists.preview', { job, offset }),
    takeCatalogue: async (job) => {
      const reply = await call('catalogue.take', { job });
      if (reply.ok) await get().startOver();
      return reply;
    },
  });
