import type { JobRunner } from './job.ts';

const damaged =
  'The check at start found damage in the data file, so nothing more is written to it. What you see was read from it. ' +
  'Close Groundwork and put a copy from the folder "backups" in its place; keep the damaged file.';

/**
 * Checks the structure of the file beside the core, right after the start. Calls `onDamage` with a sentence where SQLite finds
 * a fault; a check that could not be made says nothing of the file and changes nothing.
 */
export const startCheck = (run: JobRunner, file: string, onDamage: (sentence: string) => void): void => {
  run(
    'check-file',
    { file },
    {
      progress: () => undefined,
      end: (outcome) => {
        if (outcome.kind === 'done' && outcome.result === false) onDamage(damaged);
      },
    },
  );
};
