import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clock } from './clock.ts';
import { openDataFile, type DataFile, type DataFileOptions } from './data-file.ts';
import { createRouter } from './router.ts';
import { sampleStory } from './sample-story.ts';
import { dateOfDay } from '../shared/rules/days.ts';
import type { Services } from './services.ts';
import { openStanding } from './standing.ts';

const DAY_MS = 86_400_000;

/** Where the sample data lies while it is shown: beside the person's file, never in it. */
export const sampleFileOf = (file: string): string =>
  file === ':memory:' ? file : join(dirname(file), 'sample.db');

/**
 * Makes the sample data anew by the story's own commands, each on its day, and opens it. `services` serve only the making.
 * Throws `OpenError` where the file cannot be made.
 */
export const openSample = (
  options: DataFileOptions,
  services: Services,
  log: (error: unknown) => void,
): DataFile => {
  const file = sampleFileOf(options.file);
  removeSample(file);
  let daysAgo = 0;
  const clock: Clock = { now: () => options.clock.now() - daysAgo * DAY_MS, zone: options.clock.zone };
  const data = openDataFile({ ...options, file, clock });
  const dispatch = createRouter({
    workspace: data.workspace,
    services: { ...services, standing: openStanding, forget: data.forget },
    log,
  });
  let made = 0;
  for (const day of sampleStory) {
    daysAgo = day.daysAgo;
    const { day: today } = data.workspace().moment();
    for (const { name, input } of day.steps) {
      made += 1;
      const asked = input((days) => dateOfDay(today + days));
      const reply = dispatch(name, { ...asked, request: requestId(made) });
      if (!reply.ok) log(new Error(`sample data: ${name}: ${reply.error.message}`));
    }
  }
  daysAgo = 0;
  dispatch('settings.set', { welcomed: true });
  data.forget();
  return data;
};

/** The sample file is nobody's work: it is made anew each time and leaves nothing behind. */
export const removeSample = (file: string): void => {
  if (file === ':memory:') return;
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
};

/** Of the right shape and far from any that is made by chance. */
const requestId = (number: number): string =>
  `01700000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
