import type { ServerResponse } from 'node:http';
import { STATUS_CODES } from './http.ts';
import type { Duplex } from 'node:stream';
import { responseNonce, securityHeaders } from '../content-security.ts';
import type { Refusal } from './gate.ts';

const PLAIN = 'text/plain; charset=utf-8';
/** Up to this many bytes of a refused body are read and thrown away, so that the sender gets to see the answer. */
const DRAIN_LIMIT = 4_000_000;

export type Answer = {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  /** The nonce in the body, where the body is the page. */
  readonly nonce?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** The only way in which a response leaves: with the security headers, whatever it says. */
export const send = (response: ServerResponse, answer: Answer): void => {
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  response.writeHead(answer.status, {
    ...securityHeaders(answer.nonce ?? responseNonce()),
    'content-type': answer.type,
    'content-length': body.length,
    ...answer.headers,
  });
  response.end(body);
};

export const sendJson = (response: ServerResponse, status: number, value: unknown): void =>
  send(response, { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) });

/** A refusal in one plain sentence. `keep` says whether the connection may be used again. */
export const sendRefusal = (response: ServerResponse, refusal: Refusal): void => {
  const declared = response.req.headers['content-length'];
  const chunked = response.req.headers['transfer-encoding'] !== undefined;
  const keep = !chunked && Number(declared ?? 0) <= DRAIN_LIMIT;
  send(response, {
    status: refusal.status,
    type: PLAIN,
    body: `${refusal.sentence}\n`,
    headers: {
      ...(refusal.allow === undefined ? {} : { allow: refusal.allow }),
      ...(keep ? {} : { connection: 'close' }),
    },
  });
};

/** An answer to what never became a request, written by hand, and the end of the connection. */
export const sendBare = (socket: Duplex, status: number, sentence: string): void => {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const head = Object.entries({
    ...securityHeaders(responseNonce()),
    'content-type': PLAIN,
    'content-length': String(Buffer.byteLength(sentence) + 1),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join('')}\r\n${sentence}\n`, () =>
    socket.destroy(),
  );
};
