import type { Output } from '../../shared/contract.ts';
import type { Reply } from '../../shared/reply.ts';
import type { SliceOf } from '../store.ts';

/** Copies of the file, and what takes its place. */
export type CopiesSlice = {
  /** What the last health check of this page found. */
  readonly health: Output<'backups.health'> | null;
  /** Another file was put in the place of the present one just now; `aside` where a damaged one was kept. */
  readonly restored: 'copy' | 'aside' | null;
  readonly dismissRestored: () => void;
  readonly readHealth: (job: string) => Promise<Reply<unknown>>;
  readonly readDifferences: (job: string) => Promise<Reply<Output<'backups.preview'>>>;
  /** Puts the checked copy of `job` in place after the backup that `backup` made, and reads everything anew. */
  readonly restore: (job: string, backup: string | null) => Promise<Reply<unknown>>;
  /** Finds out whether the disk takes writes again. */
  readonly tryWriting: () => Promise<void>;
};

export const createCopiesSlice: SliceOf<CopiesSlice> = (set, get, call) => ({
  health: null,
  restored: null,
  dismissRestored: () => set({ restored: null }),
  readHealth: async (job) => {
    const reply = await call('backups.health', { job });
    if (reply.ok) set({ health: reply.value });
    get().refresh();
    return reply;
  },
  readDifferences: (job) => call('backups.preview', { job }),
  restore: async (job, backup) => {
    const reply = await call('backups.restore', { job, backup });
    if (!reply.ok) return reply;
    await get().startOver();
    set({ restored: backup === null ? 'aside' : 'copy' });
    return reply;
  },
  tryWriting: async () => {
    const reply = await call('app.tryWriting', {});
    if (!reply.ok) get().complain(reply.error.message);
    get().refresh();
  },
});
