import { Worker } from 'node:worker_threads';
import type { FromJob, JobOrder, JobRunner, Outcome } from './job.ts';

/** Enough to read the largest file that is taken in; a job that wants more ends, and nothing else does. */
const MAX_HEAP_MB = 768;
/** A parser makes much that lives for a moment: room for it saves a fifth of the time of a long list. */
const YOUNG_MB = 64;

/** Each job in a thread of its own, with a connection of its own to the data file, which stays free meanwhile. */
export const workerRunner =
  (workerFile: URL, dataFile: string, maxHeapMb = MAX_HEAP_MB): JobRunner =>
  (kind, input, listener) => {
    const workerData: JobOrder = { file: dataFile, kind, input };
    const worker = new Worker(workerFile, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    // Whoever closes the core does not wait for a job.
    worker.unref();
    let over = false;
    const end = (outcome: Outcome): void => {
      if (!over) listener.end(outcome);
      over = true;
    };
    worker.on('message', (message: FromJob) => {
      if (message.kind !== 'progress') end(message);
      else if (!over) listener.progress(message.done, message.total);
    });
    // An error event without a listener would end the core with it.
    worker.on('error', (error) => end(died(String(error))));
    worker.on('exit', (code) =>
      end(died(`The thread of a job of the kind "${kind}" ended with code ${code}.`)),
    );
    return () => {
      over = true;
      void worker.terminate();
    };
  };

const died = (cause: string): Outcome => ({
  kind: 'failed',
  failure: {
    code: 'internal',
    message:
      'This work ended before it was done, and nothing was changed. Try it again; if it stays, restart Groundwork.',
  },
  cause,
});
