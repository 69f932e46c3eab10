import { expect, test } from 'vitest';
import { gate, routes, type GateRequest } from '../../main/web/gate.ts';
import { MAX_UPLOAD } from '../../shared/bridge.ts';
import type { Random } from '../helpers/random.ts';
import { casesOf, MANY_MS, startSuite } from './report.ts';

/** The gate against combinations of everything that can be wrong with a request, with an oracle that knows no code of it. */
const port = 4321;
const own = `127.0.0.1:${port}`;
const secrets = { token: 't'.repeat(43), handover: 'h'.repeat(43) };
const context = { port, holds: (secret: 'token' | 'handover', given: string) => secrets[secret] === given };
type Gate = (request: GateRequest) => { readonly kind: 'pass' | 'refuse' };
const realGate: Gate = (request) => gate(request, context);

/** The routes as they are meant, said once more: a route that is added has to be added here. */
type Meant = {
  readonly path: string;
  readonly secret: string | null;
  readonly type: string | null;
  readonly limit: number;
};
const meant: readonly Meant[] = [
  { path: '/', secret: null, type: null, limit: 0 },
  { path: '/assets/index-abcdEF12.js', secret: null, type: null, limit: 0 },
  { path: '/session', secret: null, type: 'application/json', limit: 1_000_000 },
  { path: '/rpc', secret: secrets.token, type: 'application/json', limit: 1_000_000 },
  { path: '/upload', secret: secrets.token, type: 'application/octet-stream', limit: MAX_UPLOAD },
  { path: '/tab', secret: secrets.token, type: 'application/json', limit: 1_000_000 },
  { path: '/handover', secret: secrets.handover, type: 'application/json', limit: 1_000_000 },
];

/** What one part of a request says; `good` where the gate may let it through. */
type Form = { readonly good: boolean; readonly values: readonly string[] };
const good = (...values: string[]): Form => ({ good: true, values });
const bad = (...values: string[]): Form => ({ good: false, values });
const eitherWay = (isGood: boolean, ...values: string[]): Form => ({ good: isGood, values });
/** A part of the request by the name of its header, or of the head's first line; `good` forms come first. */
const axes: Readonly<Record<string, (route: Meant) => readonly Form[]>> = {
  method: ({ type }) => [
    type === null ? good('GET') : good('POST'),
    eitherWay(type === null, 'HEAD'),
    ...['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'post', 'get', 'PROPFIND'].map((one) =>
      bad(one),
    ),
    type === null ? bad('POST') : bad('GET'),
  ],
  target: ({ path, type }) => [
    good(path),
    eitherWay(type === null, `${path}?x=1`),
    bad(`http://${own}${path}`),
    bad(`http://evil.test${path}`),
    bad('*'),
  ],
  Host: () => [
    good(own),
    bad(),
    bad(own, own),
    bad(own, 'evil.test'),
    ...[
      '',
      '127.0.0.1',
      `localhost:${port}`,
      `rebind.test:${port}`,
      `127.0.0.1.evil.test:${port}`,
      `evil.test@${own}`,
      `${own}.`,
      `127.0.0.1:${port + 1}`,
      `2130706433:${port}`,
      `[::1]:${port}`,
      `[::ffff:127.0.0.1]:${port}`,
      `0.0.0.0:${port}`,
      `${own}, evil.test`,
    ].map((one) => bad(one)),
  ],
  Origin: ({ type }) => [
    good(`http://${own}`),
    eitherWay(type === null),
    bad(`http://${own}`, `http://${own}`),
    ...['', 'null', 'http://evil.test', `https://${own}`, `http://${own}.evil.test`, `http://${own}/`].map(
      (one) => bad(one),
    ),
  ],
  'Sec-Fetch-Site': ({ type }) => [
    good(),
    good('same-origin'),
    eitherWay(type === null, 'none'),
    bad('same-origin', 'same-origin'),
    ...['cross-site', 'same-site', '', 'Same-Origin', 'x'].map((one) => bad(one)),
  ],
  Authorization: ({ secret }) => [
    secret === null ? good() : good(`Bearer ${secret}`),
    eitherWay(secret === null),
    bad(`Bearer ${secret}`, `Bearer ${secret}`),
    ...[
      '',
      'Bearer',
      `Bearer ${secret?.slice(1)}`,
      `Bearer ${secret}x`,
      `bearer ${secret}`,
      `Basic ${secret}`,
      `Bearer ${secret === secrets.token ? secrets.handover : secrets.token}`,
    ].map((one) => eitherWay(secret === null, one)),
  ],
  'Content-Type': ({ type }) => [
    type === null ? good() : good(type),
    eitherWay(type === null),
    bad(type ?? 'text/plain', type ?? 'text/plain'),
    ...[
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'text/json',
    ].map((one) => eitherWay(type === null, one)),
  ],
  'Content-Length': ({ limit, type }) => [
    type === null ? good() : good('2'),
    eitherWay(true, String(limit)),
    ...[String(limit + 1), '-1', '2, 2', '0x1', '9'.repeat(20)].map((one) => bad(one)),
    bad('2', '3'),
  ],
  'Transfer-Encoding': () => [good(), ...['chunked', 'gzip, chunked', 'identity'].map((one) => bad(one))],
  'Content-Encoding': ({ type }) => [good(), eitherWay(type === null, 'gzip'), bad('br', 'br')],
  Upgrade: () => [good(), bad('websocket'), bad('h2c')],
  Expect: () => [good(), bad('100-continue'), bad('x')],
};
const names = Object.keys(axes);

type Case = { readonly request: GateRequest; readonly allowed: boolean };
const build = (forms: Readonly<Record<string, Form>>, upside: boolean): Case => {
  const headers = names.filter((name) => name !== 'method' && name !== 'target');
  const inOrder = upside ? headers.toReversed() : headers;
  return {
    allowed: names.every((name) => forms[name]!.good),
    request: {
      method: forms['method']!.values[0]!,
      url: forms['target']!.values[0]!,
      rawHeaders: inOrder.flatMap((name) =>
        forms[name]!.values.flatMap((value) => [upside ? name.toUpperCase() : name, value]),
      ),
    },
  };
};
const usual = (route: Meant): Record<string, Form> =>
  Object.fromEntries(names.map((name) => [name, axes[name]!(route)[0]!]));

/** Every single fault and every pair of faults on every route. */
function* pairs(): Generator<Case> {
  for (const route of meant) {
    for (const [at, first] of names.entries()) {
      for (const one of axes[first]!(route)) {
        yield build({ ...usual(route), [first]: one }, false);
        for (const second of names.slice(at + 1)) {
          for (const other of axes[second]!(route)) {
            yield build({ ...usual(route), [first]: one, [second]: other }, false);
          }
        }
      }
    }
  }
}

/** Any number of faults at once; each part is as it should be three times of four. */
const anyCase = (random: Random): Case => {
  const route = random.pick(meant);
  const forms = names.map((name) => [name, random.pick(axes[name]!(route))] as const);
  return build(
    Object.fromEntries(forms.map(([name, form]) => [name, random.chance(0.75) ? usual(route)[name]! : form])),
    random.chance(0.5),
  );
};

const bypasses = (
  tried: Gate,
  cases: Iterable<Case>,
): { bypassed: number; refusedWrongly: number; passed: number } => {
  const counts = { bypassed: 0, refusedWrongly: 0, passed: 0 };
  for (const { request, allowed } of cases) {
    const { kind } = tried(request);
    if (kind === 'pass') counts.passed += 1;
    if (kind === 'pass' && !allowed) counts.bypassed += 1;
    if (kind === 'refuse' && allowed) counts.refusedWrongly += 1;
  }
  return counts;
};

/** A gate that forgot to look at one part: it sees the form that a good request has there. */
const forgetful =
  (part: string): Gate =>
  (request) => {
    const route = meant.find(({ path }) => request.url === path) ?? meant[3]!;
    const should = usual(route)[part]!.values;
    if (part === 'method') return realGate({ ...request, method: should[0]! });
    if (part === 'target') return realGate({ ...request, url: should[0]! });
    const kept: string[] = [];
    for (let at = 0; at < request.rawHeaders.length; at += 2) {
      const [name, value] = [request.rawHeaders[at]!, request.rawHeaders[at + 1]!];
      if (name.toLowerCase() !== part.toLowerCase()) kept.push(name, value);
    }
    return realGate({ ...request, rawHeaders: [...kept, ...should.flatMap((value) => [part, value])] });
  };

test('the routes are the ones that are meant', () => {
  const paths = meant.map(({ path }) => path).filter((path) => !path.startsWith('/assets/'));
  expect([...routes.keys()].toSorted()).toEqual(paths.toSorted());
});

test(
  'nothing but a good request passes, whatever is combined',
  () => {
    const { random, done } = startSuite('gate');
    const systematic = [...pairs()];
    const count = casesOf(20_000, 100_000);
    const some = Array.from({ length: count }, () => anyCase(random));
    const counts = bypasses(realGate, [...systematic, ...some]);
    expect(counts).toMatchObject({ bypassed: 0, refusedWrongly: 0 });
    expect(counts.passed).toBeGreaterThan(count / 100);

    const found = names.filter((part) => bypasses(forgetful(part), systematic).bypassed > 0);
    expect(found).toEqual(names);
    done({
      cases: systematic.length + count,
      seen: { passed: counts.passed, bypassed: counts.bypassed },
      planted: names.length,
      found: found.length,
    });
  },
  MANY_MS,
);
