import { AsyncLocalStorage } from 'node:async_hooks';
import { request as httpRequest } from 'node:http';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { callOver, uploadOver, type Call } from '../../renderer/api.ts';
import type { NoteSession } from '../../renderer/parts/notes/note-session.ts';
import { openNote } from '../../renderer/parts/notes/use-note-draft.ts';
import { createAppStore, type Store } from '../../renderer/store.ts';
import type { Bridge } from '../../shared/bridge.ts';
import type { Reply } from '../../shared/reply.ts';
import type { Host } from './host.ts';

/** What a browser keeps for a tab: `sessionStorage` of the tab whose code is running, and when it went. */
class TabStorage {
  readonly gone = Promise.withResolvers<void>();
  readonly #items = new Map<string, string>();
  getItem = (key: string): string | null => this.#items.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.#items.set(key, value);
  removeItem = (key: string): void => void this.#items.delete(key);
  /** Of the same tab, opened again. */
  again(): TabStorage {
    const copy = new TabStorage();
    for (const [key, value] of this.#items) copy.setItem(key, value);
    return copy;
  }
}
const running = new AsyncLocalStorage<TabStorage>();

/** The browser's locks over all of its tabs: one that goes gives up what it holds. */
const held = new Map<string, Promise<unknown>>();
const locks = {
  request: <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const { gone } = running.getStore()!;
    const result = (held.get(name) ?? Promise.resolve()).then(work);
    held.set(name, Promise.race([result.catch(() => undefined), gone.promise]));
    return result;
  },
};

/** A way to the host that can be told to break off within the next request or its answer. */
export type Line = {
  readonly port: number;
  readonly cutNext: (from: 'page' | 'host', bytes: number) => void;
  readonly close: () => void;
};

export const openLine = async (host: Host): Promise<Line> => {
  let cut: { from: 'page' | 'host'; bytes: number } | null = null;
  const server = createServer((page) => {
    const toHost = connect(host.port, '127.0.0.1');
    const plan = cut;
    cut = null;
    const end = (): void => {
      page.destroy();
      toHost.destroy();
    };
    const carry = (from: Socket, to: Socket, name: 'page' | 'host'): void => {
      let left = plan?.from === name ? plan.bytes : Infinity;
      from.on('data', (bytes: Buffer) => {
        to.write(bytes.subarray(0, Math.min(bytes.length, left)));
        left -= bytes.length;
        // What was let through arrives; the end comes after it.
        if (left <= 0) setTimeout(end, 2);
      });
      from.on('error', end).on('close', end);
    };
    carry(page, toHost, 'page');
    carry(toHost, page, 'host');
  });
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  return {
    port: (server.address() as AddressInfo).port,
    cutNext: (from, bytes) => (cut = { from, bytes }),
    close: () => void server.close(),
  };
};

/** A tab: the page's own way of calling and of keeping what is typed, over a connection that the suite has in hand. */
export type Tab = {
  readonly storage: TabStorage;
  readonly call: Call;
  readonly store: Store;
  readonly in: <T>(work: () => T) => T;
  /** Nothing of it goes on: what is on its way is broken off, and nobody hears an answer. */
  readonly close: () => void;
};

export const openTab = (host: Host, line: Line, storage = new TabStorage()): Tab => {
  const gone = new AbortController();
  const call: Bridge['call'] = (name, input, outlivesPage = false) =>
    new Promise((answer, fail) => {
      if (gone.signal.aborted) return;
      const own = `127.0.0.1:${host.port}`;
      const asked = httpRequest(
        {
          host: '127.0.0.1',
          port: line.port,
          method: 'POST',
          path: '/rpc',
          agent: false,
          ...(!outlivesPage && { signal: gone.signal }),
          headers: {
            host: own,
            origin: `http://${own}`,
            authorization: `Bearer ${host.token}`,
            'content-type': 'application/json',
          },
        },
        (response) => {
          let text = '';
          response.on('data', (bytes: Buffer) => (text += bytes.toString()));
          response.on('end', () => {
            if (!response.complete) fail(new Error('cut'));
            else answer(JSON.parse(text) as Reply<unknown>);
          });
          response.on('error', fail);
        },
      );
      asked.on('error', (error) => {
        if (outlivesPage || !gone.signal.aborted) fail(error);
      });
      asked.end(JSON.stringify({ name, input }));
    });
  const bridge = { call } as Bridge;
  return {
    storage,
    call: callOver(bridge),
    store: createAppStore(callOver(bridge), uploadOver(bridge)),
    in: (work) => running.run(storage, work),
    close: () => {
      gone.abort();
      storage.gone.resolve();
    },
  };
};

export const noteIn = async ({ call }: Tab, id: string): Promise<string | null> => {
  const reply = await call('notes.read', { kind: 'skill', id });
  return reply.ok ? reply.value.text : null;
};

/** The page's own editing of a note. */
export const editing = async (tab: Tab, id: string): Promise<NoteSession> => {
  const saved = (await noteIn(tab, id)) ?? '';
  return tab.in(() => openNote(tab.store, { kind: 'skill', id, saved, onChange: () => undefined }));
};

/** The browser around the tabs: the page's own code finds its storage and its locks here. */
export const actAsBrowser = (): void => {
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    get: () => running.getStore()!,
  });
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { locks } });
};
