import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../main/web/host.ts';
import { startSuite } from './report.ts';

/** Clients that hold a connection without using it. What counts is when the host lets go, not what it says. */
const MOST_MS = 10_000;
const GIVE_UP_MS = 11_000;

type Target = { readonly port: number; readonly token: string };
type Slow = (socket: Socket, target: Target) => Promise<void>;
const head = ({ port, token }: Target, path: string, type: string, more: string): string =>
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\nContent-Type: ${type}\r\n${more}\r\n\r\n`;
const call = (target: Target, length = 40): string =>
  head(target, '/rpc', 'application/json', `Content-Length: ${length}`);
/** Writes byte by byte for as long as the other side takes it. */
const drip = async (socket: Socket, text: string, everyMs: number): Promise<void> => {
  for (const byte of text) {
    if (socket.destroyed) return;
    socket.write(byte);
    await wait(everyMs);
  }
};

const clients: Readonly<Record<string, Slow>> = {
  'says nothing': () => Promise.resolve(),
  'stops in the first line': async (socket) => void socket.write('GET / HT'),
  'stops in the head': async (socket, target) => void socket.write(call(target).slice(0, -4)),
  'sends its head byte by byte': (socket, target) => drip(socket, call(target), 400),
  'sends one more header each second': (socket, { port }) =>
    drip(socket, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX: ${'a'.repeat(60)}`, 200),
  'stops before the body': async (socket, target) => void socket.write(call(target)),
  'stops in the body': async (socket, target) => void socket.write(`${call(target)}{"name"`),
  'sends its body byte by byte': (socket, target) => {
    socket.write(call(target, 2_000));
    return drip(socket, ' '.repeat(2_000), 200);
  },
  'takes long for the head and then stops in the body': async (socket, target) => {
    const text = call(target);
    socket.write(text.slice(0, 30));
    await wait(4_000);
    socket.write(`${text.slice(30)}{`);
  },
  'stops before a file': async (socket, target) =>
    void socket.write(head(target, '/upload', 'application/octet-stream', 'Content-Length: 900')),
  'takes long for the head and then stops before a file': async (socket, target) => {
    const text = head(target, '/upload', 'application/octet-stream', 'Content-Length: 900');
    socket.write(text.slice(0, 30));
    await wait(4_000);
    socket.write(text.slice(30));
  },
  'stops in a chunk': async (socket, target) =>
    void socket.write(`${head(target, '/rpc', 'application/json', 'Transfer-Encoding: chunked')}ff\r\n{`),
  'is answered and then says nothing': async (socket, { port }) =>
    void socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`),
  'is refused and goes on sending a large file': (socket, target) => {
    socket.write(
      head({ ...target, token: 'x' }, '/upload', 'application/octet-stream', 'Content-Length: 3000000'),
    );
    return drip(socket, 'x'.repeat(200), 200);
  },
};

/** Milliseconds from the first moment until the host ended the connection; `GIVE_UP_MS` where it did not. */
const heldFor = (target: Target, slow: Slow): Promise<number> =>
  new Promise((resolve) => {
    const started = performance.now();
    const socket = connect(target.port, '127.0.0.1', () => void slow(socket, target));
    const timer = setTimeout(() => socket.destroy(), GIVE_UP_MS);
    socket.on('error', () => undefined);
    socket.on('data', () => undefined);
    // The host has let go as soon as it says so; a client that goes on sending then is its own affair.
    socket.on('end', () => socket.destroy());
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(performance.now() - started);
    });
  });

type AtEnd = (stop: () => Promise<void>) => void;
const start = async (
  onTestFinished: AtEnd,
): Promise<{ readonly test: TestHost; readonly target: Target }> => {
  const test = await startTestHost();
  onTestFinished(() => test.stop());
  return { test, target: { port: test.host.port, token: await test.token() } };
};

describe.concurrent('slow clients', () => {
  it('are all cut within ten seconds, whatever they do; a patient host is caught', async ({
    onTestFinished,
  }) => {
    const { test, target } = await start(onTestFinished);
    const { done } = startSuite('slow clients');
    const server = createServer((_request, response) => response.end());
    server.headersTimeout = 0;
    server.requestTimeout = 0;
    server.keepAliveTimeout = 0;
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const patient = { ...target, port: (server.address() as AddressInfo).port };
    const names = Object.keys(clients);
    const [held, planted] = await Promise.all(
      [target, patient].map((host) =>
        Promise.all(names.map(async (name) => [name, await heldFor(host, clients[name]!)] as const)),
      ),
    );
    server.closeAllConnections();
    server.close();
    expect(held!.filter(([, ms]) => ms > MOST_MS)).toEqual([]);
    const caught = planted!.filter(([, ms]) => ms > MOST_MS).length;
    expect(caught).toBeGreaterThan(names.length / 2);
    done({
      cases: names.length,
      seen: { 'longest held ms': Math.round(Math.max(...held!.map(([, ms]) => ms))) },
      planted: 1,
      found: 1,
    });
    expect(test.calls).toEqual([]);
  }, 30_000);

  it('never hold more than 64 connections, and the page is served once they are cut', async ({
    onTestFinished,
  }) => {
    const { test, target } = await start(onTestFinished);
    const sockets = Array.from({ length: 200 }, () => connect(target.port, '127.0.0.1'));
    for (const socket of sockets) socket.on('error', () => undefined).on('data', () => undefined);
    await wait(500);
    const open = sockets.filter(({ destroyed, readyState }) => !destroyed && readyState === 'open').length;
    expect(open).toBeLessThanOrEqual(64);
    expect(open).toBeGreaterThan(0);
    await expect
      .poll(
        () =>
          test.ask({}).then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: MOST_MS, interval: 500 },
      )
      .toBe(200);
    for (const socket of sockets) socket.destroy();
  }, 20_000);
});
