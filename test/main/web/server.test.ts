import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { raw, startTestHost, type Answer, type TestHost } from './host.ts';

let test: TestHost;
let json: Record<string, string>;
beforeAll(async () => {
  test = await startTestHost();
  json = { origin: test.own, 'content-type': 'application/json' };
});
afterAll(() => test.stop());
const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<Answer> =>
  test.ask({ method: 'POST', path, body, headers: { ...json, ...headers } });
const bearer = async (): Promise<Record<string, string>> => ({
  authorization: `Bearer ${await test.token()}`,
});
const nonceOf = (address: string): string => address.split('#nonce=')[1]!;

describe('a session', () => {
  it('gives the token once for a nonce', async () => {
    const body = JSON.stringify({ nonce: nonceOf(test.host.address()) });
    const first = await post('/session', body);
    expect(first.status).toBe(200);
    expect((JSON.parse(first.body) as { token: string }).token).toMatch(/^[\w-]{43}$/);
    expect((await post('/session', body)).status).toBe(401);
  });

  it('takes a nonce for a minute', async () => {
    const [young, old] = [nonceOf(test.host.address()), nonceOf(test.host.address())];
    test.pass(60_000);
    expect((await post('/session', JSON.stringify({ nonce: young }))).status).toBe(200);
    test.pass(1);
    expect((await post('/session', JSON.stringify({ nonce: old }))).status).toBe(401);
    const future = nonceOf(test.host.address());
    test.pass(-1);
    expect((await post('/session', JSON.stringify({ nonce: future }))).status).toBe(401);
  });

  it('keeps the newest sixteen nonces', async () => {
    const nonces = Array.from({ length: 17 }, () => nonceOf(test.host.address()));
    const codes = [];
    for (const nonce of nonces) codes.push((await post('/session', JSON.stringify({ nonce }))).status);
    expect(codes).toEqual([401, ...Array.from({ length: 16 }, () => 200)]);
  });

  it('takes nothing but a nonce', async () => {
    for (const body of [
      '',
      '{}',
      'null',
      '[]',
      '{"nonce":1}',
      '{"nonce":""}',
      '{"nonce":"x","more":1}',
      '{"nonce":"__proto__"}',
    ]) {
      expect((await post('/session', body)).status).toBe(401);
    }
  });

  it('gives another address to a tab and to a second start', async () => {
    const tab = JSON.parse((await post('/tab', '{}', await bearer())).body) as { address: string };
    expect((await post('/session', JSON.stringify({ nonce: nonceOf(tab.address) }))).status).toBe(200);
    const key = { authorization: `Bearer ${test.host.handoverKey}` };
    const handed = JSON.parse((await post('/handover', '{}', key)).body) as { address: string };
    expect(test.addresses).toEqual([handed.address]);
    expect((await post('/rpc', '{"name":"app.read","input":{}}', key)).status).toBe(401);
  });
});

describe('calls', () => {
  it('carries a call to the core and its reply back', async () => {
    const reply = await post('/rpc', '{"name":"app.read","input":{"a":[1]}}', await bearer());
    expect(reply).toMatchObject({ status: 200, body: '{"ok":true,"value":{"secret":"of the person"}}' });
    expect(test.calls.at(-1)).toEqual({ name: 'app.read', input: { a: [1] } });
  });

  it('answers what is no call with an invalid reply and does not ask the core', async () => {
    const before = test.calls.length;
    const deep = `{"name":"a","input":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    for (const body of [
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '{"input":{}}',
      '{"name":1}',
      '{"name":"a","x":1}',
      deep,
      '\ud800{}',
    ]) {
      const reply = await post('/rpc', body, await bearer());
      expect(reply.status).toBe(400);
      expect(JSON.parse(reply.body)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    }
    expect(test.calls.length).toBe(before);
  });

  it('answers a core that throws with the fixed internal reply', async () => {
    const other = await startTestHost({ answer: () => Promise.reject(new Error('secret cause')) });
    const headers = {
      origin: other.own,
      'content-type': 'application/json',
      authorization: `Bearer ${await other.token()}`,
    };
    const reply = await other.ask({ method: 'POST', path: '/rpc', headers, body: '{"name":"a"}' });
    expect(reply.status).toBe(200);
    expect(reply.body).toContain('"internal"');
    expect(reply.body).not.toContain('secret cause');
    await other.stop();
  });

  it('cuts a body that grows beyond a megabyte', async () => {
    const before = test.calls.length;
    const big = JSON.stringify({ name: 'a', input: 'x'.repeat(1_000_000) });
    expect((await post('/rpc', big, await bearer())).status).toBe(413);
    const { authorization } = await bearer();
    const head = `POST /rpc HTTP/1.1\r\nHost: 127.0.0.1:${test.host.port}\r\nOrigin: ${test.own}\r\nAuthorization: ${authorization}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const chunk = `${(100_000).toString(16)}\r\n${'x'.repeat(100_000)}\r\n`;
    expect(await raw(test.host.port, head + chunk.repeat(11), 1_000)).toMatch(/^HTTP\/1\.1 413 /);
    expect(test.calls.length).toBe(before);
  });
});

describe('the page', () => {
  it('holds the nonce of its own response', async () => {
    const page = await test.ask({});
    const nonce = /'nonce-([\w-]+)'/.exec(String(page.headers['content-security-policy']))![1]!;
    expect(page.body).toContain(`nonce="${nonce}"`);
    expect(page.body).not.toContain('__CSP_NONCE__');
    expect((await test.ask({})).body).not.toContain(nonce);
  });

  it('lets only hashed files be kept, and privately', async () => {
    const cache = async (path: string): Promise<unknown> =>
      (await test.ask({ path })).headers['cache-control'];
    expect(await cache('/assets/index-abcdEF12.js')).toBe('private, max-age=31536000, immutable');
    for (const path of ['/', '/plain.txt', '/nothing', '/assets/nothing-abcdEF12.js'])
      expect(await cache(path)).toBe('no-store');
    expect(await test.ask({ method: 'HEAD', path: '/plain.txt' })).toMatchObject({ status: 200, body: '' });
  });
});

const required = [
  'content-security-policy',
  'x-content-type-options: nosniff',
  'cross-origin-resource-policy: same-origin',
  'cross-origin-opener-policy: same-origin',
  'referrer-policy: no-referrer',
  'x-frame-options: deny',
  'cache-control: ',
];

describe('raw bytes', () => {
  const host = (): string => `Host: 127.0.0.1:${test.host.port}\r\n`;
  const cases = (): [string, string, RegExp][] => [
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', /^403/],
    ['two Hosts', `GET / HTTP/1.1\r\n${host()}${host()}\r\n`, /^400/],
    [
      'length and chunks',
      `POST /rpc HTTP/1.1\r\n${host()}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      /^40\d/,
    ],
    [
      'two lengths',
      `POST /rpc HTTP/1.1\r\n${host()}Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd`,
      /^400/,
    ],
    [
      'obscured chunks',
      `POST /rpc HTTP/1.1\r\n${host()}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`,
      /^400/,
    ],
    ['large headers', `GET / HTTP/1.1\r\n${host()}X: ${'a'.repeat(20_000)}\r\n\r\n`, /^431/],
    [
      'many headers',
      `GET / HTTP/1.1\r\n${'a:\r\n'.repeat(2_500)}${host()}Origin: http://evil.test\r\n\r\n`,
      /^403/,
    ],
    [
      'upgrade',
      `GET / HTTP/1.1\r\n${host()}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
      /^403/,
    ],
    ['CONNECT', `CONNECT evil.test:443 HTTP/1.1\r\n${host()}\r\n`, /^405/],
    [
      'expectation',
      `POST /session HTTP/1.1\r\n${host()}Origin: ${test.own}\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n`,
      /^417/,
    ],
    ['odd expectation', `GET / HTTP/1.1\r\n${host()}Expect: tea\r\n\r\n`, /^417/],
    ['absolute target', `GET http://evil.test/ HTTP/1.1\r\n${host()}\r\n`, /^400/],
    ['HTTP/2 preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', /^400/],
    ['garbage', '\0\x16\x03\x01\xff\xfe\r\n\r\n', /^400/],
    ['path in an error', `GET /<script>zzmark</script> HTTP/1.1\r\n${host()}\r\n`, /^404/],
  ];

  it('are answered in one way, with every header and no echo', async () => {
    for (const [name, bytes, status] of cases()) {
      const text = await raw(test.host.port, bytes);
      expect(text.slice('HTTP/1.1 '.length), name).toMatch(status);
      const head = text.split('\r\n\r\n')[0]!.toLowerCase();
      for (const header of required) expect(head, name).toContain(header);
      expect(text.toLowerCase(), name).not.toMatch(/access-control-|set-cookie|zzmark|x-powered-by/);
    }
  });
});
