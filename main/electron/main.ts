import { join } from 'node:path';
import { app } from 'electron';
import { systemClock } from '../clock.ts';
import { startCore, type CoreClient } from '../core-client.ts';
import { defaultDataDir } from '../data-dir.ts';
import { StartError } from '../start-error.ts';
import { openUploads } from '../uploads.ts';
import { dataDirOf } from './flags.ts';
import { answerCalls, answerUploads } from './ipc.ts';
import { claim, quitInOrder, stop } from './lifecycle.ts';
import { applyMenu } from './menu.ts';
import { registerScheme, servePage } from './protocol.ts';
import { startReminders } from './reminders.ts';
import { guardEverything } from './security.ts';
import { askPage, showWindow } from './window.ts';

/** Built to dist/main/electron.js. Packaged, dist lies in app.asar, which Electron reads like a folder. */
const here = import.meta.dirname;

const start = async (dataDir: string): Promise<void> => {
  await app.whenReady();
  let core: CoreClient | null = null;
  core = await startCore({
    dataDir,
    catalogueDir: join(here, '../catalogue'),
    workerFile: new URL('./core-worker.js', import.meta.url),
    onLost: () => {
      // A core that never started is told about by the rejection of `startCore`.
      if (core !== null)
        stop('Groundwork lost its core and has to end. Everything saved before is safe. Start it again.');
    },
  });
  const { close } = core;
  const uploads = openUploads(dataDir, systemClock());
  answerCalls(core);
  answerUploads(uploads);
  servePage(join(here, '../renderer'));
  applyMenu();
  const show = (): void =>
    showWindow({
      preload: join(here, '../preload/preload.cjs'),
      stateFile: join(dataDir, 'window.json'),
      onFailed: stop,
    });
  const stopReminders = startReminders({
    core,
    stateFile: join(dataDir, 'reminders.json'),
    onClick: () => {
      show();
      askPage('go.certifications');
    },
  });
  quitInOrder(() => {
    stopReminders();
    return Promise.all([close(), uploads.close()]);
  });
  app.on('second-instance', show);
  app.on('activate', show);
  show();
};

const couldNotStart = (error: unknown): void =>
  stop(
    error instanceof StartError
      ? error.message
      : 'Groundwork could not start. Your data stays where it is. Start it again; if this stays, install it again.',
  );

/** Until the app is ready: nothing below may wait, or Electron starts without the sandbox and the scheme. */
const begin = (): void => {
  app.setName('Groundwork');
  app.enableSandbox();
  registerScheme();
  guardEverything();
  const dataDir = dataDirOf(process.argv, defaultDataDir);
  if (dataDir === null) return stop('The option --data needs a folder, as in --data /home/me/learning.');
  try {
    if (!claim(dataDir)) return app.exit(0);
  } catch {
    return stop(`Groundwork cannot make or use the folder ${dataDir}. Choose another with --data.`);
  }
  start(dataDir).catch(couldNotStart);
};

begin();
