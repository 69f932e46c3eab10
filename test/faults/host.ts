import { dirname } from 'node:path';
import type { Reply } from '../../shared/reply.ts';
import { catalogueDir, newFolder, startChild, until, type Running } from './stage.ts';

/** What a host says of its own thread since it was last asked, in milliseconds, and of its memory so far. */
export type Strain = { readonly p99: number; readonly most: number; readonly mib: number };

/** Asks a process that tells its strain. */
export const strainOf = async ({ lines, process: asked }: Running): Promise<Strain> => {
  const said = (): string[] => lines().filter((line) => line.startsWith('stall '));
  const before = said().length;
  asked.kill('SIGUSR2');
  await until(() => said().length > before);
  const [p99, most, kb] = said().at(-1)!.split(' ').slice(1).map(Number) as [number, number, number];
  return { p99, most, mib: kb / 1_024 };
};

/** A web host in a process of its own, and a client that is signed in. */
export type Host = {
  readonly running: Running;
  readonly port: number;
  readonly token: string;
  readonly ask: (name: string, input: unknown) => Promise<Reply<unknown>>;
  /** Gives what the procedure answers; throws where it is refused. */
  readonly call: <T>(name: string, input: unknown) => Promise<T>;
  readonly upload: (bytes: Uint8Array<ArrayBuffer>) => Promise<Reply<unknown>>;
  readonly strain: () => Promise<Strain>;
  readonly stop: () => Promise<void>;
};

/** A host on the folder of `file`. With `stallMs` its thread is blocked that long again and again. */
export const startHost = async (file: string, stallMs = 0): Promise<Host> => {
  const running = await startChild('host', [
    dirname(file),
    catalogueDir(),
    newFolder(),
    ...(stallMs > 0 ? [String(stallMs)] : []),
  ]);
  const addresses = (): string[] => running.lines().filter((line) => line.startsWith('http://'));
  await running.until(() => addresses().length > 0);
  const { origin, hash } = new URL(addresses()[0]!);
  const post = (path: string, type: string, body: BodyInit, token?: string): Promise<Response> =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { origin, 'content-type': type, ...(token && { authorization: `Bearer ${token}` }) },
      body,
    });
  const session = await post('/session', 'application/json', JSON.stringify({ nonce: hash.slice(7) }));
  const { token } = (await session.json()) as { token: string };
  /** The gate refuses in a plain sentence what never reaches the core. */
  const replyOf = async (response: Response): Promise<Reply<unknown>> => {
    const text = await response.text();
    if (text.startsWith('{')) return JSON.parse(text) as Reply<unknown>;
    return { ok: false, error: { code: 'invalid', message: `${response.status}: ${text.trim()}` } };
  };
  const ask = async (name: string, input: unknown): Promise<Reply<unknown>> =>
    replyOf(await post('/rpc', 'application/json', JSON.stringify({ name, input }), token));
  return {
    running,
    port: Number(new URL(origin).port),
    token,
    ask,
    call: async <T>(name: string, input: unknown) => {
      const reply = await ask(name, input);
      if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
      return reply.value as T;
    },
    upload: async (bytes) => replyOf(await post('/upload', 'application/octet-stream', bytes, token)),
    strain: () => strainOf(running),
    stop: async () => {
      running.process.kill('SIGTERM');
      await running.ended;
    },
  };
};
