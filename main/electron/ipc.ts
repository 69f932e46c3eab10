import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { failure } from '../../shared/reply.ts';
import type { CoreClient } from '../core-client.ts';
import { CALL_CHANNEL } from './channels.ts';
import { ORIGIN } from './origin.ts';

/** The origin, not the URL, is compared: `about:blank` and `blob:` pages have misleading URLs. */
const isOwnPage = (event: IpcMainInvokeEvent): boolean => {
  const frame = event.senderFrame;
  if (frame === null || frame.isDestroyed() || event.sender.isDestroyed()) return false;
  return frame.parent === null && frame.origin === ORIGIN;
};

/** Forwards calls of the app's own page to the core. Every answer is a `Reply`; unknown names are the core's to refuse. */
export const answerCalls = (core: CoreClient): void => {
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown) => {
    if (!isOwnPage(event)) return failure('invalid', 'This page may not ask Groundwork anything.');
    if (typeof name !== 'string') return failure('invalid', 'The name of a call is a text.');
    return core.call(name, input);
  });
};
