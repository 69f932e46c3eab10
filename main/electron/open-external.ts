import { shell } from 'electron';
import { safeExternal } from './safe-external.ts';

/** The one place that opens anything outside the app: web pages and mail, in the person's own programs. */
export const openExternal = async (raw: string): Promise<void> => {
  const address = safeExternal(raw);
  if (address === null) return;
  // No program for it: the system has already said so, and the app can do nothing about it.
  await shell.openExternal(address).catch(() => undefined);
};
