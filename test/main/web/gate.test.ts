import { describe, expect, it } from 'vitest';
import { gate, routes, type GateRequest } from '../../../main/web/gate.ts';
import { MAX_UPLOAD } from '../../../shared/bridge.ts';

const port = 4321;
const own = `127.0.0.1:${port}`;
const types = { json: 'application/json', bytes: 'application/octet-stream' };
const secrets = { token: 't'.repeat(43), handover: 'h'.repeat(43) };
const context = { port, holds: (secret: 'token' | 'handover', given: string) => secrets[secret] === given };
type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const flat = (headers: Headers): string[] =>
  Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().flatMap((one) => [name, one as string]),
  );
const good = (path: string): { method: string; headers: Headers } => {
  const route = routes.get(path);
  if (route === undefined || route.body === null) return { method: 'GET', headers: { Host: own } };
  return {
    method: 'POST',
    headers: {
      Host: own,
      Origin: `http://${own}`,
      'Content-Type': types[route.body],
      'Content-Length': '2',
      ...(route.secret === null ? {} : { Authorization: `Bearer ${secrets[route.secret]}` }),
    },
  };
};
const status = (path: string, change: Headers = {}, method?: string): number => {
  const base = good(path);
  const request: GateRequest = {
    method: method ?? base.method,
    url: path,
    rawHeaders: flat({ ...base.headers, ...change }),
  };
  const verdict = gate(request, context);
  return verdict.kind === 'pass' ? 0 : verdict.status;
};
const all = [...routes.keys(), '/assets/index-abcdEF12.js'];
const posts = [...routes].filter(([, route]) => route.methods.includes('POST')).map(([path]) => path);
const ofType = (body: string): string[] =>
  [...routes].filter(([, route]) => route.body === body).map(([path]) => path);
const guarded = [...routes].filter(([, route]) => route.secret !== null).map(([path]) => path);

const hosts: readonly (string | readonly string[] | undefined)[] = [
  undefined,
  '',
  ' ',
  '127.0.0.1',
  `localhost:${port}`,
  'localhost',
  `127.0.0.1:${port + 1}`,
  `127.0.0.1:${port}.`,
  `127.0.0.1.:${port}`,
  `127.0.0.1:0${port}`,
  `127.0.0.1:${port} `,
  ` 127.0.0.1:${port}`,
  `127.0.0.1 :${port}`,
  `127.0.0.1: ${port}`,
  `127.0.0.1:${port}/`,
  `127.0.0.1:${port}#`,
  `127.0.0.1:${port}?`,
  `127.0.0.1:${port}@evil.test`,
  `evil.test@127.0.0.1:${port}`,
  `user:pw@127.0.0.1:${port}`,
  `evil.test:${port}`,
  'evil.test',
  `rebind.test:${port}`,
  `127.0.0.1.evil.test:${port}`,
  `127.0.0.1.nip.io:${port}`,
  `evil.test#127.0.0.1:${port}`,
  `localhost.evil.test:${port}`,
  `0.0.0.0:${port}`,
  `0:${port}`,
  `127.1:${port}`,
  `127.0.1:${port}`,
  `127.0.0.2:${port}`,
  `2130706433:${port}`,
  `0x7f000001:${port}`,
  `0x7f.0.0.1:${port}`,
  `0177.0.0.1:${port}`,
  `017700000001:${port}`,
  `127.000.000.001:${port}`,
  `[::1]:${port}`,
  `[::]:${port}`,
  `[::ffff:127.0.0.1]:${port}`,
  `[::ffff:7f00:1]:${port}`,
  `[0:0:0:0:0:0:0:1]:${port}`,
  `::1:${port}`,
  `[::1%25lo]:${port}`,
  `[127.0.0.1]:${port}`,
  `127。0。0。1:${port}`,
  `１２７.0.0.1:${port}`,
  `127.0.0.1:${port},evil.test`,
  `evil.test,127.0.0.1:${port}`,
  `127.0.0.1:${port}, 127.0.0.1:${port}`,
  `http://127.0.0.1:${port}`,
  `//127.0.0.1:${port}`,
  `127.0.0.1:${port}\t`,
  `127.0.0.1:${port}\0`,
  `127.0.0.1\0:${port}`,
  `127.0.0.1:${port}\r\nHost: evil.test`,
  `127.0.0.1:+${port}`,
  `127.0.0.1:-${port}`,
  `127.0.0.1:${port}0`,
  '127.0.0.1:',
  `127.0.0.1:0x10e1`,
  `127.0.0.1:99999`,
  `127.0.0.1%2e:${port}`,
  `127%2e0.0.1:${port}`,
  `*:${port}`,
  'null',
  `:${port}`,
  `192.168.0.1:${port}`,
  `LOCALHOST:${port}`,
  [own, own],
  [own, 'evil.test'],
  ['evil.test', own],
];

describe('the gate', () => {
  it('lets the page itself through on every route', () => {
    expect(all.map((path) => [path, status(path)])).toEqual(all.map((path) => [path, 0]));
    expect(status('/', { 'Sec-Fetch-Site': 'none' })).toBe(0);
    expect(status('/rpc', { 'Sec-Fetch-Site': 'same-origin' })).toBe(0);
  });

  it(`refuses ${hosts.length} other forms of Host on every route`, () => {
    expect(hosts.length).toBeGreaterThanOrEqual(60);
    const through = all.flatMap((path) =>
      hosts.map((Host) => ({ path, Host, status: status(path, { Host }) })),
    );
    expect(through.filter(({ status }) => status !== 403 && status !== 400)).toEqual([]);
  });

  const origins = [
    undefined,
    '',
    'null',
    'http://evil.test',
    `https://${own}`,
    `http://${own}/`,
    `http://${own}.evil.test`,
    'http://127.0.0.1',
    `http://127.0.0.1:${port + 1}`,
    `http://localhost:${port}`,
    `HTTP://${own}`,
    `http://evil.test, http://${own}`,
    `file://`,
    `app://${own}`,
    `http://u@${own}`,
    [`http://${own}`, `http://${own}`],
    [`http://${own}`, 'http://evil.test'],
  ];
  it('needs the exact Origin on every write, and takes no foreign one on a read', () => {
    const through = posts.flatMap((path) => origins.map((Origin) => status(path, { Origin })));
    expect(through.every((code) => code === 403 || code === 400)).toBe(true);
    expect(origins.slice(2).map((Origin) => status('/', { Origin }))).not.toContain(0);
  });

  it('goes by an allow-list of Sec-Fetch-Site', () => {
    for (const site of [
      'cross-site',
      'same-site',
      '',
      'SAME-ORIGIN',
      'same-origin, none',
      'x',
      ['same-origin', 'none'],
    ]) {
      for (const path of all) expect([403, 400]).toContain(status(path, { 'Sec-Fetch-Site': site }));
    }
    for (const path of posts) expect(status(path, { 'Sec-Fetch-Site': 'none' })).toBe(403);
  });

  const token = secrets.token;
  const wrong = [
    undefined,
    '',
    'Bearer',
    'Bearer ',
    token,
    `Bearer ${'x'.repeat(43)}`,
    'Bearer t',
    `Bearer ${token.slice(0, -1)}`,
    `Bearer ${token}t`,
    `bearer ${token}`,
    `Bearer  ${token}`,
    `Bearer ${token} `,
    `Basic ${token}`,
    `Bearer ${token}, Bearer ${token}`,
    `Bearer ${'t'.repeat(9_000)}`,
    [`Bearer ${token}`, `Bearer ${token}`],
    ['Bearer x', `Bearer ${token}`],
  ];
  it('needs the secret of the route, once and whole', () => {
    for (const path of guarded) {
      for (const Authorization of wrong) expect([401, 400]).toContain(status(path, { Authorization }));
    }
    expect(status('/handover', { Authorization: `Bearer ${secrets.token}` })).toBe(401);
    for (const path of ['/rpc', '/upload', '/tab']) {
      expect(status(path, { Authorization: `Bearer ${secrets.handover}` })).toBe(401);
    }
  });

  it('reads plain JSON only, and a file as plain bytes only', () => {
    const foreign = [
      undefined,
      '',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonx',
      'application/json; charset=latin1',
      'application/json, text/plain',
      'text/json',
      'application/json;',
      'application/ld+json',
      'application/octet-stream; charset=utf-8',
      'application/octet-stream, text/plain',
      'application/octet-streams',
      'binary/octet-stream',
      'application/zip',
      '*/*',
    ];
    for (const path of posts) {
      for (const type of foreign) expect(status(path, { 'Content-Type': type })).toBe(415);
      expect(status(path, { 'Content-Encoding': 'gzip' })).toBe(415);
      expect(status(path, { 'Content-Type': ['application/json', 'application/json'] })).toBe(400);
    }
    expect(ofType('bytes')).toEqual(['/upload']);
    expect(status('/upload', { 'Content-Type': types.json })).toBe(415);
    for (const path of ofType('json')) {
      expect(status(path, { 'Content-Type': 'application/json; charset=UTF-8' })).toBe(0);
      expect(status(path, { 'Content-Type': types.bytes })).toBe(415);
    }
  });

  it('limits the body, and refuses an unclear length', () => {
    expect(MAX_UPLOAD).toBe(52_428_800);
    for (const path of posts) {
      const most = path === '/upload' ? MAX_UPLOAD : 1_000_000;
      expect(status(path, { 'Content-Length': String(most) })).toBe(0);
      for (const length of [String(most + 1), '99999999999'])
        expect(status(path, { 'Content-Length': length })).toBe(413);
      for (const length of ['-1', '1e3', '0x10', ' ', '+2', '2, 2', '9'.repeat(20)]) {
        expect(status(path, { 'Content-Length': length })).toBe(400);
      }
      expect(status(path, { 'Transfer-Encoding': 'chunked' })).toBe(400);
      expect(status(path, { 'Transfer-Encoding': 'gzip, chunked', 'Content-Length': undefined })).toBe(400);
      expect(status(path, { 'Transfer-Encoding': 'chunked', 'Content-Length': undefined })).toBe(0);
    }
    expect(status('/', { 'Content-Length': '5' })).toBe(413);
  });

  it('knows the methods of each route and nothing else', () => {
    for (const method of [
      'PUT',
      'DELETE',
      'PATCH',
      'OPTIONS',
      'TRACE',
      'CONNECT',
      'get',
      'post',
      'PROPFIND',
      '',
    ]) {
      for (const path of all) expect(status(path, {}, method)).toBe(405);
    }
    for (const path of posts) expect(status(path, { Origin: undefined }, 'GET')).toBe(405);
    expect(status('/', { Origin: `http://${own}` }, 'POST')).toBe(405);
    for (const path of [
      '/nothing',
      '/rpc/',
      '/rpc?x',
      '/RPC',
      '//rpc',
      '/upload/',
      '/upload/x',
      '/upload?id=x',
      '/toString',
      '/__proto__',
    ]) {
      expect(status(path, { Origin: `http://${own}` }, 'POST')).toBe(404);
    }
  });

  it('refuses upgrades, expectations and other forms of a target', () => {
    for (const path of all) {
      expect(status(path, { Upgrade: 'websocket' })).toBe(403);
      expect(status(path, { Expect: '100-continue' })).toBe(417);
    }
    for (const url of ['http://evil.test/rpc', '*', '', 'evil.test:443', `http://${own}/rpc`]) {
      expect(gate({ method: 'GET', url, rawHeaders: ['Host', own] }, context)).toMatchObject({ status: 400 });
    }
  });

  it('never repeats in a sentence what the caller sent', () => {
    const mark = 'zzmarkzz';
    const verdict = gate(
      { method: 'GET', url: `/${mark}`, rawHeaders: ['Host', mark, 'Origin', mark] },
      context,
    );
    expect(JSON.stringify(verdict)).not.toContain(mark);
  });
});
