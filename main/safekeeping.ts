import { backupsOf } from '../data/backup.ts';
import { listBackups } from '../data/backups.ts';
import { lastSeq } from '../data/events.ts';
import { backupOrder } from './backup-occasion.ts';
import type { Clock } from './clock.ts';
import type { DataFile } from './data-file.ts';
import { diskWords } from './disk-words.ts';
import type { JobRunner } from './jobs/job.ts';
import type { BackupMade } from './jobs/make-backup.ts';
import type { Standing } from './standing.ts';

export const BACKUP_EVERY_MS = 3_600_000;
/** After one that failed. */
const AGAIN_MS = 600_000;

/** Copies that are made by the clock. */
export type Safekeeping = {
  /** From now on copies may be made: the file was checked. */
  readonly start: () => void;
  /** Starts one where it is due: something was saved since the last, and that is an hour ago. */
  readonly rest: (data: DataFile, run: JobRunner) => void;
  readonly isRunning: () => boolean;
};

type Options = {
  readonly clock: Clock;
  readonly standing: Standing;
  readonly log: (error: unknown) => void;
  /** The file was checked in full for a copy, and found sound. */
  readonly onCheckedInFull: (data: DataFile) => void;
};

export const openSafekeeping = ({ clock, standing, log, onCheckedInFull }: Options): Safekeeping => {
  let started = false;
  let running = false;
  /** What the newest copy holds; null until the folder was read. */
  let last: { at: number; writes: number } | null = null;
  let notBefore = -Infinity;

  const readLast = (data: DataFile): { at: number; writes: number } => {
    const newest = listBackups(backupsOf(data.file)).find(({ manifest }) => manifest !== null);
    const holdsAll = newest?.manifest?.seq === lastSeq(data.db);
    // Without a copy of all that is in the file, one is due as if something had been saved.
    return { at: newest?.at ?? -Infinity, writes: holdsAll ? 0 : -1 };
  };

  const isDue = (data: DataFile): boolean => {
    if (!started || running || data.file === ':memory:' || standing.reason() !== null) return false;
    last ??= readLast(data);
    // A clock that was set back must not put copies off.
    const isOld = Math.abs(clock.now() - last.at) >= BACKUP_EVERY_MS;
    return isOld && standing.writes() !== last.writes && clock.now() >= notBefore && lastSeq(data.db) > 0;
  };

  return {
    start: () => (started = true),
    isRunning: () => running,
    rest: (data, run) => {
      if (!isDue(data)) return;
      running = true;
      const made = { at: clock.now(), writes: standing.writes() };
      run('backup', backupOrder(data.file, clock, 'automatic', lastSeq(data.db)), {
        progress: () => undefined,
        end: (outcome) => {
          running = false;
          if (outcome.kind === 'failed') {
            notBefore = clock.now() + AGAIN_MS;
            log(outcome.cause ?? outcome.failure.message);
            return;
          }
          last = made;
          const { sound, checkedInFull } = outcome.result as BackupMade;
          if (!sound) standing.damaged(diskWords.damaged);
          else if (checkedInFull) onCheckedInFull(data);
        },
      });
    },
  };
};
