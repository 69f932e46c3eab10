import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../data/open.ts';
import type { Db } from '../../../data/sql.ts';
import { inProcessRunner } from '../../../main/jobs/in-process-runner.ts';
import type { JobListener, JobRunner } from '../../../main/jobs/job.ts';
import { openJobs, RESULT_LIFE_MS, type Jobs, type JobState } from '../../../main/jobs/jobs.ts';
import { workerRunner } from '../../../main/jobs/worker-runner.ts';
import { AppError, internalError } from '../../../shared/reply.ts';
import { tempDir } from '../../helpers/test-core.ts';
import { testKinds, type TestKinds } from './kinds.ts';

const thread = new URL('thread.ts', import.meta.url);
type Opened = {
  readonly jobs: Jobs<TestKinds>;
  readonly logged: unknown[];
  readonly pass: (ms: number) => void;
};
const open = (run: JobRunner): Opened => {
  const logged: unknown[] = [];
  let now = 1_000;
  let last = 0;
  const jobs = openJobs<TestKinds>({
    run,
    newId: () => `job-${(last += 1)}`,
    now: () => now,
    log: (error) => logged.push(error),
  });
  onTestFinished(() => jobs.close());
  return { jobs, logged, pass: (ms) => (now += ms) };
};
const makeFile = (): { file: string; db: Db } => {
  const dir = tempDir();
  const file = join(dir, 'groundwork.db');
  const db = openDatabase(file, { backupDir: join(dir, 'backups') });
  db.exec(`INSERT INTO meta VALUES ('writtenBy', '0.1.0')`);
  onTestFinished(() => void db.close());
  return { file, db };
};
const threads = (): Opened & { db: Db } => {
  const { file, db } = makeFile();
  return { ...open(workerRunner(thread, file, 128)), db };
};
const inProcess = (): Opened => open(inProcessRunner(() => makeFile().db, testKinds));

const over = async (jobs: Jobs<TestKinds>, id: string): Promise<JobState> => {
  await expect.poll(() => jobs.read(id).state, { timeout: 15_000 }).not.toBe('running');
  return jobs.read(id);
};
const refusal = (work: () => unknown): { code: string; message: string } => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('It was not refused.');
};

describe.each([
  ['in a thread of its own', threads],
  ['in process', inProcess],
])('a job %s', (_, opened) => {
  test('gives back what it found, as plain data of its own', async () => {
    const { jobs } = opened();
    const input = {
      text: 'Grüße',
      list: [1, null, { deep: true }],
      when: new Date(0),
      map: new Map([['a', 1]]),
    };
    const id = jobs.start('echo', input);
    expect(await over(jobs, id)).toEqual({ state: 'done', done: 0, total: 0, message: null });
    expect(jobs.result('echo', id)).toStrictEqual(input);
    expect(jobs.result('echo', id)).not.toBe(input);
  });

  test('says how far it is, to the last step', async () => {
    const { jobs } = opened();
    const id = jobs.start('count', { steps: 100_000 });
    expect(await over(jobs, id)).toEqual({ state: 'done', done: 100_000, total: 100_000, message: null });
  });

  test('that refuses says so in its own words', async () => {
    const { jobs, logged } = opened();
    const id = jobs.start('refuse', undefined);
    expect(await over(jobs, id)).toMatchObject({ state: 'failed', message: 'This list has no headings.' });
    expect(refusal(() => jobs.result('refuse', id))).toEqual({
      code: 'invalid',
      message: 'This list has no headings.',
    });
    expect(logged).toEqual([]);
  });

  test.each(['fail', 'unclonable'] as const)(
    'with a fault nobody foresaw gives the fixed sentence: %s',
    async (kind) => {
      const { jobs, logged } = opened();
      const id = jobs.start(kind, undefined);
      expect(await over(jobs, id)).toMatchObject({ state: 'failed', message: internalError.message });
      expect(refusal(() => jobs.result(kind, id))).toEqual(internalError);
      expect(logged).toEqual([
        expect.stringMatching(kind === 'fail' ? /TypeError: secret cause\n +at / : /clone/),
      ]);
    },
  );

  test('of no kind that there is fails, whatever its name', async () => {
    const { jobs, logged } = opened();
    for (const kind of ['nothing', 'toString', '__proto__', 'constructor']) {
      const id = jobs.start(kind as 'echo', null);
      expect(await over(jobs, id)).toMatchObject({ state: 'failed', message: internalError.message });
      jobs.drop(id);
    }
    expect(logged).toHaveLength(4);
  });

  test('is not started with what is no plain data', () => {
    const { jobs } = opened();
    expect(() => jobs.start('echo', () => undefined)).toThrow(/clone/);
    expect(refusal(() => jobs.read('job-1')).code).toBe('not_found');
  });
});

describe('a job in a thread', () => {
  test('reads the file and can never write it', async () => {
    const { jobs, db } = threads();
    const id = jobs.start('probe', null);
    await over(jobs, id);
    expect(jobs.result('probe', id)).toEqual({ rows: 1, write: 'SQLITE_READONLY' });
    expect(db.prepare('SELECT count(*) AS n FROM meta').get()).toEqual({ n: 1 });
  });

  test('sees what was committed before it looks, and holds up no commit', async () => {
    const { jobs, db } = threads();
    db.exec(`INSERT INTO meta VALUES ('another', 'row')`);
    const id = jobs.start('probe', null);
    db.exec(`UPDATE meta SET value = 'new' WHERE key = 'another'`);
    await over(jobs, id);
    expect(jobs.result('probe', id).rows).toBe(2);
  });

  test('runs while its starter goes on, and is cancelled in the middle', async () => {
    const { jobs, logged } = threads();
    const cells = new SharedArrayBuffer(8);
    const view = new Int32Array(cells);
    const id = jobs.start('wait', { cells });
    expect(jobs.read(id)).toEqual({ state: 'running', done: 0, total: 0, message: null });
    expect(refusal(() => jobs.result('wait', id)).code).toBe('conflict');
    await Atomics.waitAsync(view, 0, 0).value;
    jobs.cancel(id);
    expect(jobs.read(id).state).toBe('cancelled');
    expect(refusal(() => jobs.result('wait', id)).code).toBe('conflict');
    Atomics.store(view, 1, 1);
    Atomics.notify(view, 1);
    for (let turns = 0; turns < 50; turns += 1) await turn();
    expect(jobs.read(id).state).toBe('cancelled');
    expect(logged).toEqual([]);
  });

  test('is seen to move, and one that never ends can be stopped', async () => {
    const { jobs } = threads();
    const id = jobs.start('spin', null);
    await expect.poll(() => jobs.read(id).done, { timeout: 15_000 }).toBeGreaterThan(1);
    const seen = jobs.read(id).done;
    await expect.poll(() => jobs.read(id).done).toBeGreaterThan(seen);
    jobs.cancel(id);
    const { done } = jobs.read(id);
    for (let turns = 0; turns < 50; turns += 1) await turn();
    expect(jobs.read(id)).toEqual({ state: 'cancelled', done, total: 0, message: null });
  });

  test.each(['exit', 'hog'] as const)(
    'that dies fails in a sentence, and takes nothing with it: %s',
    async (kind) => {
      const { jobs, logged } = threads();
      const id = jobs.start(kind, undefined);
      expect(await over(jobs, id)).toMatchObject({
        state: 'failed',
        message: expect.stringMatching(/^This work ended before it was done.*\.$/),
      });
      expect(logged).toEqual([expect.stringMatching(kind === 'exit' ? /code 7/ : /memory/i)]);
      const next = jobs.start('echo', 'still here');
      await over(jobs, next);
      expect(jobs.result('echo', next)).toBe('still here');
    },
  );

  test('whose thread is missing fails alike', async () => {
    const { jobs, logged } = open(workerRunner(new URL('nothing.ts', import.meta.url), 'none.db'));
    const id = jobs.start('echo', 1);
    expect(await over(jobs, id)).toMatchObject({ state: 'failed' });
    expect(logged).toHaveLength(1);
  });

  test('ends with its starter', async () => {
    const { jobs } = threads();
    const cells = new SharedArrayBuffer(8);
    const view = new Int32Array(cells);
    const id = jobs.start('wait', { cells });
    await Atomics.waitAsync(view, 0, 0).value;
    jobs.close();
    expect(refusal(() => jobs.read(id)).code).toBe('not_found');
  });
});

describe('progress', () => {
  test('is said at most every 50 ms, and its last step always', async () => {
    const { file } = makeFile();
    const heard: number[] = [];
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const listener: JobListener = { progress: (done) => heard.push(done), end: () => resolve() };
    const started = performance.now();
    workerRunner(thread, file)('count', { steps: 5_000_000 }, listener);
    await ended;
    expect(heard.length).toBeLessThanOrEqual((performance.now() - started) / 50 + 2);
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
    expect(heard.at(-1)).toBe(5_000_000);
  });
});

describe('what is known of jobs', () => {
  /** A runner whose jobs end when the test says so. */
  const byHand = (): Opened & { listeners: JobListener[]; stopped: number[] } => {
    const listeners: JobListener[] = [];
    const stopped: number[] = [];
    const run: JobRunner = (_kind, _input, listener) => {
      const at = listeners.push(listener) - 1;
      return () => void stopped.push(at);
    };
    return { ...open(run), listeners, stopped };
  };

  test('four run at once, and a fifth is told to wait', () => {
    const { jobs, listeners } = byHand();
    const ids = Array.from({ length: 4 }, () => jobs.start('echo', 1));
    expect(refusal(() => jobs.start('echo', 1)).code).toBe('conflict');
    listeners[0]!.end({ kind: 'done', result: 1 });
    ids.push(jobs.start('echo', 1));
    expect(ids.slice(1).map((id) => jobs.read(id).state)).toEqual(Array(4).fill('running'));
  });

  test('a result stays until four newer jobs were started, and what is running stays however old it is', () => {
    const { jobs, listeners } = byHand();
    const running = jobs.start('echo', 'running');
    const ids: string[] = [];
    for (let at = 1; at <= 5; at += 1) {
      ids.push(jobs.start('echo', at));
      listeners[at]!.end({ kind: 'done', result: at });
    }
    expect(jobs.read(running).state).toBe('running');
    expect(ids.slice(2).map((id) => jobs.result('echo', id))).toEqual([3, 4, 5]);
    for (const id of ids.slice(0, 2)) expect(refusal(() => jobs.result('echo', id)).code).toBe('not_found');
  });

  test('a result is gone after an hour, and a job that ran for longer is not', () => {
    const { jobs, listeners, pass } = byHand();
    const id = jobs.start('echo', 1);
    pass(2 * RESULT_LIFE_MS);
    listeners[0]!.end({ kind: 'done', result: 'late' });
    pass(RESULT_LIFE_MS - 1);
    expect(jobs.result('echo', id)).toBe('late');
    pass(1);
    expect(refusal(() => jobs.result('echo', id))).toEqual({
      code: 'not_found',
      message: expect.stringMatching(/^Groundwork does not know this work any more.*\.$/),
    });
  });

  test('a result is given for its own kind only', () => {
    const { jobs, listeners } = byHand();
    const id = jobs.start('echo', 1);
    listeners[0]!.end({ kind: 'done', result: 1 });
    expect(refusal(() => jobs.result('count', id)).code).toBe('not_found');
  });

  test('cancelling stops what runs, throws a result away, and leaves a failure to be read', () => {
    const { jobs, listeners, stopped } = byHand();
    const [runs, found, failed] = [jobs.start('echo', 1), jobs.start('echo', 2), jobs.start('echo', 3)];
    listeners[1]!.end({ kind: 'done', result: 1 });
    listeners[2]!.end({ kind: 'failed', failure: { code: 'invalid', message: 'Why.' }, cause: null });
    for (const id of [runs, found, failed, runs]) jobs.cancel(id);
    expect([runs, found, failed].map((id) => jobs.read(id).state)).toEqual([
      'cancelled',
      'cancelled',
      'failed',
    ]);
    expect(stopped).toEqual([0]);
    expect(refusal(() => jobs.result('echo', found)).code).toBe('conflict');
  });

  test('a job that was dropped or never was is unknown to every question', () => {
    const { jobs, listeners } = byHand();
    const id = jobs.start('echo', 1);
    listeners[0]!.end({ kind: 'done', result: 1 });
    jobs.drop(id);
    for (const unknown of [id, '', 'job-9', 'toString', '__proto__']) {
      const questions = [jobs.read, jobs.cancel, jobs.drop, (one: string) => jobs.result('echo', one)];
      expect(questions.map((ask) => refusal(() => ask(unknown)).code)).toEqual(Array(4).fill('not_found'));
    }
  });

  test('a running job that is dropped is stopped', () => {
    const { jobs, stopped } = byHand();
    jobs.drop(jobs.start('echo', 1));
    expect(stopped).toEqual([0]);
  });

  test('closing stops all', () => {
    const { jobs, stopped } = byHand();
    for (let at = 0; at < 3; at += 1) jobs.start('echo', at);
    jobs.close();
    expect(stopped).toEqual([0, 1, 2]);
  });
});
