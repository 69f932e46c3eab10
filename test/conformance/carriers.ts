import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { vi } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { startCore, type CoreClient, type CoreClientOptions } from '../../main/core-client.ts';
import { createCore } from '../../main/core.ts';
import { openUploads } from '../../main/uploads.ts';
import { version } from '../../main/version.ts';
import { startWebHost } from '../../main/web/server.ts';
import type { Reply } from '../../shared/reply.ts';
import { catalogueDir, repository } from '../helpers/paths.ts';
import type * as standIn from '../main/electron/stand-in.ts';

/** One way on which a call of the page reaches the core. Each has a core and a data folder of its own. */
export type Carrier = {
  readonly call: (name: string, input: unknown) => Promise<Reply<unknown>>;
  /** Hands over the bytes of a file. */
  readonly upload: (bytes: Uint8Array<ArrayBuffer>) => Promise<Reply<{ readonly upload: string }>>;
  readonly close: () => Promise<void>;
};

/** The core's thread from its source, with the catalogue that the tests share. */
const thread = (options: Omit<CoreClientOptions, 'catalogueDir' | 'workerFile'>): Promise<CoreClient> =>
  startCore({ ...options, catalogueDir, workerFile: pathToFileURL(join(repository, 'main/core-worker.ts')) });

/** No carrier at all: what the others are measured against. */
export const inProcess = (dataDir: string): Promise<Carrier> => {
  const file = join(dataDir, 'groundwork.db');
  const uploads = openUploads(dataDir, systemClock());
  const core = createCore({ file, catalogueDir, clock: systemClock(), version, log: () => undefined });
  return Promise.resolve({
    call: (name, input) => Promise.resolve(core.dispatch(name, input)),
    upload: (bytes) => uploads.save([bytes]),
    close: () => {
      core.close();
      return uploads.close();
    },
  });
};

/** The web host, asked as the page asks it: a nonce for the token, then JSON with the token. */
export const overHttp = async (dataDir: string): Promise<Carrier> => {
  const core = await thread({ dataDir });
  const uploads = openUploads(dataDir, systemClock());
  const host = await startWebHost({
    core,
    saveUpload: uploads.save,
    rendererDir: dataDir,
    port: 0,
    clock: systemClock(),
    onAddress: () => undefined,
  });
  const origin = `http://127.0.0.1:${host.port}`;
  const post = async (path: string, body: unknown, token?: string): Promise<unknown> => {
    const isFile = body instanceof Blob;
    const response = await fetch(origin + path, {
      method: 'POST',
      headers: {
        origin,
        'content-type': isFile ? 'application/octet-stream' : 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: isFile ? body : JSON.stringify(body),
    });
    return response.json();
  };
  const nonce = host.address().split('#nonce=')[1]!;
  const { token } = (await post('/session', { nonce })) as { token: string };
  return {
    call: async (name, input) => (await post('/rpc', { name, input }, token)) as Reply<unknown>,
    upload: async (bytes) =>
      (await post('/upload', new Blob([bytes]), token)) as Reply<{ readonly upload: string }>,
    close: async () => {
      await host.close();
      await core.close();
      await uploads.close();
    },
  };
};

/** Electron's real entry on a stand-in of its module; the call goes through the one channel, as from the app's page. */
export const throughElectron = async (dataDir: string): Promise<Carrier> => {
  vi.resetModules();
  vi.doMock('electron', () => import('../main/electron/stand-in.ts'));
  // The entry looks for the built thread beside itself; here it gets the source of the same.
  vi.doMock('../../main/core-client.ts', () => ({ startCore: thread }));
  const argv = process.argv;
  process.argv = ['electron', '.', '--data', dataDir];
  const electron = (await import('electron')) as unknown as typeof standIn;
  await import('../../main/electron/main.ts');
  process.argv = argv;
  electron.app.ready();
  await vi.waitFor(() => {
    if (electron.recorded.windows.length === 0) throw new Error('The window did not open.');
  }, 10_000);
  const sender = electron.recorded.windows[0]!.webContents;
  /** What crosses a channel is cloned, both ways. */
  const invoke = async <T>(channel: string, ...values: unknown[]): Promise<T> => {
    const answer = electron.recorded.ipc.get(channel) as unknown as (...args: unknown[]) => Promise<T>;
    return structuredClone(
      await answer({ sender, senderFrame: sender.mainFrame }, ...structuredClone(values)),
    );
  };
  return {
    call: (name, input) => invoke('groundwork:call', name, input),
    upload: (bytes) => invoke('groundwork:upload', bytes),
    close: async () => {
      electron.app.emit('will-quit', { preventDefault: () => undefined });
      await vi.waitFor(() => {
        if (electron.recorded.exits.length === 0) throw new Error('The app did not end.');
      }, 10_000);
      vi.doUnmock('electron');
      vi.doUnmock('../../main/core-client.ts');
    },
  };
};
