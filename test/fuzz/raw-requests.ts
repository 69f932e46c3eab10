import type { Random } from '../helpers/random.ts';

/** One thing to send over a socket, and what may come of it. */
export type RawRequest = {
  readonly bytes: Buffer;
  /** Stands in the call's name, so that a call that reached the core can be traced back. */
  readonly mark: string;
  /** Whether this request may reach a handler: every part of it is as it should be. */
  readonly allowed: boolean;
};
export type Target = { readonly port: number; readonly token: string };

const odd = [
  'Accept: */*',
  'Cookie: token=x',
  'X-Forwarded-Host: 127.0.0.1',
  'X-Forwarded-For: 127.0.0.1',
  'X-HTTP-Method-Override: POST',
  'Referer: http://evil.test/',
  'Connection: keep-alive',
  'Connection: close, host',
  'Trailer: Authorization',
  'TE: trailers',
  'Range: bytes=0-1',
  'If-None-Match: *',
];
const noiseOf = (random: Random, most: number): string =>
  Array.from({ length: random.below(most) }, () => String.fromCharCode(random.below(256))).join('');

/** A part of the head that is wrong, as lines in place of the right one. */
const wrongLines = (own: string, token: string): Readonly<Record<string, readonly string[]>> => ({
  Host: [
    '',
    'Host: evil.test',
    `Host: localhost${own.slice(9)}`,
    `Host: ${own}\r\nHost: ${own}`,
    `Host: ${own}, x`,
    `Host:${own}\t.`,
    `Host: ${own}\0`,
  ],
  Origin: [
    '',
    'Origin: null',
    'Origin: http://evil.test',
    `Origin: http://${own}.evil.test`,
    `Origin: https://${own}`,
    `Origin: http://${own}\r\nOrigin: http://${own}`,
  ],
  Authorization: [
    '',
    'Authorization: Bearer x',
    `Authorization: Bearer ${token.slice(1)}`,
    `Authorization: ${token}`,
    `Authorization: Bearer ${token.toLowerCase()}x`,
  ],
  'Content-Type': [
    '',
    'Content-Type: text/plain',
    'Content-Type: multipart/form-data; boundary=x',
    'Content-Type: application/json, text/plain',
  ],
  'Sec-Fetch-Site': ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Site: none', 'Sec-Fetch-Site: same-site'],
  Extra: [
    'Upgrade: websocket\r\nConnection: Upgrade',
    'Expect: 100-continue',
    'Expect: x',
    'Content-Encoding: gzip',
  ],
});

/** Ways to say how long a body is that two readers may read apart. */
const framings = (length: number): readonly string[] => [
  `Content-Length: ${length}\r\nTransfer-Encoding: chunked`,
  `Transfer-Encoding: chunked\r\nContent-Length: ${length}`,
  `Content-Length: ${length}\r\nContent-Length: ${length + 1}`,
  `Content-Length: ${length}, ${length}`,
  `Content-Length: +${length}`,
  `Content-Length: 0x${length.toString(16)}`,
  `Content-Length : ${length}`,
  `Transfer-Encoding : chunked`,
  'Transfer-Encoding: xchunked',
  'Transfer-Encoding: chunked, identity',
  'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity',
  'Transfer-Encoding:\x0bchunked',
  'Transfer-Encoding: chunked\nX: y',
];

/** A call as the page makes it, with `wrong` parts of it replaced. */
const call = (random: Random, { port, token }: Target, mark: string): RawRequest => {
  const own = `127.0.0.1:${port}`;
  const body = `{"name":"${mark}","input":{"a":${random.below(9)}}}`;
  const right: Record<string, string> = {
    Host: `Host: ${own}`,
    Origin: `Origin: http://${own}`,
    Authorization: `Authorization: Bearer ${token}`,
    'Content-Type': 'Content-Type: application/json',
    'Sec-Fetch-Site': random.chance(0.5) ? 'Sec-Fetch-Site: same-origin' : '',
    Extra: random.chance(0.5) ? random.pick(odd) : '',
    Framing: `Content-Length: ${body.length}`,
  };
  const wrong = wrongLines(own, token);
  let allowed = true;
  for (const part of Object.keys(wrong)) {
    if (random.chance(0.12)) {
      right[part] = random.pick(wrong[part]!);
      allowed = false;
    }
  }
  if (random.chance(0.15)) {
    right['Framing'] = random.pick(framings(body.length));
    allowed = false;
  }
  const target = random.chance(0.9)
    ? '/rpc'
    : random.pick(['/rpc?', '/rpc/', '//rpc', '/RPC', '/tab?x', `http://${own}/rpc`, '/%72pc']);
  const method = random.chance(0.95) ? 'POST' : random.pick(['GET', 'PUT', 'post', 'PATCH', 'CONNECT']);
  if (target !== '/rpc' || method !== 'POST') allowed = false;
  const lines = Object.values(right).filter((line) => line !== '');
  if (random.chance(0.5)) lines.reverse();
  const bytes = Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`, 'latin1');
  return { bytes, mark, allowed };
};

/** Bytes that were changed, cut, doubled or moved after they were put together. */
const damaged = (random: Random, target: Target, mark: string): RawRequest => {
  // Without the token, so that no change of one byte can lead anywhere.
  const { bytes } = call(random, { ...target, token: 'x'.repeat(43) }, mark);
  const at = random.below(bytes.length);
  const change = random.pick<() => Buffer>([
    () => bytes.subarray(0, at),
    () => Buffer.concat([bytes.subarray(0, at), Buffer.from([random.below(256)]), bytes.subarray(at)]),
    () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]),
    () => Buffer.concat([bytes, bytes]),
    () => Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)]),
    () => Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
    () => Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\r'), 'latin1'),
  ]);
  return { bytes: change(), mark, allowed: false };
};

/** No request at all, or one that is far too large. */
const rubbish = (random: Random, { port }: Target, mark: string): RawRequest => {
  const host = `Host: 127.0.0.1:${port}\r\n`;
  const text = random.pick<() => string>([
    () => noiseOf(random, 400),
    () => `\x16\x03\x01${noiseOf(random, 200)}`,
    () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    () => `GET /${'a'.repeat(random.below(20_000))} HTTP/1.1\r\n${host}\r\n`,
    () => `GET / HTTP/1.1\r\n${host}X: ${'a'.repeat(16_000 + random.below(4_000))}\r\n\r\n`,
    () => `GET / HTTP/1.1\r\n${'a:b\r\n'.repeat(random.below(4_000))}${host}\r\n`,
    () => `GET /${encodeURIComponent(noiseOf(random, 60))} HTTP/1.1\r\n${host}\r\n`,
    () => `GET / HTTP/${noiseOf(random, 4)}\r\n${host}\r\n`,
    () => `POST /rpc HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n${noiseOf(random, 20)}\r\n`,
    () =>
      `POST /session HTTP/1.1\r\n${host}Origin: http://127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{"nonce":1}`,
    () => `\r\n\r\n\r\n${noiseOf(random, 40)}`,
    () => '',
  ])();
  return { bytes: Buffer.from(text, 'latin1'), mark, allowed: false };
};

/** Half of them calls with or without a fault in the head, the rest damaged bytes and rubbish. */
export const rawRequest = (random: Random, target: Target, mark: string): RawRequest => {
  const share = random.next();
  const make = share < 0.5 ? call : share < 0.75 ? damaged : rubbish;
  return make(random, target, mark);
};
