import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CoreClient } from '../../../main/core-client.ts';
import { openUploads, type Uploads } from '../../../main/uploads.ts';
import { startWebHost, type WebHost } from '../../../main/web/server.ts';

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
};

export type TestHost = {
  readonly host: WebHost;
  readonly own: string;
  /** Its data folder, where uploads are kept. */
  readonly dataDir: string;
  /** Calls that reached the stand-in core. */
  readonly calls: { readonly name: string; readonly input: unknown }[];
  readonly addresses: string[];
  /** Moves the host's clock on. */
  readonly pass: (ms: number) => void;
  readonly ask: (options: {
    readonly method?: string;
    readonly path?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string | Buffer;
  }) => Promise<Answer>;
  /** Trades a fresh address for the token. */
  readonly token: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** A page of one file and one hashed asset. */
export const makePage = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'groundwork-page-'));
  mkdirSync(join(root, 'assets'));
  writeFileSync(
    join(root, 'index.html'),
    '<!doctype html><meta property="csp-nonce" content="__CSP_NONCE__" nonce="__CSP_NONCE__"><title>Page</title>',
  );
  writeFileSync(join(root, 'assets/index-abcdEF12.js'), 'export {};');
  writeFileSync(join(root, 'plain.txt'), 'plain');
  return root;
};

/** The web host in front of a core that only counts, and of real uploads. */
export const startTestHost = async (
  options: { readonly answer?: CoreClient['call']; readonly saveUpload?: Uploads['save'] } = {},
): Promise<TestHost> => {
  const { answer } = options;
  const rendererDir = makePage();
  const dataDir = mkdtempSync(join(tmpdir(), 'groundwork-data-'));
  const calls: { name: string; input: unknown }[] = [];
  const addresses: string[] = [];
  let now = 1_800_000_000_000;
  const core: CoreClient = {
    call: (name, input) => {
      calls.push({ name, input });
      return answer === undefined
        ? Promise.resolve({ ok: true, value: { secret: 'of the person' } })
        : answer(name, input);
    },
    close: () => Promise.resolve(),
  };
  const uploads = openUploads(dataDir, { now: () => now });
  const host = await startWebHost({
    core,
    saveUpload: options.saveUpload ?? uploads.save,
    rendererDir,
    port: 0,
    clock: { now: () => now },
    onAddress: (address) => addresses.push(address),
  });
  const own = `http://127.0.0.1:${host.port}`;
  const ask: TestHost['ask'] = ({ method = 'GET', path = '/', headers = {}, body }) =>
    new Promise((resolve, reject) => {
      const question = request({ host: '127.0.0.1', port: host.port, method, path, headers, agent: false });
      question.on('response', (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            body: Buffer.concat(parts).toString(),
          }),
        );
      });
      question.on('error', reject);
      question.end(body);
    });
  const json = { origin: own, 'content-type': 'application/json' };
  return {
    host,
    own,
    dataDir,
    calls,
    addresses,
    ask,
    pass: (ms) => {
      now += ms;
    },
    token: async () => {
      const nonce = host.address().split('#nonce=')[1]!;
      const { body } = await ask({
        method: 'POST',
        path: '/session',
        headers: json,
        body: JSON.stringify({ nonce }),
      });
      return (JSON.parse(body) as { token: string }).token;
    },
    stop: async () => {
      await host.close();
      await uploads.close();
      for (const folder of [rendererDir, dataDir]) rmSync(folder, { recursive: true });
    },
  };
};

/** Sends bytes as they are and gives what came back until the end, or until `wait` milliseconds passed. */
export const raw = (port: number, bytes: string | Buffer, wait = 300): Promise<string> =>
  new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const timer = setTimeout(() => socket.destroy(), wait);
    socket.on('data', (part) => (text += part.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(text);
    });
  });
