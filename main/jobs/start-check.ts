import { Worker } from 'node:worker_threads';

const damaged =
  'The check at start found damage in the data file, so nothing more is written to it. What you see was read from it. ' +
  'Close Groundwork and put a copy from the folder "backups" in its place; keep the damaged file.';

/**
 * Checks the structure of the file in the job thread, beside the core, right after the start. Calls `onDamage` with a
 * sentence where SQLite finds a fault; a check that could not be made says nothing of the file and changes nothing.
 */
export const startCheck = (workerFile: URL, file: string, onDamage: (sentence: string) => void): void => {
  const worker = new Worker(workerFile, { workerData: { file } });
  worker.unref();
  worker.on('message', (result: { readonly ok: boolean }) => {
    if (!result.ok) onDamage(damaged);
  });
  // An error event without a listener would end the core with it.
  worker.on('error', () => undefined);
};
