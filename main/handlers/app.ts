import { catalogueNews } from '../../data/catalogue-news.ts';
import { isCatalogueOutdated, takeCatalogue } from '../../data/catalogue-sync.ts';
import { writeMeta } from '../../data/meta.ts';
import { readSettings, writeSettings } from '../../data/settings.ts';
import { AppError } from '../../shared/reply.ts';
import type { Handlers } from '../handlers.ts';

export const appHandlers: Handlers<
  | 'app.read'
  | 'app.tryWriting'
  | 'settings.set'
  | 'catalogue.news'
  | 'catalogue.take'
  | 'sample.enter'
  | 'sample.leave'
> = {
  'app.read': (workspace, _input, services) => {
    const settings = readSettings(workspace.db);
    const { undo, redo } = workspace.history.tops();
    return {
      settings,
      roles: workspace.figures().map((figures) => {
        const place = workspace.targets().findIndex(({ role }) => role === figures.role);
        const { title } = workspace.roles().find(({ id }) => id === figures.role)!;
        return { ...figures, title, target: place < 0 ? null : place };
      }),
      history: { undo, redo },
      firstRun: !settings.welcomed && undo === null && redo === null,
      sample: services.isSample(),
      catalogueNews: isCatalogueOutdated(workspace.db, services.catalogue()),
      readOnly: services.standing().reason(),
      damaged: services.standing().isDamaged(),
      file: services.file(),
      version: services.version,
    };
  },

  'app.tryWriting': ({ db }, _input, services) => {
    writeMeta(db, 'writtenBy', services.version);
    return {};
  },

  'settings.set': (workspace, patch) => {
    writeSettings(workspace.db, patch);
    return readSettings(workspace.db);
  },

  'catalogue.news': ({ db }, _input, services) => {
    const catalogue = services.catalogue();
    return { news: isCatalogueOutdated(db, catalogue) ? catalogueNews(db, catalogue.read()) : null };
  },

  'catalogue.take': ({ db, moment }, { job }, services) => {
    // Throws while the copy is not made.
    services.jobs().result('backup', job);
    const catalogue = services.catalogue();
    if (!isCatalogueOutdated(db, catalogue))
      throw new AppError('conflict', 'The catalogue is up to date already.');
    const { at, zone, localDate } = moment();
    takeCatalogue(db, catalogue, { at, zone, localDate });
    services.forget();
    return {};
  },

  'sample.enter': (_workspace, _input, services) => {
    services.enterSample();
    return {};
  },

  'sample.leave': (_workspace, _input, services) => {
    services.leaveSample();
    return {};
  },
};
