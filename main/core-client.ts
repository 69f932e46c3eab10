import { Worker } from 'node:worker_threads';
import { internalFailure, type Reply } from '../shared/reply.ts';
import { StartError } from './start-error.ts';
import type { FromCore, ToCore } from './core-messages.ts';

/** The host's end of the core's thread: it forwards calls and knows nothing of what they mean. */
export type CoreClient = {
  readonly call: (name: string, input: unknown) => Promise<Reply<unknown>>;
  /** Waits for the calls in flight, saves the caches, closes the file and gives up its ownership. */
  readonly close: () => Promise<void>;
};

export type CoreClientOptions = {
  /** Folder of the person's data; made where it is missing. */
  readonly dataDir: string;
  /** Folder of the compiled catalogue. */
  readonly catalogueDir: string;
  /** The core's thread: the built file, or its source. */
  readonly workerFile: URL;
  /** Told once, when the thread ends without having been asked to. */
  readonly onLost?: (reason: string) => void;
};

/** Room for what lives for a moment. Left alone it grows to 24 MB and stays so, and no call is quicker for it. */
const YOUNG_MB = 8;

/** Starts the core in its own thread. Rejects with `StartError` where the data cannot be opened. */
export const startCore = (options: CoreClientOptions): Promise<CoreClient> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(options.workerFile, {
      workerData: { dataDir: options.dataDir, catalogueDir: options.catalogueDir },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    const waiting = new Map<number, (reply: Reply<unknown>) => void>();
    let last = 0;
    let closing = false;
    let ended = false;
    const send = (message: ToCore): void => worker.postMessage(message);

    const client: CoreClient = {
      call: (name, input) =>
        new Promise((answer) => {
          if (closing) return answer(internalFailure);
          last += 1;
          waiting.set(last, answer);
          send({ kind: 'call', id: last, name, input });
        }),
      close: () =>
        new Promise((closed) => {
          closing = true;
          if (ended) return closed();
          worker.once('exit', () => closed());
          send({ kind: 'close' });
        }),
    };

    worker.on('message', (message: FromCore) => {
      switch (message.kind) {
        case 'ready':
          return resolve(client);
        case 'failed':
          return reject(new StartError(message.fault, message.sentence));
        case 'reply':
          waiting.get(message.id)?.(message.reply);
          waiting.delete(message.id);
      }
    });
    const lost = (reason: string): void => {
      ended = true;
      for (const answer of waiting.values()) answer(internalFailure);
      waiting.clear();
      if (!closing) options.onLost?.(reason);
      closing = true;
      reject(new StartError('damaged', 'Groundwork could not start its core. Nothing was changed.'));
    };
    worker.on('error', (error) => lost(error.message));
    worker.on('exit', (code) => lost(`the core's thread ended with code ${code}`));
  });
