import { statSync } from 'node:fs';
import { backupsOf } from '../../data/backup.ts';
import { listBackups } from '../../data/backups.ts';
import { AppError } from '../../shared/reply.ts';
import { ownFile } from '../backup-occasion.ts';
import { diskWords } from '../disk-words.ts';
import type { Handlers } from '../handlers.ts';
import type { Services } from '../services.ts';

export const backupHandlers: Handlers<
  'backups.list' | 'backups.health' | 'backups.preview' | 'backups.restore'
> = {
  'backups.list': (_workspace, _input, services) => {
    const file = services.file();
    if (services.isSample() || file === ':memory:')
      return { backups: [], folder: '', size: 0, checked: null };
    const folder = backupsOf(file);
    return {
      backups: listBackups(folder).map(({ name, at, size, manifest }) => ({
        name,
        at,
        size,
        localDate: manifest?.localDate ?? null,
        localTime: manifest?.localTime ?? null,
        reason: manifest?.reason ?? null,
        verified: manifest !== null && manifest.size === size,
      })),
      folder,
      size: statSync(file, { throwIfNoEntry: false })?.size ?? 0,
      checked: services.fullCheck.last(),
    };
  },

  'backups.health': (_workspace, { job }, services) => {
    const found = services.jobs().result('check-health', job);
    if (found.sound) services.fullCheck.passed();
    else services.standing().damaged(diskWords.damaged);
    return found;
  },

  'backups.preview': (_workspace, { job }, services) => {
    const { differences, rows } = services.jobs().result('preview-restore', job);
    return { differences, rows };
  },

  'backups.restore': (_workspace, { job, backup }, services) => {
    ownFile(services);
    const { part } = services.jobs().result('preview-restore', job);
    expectCopy(services, backup);
    services.replaceFile(part);
    return {};
  },
};

/** The present file is copied before another takes its place; one that cannot be copied is kept aside as it is. */
export const expectCopy = (services: Services, backup: string | null): void => {
  if (services.standing().isDamaged()) return;
  const made = backup === null ? null : services.jobs().result('backup', backup);
  if (made === null || made.file === null)
    throw new AppError('conflict', 'Your file has to be backed up first.');
};
