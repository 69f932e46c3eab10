import { readMeta, writeMeta } from '../data/meta.ts';
import { transaction } from '../data/sql.ts';
import { fullCheck, type FullCheck } from '../shared/model/backup.ts';
import { momentWords } from './backup-occasion.ts';
import type { Clock } from './clock.ts';
import type { DataFile } from './data-file.ts';
import { damageFound } from './disk-words.ts';
import type { JobRunner } from './jobs/job.ts';
import type { Standing } from './standing.ts';

export const FULL_CHECK_EVERY_MS = 7 * 86_400_000;
/** After one that could not be made. */
const AGAIN_MS = 3_600_000;

/** The check of the whole file by the clock: once a week, whoever made the last one. */
export type FullChecks = {
  /** From now on it may be made: the check at start found nothing. */
  readonly start: () => void;
  /** Starts it where the last that found no fault is a week ago, and writes down what could not be written yet. */
  readonly rest: (data: DataFile, run: JobRunner) => void;
  readonly isRunning: () => boolean;
  /** Somebody else checked the file in full just now, and found no fault. */
  readonly passed: (data: DataFile) => void;
  /** The last that found no fault; null where none is known of. */
  readonly last: (data: DataFile) => FullCheck | null;
  /** Writes down what is not yet. Losing it costs one more check, so it never fails. */
  readonly save: (data: DataFile) => void;
  /** Ends one that runs, because its file is closed. */
  readonly stop: () => void;
};

type Options = {
  readonly clock: Clock;
  readonly standing: Standing;
  readonly log: (error: unknown) => void;
};

const lastOf = ({ db }: DataFile): FullCheck | null => {
  try {
    return fullCheck.parse(JSON.parse(readMeta(db, 'checkedInFull') ?? 'null'));
  } catch {
    // As good as none: the next check writes it anew.
    return null;
  }
};

export const openFullChecks = ({ clock, standing, log }: Options): FullChecks => {
  let started = false;
  let stop: (() => void) | null = null;
  let notBefore = -Infinity;
  /** What is known of the file that was asked for last. */
  let known: { readonly data: DataFile; last: FullCheck | null; isSaved: boolean } | null = null;

  const of = (data: DataFile): NonNullable<typeof known> =>
    known?.data === data ? known : (known = { data, last: lastOf(data), isSaved: true });

  const passed = (data: DataFile): void => {
    const { at, localDate, localTime } = momentWords(clock);
    Object.assign(of(data), { last: { at, localDate, localTime }, isSaved: false });
  };

  const save = (data: DataFile): void => {
    if (known?.data !== data || known.isSaved || standing.reason() !== null || !data.db.open) return;
    const { last } = known;
    try {
      transaction(data.db, () => writeMeta(data.db, 'checkedInFull', JSON.stringify(last)));
      known.isSaved = true;
    } catch {
      // Tried again after the next call.
    }
  };

  const isDue = (data: DataFile): boolean => {
    if (!started || stop !== null || data.file === ':memory:' || standing.reason() !== null) return false;
    const { last } = of(data);
    // A clock that was set back must not put it off.
    const isOld = last === null || Math.abs(clock.now() - last.at) >= FULL_CHECK_EVERY_MS;
    return isOld && clock.now() >= notBefore;
  };

  const check = (data: DataFile, run: JobRunner): void => {
    let isOver = false;
    const ended = run(
      'check-in-full',
      {},
      {
        progress: () => undefined,
        end: (outcome) => {
          isOver = true;
          stop = null;
          if (outcome.kind === 'failed') {
            notBefore = clock.now() + AGAIN_MS;
            log(outcome.cause ?? outcome.failure.message);
          } else if (outcome.result === false) {
            standing.damaged(damageFound('The weekly check'));
          } else {
            passed(data);
            save(data);
          }
        },
      },
    );
    if (!isOver) stop = ended;
  };

  return {
    start: () => (started = true),
    rest: (data, run) => {
      save(data);
      if (isDue(data)) check(data, run);
    },
    isRunning: () => stop !== null,
    passed,
    last: (data) => of(data).last,
    save,
    stop: () => {
      stop?.();
      stop = null;
    },
  };
};
