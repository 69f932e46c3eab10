import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHost } from '../../helpers/web-host.ts';

/** The real entry from its source, with the real core. */
const entry = resolve(import.meta.dirname, '../../../main/web/main.ts');
let base: string;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'groundwork-process-'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));
let count = 0;
const freshDir = (): string => join(base, String((count += 1)));

const once = (
  ...args: string[]
): { readonly code: number | null; readonly out: string; readonly error: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, '--no-open', ...args], {
    encoding: 'utf8',
    timeout: 15_000,
  });
  return { code: status, out: stdout, error: stderr };
};
/** One sentence on one line, without a stack, a path or an exclamation mark. */
const sentence = /^[A-Z][^\n!]*\.\n$/;

describe('the web host as a process', () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    it(`ends with 0 after ${signal} and leaves no note`, async () => {
      const dataDir = freshDir();
      const host = await startHost({ dataDir, entry });
      expect(host.stdout().split('\n')[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#nonce=[\w-]{43}$/);
      expect(readdirSync(dataDir)).toContain('running.json');
      expect(await host.stop(signal)).toEqual({ code: 0, signal: null });
      expect(readdirSync(dataDir)).not.toContain('running.json');
      expect(host.stderr()).toBe('');
    });
  }

  it('makes another address on Enter, and outlives the end of its input', async () => {
    const host = await startHost({ dataDir: freshDir(), entry });
    expect(await host.nextAddress()).not.toBe(host.address);
    host.process.stdin!.end();
    await new Promise((later) => setTimeout(later, 100));
    expect((await fetch(host.origin)).headers.get('x-content-type-options')).toBe('nosniff');
    expect((await host.stop()).code).toBe(0);
  });

  it('hands a second start over within a second', async () => {
    const dataDir = freshDir();
    const host = await startHost({ dataDir, entry });
    const second = once('--data', dataDir, '--port', new URL(host.origin).port);
    expect(second).toMatchObject({ code: 0, error: '' });
    expect(second.out).toMatch(
      /^Groundwork is already running\. .*\nhttp:\/\/127\.0\.0\.1:\d+\/#nonce=\S+\n$/,
    );
    expect(second.out).toContain(host.origin);
    // A note that leads nowhere: the data has an owner, but nobody answers for it.
    writeFileSync(join(dataDir, 'running.json'), JSON.stringify({ pid: 1, port: 1, key: 'k'.repeat(43) }));
    const third = once('--data', dataDir);
    expect(third).toMatchObject({ code: 1, out: '' });
    expect(third.error).toMatch(sentence);
    await host.stop();
  });

  it('starts again after it was killed, over the note that it left', async () => {
    const dataDir = freshDir();
    const host = await startHost({ dataDir, entry });
    const note = readFileSync(join(dataDir, 'running.json'), 'utf8');
    await host.kill9();
    const again = await startHost({ dataDir, entry });
    expect(readFileSync(join(dataDir, 'running.json'), 'utf8')).not.toBe(note);
    expect((await again.stop()).code).toBe(0);
  });

  it('keeps files that were handed over while it runs, and not beyond', async () => {
    const dataDir = freshDir();
    const folder = join(dataDir, 'uploads');
    const upload = async ({ origin, address }: { origin: string; address: string }): Promise<number> => {
      const json = { origin, 'content-type': 'application/json' };
      const body = JSON.stringify({ nonce: address.split('#nonce=')[1] });
      const session = await fetch(`${origin}/session`, { method: 'POST', headers: json, body });
      const { token } = (await session.json()) as { token: string };
      const headers = {
        origin,
        'content-type': 'application/octet-stream',
        authorization: `Bearer ${token}`,
      };
      const answer = await fetch(`${origin}/upload`, { method: 'POST', headers, body: 'bytes' });
      expect(await answer.json()).toMatchObject({ ok: true });
      return readdirSync(folder).length;
    };
    const first = await startHost({ dataDir, entry });
    expect(await upload(first)).toBe(1);
    // Another start is not the owner, and leaves them alone.
    expect(once('--data', dataDir).code).toBe(0);
    expect(readdirSync(folder)).toHaveLength(1);
    await first.kill9();
    const second = await startHost({ dataDir, entry });
    expect(await upload(second)).toBe(1);
    await second.stop();
    expect(existsSync(folder)).toBe(false);
    expect(second.stderr()).toBe('');
  });

  it('says each fault in one sentence', async () => {
    const taken = createServer();
    await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
    const file = join(base, 'a-file');
    writeFileSync(file, 'x');
    const foreign = freshDir();
    await (await startHost({ dataDir: foreign, entry })).stop();
    writeFileSync(join(foreign, 'groundwork.db'), 'no database at all, but long enough to look like a file');
    const faults: [string[], number][] = [
      [['--nonsense'], 2],
      [['--port', 'x'], 2],
      [['--port', '65536'], 2],
      [['--data', ''], 2],
      [['word'], 2],
      [['--data', freshDir(), '--port', String((taken.address() as AddressInfo).port)], 1],
      [['--data', file], 1],
      [['--data', foreign], 1],
    ];
    for (const [args, code] of faults) {
      const result = once(...args);
      expect(result, args.join(' ')).toMatchObject({ code, out: '' });
      expect(result.error, args.join(' ')).toMatch(sentence);
    }
    taken.close();
  });
});
