import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { failure, type Reply } from '../../shared/reply.ts';
import type { CoreClient } from '../core-client.ts';
import type { Uploads } from '../uploads.ts';
import { CALL_CHANNEL, UPLOAD_CHANNEL } from './channels.ts';
import { ORIGIN } from './origin.ts';

/** The origin, not the URL, is compared: `about:blank` and `blob:` pages have misleading URLs. */
const isOwnPage = (event: IpcMainInvokeEvent): boolean => {
  const frame = event.senderFrame;
  if (frame === null || frame.isDestroyed() || event.sender.isDestroyed()) return false;
  return frame.parent === null && frame.origin === ORIGIN;
};

/** The one wrapper of every channel: nothing but the app's own page is heard, and every answer is a `Reply`. */
const handle = (
  channel: string,
  answer: (first: unknown, second: unknown) => Promise<Reply<unknown>> | Reply<unknown>,
): void =>
  ipcMain.handle(channel, (event, first: unknown, second: unknown) =>
    isOwnPage(event)
      ? answer(first, second)
      : failure('invalid', 'This page may not ask Groundwork anything.'),
  );

/** Forwards calls to the core. Unknown names are the core's to refuse. */
export const answerCalls = (core: CoreClient): void =>
  handle(CALL_CHANNEL, (name, input) =>
    typeof name === 'string' ? core.call(name, input) : failure('invalid', 'The name of a call is a text.'),
  );

/** Takes in the bytes of files. */
export const answerUploads = ({ save }: Uploads): void =>
  handle(UPLOAD_CHANNEL, (bytes) =>
    bytes instanceof Uint8Array ? save([bytes]) : failure('invalid', 'A file is handed over as plain bytes.'),
  );
