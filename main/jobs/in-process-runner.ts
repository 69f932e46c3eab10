import type { Db } from '../../data/sql.ts';
import type { JobRunner, JobTable } from './job.ts';
import { jobKinds } from './kinds.ts';
import { perform } from './perform.ts';

/**
 * The same work in the caller's own thread, over before the start returns: for tests, and for a file in memory, which no
 * other connection can see.
 */
export const inProcessRunner =
  (openDb: () => Db, kinds: JobTable = jobKinds): JobRunner =>
  (kind, input, listener) => {
    const context = { openDb, report: listener.progress };
    // Cloned both ways, as on the way to a thread and back.
    perform(kinds, { kind, input: structuredClone(input) }, context, (outcome) =>
      listener.end(structuredClone(outcome)),
    );
    return () => undefined;
  };
