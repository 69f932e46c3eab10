import { readSettings, writeSettings } from '../../data/settings.ts';
import type { Handlers } from '../handlers.ts';

export const appHandlers: Handlers<'app.read' | 'settings.set'> = {
  'app.read': (workspace, _input, host) => {
    const settings = readSettings(workspace.db);
    const { undo, redo } = workspace.history.tops();
    return {
      settings,
      roles: workspace.figures().map((figures) => {
        const place = workspace.targets().findIndex(({ role }) => role === figures.role);
        const { title } = workspace.roles.find(({ id }) => id === figures.role)!;
        return { ...figures, title, target: place < 0 ? null : place };
      }),
      history: { undo, redo },
      firstRun: !settings.welcomed && undo === null && redo === null,
      readOnly: host.readOnly(),
      file: host.file,
      version: host.version,
    };
  },

  'settings.set': (workspace, patch) => {
    writeSettings(workspace.db, patch);
    return readSettings(workspace.db);
  },
};
