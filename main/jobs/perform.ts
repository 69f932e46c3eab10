import { AppError, internalError } from '../../shared/reply.ts';
import type { JobContext, JobOrder, JobTable, Outcome } from './job.ts';

/** Does the work of one job and says how it ended: before it returns, but for work that gives a promise. Never throws. */
export const perform = (
  kinds: JobTable,
  { kind, input }: Pick<JobOrder, 'kind' | 'input'>,
  context: JobContext,
  say: (outcome: Outcome) => void,
): void => {
  try {
    if (!Object.hasOwn(kinds, kind)) throw new Error(`There is no job of the kind "${kind}".`);
    // Inside, because a result that is no plain data cannot be said.
    const result = kinds[kind]!(input as never, context);
    if (result instanceof Promise) {
      result.then(
        (later: unknown) => say({ kind: 'done', result: later }),
        (error: unknown) => say(failed(error)),
      );
    } else say({ kind: 'done', result });
  } catch (error) {
    say(failed(error));
  }
};

const failed = (error: unknown): Outcome => {
  if (error instanceof AppError) {
    return { kind: 'failed', failure: { code: error.code, message: error.message }, cause: null };
  }
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'failed', failure: internalError, cause };
};
