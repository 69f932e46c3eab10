import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { collectGarbage } from '../../../main/garbage.ts';
import { uploadPath } from '../../../main/uploads.ts';
import { MAX_UPLOAD } from '../../../shared/bridge.ts';
import type { Reply } from '../../../shared/reply.ts';
import { raw, startTestHost, type TestHost } from './host.ts';

let test: TestHost;
let authorization: string;
beforeAll(async () => {
  test = await startTestHost();
  authorization = `Bearer ${await test.token()}`;
});
afterAll(() => test.stop());

type Headers = Readonly<Record<string, string>>;
const good = (host = test): Headers => ({
  origin: host.own,
  authorization,
  'content-type': 'application/octet-stream',
});
const files = (host = test): string[] => {
  const folder = join(host.dataDir, 'uploads');
  return existsSync(folder) ? readdirSync(folder) : [];
};
/** Begins an upload and leaves the body to the test. */
const begin = (headers: Headers = {}, host = test): ClientRequest => {
  const question = request({
    host: '127.0.0.1',
    port: host.host.port,
    method: 'POST',
    path: '/upload',
    headers: { ...good(host), ...headers },
    agent: false,
  });
  question.on('error', () => undefined);
  return question;
};
const replyOf = async (
  question: ClientRequest,
): Promise<{ status: number; reply: Reply<{ upload: string }> }> => {
  const [response] = (await once(question, 'response')) as [IncomingMessage];
  let text = '';
  for await (const part of response) text += String(part);
  return { status: response.statusCode!, reply: JSON.parse(text) as Reply<{ upload: string }> };
};
const pathOf = (reply: Reply<{ upload: string }>): string =>
  uploadPath(test.dataDir, reply.ok ? reply.value.upload : '')!;
/** Sends as much as the other side takes. */
const write = async (question: ClientRequest, part: Buffer): Promise<void> => {
  if (!question.write(part)) await once(question, 'drain');
};
/** Bytes that are in use, without those that are only not collected yet. */
const held = (): number => {
  collectGarbage();
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return arrayBuffers + heapUsed;
};
const PART = randomBytes(256 * 1024);
const PARTS = MAX_UPLOAD / PART.length;

describe('an upload over HTTP', () => {
  it('is on the disk as it was sent, and its id is the answer', async () => {
    const body = randomBytes(300_000);
    const answer = await test.ask({ method: 'POST', path: '/upload', headers: good(), body });
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
    const reply = JSON.parse(answer.body) as Reply<{ upload: string }>;
    expect(reply).toStrictEqual({ ok: true, value: { upload: expect.stringMatching(/^[\w-]{22}$/) } });
    expect(readFileSync(pathOf(reply)).equals(body)).toBe(true);
    expect(test.calls).toEqual([]);
  });

  it('of 50 MB, sent in chunks, goes through without being held in memory', async () => {
    const question = begin({ 'transfer-encoding': 'chunked' });
    const answer = replyOf(question);
    const hash = createHash('sha256');
    const before = held();
    let most = 0;
    for (let at = 0; at < PARTS; at += 1) {
      await write(question, PART);
      hash.update(PART);
      if (at % 20 === 0) most = Math.max(most, held() - before);
    }
    question.end();
    const { status, reply } = await answer;
    expect(status).toBe(200);
    const bytes = readFileSync(pathOf(reply));
    expect(bytes.length).toBe(MAX_UPLOAD);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash.digest('hex'));
    process.stdout.write(`upload of 50 MB: at most ${Math.round(most / 1e6)} MB held\n`);
    expect(most).toBeLessThan(10_000_000);
  });

  it('that grows beyond 50 MB is refused at the first byte too many, and leaves nothing', async () => {
    const before = files();
    const question = begin({ 'transfer-encoding': 'chunked' });
    const answer = replyOf(question);
    for (let at = 0; at < PARTS; at += 1) await write(question, PART);
    question.write('x');
    // Refused although the sender has not ended yet.
    expect(await answer).toMatchObject({ status: 413, reply: { ok: false, error: { code: 'invalid' } } });
    await expect.poll(() => files()).toEqual(before);
  });

  it('that says it is larger is refused before a byte of it', async () => {
    const before = files();
    const head = (length: number): string =>
      `POST /upload HTTP/1.1\r\nHost: 127.0.0.1:${test.host.port}\r\nOrigin: ${test.own}\r\nAuthorization: ${authorization}\r\nContent-Type: application/octet-stream\r\nContent-Length: ${length}\r\n\r\n`;
    expect(await raw(test.host.port, head(MAX_UPLOAD + 1))).toMatch(/^HTTP\/1\.1 413 /);
    expect(await raw(test.host.port, head(MAX_UPLOAD), 100)).toBe('');
    await expect.poll(() => files()).toEqual(before);
  });

  it('that its sender breaks off leaves nothing', async () => {
    const before = files();
    for (const headers of [{ 'content-length': '5000000' }, { 'transfer-encoding': 'chunked' }]) {
      const question = begin(headers);
      await write(question, PART);
      await expect.poll(() => files().length).toBe(before.length + 1);
      question.destroy();
      await expect.poll(() => files()).toEqual(before);
    }
  });

  it('needs the same right as a call, and what is refused reaches no disk', async () => {
    const before = files();
    const send = async (
      change: Record<string, string | undefined>,
      method = 'POST',
      path = '/upload',
    ): Promise<number> => {
      const headers = Object.fromEntries(
        Object.entries({ ...good(), ...change }).filter(([, value]) => value !== undefined),
      ) as Headers;
      return (await test.ask({ method, path, headers, body: Buffer.from('bytes') })).status;
    };
    expect(await send({ host: 'evil.test' })).toBe(403);
    expect(await send({ origin: undefined })).toBe(403);
    expect(await send({ origin: 'http://evil.test' })).toBe(403);
    expect(await send({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await send({ authorization: undefined })).toBe(401);
    expect(await send({ authorization: `Bearer ${test.host.handoverKey}` })).toBe(401);
    expect(await send({ 'content-type': undefined })).toBe(415);
    expect(await send({ 'content-type': 'application/json' })).toBe(415);
    expect(await send({ 'content-type': 'multipart/form-data; boundary=x' })).toBe(415);
    expect(await send({ 'content-encoding': 'gzip' })).toBe(415);
    expect(await send({}, 'PUT')).toBe(405);
    expect(await send({}, 'POST', '/upload?name=x')).toBe(404);
    expect(await send({}, 'POST', '/upload/../upload')).toBe(404);
    expect(files()).toEqual(before);
    // Nor can it be read back: an upload is no file of the page.
    expect((await test.ask({ path: '/upload' })).status).toBe(405);
    expect((await test.ask({ path: '/uploads/' })).status).toBe(404);
  });

  it('is refused while four are under way, and the connection serves on', async () => {
    const four = Array.from({ length: 4 }, () => begin({ 'transfer-encoding': 'chunked' }));
    const answers = four.map(replyOf);
    for (const question of four) await write(question, PART);
    await expect.poll(() => files().length).toBeGreaterThanOrEqual(4);
    const body = Buffer.alloc(6_000_000);
    const head = (length: number, path: string): string =>
      `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${test.host.port}\r\nOrigin: ${test.own}\r\nAuthorization: ${authorization}\r\nContent-Type: application/octet-stream\r\nContent-Length: ${length}\r\n\r\n`;
    const text = await raw(
      test.host.port,
      Buffer.concat([Buffer.from(head(body.length, '/upload')), body, Buffer.from(head(0, '/nothing'))]),
    );
    expect([...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => status)).toEqual(['200', '404']);
    expect(text).toContain('"code":"conflict"');
    for (const question of four) question.end();
    for (const answer of answers) expect((await answer).reply.ok).toBe(true);
  });
});

describe('pace', () => {
  it('is that of the disk: a sender that could be faster is held back', async () => {
    const { promise: go, resolve } = Promise.withResolvers<void>();
    let taken = 0;
    const host = await startTestHost({
      saveUpload: async (bytes) => {
        for await (const part of bytes) {
          taken += part.length;
          await go;
        }
        return { ok: true, value: { upload: 'x' } };
      },
    });
    onTestFinished(() => host.stop());
    const question = begin(
      { authorization: `Bearer ${await host.token()}`, 'content-length': String(MAX_UPLOAD) },
      host,
    );
    const answer = replyOf(question);
    let sent = 0;
    const sending = (async () => {
      for (; sent < MAX_UPLOAD; sent += PART.length) await write(question, PART);
      question.end();
    })();
    await wait(500);
    // What is under way lies in the buffers of the system, not in ours.
    expect(taken).toBeLessThanOrEqual(65_536);
    expect(sent).toBeLessThan(MAX_UPLOAD / 2);
    resolve();
    await sending;
    expect((await answer).status).toBe(200);
    expect(taken).toBe(MAX_UPLOAD);
  });

  it('of a sender that stops is cut within ten seconds, a slow one or a slow disk is waited for', async () => {
    const own = await startTestHost();
    let parts = 0;
    const slowDisk = await startTestHost({
      saveUpload: async (bytes) => {
        for await (const part of bytes) if (part.length > 0 && (parts += 1) === 1) await wait(10_000);
        return { ok: true, value: { upload: 'x' } };
      },
    });
    onTestFinished(() => Promise.all([own.stop(), slowDisk.stop()]).then(() => undefined));
    const token = `Bearer ${await own.token()}`;
    const head = (more: string): string =>
      `POST /upload HTTP/1.1\r\nHost: 127.0.0.1:${own.host.port}\r\nOrigin: ${own.own}\r\nAuthorization: ${token}\r\nContent-Type: application/octet-stream\r\n${more}\r\n\r\n`;
    const [stopping, never, slow, waited] = await Promise.all([
      raw(own.host.port, `${head('Content-Length: 9')}abc`, 15_000),
      raw(own.host.port, head('Transfer-Encoding: chunked'), 15_000),
      (async () => {
        const socket = connect(own.host.port, '127.0.0.1');
        let text = '';
        socket.on('data', (part) => (text += String(part)));
        socket.write(head('Content-Length: 2'));
        for (const byte of 'ab') {
          await wait(5_000);
          socket.write(byte);
        }
        await expect.poll(() => text).toContain('"ok":true');
        socket.destroy();
        return text;
      })(),
      (async () => {
        const question = begin({ authorization: `Bearer ${await slowDisk.token()}` }, slowDisk);
        question.end(Buffer.alloc(20_000_000));
        return replyOf(question);
      })(),
    ]);
    expect(stopping).toMatch(/^HTTP\/1\.1 408 /);
    expect(never).toMatch(/^HTTP\/1\.1 408 /);
    expect(slow).toMatch(/^HTTP\/1\.1 200 /);
    expect(waited.status).toBe(200);
    await expect.poll(() => files(own)).toHaveLength(1);
  }, 30_000);
});

it('a host that is closed while an upload is under way leaves nothing of it', async () => {
  const host = await startTestHost();
  const question = begin(
    { authorization: `Bearer ${await host.token()}`, 'transfer-encoding': 'chunked' },
    host,
  );
  await write(question, PART);
  await expect.poll(() => files(host)).toHaveLength(1);
  await host.stop();
  expect(existsSync(host.dataDir)).toBe(false);
});
