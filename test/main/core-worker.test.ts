import { closeSync, existsSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ownDataFolder } from '../../data/owner-lock.ts';
import { latestVersion } from '../../data/migrate.ts';
import { startCore, type CoreClient, type CoreClientOptions } from '../../main/core-client.ts';
import { StartError } from '../../main/start-error.ts';
import { internalFailure, type Reply } from '../../shared/reply.ts';
import {
  countsAtStart,
  dumpState,
  freshFile,
  listing,
  onFile,
  recount,
  sha256,
} from '../helpers/data-file.ts';
import { catalogueDir } from '../helpers/paths.ts';
import { makeReadOnly } from '../helpers/read-only-folder.ts';
import { newRequest, tempDir, testClock } from '../helpers/test-core.ts';

const workerFile = new URL('../../main/core-worker.ts', import.meta.url);

const start = async (dataDir: string, other: Partial<CoreClientOptions> = {}): Promise<CoreClient> => {
  const client = await startCore({ dataDir, catalogueDir, workerFile, ...other });
  let closed: Promise<void> | undefined;
  const once = { ...client, close: () => (closed ??= client.close()) };
  onTestFinished(() => once.close());
  return once;
};
/** It starts all the same, so that help can be shown, and writes nothing. */
const expectStandIn = async (dataDir: string): Promise<void> => {
  const before = sha256(join(dataDir, 'groundwork.db'));
  const core = await start(dataDir);
  expect(await core.call('app.read', {})).toMatchObject({ value: { damaged: true } });
  expect(await core.call('settings.set', { theme: 'dark' })).toMatchObject({ error: { code: 'read_only' } });
  await core.close();
  expect(sha256(join(dataDir, 'groundwork.db'))).toBe(before);
};
const faultOf = async (dataDir: string): Promise<StartError> => {
  const error: unknown = await start(dataDir).then(
    () => new Error('it started'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof StartError)) throw error;
  return error;
};
const tick = (core: CoreClient, topic = 'git.01', status = 'done'): Promise<Reply<unknown>> =>
  core.call('topics.setStatus', { request: newRequest(), topic, status });

describe('the thread of the core', () => {
  test('makes its folder, answers calls in order, and closes its file', async () => {
    const dataDir = join(tempDir(), 'made', 'here');
    const core = await start(dataDir);
    const replies = await Promise.all([
      tick(core, 'git.01'),
      core.call('app.read', {}),
      tick(core, 'git.02'),
      core.call('nothing.here', {}),
    ]);
    expect(replies).toMatchObject([
      { ok: true, value: { action: 1 } },
      {
        ok: true,
        value: { history: { undo: { action: 1 } }, file: join(dataDir, 'groundwork.db'), readOnly: null },
      },
      { ok: true, value: { action: 2 } },
      { ok: false, error: { code: 'invalid' } },
    ]);
    await core.close();
    ownDataFolder(dataDir).release();
    expect(dumpState(join(dataDir, 'groundwork.db')).event).toHaveLength(2);
  });

  test('saves its counters at close and gives up the folder, so that the next one starts at once', async () => {
    const dataDir = tempDir();
    const first = await start(dataDir);
    await tick(first);
    await first.close();
    const file = join(dataDir, 'groundwork.db');
    expect(onFile<{ seq: number }>(file, 'SELECT seq FROM cache')).toEqual([{ seq: 1 }]);
    const clock = testClock();
    expect(countsAtStart(file, clock)).toEqual(recount(file, clock).tallies);
    const second = await start(dataDir);
    expect(await second.call('app.read', {})).toMatchObject({
      ok: true,
      value: { history: { undo: { action: 1 } } },
    });
  });

  test('answers the calls in flight before it closes, and refuses those after', async () => {
    const core = await start(tempDir());
    const flying = Promise.all([tick(core, 'git.01'), tick(core, 'git.02')]);
    const closed = core.close();
    expect(await core.call('app.read', {})).toEqual(internalFailure);
    await closed;
    expect(await flying).toMatchObject([{ ok: true }, { ok: true }]);
  });

  test('that is asked to close twice closes twice', async () => {
    const client = await startCore({ dataDir: tempDir(), catalogueDir, workerFile });
    await Promise.all([client.close(), client.close()]);
    await client.close();
  });
});

describe('a start that cannot be is told in a sentence', () => {
  test('owned: the second is refused in under a second, and the first goes on', async () => {
    const dataDir = tempDir();
    const first = await start(dataDir);
    const begun = performance.now();
    expect(await faultOf(dataDir)).toMatchObject({
      fault: 'owned',
      message: expect.stringContaining('already running'),
    });
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(await tick(first)).toMatchObject({ ok: true });
  });

  test('newer: not one byte of the file is changed', async () => {
    const file = freshFile();
    onFile(file, `PRAGMA user_version = ${latestVersion + 1}`);
    const before = listing(join(file, '..'));
    expect(await faultOf(join(file, '..'))).toMatchObject({ fault: 'newer' });
    expect(listing(join(file, '..')).filter((line) => !line.startsWith('owner.lock'))).toEqual(before);
  });

  test('foreign: not one byte of the file is changed', async () => {
    const dataDir = tempDir();
    writeFileSync(join(dataDir, 'groundwork.db'), 'Dear diary, '.repeat(500));
    const before = listing(dataDir);
    expect(await faultOf(dataDir)).toMatchObject({ fault: 'foreign' });
    expect(listing(dataDir).filter((line) => !line.startsWith('owner.lock'))).toEqual(before);
  });

  test('damaged: a first page that cannot be read', async () => {
    const file = freshFile();
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(400, 0xff), 0, 400, 100);
    closeSync(handle);
    await expectStandIn(join(file, '..'));
  });

  test('damaged: a page that the core needs at once', async () => {
    const file = freshFile();
    const [{ rootpage }] = onFile<{ rootpage: number }>(
      file,
      `SELECT rootpage FROM sqlite_schema WHERE name = 'role'`,
    ) as [{ rootpage: number }];
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(4_096, 0xa5), 0, 4_096, (rootpage - 1) * 4_096);
    closeSync(handle);
    await expectStandIn(join(file, '..'));
  });

  test('damaged: nonsense where a list was written, in sound pages', async () => {
    const file = freshFile();
    onFile(file, `UPDATE role SET aliases = 'CCCC'`);
    await expectStandIn(join(file, '..'));
  });

  test('damaged: a step of the log about a topic that is not there, in sound pages', async () => {
    const file = freshFile();
    const first = await start(join(file, '..'));
    await tick(first);
    await first.close();
    onFile(
      file,
      `UPDATE event SET changes = replace(changes, (SELECT number FROM topic WHERE id = 'git.01'), 7000000)`,
    );
    await expectStandIn(join(file, '..'));
  });

  test.each(['-7000000000000000000', '11000000', '7000000000000000000'])(
    'damaged: a skill with the number %s, in sound pages',
    async (number) => {
      const file = freshFile();
      const db = new Database(file);
      db.pragma('foreign_keys = OFF');
      db.exec(`DELETE FROM skill WHERE id <> 'git'; UPDATE skill SET number = ${number}`);
      db.close();
      await expectStandIn(join(file, '..'));
    },
  );

  test('folder: a file stands where the folder should be', async () => {
    const file = join(tempDir(), 'file');
    writeFileSync(file, '');
    expect(await faultOf(join(file, 'data'))).toMatchObject({ fault: 'folder' });
  });
});

describe('a folder that takes no writes', () => {
  test('has its file shown as it is, says why nothing is saved, and is left to the byte', async (context) => {
    const file = freshFile();
    const dataDir = join(file, '..');
    const first = await start(dataDir);
    await tick(first);
    await first.call('jobs.start', { kind: 'backup', reason: 'by-hand' });
    await first.close();
    const before = listing(dataDir);
    const undo = makeReadOnly(dataDir);
    if (undo === null) return context.skip('this account cannot make a folder read-only');
    onTestFinished(undo);
    const core = await start(dataDir);
    const reason = expect.stringMatching(/^The data folder cannot be written: .+ start Groundwork again\.$/);
    expect(await core.call('app.read', {})).toMatchObject({
      value: { readOnly: reason, damaged: false, file, history: { undo: { action: 1 } } },
    });
    for (const [name, input] of [
      ['topics.setStatus', { request: newRequest(), topic: 'git.02', status: 'done' }],
      ['settings.set', { theme: 'dark' }],
      ['app.tryWriting', {}],
    ] as const)
      expect(await core.call(name, input)).toMatchObject({ error: { code: 'read_only', message: reason } });
    expect(await core.call('topics.list', { skill: 'git' })).toMatchObject({ ok: true });
    const saved = (await core.call('jobs.start', { kind: 'export', format: 'json' })) as {
      value: { job: string };
    };
    const state = async (): Promise<unknown> =>
      ((await core.call('jobs.read', saved.value)) as { value: { state: string } }).value.state;
    await expect.poll(state, { timeout: 8_000 }).toBe('done');
    await core.close();
    expect(listing(dataDir)).toEqual(before);
  });

  test('takes no sample data either, which lies beside the copy that is looked at, and can be changed', async (context) => {
    const file = freshFile();
    const dataDir = join(file, '..');
    const before = listing(dataDir);
    const undo = makeReadOnly(dataDir);
    if (undo === null) return context.skip('this account cannot make a folder read-only');
    onTestFinished(undo);
    const core = await start(dataDir);
    const app = async (): Promise<{ file: string }> =>
      ((await core.call('app.read', {})) as { value: { file: string } }).value;
    expect(await core.call('sample.enter', {})).toMatchObject({ ok: true });
    const shown = await app();
    expect(shown).toMatchObject({ sample: true, readOnly: null });
    expect(await tick(core)).toMatchObject({ ok: true });
    expect(await core.call('sample.leave', {})).toMatchObject({ ok: true });
    expect(existsSync(shown.file)).toBe(false);
    expect(await app()).toMatchObject({
      sample: false,
      file,
      readOnly: expect.stringContaining('cannot be written'),
      history: { undo: null },
    });
    await core.call('sample.enter', {});
    await core.close();
    expect(existsSync(dirname(shown.file))).toBe(false);
    expect(listing(dataDir)).toEqual(before);
  });

  test('from now on has no sample data, which is said in words', async (context) => {
    const dataDir = tempDir();
    const core = await start(dataDir);
    const undo = makeReadOnly(dataDir);
    if (undo === null) return context.skip('this account cannot make a folder read-only');
    onTestFinished(undo);
    expect(await core.call('sample.enter', {})).toMatchObject({
      error: {
        code: 'read_only',
        message: expect.stringMatching(/so the sample data was not made\. Nothing was changed\./),
      },
    });
    expect(await core.call('app.read', {})).toMatchObject({ value: { sample: false } });
  });

  test('and holds no file yet is told as one that cannot be used', async (context) => {
    const dataDir = tempDir();
    const undo = makeReadOnly(dataDir);
    if (undo === null) return context.skip('this account cannot make a folder read-only');
    onTestFinished(undo);
    expect(await faultOf(dataDir)).toMatchObject({
      fault: 'folder',
      message: expect.stringContaining('--data'),
    });
  });
});

test('damage that the check at start finds stops all writes, with the reason on every screen', async () => {
  const file = freshFile();
  const [{ rootpage }] = onFile<{ rootpage: number }>(
    file,
    `SELECT rootpage FROM sqlite_schema WHERE name = 'market_fact'`,
  ) as [{ rootpage: number }];
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(4_096, 0xa5), 0, 4_096, (rootpage - 1) * 4_096);
  closeSync(handle);
  const core = await start(join(file, '..'));
  const readOnly = async (): Promise<string | null> => {
    const reply = (await core.call('app.read', {})) as { ok: true; value: { readOnly: string | null } };
    return reply.value.readOnly;
  };
  await expect.poll(readOnly, { timeout: 8_000 }).toMatch(/found damage.*Data screen/);
  expect(await tick(core)).toEqual({ ok: false, error: { code: 'read_only', message: await readOnly() } });
  expect(await core.call('settings.set', { theme: 'dark' })).toMatchObject({
    ok: false,
    error: { code: 'read_only' },
  });
  expect(await core.call('topics.list', { skill: 'git' })).toMatchObject({ ok: true });
});

test(
  'while the file cannot be written, commands are refused in a sentence; when it can again, the core goes on without a restart',
  { timeout: 15_000 },
  async () => {
    const dataDir = tempDir();
    let lost: string | null = null;
    const core = await start(dataDir, { onLost: (reason) => (lost = reason) });
    expect(await tick(core, 'git.01')).toMatchObject({ ok: true });
    const other = new Database(join(dataDir, 'groundwork.db'));
    other.exec('BEGIN IMMEDIATE');
    expect(await tick(core, 'git.02')).toMatchObject({
      ok: false,
      error: { code: 'read_only', message: expect.stringContaining('was not saved') },
    });
    expect(await core.call('app.read', {})).toMatchObject({
      ok: true,
      value: { history: { undo: { action: 1 } } },
    });
    await wait(2_600);
    other.exec('ROLLBACK');
    other.close();
    expect(lost).toBeNull();
    expect(await tick(core, 'git.02')).toMatchObject({ ok: true, value: { action: 2 } });
  },
);

test('a core that dies answers its calls, tells the host once, and can still be closed', async () => {
  const lost: string[] = [];
  const client = await startCore({
    dataDir: tempDir(),
    catalogueDir,
    workerFile: new URL('../helpers/dying-worker.ts', import.meta.url),
    onLost: (reason) => lost.push(reason),
  });
  expect(await client.call('app.read', {})).toEqual(internalFailure);
  await expect.poll(() => lost.length).toBe(1);
  expect(await client.call('app.read', {})).toEqual(internalFailure);
  await client.close();
  expect(lost).toHaveLength(1);
});
