import { connect, type AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { collectGarbage } from '../../main/garbage.ts';
import { securityHeaders } from '../../main/content-security.ts';
import { startTestHost } from '../main/web/host.ts';
import type { Random } from '../helpers/random.ts';
import { rawRequest, type Target } from './raw-requests.ts';
import { casesOf, MANY_MS, startSuite } from './report.ts';

const AT_ONCE = 24;
/** How long nothing may come before the answer counts as whole, and how many turns of the loop that has to hold for. */
const QUIET_MS = 12;
const QUIET_TURNS = 25;

/** What came back; the sender closes once it was quiet for a moment. */
const exchange = (port: number, bytes: Buffer): Promise<string> =>
  new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1');
    /** On a busy machine the time is over before what came was looked at, so turns count as well. */
    const waitForMore = (before: number, turns: number): void => {
      if (socket.destroyed || text.length > before) return;
      if (turns === 0) socket.destroy();
      else setImmediate(() => waitForMore(before, turns - 1));
    };
    const quiet = (): NodeJS.Timeout => setTimeout(() => waitForMore(text.length, QUIET_TURNS), QUIET_MS);
    let timer = quiet();
    socket.on('connect', () => {
      clearTimeout(timer);
      socket.write(bytes, () => (timer = quiet()));
    });
    socket.on('data', (part) => {
      text += part.toString('latin1');
      clearTimeout(timer);
      timer = quiet();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(text);
    });
  });

const known = new Set([200, 400, 401, 403, 404, 405, 408, 413, 415, 417, 431]);
/** Headers of every answer; the policy differs by its nonce. */
const always = Object.keys(securityHeaders('x'));

/** What is wrong with the answers to one request, in words. */
const faultsOf = (text: string): string[] => {
  const faults: string[] = [];
  for (const answer of text.split(/(?=HTTP\/1\.1 \d{3} )/)) {
    if (answer === '') continue;
    const [head = '', body = ''] = answer.split('\r\n\r\n', 2);
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]);
    const names = head
      .toLowerCase()
      .split('\r\n')
      .map((line) => line.split(':', 1)[0]!);
    if (!known.has(status)) faults.push(`answered ${Number.isNaN(status) ? 'without a status' : status}`);
    for (const name of always) if (!names.includes(name)) faults.push(`answered ${status} without ${name}`);
    if (/access-control-|set-cookie|x-powered-by|^server:/im.test(head))
      faults.push('said a header too many');
    if (/fuzz\d/.test(body) || /fuzz\d/.test(head)) faults.push('repeated what was sent');
  }
  return faults;
};

type Found = {
  readonly faults: Map<string, number>;
  readonly statuses: Map<string, number>;
  reached: number;
};
const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);

let marks = 0;
/** Marks of all requests that may reach a core: on a slow machine a call arrives when its sender has long gone on. */
const allowed = new Set<string>();

/** Sends them all and looks at every answer and at every call that reached the core. */
const attack = async (
  random: Random,
  target: Target,
  cases: number,
  calls: readonly { readonly name: string }[],
): Promise<Found> => {
  const found: Found = { faults: new Map(), statuses: new Map(), reached: 0 };
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < cases) {
      next += 1;
      marks += 1;
      const request = rawRequest(random, target, `fuzz${marks}`);
      if (request.allowed) allowed.add(request.mark);
      const text = await exchange(target.port, request.bytes);
      for (const fault of faultsOf(text)) count(found.faults, fault);
      for (const [, status] of text.matchAll(/HTTP\/1\.1 (\d{3}) /g)) count(found.statuses, status!);
      if (text === '') count(found.statuses, 'nothing');
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  for (const { name } of calls) {
    found.reached += 1;
    if (!allowed.has(name)) count(found.faults, 'a call that was not allowed reached the core');
  }
  return found;
};

/** Bytes of the heap and of buffers that are still in use. */
const inUse = (): number => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** A host as it is written in an afternoon: it reads what comes, answers everybody, and falls over where JSON is none. */
const careless = async (calls: { name: string }[]): Promise<{ port: number; close: () => void }> => {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      try {
        if (request.headers['content-type'] === undefined) throw new Error('What is this?');
        if (request.url === '/rpc') calls.push(JSON.parse(body) as { name: string });
        response.setHeader('access-control-allow-origin', '*').end(`You asked for ${body}`);
      } catch {
        response.writeHead(500).end('Error');
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { port: (server.address() as AddressInfo).port, close: () => server.closeAllConnections() };
};

test(
  'raw bytes end nothing, reach nothing that they may not, and get one of the known answers',
  async () => {
    const { random, done } = startSuite('sockets');
    const cases = casesOf(1_000, 20_000);
    const host = await startTestHost({ answer: () => Promise.resolve({ ok: true, value: null }) });
    const target = { port: host.host.port, token: await host.token() };
    // What the first requests load stays loaded.
    await attack(random, target, 200, []);
    host.calls.length = 0;
    const before = inUse();
    const found = await attack(random, target, cases, host.calls);
    const { length } = host.calls;
    host.calls.length = 0;
    // Connections that were left in the middle take a moment to go.
    await wait(1_500);
    const grown = (inUse() - before) / 1e6;
    expect(Object.fromEntries(found.faults)).toEqual({});
    expect(length).toBeGreaterThan(cases / 20);
    expect(grown).toBeLessThan(20);
    // What got no answer says little.
    expect(found.statuses.get('nothing') ?? 0).toBeLessThan(cases / 3);
    expect((await host.ask({})).status).toBe(200);
    await host.stop();

    const calls: { name: string }[] = [];
    const other = await careless(calls);
    const planted = await attack(random, { ...target, port: other.port }, 400, calls);
    other.close();
    const expected = [
      'answered 500',
      'answered 200 without content-security-policy',
      'said a header too many',
      'repeated what was sent',
      'a call that was not allowed reached the core',
    ];
    const seen = expected.filter((fault) => planted.faults.has(fault));
    expect(seen).toEqual(expected);
    done({
      cases,
      seen: {
        ...Object.fromEntries([...found.statuses].toSorted(([a], [b]) => a.localeCompare(b))),
        'let through': length,
        'memory grown by MB': Math.round(grown * 10) / 10,
      },
      planted: expected.length,
      found: seen.length,
    });
  },
  MANY_MS,
);
