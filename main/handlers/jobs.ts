import { catalogueBackupName } from '../../data/catalogue-sync.ts';
import { backupsOf } from '../../data/open.ts';
import { existingUpload } from '../existing.ts';
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
      case 'backup-for-catalogue': {
        const name = catalogueBackupName(db, services.catalogue());
        return { job: jobs.start('backup', { folder: backupsOf(services.file()), name }) };
      }
    }
  },

  'jobs.read': (_workspace, { job }, services) => services.jobs().read(job),

  'jobs.cancel': (_workspace, { job }, services) => {
    services.jobs().cancel(job);
    return {};
  },
};
