import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { backupsOf } from '../../data/backup.ts';
import { catalogueBackupName } from '../../data/catalogue-sync.ts';
import { existingUpload } from '../existing.ts';
import { lastSeq } from '../../data/events.ts';
import { backupOrder, momentWords, ownFile, waitingFolder } from '../backup-occasion.ts';
import type { Handlers } from '../handlers.ts';

export const jobHandlers: Handlers<'jobs.start' | 'jobs.read' | 'jobs.cancel'> = {
  'jobs.start': ({ db, moment }, input, services) => {
    const jobs = services.jobs();
    switch (input.kind) {
      case 'read-list': {
        const path = existingUpload(services, input.upload);
        const { fileName, category, takeLookalikes } = input;
        return {
          job: jobs.start('read-list', { path, fileName, category, takeLookalikes }),
        };
      }
      case 'read-badge': {
        const { upload, fileName } = input;
        const path = existingUpload(services, upload);
        return { job: jobs.start('read-badge', { path, fileName, now: moment().at }) };
      }
      case 'look-at-folder':
        return { job: jobs.start('look-at-folder', { path: input.path }) };
      case 'backup-for-catalogue': {
        const order = backupOrder(services.file(), services.clock, 'before-catalogue', lastSeq(db));
        const name = catalogueBackupName(db, services.catalogue());
        return { job: jobs.start('backup', { ...order, name }) };
      }
      case 'backup':
        return {
          job: jobs.start(
            'backup',
            backupOrder(ownFile(services), services.clock, input.reason, lastSeq(db)),
          ),
        };
      case 'check-health':
        return { job: jobs.start('check-health', { folder: backupsOf(ownFile(services)) }) };
      case 'export': {
        const { at, localDate } = momentWords(services.clock);
        const madeAt = new Date(at).toISOString();
        const writtenBy = services.version;
        return { job: jobs.start('export', { format: input.format, writtenBy, madeAt, localDate }) };
      }
      case 'read-file': {
        const file = ownFile(services);
        return {
          job: jobs.start('read-file', {
            path: existingUpload(services, input.upload),
            fileName: input.fileName,
            part: join(waitingFolder(file), `${randomUUID()}.db`),
            catalogueDir: services.catalogueDir,
            at: services.clock.now(),
            zone: services.clock.zone(),
            writes: services.standing().writes(),
          }),
        };
      }
      case 'preview-restore': {
        const file = ownFile(services);
        return {
          job: jobs.start('preview-restore', {
            folder: backupsOf(file),
            name: input.backup,
            part: join(waitingFolder(file), `${randomUUID()}.db`),
          }),
        };
      }
    }
  },

  'jobs.read': (_workspace, { job }, services) => services.jobs().read(job),

  'jobs.cancel': (_workspace, { job }, services) => {
    services.jobs().cancel(job);
    return {};
  },
};
