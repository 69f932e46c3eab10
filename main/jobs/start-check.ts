import type { JobRunner } from './job.ts';

const damaged =
  'The check at start found damage in the data file, so nothing more is written to it. What you see was read from it. ' +
  'The Data screen offers the newest good backup, and a file with all that can still be read.';

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
        if (outcome.kind === 'done') onFound(outcome.result === false ? damaged : null);
      },
    },
  );
};
