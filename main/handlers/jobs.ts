import { catalogueBackupName } from '../../data/catalogue-sync.ts';
import { backupsOf } from '../../data/open.ts';
import { AppError } from '../../shared/reply.ts';
import type { Handlers } from '../handlers.ts';

export const jobHandlers: Handlers<'jobs.start' | 'jobs.read' | 'jobs.cancel'> = {
  'jobs.start': ({ db }, input, services) => {
    const jobs = services.jobs();
    switch (input.kind) {
      case 'read-list': {
        const path = services.upload(input.upload);
        if (path === null) {
          throw new AppError(
            'not_found',
            'The file that was handed over is gone by now. Choose it once more.',
          );
        }
        const { fileName, category, takeLookalikes } = input;
        return {
          job: jobs.start('read-list', { path, fileName, category, takeLookalikes }),
        };
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
