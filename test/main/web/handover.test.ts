import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { askRunning, readRunning, removeRunning, writeRunning } from '../../../main/web/handover.ts';
import { startTestHost } from './host.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'groundwork-data-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));
const key = 'k'.repeat(43);

it('hands over to the running host', async () => {
  const test = await startTestHost();
  writeRunning(dir, { pid: process.pid, port: test.host.port, key: test.host.handoverKey });
  const address = await askRunning(dir);
  expect(test.addresses).toEqual([address]);
  expect(address).toMatch(new RegExp(`^${test.own}/#nonce=[\\w-]{43}$`));
  await test.stop();
});

it('leaves a note that only this account can read, and takes away its own only', () => {
  writeRunning(dir, { pid: 1, port: 2, key });
  expect(readdirSync(dir)).toEqual(['running.json']);
  if (process.platform !== 'win32') expect(statSync(join(dir, 'running.json')).mode & 0o777).toBe(0o600);
  removeRunning(dir, 'x'.repeat(43));
  expect(readRunning(dir)).toEqual({ pid: 1, port: 2, key });
  removeRunning(dir, key);
  expect(readdirSync(dir)).toEqual([]);
});

it('gives up in time on a stale, broken or missing note', async () => {
  const notes = [
    '',
    'null',
    '[]',
    '{}',
    '{"pid":1,"port":0,"key":"x"}',
    `{"pid":1,"port":1,"key":"${key}"}`,
    null,
  ];
  for (const note of notes) {
    if (note === null) rmSync(join(dir, 'running.json'));
    else writeFileSync(join(dir, 'running.json'), note);
    const started = performance.now();
    expect(await askRunning(dir, 200)).toBeNull();
    expect(performance.now() - started).toBeLessThan(300);
  }
});

it('believes no other program that has the port by now', async () => {
  const answers = ['', '{"address":1}', '{"address":"http://evil.test/#nonce=x"}', 'x'.repeat(9_000), null];
  for (const answer of answers) {
    const other = createServer(
      (_request, response) => void (answer === null ? undefined : response.end(answer)),
    );
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    writeRunning(dir, { pid: 1, port: (other.address() as AddressInfo).port, key });
    const started = performance.now();
    expect(await askRunning(dir)).toBeNull();
    expect(performance.now() - started).toBeLessThan(800);
    other.closeAllConnections();
    other.close();
  }
});

it('waits for a host that is just starting', async () => {
  const test = await startTestHost();
  setTimeout(() => writeRunning(dir, { pid: 1, port: test.host.port, key: test.host.handoverKey }), 200);
  expect(await askRunning(dir)).toMatch(/#nonce=/);
  await test.stop();
});

it('does without the note where the folder cannot be written', () => {
  expect(() => writeRunning(join(dir, 'nothing'), { pid: 1, port: 2, key })).not.toThrow();
});
