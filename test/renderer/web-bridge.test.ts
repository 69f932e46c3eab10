import { afterEach, describe, expect, test, vi } from 'vitest';
import { openWebBridge } from '../../renderer/web-bridge.ts';

const taken = { ok: true, value: { upload: 'x'.repeat(22) } } as const;

describe('the bridge over HTTP', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    sessionStorage.clear();
  });

  test('a file goes as its bytes with the token of the tab; a call goes as JSON', async () => {
    sessionStorage.setItem('groundwork.token', 'the-token');
    const fetched: [string, RequestInit][] = [];
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
      fetched.push([path, init]);
      return Promise.resolve(Response.json(taken));
    });
    const bridge = (await openWebBridge(() => undefined))!;
    const file = new File([new Uint8Array([0, 255])], 'list.json', { type: 'application/json' });
    expect(await bridge.upload(file)).toEqual(taken);
    await bridge.call('app.read', {});
    const headers = { Authorization: 'Bearer the-token' };
    expect(fetched).toEqual([
      [
        '/upload',
        { method: 'POST', headers: { ...headers, 'Content-Type': 'application/octet-stream' }, body: file },
      ],
      [
        '/rpc',
        {
          method: 'POST',
          headers: { ...headers, 'Content-Type': 'application/json' },
          body: '{"name":"app.read","input":{}}',
        },
      ],
    ]);
  });

  test('a command without an answer is asked once more as the page goes away, with its request id; a question is not', async () => {
    sessionStorage.setItem('groundwork.token', 'the-token');
    const asked: [body: unknown, keepalive: boolean | undefined][] = [];
    const answers: ((response: Response) => void)[] = [];
    vi.stubGlobal('fetch', (_path: string, { body, keepalive }: RequestInit) => {
      asked.push([JSON.parse(body as string), keepalive]);
      return new Promise<Response>((answer) => answers.push(answer));
    });
    const bridge = (await openWebBridge(() => undefined))!;
    const tick = { name: 'topics.setStatus', input: { request: 'r-1', topic: 'git.01', status: 'done' } };
    const first = bridge.call(tick.name, tick.input);
    void bridge.call('app.read', {});
    asked.splice(0);
    dispatchEvent(new Event('pagehide'));
    expect(asked).toEqual([[tick, true]]);
    answers[0]!(Response.json(taken));
    await first;
    asked.splice(0);
    dispatchEvent(new Event('pagehide'));
    expect(asked).toEqual([]);
  });
});
