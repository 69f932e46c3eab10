import type { Db } from '../../data/sql.ts';
import type { Failure } from '../../shared/reply.ts';

/** What the work of a job is handed besides its input. */
export type JobContext = {
  /** The person's file on a connection that can never write, opened when first asked for and closed after the job. */
  readonly openDb: () => Db;
  /**
   * Says how far the work is, in whole units of the job's own; `total` is 0 while it is not known. Cheap enough for every
   * step.
   */
  readonly report: (done: number, total: number) => void;
};

/** The work of one kind: plain data in, plain data out, now or by a promise. Refuses by an `AppError`. */
export type JobWork = (input: never, context: JobContext) => unknown;
export type JobTable = Readonly<Record<string, JobWork>>;

/** How a job ended. `cause` is for the log; null where the job refused in words of its own. */
export type Outcome =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly cause: string | null };

/** Hears a job that runs. After its end it hears nothing more. */
export type JobListener = {
  readonly progress: (done: number, total: number) => void;
  readonly end: (outcome: Outcome) => void;
};

/** Starts one job and gives the function that stops it, after which nothing is heard of it. Throws on input that is no data. */
export type JobRunner = (kind: string, input: unknown, listener: JobListener) => () => void;

/** What the thread of a job is started with, and what it says. */
export type JobOrder = { readonly file: string; readonly kind: string; readonly input: unknown };
export type FromJob = { readonly kind: 'progress'; readonly done: number; readonly total: number } | Outcome;
