import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { assertNever } from '../../shared/assert-never.ts';
import { uploadTooLarge } from '../../shared/bridge.ts';
import { failure, internalFailure } from '../../shared/reply.ts';
import type { Clock } from '../clock.ts';
import { pageWithNonce, responseNonce } from '../content-security.ts';
import type { CoreClient } from '../core-client.ts';
import { contentType, resolveStatic } from '../static-files.ts';
import type { Uploads } from '../uploads.ts';
import { bodyParts, parseObject, readBody, senderClock } from './body.ts';
import { gate, type GateContext, type Refusal } from './gate.ts';
import { send, sendBare, sendJson, sendRefusal } from './respond.ts';
import { createServer } from './http.ts';
import { PortError } from './port-error.ts';
import { createSession } from './session.ts';

export type WebHostOptions = {
  readonly core: CoreClient;
  readonly saveUpload: Uploads['save'];
  /** Folder of the built page. */
  readonly rendererDir: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly clock: Pick<Clock, 'now'>;
  /** Told each address that was made because a second start asked for one. */
  readonly onAddress: (address: string) => void;
};

export type WebHost = {
  readonly port: number;
  /** Opens /handover, and nothing else. */
  readonly handoverKey: string;
  /** Makes a fresh one-time address, good for a minute. */
  readonly address: () => string;
  /** Stops listening, lets the requests in flight end, and cuts what is left after a second. */
  readonly close: () => Promise<void>;
};

const HOST = '127.0.0.1';
const MAX_SOCKETS = 64;
const CLOSE_MS = 1_000;
const limits = {
  // Looked at once per interval; with what `cutIfSlow` leaves for the body, a slow sender is cut within ten seconds.
  headersTimeout: 5_000,
  // The most that an upload may take; it is for disks, since the sender is on the same computer.
  requestTimeout: 120_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 5_000,
  maxHeaderSize: 16_384,
  insecureHTTPParser: false,
  // The gate refuses a missing Host itself, so that this answer has the security headers too.
  requireHostHeader: false,
} as const;
/** A reader that takes nothing for this long is cut; far longer than any call to the core takes. */
const IDLE_SOCKET_MS = 120_000;
const hashedAsset = /^\/assets\/[^/]+-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/;

const portError = (code: string | undefined, port: number): PortError => {
  if (code === 'EADDRINUSE') {
    return new PortError(`Port ${port} is in use by another program. Choose another one with --port.`);
  }
  if (code === 'EACCES') {
    return new PortError(`Port ${port} may not be used by this account. Choose another one with --port.`);
  }
  return new PortError('Groundwork could not listen on this computer, so no browser can reach it.');
};

/**
 * Serves the page and carries calls to the core, on the loopback interface only.
 * Rejects with `PortError`. After it resolves, nothing that a client sends makes it throw.
 */
export const startWebHost = async (options: WebHostOptions): Promise<WebHost> => {
  const session = createSession(options.clock);
  let context: GateContext = { port: options.port, holds: session.holds };
  let closing = false;
  const address = (): string => `http://${HOST}:${context.port}/#nonce=${session.newNonce()}`;

  const sendFile = async (path: string, response: ServerResponse): Promise<void> => {
    const file = resolveStatic(options.rendererDir, path);
    const bytes = file === null ? null : await readFile(file).catch(() => null);
    if (file === null || bytes === null) return sendRefusal(response, nothingHere);
    const type = contentType(file);
    if (type.startsWith('text/html')) {
      const nonce = responseNonce();
      return send(response, { status: 200, type, nonce, body: pageWithNonce(bytes.toString(), nonce) });
    }
    const headers = hashedAsset.test(path) ? { 'cache-control': 'private, max-age=31536000, immutable' } : {};
    return send(response, { status: 200, type, body: bytes, headers });
  };

  const sendReply = async (body: Buffer, response: ServerResponse): Promise<void> => {
    const call = parseObject(body, ['name', 'input']);
    if (typeof call?.['name'] !== 'string') {
      return sendJson(response, 400, failure('invalid', 'This request is no call that Groundwork knows.'));
    }
    const reply = await options.core.call(call['name'], call['input']).catch(() => internalFailure);
    sendJson(response, 200, reply);
  };

  const sendUpload = async (
    request: IncomingMessage,
    response: ServerResponse,
    whole: NodeJS.Timeout,
  ): Promise<void> => {
    const reply = await options.saveUpload(bodyParts(request, response, whole));
    // What was not read of the body would stand in the way of the next request.
    if (!reply.ok && request.readableDidRead) response.shouldKeepAlive = false;
    sendJson(response, reply === uploadTooLarge ? 413 : 200, reply);
  };

  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    whole: NodeJS.Timeout,
  ): Promise<void> => {
    if (closing) response.shouldKeepAlive = false;
    const { method = '', url = '', rawHeaders } = request;
    const verdict = gate({ method, url, rawHeaders }, context);
    if (verdict.kind === 'refuse') return sendRefusal(response, verdict);
    if (verdict.route === 'file') return sendFile(verdict.path, response);
    if (verdict.route === 'upload') return sendUpload(request, response, whole);
    const body = await readBody(request, verdict.limit);
    if (body === null) return sendRefusal(response, tooLarge);
    switch (verdict.route) {
      case 'rpc':
        return sendReply(body, response);
      case 'session': {
        const nonce = parseObject(body, ['nonce'])?.['nonce'];
        const token = typeof nonce === 'string' ? session.exchange(nonce) : null;
        return token === null ? sendRefusal(response, usedUp) : sendJson(response, 200, { token });
      }
      case 'tab':
        return sendJson(response, 200, { address: address() });
      case 'handover': {
        const fresh = address();
        options.onAddress(fresh);
        return sendJson(response, 200, { address: fresh });
      }
      default:
        return assertNever(verdict.route);
    }
  };

  const server = createServer(limits);
  server.timeout = IDLE_SOCKET_MS;
  server.maxConnections = MAX_SOCKETS;
  server.maxRequestsPerSocket = 0;
  // All headers that fit are seen; a limit would hide the ones after it from the gate.
  server.maxHeadersCount = 0;
  const senders = senderClock();
  server.on('connection', senders.opened);
  const listen = (request: IncomingMessage, response: ServerResponse): void => {
    const whole = senders.cutIfSlow(request, response);
    request.on('close', () => clearTimeout(whole));
    response.on('error', () => request.destroy());
    answer(request, response, whole).catch(() => request.destroy());
  };
  for (const event of ['request', 'checkContinue', 'checkExpectation']) server.on(event, listen);
  server.on('connect', (_request, socket) => sendBare(socket, 405, 'Groundwork is no proxy.'));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'HPE_HEADER_OVERFLOW') return sendBare(socket, 431, 'The headers are too large.');
    if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return sendBare(socket, 408, 'The request took too long.');
    return sendBare(socket, 400, 'This is no request that Groundwork can read.');
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error.code, options.port)));
    server.listen({ host: HOST, port: options.port, exclusive: true }, resolve);
  });
  server.on('error', () => undefined);
  const { port } = server.address() as AddressInfo;
  context = { port, holds: session.holds };

  return {
    port,
    handoverKey: session.handoverKey,
    address,
    close: () =>
      new Promise((closed) => {
        closing = true;
        server.close(() => closed());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), CLOSE_MS).unref();
      }),
  };
};

const nothingHere: Refusal = { kind: 'refuse', status: 404, sentence: 'There is nothing at this address.' };
const tooLarge: Refusal = { kind: 'refuse', status: 413, sentence: 'This request is too large.' };
const usedUp: Refusal = {
  kind: 'refuse',
  status: 401,
  sentence:
    'This address was used before or is older than a minute. Press Enter in the terminal for a new one.',
};
