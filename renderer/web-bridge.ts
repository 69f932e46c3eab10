import type { Bridge } from '../shared/bridge.ts';
import { failure, type Reply } from '../shared/reply.ts';

const TOKEN = 'groundwork.token';

/** A file goes as its bytes, which the browser streams; everything else as JSON. */
const post = (path: string, body: unknown, token: string | null, keepalive = false): Promise<Response> => {
  const isFile = body instanceof Blob;
  return fetch(path, {
    method: 'POST',
    ...(keepalive && { keepalive }),
    headers: {
      'Content-Type': isFile ? 'application/octet-stream' : 'application/json',
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    },
    body: isFile ? body : JSON.stringify(body),
  });
};

/**
 * Trades the one-time nonce in the address for this tab's token and takes it out of the address. Returns null where the
 * tab has neither: the host has to be asked for a fresh address then.
 */
const signIn = async (): Promise<string | null> => {
  const nonce = /^#nonce=([\w-]+)$/.exec(location.hash)?.[1];
  if (nonce === undefined) return sessionStorage.getItem(TOKEN);
  history.replaceState(null, '', `${location.pathname}#/`);
  const response = await post('/session', { nonce }, null);
  if (!response.ok) return sessionStorage.getItem(TOKEN);
  const { token } = (await response.json()) as { token: string };
  sessionStorage.setItem(TOKEN, token);
  return token;
};

const isCommand = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'request' in input;

export type WebBridge = Bridge & {
  /** Opens the product in another tab of this browser. */
  readonly openTab: () => Promise<void>;
};

/**
 * The bridge over HTTP, for a page in an ordinary browser; null for a tab that is not signed in. `onSignedOut` is told when
 * the host refuses the token, as it does after a restart.
 */
export const openWebBridge = async (onSignedOut: () => void): Promise<WebBridge | null> => {
  const token = await signIn();
  if (token === null) return null;
  const ask = async (path: string, body: unknown, keepalive?: boolean): Promise<unknown> => {
    const response = await post(path, body, token, keepalive);
    if (response.status === 401) {
      sessionStorage.removeItem(TOKEN);
      onSignedOut();
      return failure('internal', 'This tab is no longer signed in.');
    }
    return response.json();
  };
  // What has no answer yet may be lost with the page. Asked once more, it happens once, by its request id.
  const underWay = new Set<unknown>();
  addEventListener('pagehide', () => {
    for (const body of underWay) void post('/rpc', body, token, true).catch(() => undefined);
  });
  return {
    call: async (name, input, outlivesPage) => {
      const body = { name, input };
      if (isCommand(input)) underWay.add(body);
      try {
        return (await ask('/rpc', body, outlivesPage)) as Reply<unknown>;
      } finally {
        underWay.delete(body);
      }
    },
    upload: async (file) => (await ask('/upload', file)) as Reply<{ upload: string }>,
    can: { pickFolder: false, showInFolder: false, notify: false, openTab: true },
    onAction: () => () => undefined,
    openTab: async () => {
      // Opened at once, while the click still counts as the person's wish.
      const tab = window.open('about:blank', '_blank');
      const { address } = (await ask('/tab', {})) as { address?: string };
      if (tab && address !== undefined) {
        tab.opener = null;
        tab.location.replace(address);
      } else tab?.close();
    },
  };
};
