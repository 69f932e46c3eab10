import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clock } from './clock.ts';
import { openDataFile, type DataFile, type DataFileOptions } from './data-file.ts';
import { worded } from './disk-words.ts';
import { createRouter } from './router.ts';
import type { Told, World } from './sample-steps.ts';
import { sampleStory } from './sample-story.ts';
import type { Output } from '../shared/contract.ts';
import { dateOfDay } from '../shared/rules/days.ts';
import type { Services } from './services.ts';
import { openStanding } from './standing.ts';

const DAY_MS = 86_400_000;

/** Where the sample data lies while it is shown: beside the file that it is shown in place of, never in it. */
export const sampleFileOf = (file: string): string =>
  file === ':memory:' ? file : join(dirname(file), 'sample.db');

/**
 * Makes the sample data anew by the story's own commands, each on its day, and opens it. `options.file` is where it will lie;
 * `services` serve only the making. Refuses in words where the file cannot be made.
 */
export const openSample = (
  options: DataFileOptions,
  services: Services,
  log: (error: unknown) => void,
): DataFile => {
  removeSample(options.file);
  let daysAgo = 0;
  const clock: Clock = { now: () => options.clock.now() - daysAgo * DAY_MS, zone: options.clock.zone };
  const data = openNew({ ...options, clock });
  const dispatch = createRouter({
    workspace: data.workspace,
    services: { ...services, standing: openStanding, forget: data.forget },
    log,
  });
  const named = new Map<string, string>();
  let count = 0;
  const tell = ({ name, input, called }: Told): void => {
    count += 1;
    const reply = dispatch(name, { ...input, request: requestId(count) });
    if (!reply.ok) log(new Error(`sample data: ${name}: ${reply.error.message}`));
    else if (called !== undefined) named.set(called, (reply.value as { id: string }).id);
  };
  const made = (called: string): string => named.get(called) ?? '';
  const itemsOf = (called: string): string[] => {
    const reply = dispatch('projects.read', { project: made(called) });
    return reply.ok ? (reply.value as Output<'projects.read'>).items.map(({ id }) => id) : [];
  };
  for (const day of sampleStory) {
    daysAgo = day.daysAgo;
    const { day: today } = data.workspace().moment();
    const world: World = { on: (days) => dateOfDay(today + days), made, itemsOf };
    for (const step of day.steps) for (const one of step(world)) tell(one);
  }
  daysAgo = 0;
  dispatch('settings.set', { welcomed: true });
  data.forget();
  return data;
};

const openNew = (options: DataFileOptions): DataFile => {
  try {
    return openDataFile(options);
  } catch (error) {
    throw worded(error, 'the sample data was not made', 'The data folder');
  }
};

/** The sample file is nobody's work: it is made anew each time and leaves nothing behind. */
export const removeSample = (file: string): void => {
  if (file === ':memory:') return;
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
};

/** Of the right shape and far from any that is made by chance. */
const requestId = (number: number): string =>
  `01700000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
