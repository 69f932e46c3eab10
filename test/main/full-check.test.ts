import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { quickCheck } from '../../data/check.ts';
import { startCore } from '../../main/core-client.ts';
import { createCore } from '../../main/core.ts';
import { inProcessRunner } from '../../main/jobs/in-process-runner.ts';
import type { JobRunner } from '../../main/jobs/job.ts';
import type { FullCheck } from '../../shared/model/backup.ts';
import { freshFile, makeTemplate, onFile, sha256 } from '../helpers/data-file.ts';
import { catalogueDir } from '../helpers/paths.ts';
import { makeReadOnly } from '../helpers/read-only-folder.ts';
import { newRequest, openCore, testClock, type TestClock, type TestCore } from '../helpers/test-core.ts';

const templateDir = mkdtempSync(join(tmpdir(), 'groundwork-'));
beforeAll(() => makeTemplate(templateDir));
afterAll(() => rmSync(templateDir, { recursive: true, force: true }));

const lastOf = (core: TestCore): FullCheck | null => core.call('backups.list', {}).checked;
const writtenIn = (file: string): unknown =>
  onFile<{ value: string }>(file, `SELECT value FROM meta WHERE key = 'checkedInFull'`).map(({ value }) =>
    JSON.parse(value),
  )[0] ?? null;
const open = (file: string, clock: TestClock): TestCore => {
  const core = openCore({ file, clock });
  core.startCopies();
  core.rest();
  return core;
};
/** A reference to nothing: the check at start does not look at references. */
const harm = (file: string): void => {
  const db = new Database(file);
  db.pragma('foreign_keys = OFF');
  db.exec(`INSERT INTO member_choice VALUES ('nothing', 999)`);
  db.close();
};
const tick = (core: TestCore) =>
  core.ask('topics.setStatus', { request: newRequest(), topic: 'git.01', status: 'done' });
const plain = { catalogueDir, version: '0.1.0', log: () => undefined };
const first = { at: Date.parse('2026-11-24T09:00:00Z'), localDate: '2026-11-24', localTime: '09:00' };

describe('the check in full by the clock', () => {
  test('waits for the check at start, is made where none is known of, and is remembered in the file', () => {
    const file = freshFile();
    const core = openCore({ file });
    core.rest();
    expect(lastOf(core)).toBeNull();
    core.startCopies();
    core.rest();
    expect(lastOf(core)).toEqual(first);
    core.close();
    expect(writtenIn(file)).toEqual(first);
  });

  test('is made again a week after the last one: while it runs, or at a later start', () => {
    const file = freshFile();
    const clock = testClock();
    const core = open(file, clock);
    clock.set('2026-12-01T08:59:59Z');
    core.rest();
    expect(lastOf(core)).toEqual(first);
    clock.set('2026-12-01T09:00:00Z');
    core.rest();
    expect(lastOf(core)).toMatchObject({ localDate: '2026-12-01' });
    core.close();
    clock.addDays(6);
    const again = open(file, clock);
    expect(lastOf(again)).toMatchObject({ localDate: '2026-12-01' });
    again.close();
    clock.addDays(1);
    const later = open(file, clock);
    expect(lastOf(later)).toMatchObject({ localDate: '2026-12-08' });
    later.close();
    expect(writtenIn(file)).toMatchObject({ localDate: '2026-12-08' });
  });

  test('a clock that is set back does not put it off, and the day is the one of the person’s zone', () => {
    const file = freshFile();
    const clock = testClock();
    open(file, clock).close();
    clock.set('2020-05-01T23:30:00Z');
    clock.zoneIs('Asia/Kathmandu');
    const core = open(file, clock);
    expect(lastOf(core)).toEqual({ at: clock.now(), localDate: '2020-05-02', localTime: '05:15' });
    core.close();
  });

  test('a fault stops all writes with the reason, and is not taken for a check that passed', () => {
    const file = freshFile();
    const clock = testClock();
    open(file, clock).close();
    harm(file);
    const core = open(file, clock);
    expect(tick(core)).toMatchObject({ ok: true });
    clock.addDays(7);
    core.rest();
    const { readOnly, damaged } = core.call('app.read', {});
    expect(damaged).toBe(true);
    expect(readOnly).toMatch(/^The weekly check found damage .* The Data screen offers/);
    expect(tick(core)).toEqual({ ok: false, error: { code: 'read_only', message: readOnly } });
    expect(lastOf(core)).toEqual(first);
    core.close();
    expect(writtenIn(file)).toEqual(first);
  });

  test('a check for other reasons counts: the one that a person asks for, and the one before copies are given up', () => {
    const file = freshFile();
    const clock = testClock();
    const core = open(file, clock);
    clock.addDays(2);
    core.call('backups.health', { job: core.call('jobs.start', { kind: 'check-health' }).job });
    expect(lastOf(core)).toMatchObject({ localDate: '2026-11-26' });
    core.close();
    expect(writtenIn(file)).toMatchObject({ localDate: '2026-11-26' });

    const daily = open(file, clock);
    tick(daily);
    for (let day = 0; day < 20; day += 1) {
      daily.call('settings.set', { hoursPerWeek: day + 1 });
      daily.rest();
      if (day < 19) clock.addDays(1);
    }
    // The newest copy took the place of an older one on that very day.
    expect(lastOf(daily)).toMatchObject({ at: clock.now() });
    daily.close();
  });

  test('one that cannot be made is told to the log and tried again after an hour, and the file is not blamed', () => {
    const file = freshFile();
    const clock = testClock();
    const logged: unknown[] = [];
    let tries = 0;
    const failing: JobRunner = (kind, _input, { end }) => {
      if (kind === 'check-in-full') tries += 1;
      end({ kind: 'failed', failure: { code: 'internal', message: 'no' }, cause: 'no thread' });
      return () => undefined;
    };
    const core = createCore({
      ...plain,
      file,
      clock,
      log: (error) => logged.push(error),
      runnerOf: () => failing,
    });
    core.startCopies();
    for (const at of ['09:00:00', '09:59:59', '10:00:00']) {
      clock.set(`2026-11-24T${at}Z`);
      core.rest();
    }
    expect(tries).toBe(2);
    expect(logged).toContain('no thread');
    expect(core.dispatch('app.read', {})).toMatchObject({ value: { readOnly: null } });
    core.close();
  });

  test('is one at a time, stands back behind a copy, and ends with the core', () => {
    const file = freshFile();
    const clock = testClock();
    const running: string[] = [];
    const stopped: string[] = [];
    const never: JobRunner = (kind) => {
      running.push(kind);
      return () => void stopped.push(kind);
    };
    const core = createCore({ ...plain, file, clock, runnerOf: () => never });
    core.startCopies();
    core.rest();
    core.rest();
    expect(running).toEqual(['check-in-full']);
    core.dispatch('topics.setStatus', { request: newRequest(), topic: 'git.01', status: 'done' });
    core.rest();
    expect(running).toEqual(['check-in-full']);
    core.close();
    expect(stopped).toEqual(['check-in-full']);
    const other = createCore({ ...plain, file, clock, runnerOf: () => never });
    other.startCopies();
    other.rest();
    other.rest();
    expect(running).toEqual(['check-in-full', 'backup']);
    other.close();
  });

  test('a file that another took the place of is asked for its own last check, and looked after from then on', () => {
    const file = freshFile();
    const clock = testClock();
    const core = openCore({ file, clock });
    tick(core);
    core.call('jobs.start', { kind: 'backup', reason: 'by-hand' });
    core.startCopies();
    core.rest();
    clock.addDays(1);
    const { name } = core.call('backups.list', {}).backups[0]!;
    core.stopWrites('Because.');
    const { job } = core.call('jobs.start', { kind: 'preview-restore', backup: name });
    core.call('backups.restore', { job, backup: null });
    expect(lastOf(core)).toBeNull();
    core.rest();
    expect(lastOf(core)).toMatchObject({ localDate: '2026-11-25' });
    core.close();
  });

  test('what stands there as the last check and is none counts as none', () => {
    const file = freshFile();
    for (const nonsense of ['{', '{"at":1}', '7']) {
      onFile(file, `INSERT OR REPLACE INTO meta VALUES ('checkedInFull', ?)`, nonsense);
      const core = openCore({ file });
      expect(lastOf(core), nonsense).toBeNull();
      core.startCopies();
      core.rest();
      expect(lastOf(core)).toEqual(first);
      core.close();
    }
  });

  test('nothing is written to a file that can only be looked at', (context) => {
    const file = freshFile();
    const folder = join(file, '..');
    const before = sha256(file);
    const undo = makeReadOnly(folder);
    if (undo === null) return context.skip('this account cannot make a folder read-only');
    onTestFinished(undo);
    const core = openCore({ file });
    core.startCopies();
    core.rest();
    core.call('backups.health', { job: core.call('jobs.start', { kind: 'check-health' }).job });
    core.rest();
    core.close();
    expect(sha256(file)).toBe(before);
  });

  test('sample data is not checked, and says nothing of the person’s file', () => {
    const core = open(freshFile(), testClock());
    core.call('sample.enter', {});
    expect(lastOf(core)).toBeNull();
    core.call('sample.leave', {});
    expect(lastOf(core)).toEqual(first);
    core.close();
  });
});

test('in the core’s thread it is made after the check at start, though nobody asks anything', async () => {
  const file = freshFile();
  harm(file);
  const core = await startCore({
    dataDir: join(file, '..'),
    catalogueDir,
    workerFile: new URL('../../main/core-worker.ts', import.meta.url),
  });
  onTestFinished(() => core.close());
  await new Promise((later) => setTimeout(later, 4_000));
  expect(await core.call('app.read', {})).toMatchObject({
    value: { damaged: true, readOnly: expect.stringContaining('The weekly check found damage') },
  });
});

test('the check in full tells a sound file from one with an index or a reference at fault', () => {
  const file = freshFile();
  const found = (): unknown => {
    const db = new Database(file, { readonly: true });
    let told: unknown;
    inProcessRunner(() => db)('check-in-full', {}, { progress: () => undefined, end: (end) => (told = end) });
    db.close();
    return told;
  };
  expect(found()).toEqual({ kind: 'done', result: true });
  harm(file);
  expect(found()).toEqual({ kind: 'done', result: false });
  onFile(file, `DELETE FROM member_choice`);
  expect(found()).toEqual({ kind: 'done', result: true });

  const [index] = onFile<{ rootpage: number }>(
    file,
    `SELECT rootpage FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'role' ORDER BY rootpage`,
  );
  const bytes = readFileSync(file);
  // A letter of a key, at the end of its page.
  bytes[index!.rootpage * 4_096 - 6]! ^= 1;
  writeFileSync(file, bytes);
  expect(quickCheck(file)).toBe(true);
  expect(found()).toEqual({ kind: 'done', result: false });
});
