import { failure, type Reply } from '../shared/reply.ts';
import { MAX_UPLOAD, uploadTooLarge, type Bridge } from '../shared/bridge.ts';
import type { Input, Output, Procedure } from '../shared/contract.ts';

/**
 * Asks one procedure. Never rejects: a host that does not answer is a failed reply like any other. `outlivesPage` is for the
 * last word of a page that goes away.
 */
export type Call = <P extends Procedure>(
  name: P,
  input: Input<P>,
  outlivesPage?: boolean,
) => Promise<Reply<Output<P>>>;

declare global {
  interface Window {
    /** What the desktop app's preload script hands to the page; missing in a browser. */
    readonly groundwork?: Bridge;
  }
}

/** What is answered in place of a host that does not; told apart by its identity. */
export const silent = failure(
  'internal',
  'Groundwork does not answer. What was saved is safe. Check that it is still running, then try again.',
);

/** The typed call over a host's bridge. A call that got no answer is repeated once: request ids make that safe. */
export const callOver = (bridge: Bridge): Call => {
  const attempt = async (...args: Parameters<Bridge['call']>): Promise<Reply<unknown> | null> => {
    try {
      return await bridge.call(...args);
    } catch {
      return null;
    }
  };
  return async <P extends Procedure>(name: P, input: Input<P>, outlivesPage?: boolean) => {
    const ask = () => attempt(name, input, outlivesPage);
    return ((await ask()) ?? (await ask()) ?? silent) as Reply<Output<P>>;
  };
};

/** Hands a file to the host and gives the id that procedures take. Never rejects. */
export type Upload = (file: Blob) => Promise<Reply<{ readonly upload: string }>>;

const unreadable = failure(
  'invalid',
  'This file cannot be read. It may have been moved or changed since it was chosen, or be a folder.',
);

/** The upload over a host's bridge. It is not repeated: nothing depends on it yet, and the person can choose the file again. */
export const uploadOver =
  (bridge: Bridge): Upload =>
  async (file) => {
    if (file.size > MAX_UPLOAD) return uploadTooLarge;
    try {
      // A file that is gone is told apart from a host that is gone.
      await file.slice(0, 1).arrayBuffer();
    } catch {
      return unreadable;
    }
    return bridge.upload(file).catch(() => silent);
  };
