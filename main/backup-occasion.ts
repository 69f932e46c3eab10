import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { backupsOf, type BackupOccasion } from '../data/backup.ts';
import { AppError } from '../shared/reply.ts';
import type { BackupReason } from '../shared/values.ts';
import type { Clock } from './clock.ts';
import type { BackupOrder } from './jobs/make-backup.ts';
import type { Services } from './services.ts';

/** Now, as the person's clock shows it; `stamp` serves in names of files. */
export const momentWords = (
  clock: Clock,
): {
  readonly at: number;
  readonly localDate: string;
  readonly localTime: string;
  readonly stamp: string;
} => {
  const at = clock.now();
  const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(clock.zone());
  const localDate = here.toPlainDate().toString();
  const time = here.toPlainTime().toString({ smallestUnit: 'second' });
  return { at, localDate, localTime: time.slice(0, 5), stamp: `${localDate}-${time.replaceAll(':', '')}` };
};

/** What to copy where, now, for a reason. `seq` is the newest event in the file. */
export const backupOrder = (file: string, clock: Clock, reason: BackupReason, seq: number): BackupOrder => {
  const { stamp, ...when } = momentWords(clock);
  const occasion: BackupOccasion = { reason, ...when };
  return { folder: backupsOf(file), name: `${stamp}-${reason}-at-${seq}`, occasion };
};

/** Where checked copies wait to take the place of the file; emptied at start and at close. */
export const waitingFolder = (file: string): string => join(dirname(file), `${basename(file)}-waiting`);

export const removeWaiting = (file: string): void =>
  rmSync(waitingFolder(file), { recursive: true, force: true });

/** The person's file. Throws `conflict` where something else is shown. */
export const ownFile = (services: Services): string => {
  if (services.isSample()) {
    throw new AppError('conflict', 'This is sample data. Leave it to work with your own file.');
  }
  const file = services.file();
  if (file === ':memory:') throw new AppError('conflict', 'There is no file that could be backed up.');
  return file;
};
