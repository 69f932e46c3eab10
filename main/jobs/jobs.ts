import { AppError, type Failure } from '../../shared/reply.ts';
import type { JobRunner, JobTable, Outcome } from './job.ts';
import type { JobKinds } from './kinds.ts';

const MAX_RUNNING = 4;
/** How many jobs are remembered; the oldest that is over goes first. */
const MAX_KEPT = 4;
export const RESULT_LIFE_MS = 3_600_000;

/** What the view polls. `done` and `total` are in units of the job's own; `total` is 0 while it is not known. */
export type JobState = {
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  readonly done: number;
  readonly total: number;
  /** Why it failed, for a person to read. */
  readonly message: string | null;
};

/** Work beside the core. Every id that is not known, or not any more, is `AppError('not_found')`. */
export type Jobs<Kinds extends JobTable = JobKinds> = {
  /** Gives the job's id. Throws `AppError('conflict')` where too many are running. */
  readonly start: <K extends keyof Kinds & string>(kind: K, input: Parameters<Kinds[K]>[0]) => string;
  readonly read: (id: string) => JobState;
  /**
   * What a finished job found, until it is dropped, cancelled, an hour old, or four newer jobs were started. Throws
   * `AppError`: `not_found` for a job of another kind, `conflict` for one that is running or was cancelled, and the job's
   * own for one that failed.
   */
  readonly result: <K extends keyof Kinds & string>(kind: K, id: string) => Awaited<ReturnType<Kinds[K]>>;
  /** Stops a running job, and throws the result of a finished one away. One that is over otherwise stays as it is. */
  readonly cancel: (id: string) => void;
  /** Forgets a job whose result was applied. */
  readonly drop: (id: string) => void;
  /** Stops and forgets all. */
  readonly close: () => void;
};

export type JobsOptions = {
  readonly run: JobRunner;
  readonly newId: () => string;
  readonly now: () => number;
  /** Told of everything unforeseen; the view gets a fixed sentence instead. */
  readonly log: (error: unknown) => void;
};

type Stage =
  | { readonly state: 'running'; readonly stop: () => void }
  | { readonly state: 'done'; readonly result: unknown }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'cancelled' };
type Job = { readonly kind: string; stage: Stage; done: number; total: number; endedAt: number };

const unknownJob = (): AppError =>
  new AppError('not_found', 'Groundwork does not know this work any more. Start it again.');

/** Lives in the core's thread. Results are kept in its memory, and nowhere else. */
export const openJobs = <Kinds extends JobTable = JobKinds>(options: JobsOptions): Jobs<Kinds> => {
  const { run, newId, now, log } = options;
  // In the order in which they were started.
  const jobs = new Map<string, Job>();

  const isRunning = ({ stage }: Job): boolean => stage.state === 'running';
  const forgetOld = (): void => {
    for (const [id, job] of jobs) {
      const isOld = !isRunning(job) && now() - job.endedAt >= RESULT_LIFE_MS;
      if (isOld) jobs.delete(id);
    }
  };
  const makeRoom = (): void => {
    for (const [id, job] of jobs) {
      if (jobs.size <= MAX_KEPT) return;
      if (!isRunning(job)) jobs.delete(id);
    }
  };
  const known = (id: string): Job => {
    forgetOld();
    const job = jobs.get(id);
    if (job === undefined) throw unknownJob();
    return job;
  };
  const end = (job: Job, outcome: Outcome): void => {
    if (outcome.kind === 'done') job.stage = { state: 'done', result: outcome.result };
    else job.stage = { state: 'failed', failure: outcome.failure };
    job.endedAt = now();
    if (outcome.kind === 'failed' && outcome.cause !== null) log(outcome.cause);
    // A large result is not kept for want of somebody who asks.
    setTimeout(forgetOld, RESULT_LIFE_MS + 1_000).unref();
  };

  const start = (kind: string, input: unknown): string => {
    forgetOld();
    if ([...jobs.values()].filter(isRunning).length >= MAX_RUNNING) {
      throw new AppError('conflict', 'Groundwork is busy with other work. Try again in a moment.');
    }
    const job: Job = {
      kind,
      stage: { state: 'running', stop: () => undefined },
      done: 0,
      total: 0,
      endedAt: 0,
    };
    const stop = run(kind, input, {
      progress: (done, total) => void Object.assign(job, { done, total }),
      end: (outcome) => end(job, outcome),
    });
    // A runner may be through with it already.
    if (isRunning(job)) job.stage = { state: 'running', stop };
    const id = newId();
    jobs.set(id, job);
    makeRoom();
    return id;
  };

  const read = (id: string): JobState => {
    const { stage, done, total } = known(id);
    const message = stage.state === 'failed' ? stage.failure.message : null;
    return { state: stage.state, done, total, message };
  };

  const result = (kind: string, id: string): unknown => {
    const job = known(id);
    if (job.kind !== kind) throw unknownJob();
    switch (job.stage.state) {
      case 'done':
        return job.stage.result;
      case 'failed':
        throw new AppError(job.stage.failure.code, job.stage.failure.message);
      case 'running':
        throw new AppError('conflict', 'This work is not done yet.');
      case 'cancelled':
        throw new AppError('conflict', 'This work was cancelled. Start it again.');
    }
  };

  const cancel = (id: string): void => {
    const job = known(id);
    if (job.stage.state === 'failed') return;
    if (job.stage.state === 'running') job.stage.stop();
    job.stage = { state: 'cancelled' };
    job.endedAt = now();
  };

  return {
    start,
    read,
    result: result as Jobs<Kinds>['result'],
    cancel,
    drop: (id) => {
      const { stage } = known(id);
      if (stage.state === 'running') stage.stop();
      jobs.delete(id);
    },
    close: () => {
      for (const { stage } of jobs.values()) if (stage.state === 'running') stage.stop();
      jobs.clear();
    },
  };
};
