import { damageFound } from '../disk-words.ts';
import type { JobRunner } from './job.ts';

/**
 * Checks the structure of the file beside the core, right after the start. Calls `onFound` with a sentence where SQLite finds a
 * fault, with null where it finds none; a check that could not be made says nothing of the file.
 */
export const startCheck = (run: JobRunner, file: string, onFound: (fault: string | null) => void): void => {
  run(
    'check-file',
    { file },
    {
      progress: () => undefined,
      end: (outcome) => {
        if (outcome.kind !== 'done') return;
        onFound(outcome.result === false ? damageFound('The check at start') : null);
      },
    },
  );
};
