import type { Output } from '../../shared/contract.ts';
import type { Reply } from '../../shared/reply.ts';
import { download } from '../download.ts';
import type { SliceOf } from '../store.ts';

/** Copies of the file, and what takes its place. */
export type CopiesSlice = {
  /** What the last health check of this page found. */
  readonly health: Output<'backups.health'> | null;
  /** Another file was put in the place of the present one just now; `aside` where a damaged one was kept. */
  readonly restored: { readonly what: 'copy' | 'aside' | 'file'; readonly isTold: boolean } | null;
  /** The person was led to what is said of it. */
  readonly tellRestored: () => void;
  readonly dismissRestored: () => void;
  readonly readHealth: (job: string) => Promise<Reply<unknown>>;
  readonly readDifferences: (job: string) => Promise<Reply<Output<'backups.preview'>>>;
  /** Puts the checked copy of `job` in place after the backup that `backup` made, and reads everything anew. */
  readonly restore: (job: string, backup: string | null) => Promise<Reply<unknown>>;
  readonly readFileDifferences: (job: string) => Promise<Reply<Output<'files.preview'>>>;
  /** As `restore`, for a file with everything. */
  readonly takeFile: (job: string, backup: string | null) => Promise<Reply<unknown>>;
  /** Hands over what the job wrote as a file. Gives its name, and the tables that could not be read in full. */
  readonly saveExport: (
    job: string,
  ) => Promise<Readonly<{ fileName: string; lost: readonly string[] }> | null>;
  /** Finds out whether the disk takes writes again. */
  readonly tryWriting: () => Promise<void>;
};

export const createCopiesSlice: SliceOf<CopiesSlice> = (set, get, call) => ({
  health: null,
  restored: null,
  tellRestored: () => set(({ restored }) => ({ restored: restored && { ...restored, isTold: true } })),
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
    set({ restored: { what: backup === null ? 'aside' : 'copy', isTold: false } });
    return reply;
  },
  readFileDifferences: (job) => call('files.preview', { job }),
  takeFile: async (job, backup) => {
    const reply = await call('files.apply', { job, backup: backup ?? '' });
    if (!reply.ok) return reply;
    await get().startOver();
    set({ restored: { what: 'file', isTold: false } });
    return reply;
  },
  saveExport: async (job) => {
    const pieces: string[] = [];
    for (let offset = 0; ;) {
      const reply: Reply<Output<'exports.read'>> = await call('exports.read', { job, offset });
      if (!reply.ok) {
        get().complain(reply.error.message);
        return null;
      }
      const { piece, next, fileName, lost } = reply.value;
      pieces.push(piece);
      if (next === null) {
        // Joined first: the browser takes one file.
        download(fileName, pieces.join(''), fileName.endsWith('.csv') ? 'text/csv' : 'application/json');
        return { fileName, lost };
      }
      offset = next;
    }
  },
  tryWriting: async () => {
    const reply = await call('app.tryWriting', {});
    if (!reply.ok) get().complain(reply.error.message);
    get().refresh();
  },
});
