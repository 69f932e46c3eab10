import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { app, dialog } from 'electron';

/** A person who quits must not be left with a process that never ends; whatever was confirmed is in the file. */
const CLOSE_LIMIT_MS = 10_000;

/** Says one sentence and ends with exit code 1. */
export const stop = (sentence: string): void => {
  dialog.showErrorBox('Groundwork', sentence);
  app.exit(1);
};

/**
 * Takes the data folder for this process; false where another start has it, which is then asked to show its window.
 * The browser's own files move below it, so that the lock is one per data folder. Throws where it cannot be made.
 */
export const claim = (dataDir: string): boolean => {
  const browserDir = join(dataDir, 'browser');
  mkdirSync(browserDir, { recursive: true });
  app.setPath('userData', browserDir);
  return app.requestSingleInstanceLock();
};

/** Quits when the last window is closed, except on macOS, and only after `close`, which never rejects. */
export const quitInOrder = (close: () => Promise<unknown>): void => {
  let quitting = false;
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (quitting) return;
    quitting = true;
    void Promise.race([close(), setTimeout(CLOSE_LIMIT_MS)]).then(() => app.exit(0));
  });
};
