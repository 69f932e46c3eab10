import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { backupsOf } from '../../data/backup.ts';
import { listBackups } from '../../data/backups.ts';
import { finishReplacing } from '../../data/replace-file.ts';
import { BACKUP_EVERY_MS } from '../../main/safekeeping.ts';
import { dumpState, freshFile, makeTemplate, onFile, sha256, visibleState } from '../helpers/data-file.ts';
import { newRequest, openCore, testClock, type TestCore } from '../helpers/test-core.ts';

const templateDir = mkdtempSync(join(tmpdir(), 'groundwork-'));
beforeAll(() => makeTemplate(templateDir));
afterAll(() => rmSync(templateDir, { recursive: true, force: true }));

const tick = (core: TestCore, topic: string): void =>
  void core.call('topics.setStatus', { request: newRequest(), topic, status: 'done' });
const copies = (core: TestCore) => core.call('backups.list', {}).backups;
const copyNow = (core: TestCore, reason: 'by-hand' | 'before-restore' = 'by-hand'): string =>
  core.call('jobs.start', { kind: 'backup', reason }).job;
const previewOf = (core: TestCore, backup: string): string =>
  core.call('jobs.start', { kind: 'preview-restore', backup }).job;
const restore = (core: TestCore, backup: string): void => {
  const job = previewOf(core, backup);
  core.call('backups.restore', { job, backup: copyNow(core, 'before-restore') });
};
const messageOf = (core: TestCore, job: string): string | null => core.call('jobs.read', { job }).message;

describe('copies by the clock', () => {
  test('one is made once the file was checked and something was saved, then at most one in an hour of use', () => {
    const file = freshFile();
    const clock = testClock();
    const core = openCore({ file, clock });
    tick(core, 'git.01');
    core.rest();
    expect(copies(core)).toEqual([]);
    core.startCopies();
    core.rest();
    expect(copies(core)).toMatchObject([{ reason: 'automatic', verified: true, localDate: '2026-11-24' }]);
    tick(core, 'git.02');
    core.rest();
    expect(copies(core)).toHaveLength(1);
    clock.set('2026-11-24T10:00:01Z');
    core.rest();
    expect(copies(core)).toHaveLength(2);
    clock.addDays(3);
    core.rest();
    expect(copies(core)).toHaveLength(2);
    core.close();
    // Started anew with nothing changed since: the newest copy holds it all.
    const again = openCore({ file, clock });
    again.startCopies();
    again.rest();
    expect(copies(again)).toHaveLength(2);
    again.call('settings.set', { theme: 'dark' });
    again.rest();
    // Of the days before only the newest copy stays.
    expect(copies(again).map(({ localDate }) => localDate)).toEqual(['2026-11-27', '2026-11-24']);
    again.close();
  });

  test('a clock that is set back does not put them off', () => {
    const file = freshFile();
    const clock = testClock();
    const core = openCore({ file, clock });
    core.startCopies();
    tick(core, 'git.01');
    core.rest();
    clock.addDays(-4_000);
    tick(core, 'git.02');
    core.rest();
    expect(copies(core)).toHaveLength(2);
    core.close();
  });

  test('a file that is damaged is not copied, and no copy is given up for it', () => {
    const file = freshFile();
    const clock = testClock();
    const core = openCore({ file, clock });
    core.startCopies();
    for (let day = 0; day < 16; day += 1) {
      if (day === 0) tick(core, 'git.01');
      core.call('settings.set', { hoursPerWeek: day + 1 });
      core.rest();
      clock.addDays(1);
    }
    const before = readdirSync(backupsOf(file));
    core.stopWrites('Because.');
    clock.set(new Date(clock.now() + BACKUP_EVERY_MS).toISOString());
    core.rest();
    expect(readdirSync(backupsOf(file))).toEqual(before);
    core.close();
  });

  test('after 40 days the folder holds what the rotation keeps, each with its manifest', () => {
    const file = freshFile();
    const clock = testClock('2026-10-01T09:00:00Z');
    const core = openCore({ file, clock });
    core.startCopies();
    for (let day = 0; day < 40; day += 1) {
      core.call('settings.set', { hoursPerWeek: 1 + (day % 20) });
      if (day === 0) tick(core, 'git.01');
      core.rest();
      clock.addDays(1);
    }
    const dates = copies(core).map(({ localDate }) => localDate!);
    expect(dates.slice(0, 12)).toEqual(
      Array.from({ length: 12 }, (_, back) =>
        new Date(Date.UTC(2026, 10, 9 - back)).toISOString().slice(0, 10),
      ),
    );
    expect(dates.slice(12)).toEqual(['2026-10-25', '2026-10-18', '2026-10-11', '2026-10-04']);
    const folder = readdirSync(backupsOf(file));
    expect(folder.filter((name) => name.endsWith('.json'))).toHaveLength(dates.length);
    expect(folder).toHaveLength(2 * dates.length);
    core.close();
  });
});

describe('restoring', () => {
  const twoStates = (): { core: TestCore; file: string; old: string; oldState: unknown } => {
    const file = freshFile();
    const clock = testClock();
    const core = openCore({ file, clock });
    tick(core, 'git.01');
    core.call('notes.set', { request: newRequest(), kind: 'skill', id: 'git', text: 'As it was' });
    copyNow(core);
    const oldState = visibleState(file);
    clock.addDays(1);
    tick(core, 'git.02');
    core.call('topics.setStatus', { request: newRequest(), topic: 'git.01', status: 'revise' });
    core.call('notes.set', { request: newRequest(), kind: 'skill', id: 'git', text: 'As it is' });
    return { core, file, old: copies(core)[0]!.name, oldState };
  };

  test('says what differs before, puts the copy in place, and can be taken back the same way', () => {
    const { core, file, old, oldState } = twoStates();
    const present = visibleState(file);
    const job = previewOf(core, old);
    const { differences, rows } = core.call('backups.preview', { job });
    expect(differences).toEqual([
      {
        table: 'note',
        gone: 0,
        back: 0,
        changed: 1,
        names: { gone: [], back: [], changed: ['As it is'] },
      },
      {
        table: 'topic_state',
        gone: 1,
        back: 0,
        changed: 1,
        names: { gone: [expect.any(String)], back: [], changed: [expect.any(String)] },
      },
    ]);
    expect(rows).toBeGreaterThan(1_000);
    expect(visibleState(file)).toEqual(present);
    core.call('backups.restore', { job, backup: copyNow(core, 'before-restore') });
    expect(visibleState(file)).toEqual(oldState);
    // The same core goes on with it.
    expect(core.call('skills.read', { skill: 'git' }).progress.done).toBe(1);
    tick(core, 'git.03');
    const [before] = copies(core).filter(({ reason }) => reason === 'before-restore');
    restore(core, before!.name);
    expect(visibleState(file)).toEqual(present);
    core.close();
    expect(readdirSync(dirname(file)).toSorted()).toEqual(['backups', 'groundwork.db']);
  });

  test('wants a copy of the present file first', () => {
    const { core, file, old } = twoStates();
    const present = visibleState(file);
    const job = previewOf(core, old);
    expect(core.ask('backups.restore', { job, backup: null })).toMatchObject({
      error: { code: 'conflict', message: 'Your file has to be backed up first.' },
    });
    expect(core.ask('backups.restore', { job, backup: job })).toMatchObject({ error: { code: 'not_found' } });
    expect(visibleState(file)).toEqual(present);
    core.close();
  });

  test('what was decided before a crash is carried out at the next start, a log of the old file is not', () => {
    const { core, file, old, oldState } = twoStates();
    core.close();
    const copy = join(backupsOf(file), `${old}.db`);
    // Killed after the decision: the old file with its log is still there.
    const writer = new Database(file);
    writer.pragma('wal_autocheckpoint = 0');
    writer.exec(`UPDATE note SET text = 'in the log of the old file'`);
    const wal = readFileSync(`${file}-wal`);
    writer.close();
    writeFileSync(`${file}-wal`, wal);
    writeFileSync(`${file}.restored`, readFileSync(copy));
    finishReplacing(file);
    expect(readdirSync(dirname(file)).toSorted()).toEqual(['backups', 'groundwork.db']);
    expect(visibleState(file)).toEqual(oldState);
    finishReplacing(file);
    expect(visibleState(file)).toEqual(oldState);
  });

  test('sample data is not mixed up with the person’s file', () => {
    const { core } = twoStates();
    core.call('sample.enter', {});
    expect(core.ask('jobs.start', { kind: 'backup', reason: 'by-hand' })).toMatchObject({
      error: { code: 'conflict' },
    });
    expect(core.call('backups.list', {}).backups).toEqual([]);
    core.close();
  });
});

describe('a copy that is not what it says', () => {
  const withCopy = (): { core: TestCore; file: string; copy: string; name: string } => {
    const file = freshFile();
    const core = openCore({ file });
    tick(core, 'git.01');
    copyNow(core);
    const { name } = copies(core)[0]!;
    return { core, file, copy: join(backupsOf(file), `${name}.db`), name };
  };
  /** Changes the copy and writes its hash down anew, as somebody who means harm would. */
  const forged = (copy: string, statement: string): void => {
    const db = new Database(copy);
    db.exec(statement);
    db.pragma('journal_mode = DELETE');
    db.close();
    const manifest = copy.replace(/db$/, 'json');
    const told = JSON.parse(readFileSync(manifest, 'utf8')) as object;
    writeFileSync(manifest, JSON.stringify({ ...told, sha256: sha256(copy), size: statSync(copy).size }));
  };

  test('is refused where a byte of it changed', () => {
    const { core, file, copy, name } = withCopy();
    const bytes = readFileSync(copy);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(copy, bytes);
    const job = previewOf(core, name);
    expect(messageOf(core, job)).toMatch(/This backup is damaged/);
    expect(
      core.call('backups.health', { job: core.call('jobs.start', { kind: 'check-health' }).job }),
    ).toEqual({
      sound: true,
      rows: expect.any(Number),
      backups: { [name]: 'damaged' },
    });
    expect(existsSync(`${file}-waiting/`) ? readdirSync(`${file}-waiting`) : []).toEqual([]);
    core.close();
  });

  test.each([
    ['a trigger', `CREATE TRIGGER evil AFTER INSERT ON event BEGIN DELETE FROM note; END`],
    ['a view', `CREATE VIEW evil AS SELECT * FROM note`],
    ['a table', `CREATE TABLE evil (a)`],
    ['an index', `CREATE INDEX evil ON note (text)`],
    ['a table changed', `ALTER TABLE note ADD COLUMN evil TEXT`],
    ['a table gone', `DROP TABLE saved_filter`],
  ])('is refused with %s that no version makes', (_what, statement) => {
    const { core, file, copy, name } = withCopy();
    const present = dumpState(file);
    forged(copy, statement);
    const job = previewOf(core, name);
    expect(messageOf(core, job)).toMatch(/no Groundwork put there/);
    expect(core.ask('backups.restore', { job, backup: copyNow(core) })).toMatchObject({ ok: false });
    expect(dumpState(file)).toEqual(present);
    core.close();
  });

  test.each([
    ['of another program', 'PRAGMA application_id = 7', /no backup of a Groundwork file/],
    ['of a newer version', 'PRAGMA user_version = 99', /newer Groundwork/],
    [
      'with a reference to nothing',
      `PRAGMA foreign_keys = OFF; INSERT INTO member_choice VALUES ('x', 99999)`,
      /damaged/,
    ],
  ])('is refused %s', (_what, statement, sentence) => {
    const { core, copy, name } = withCopy();
    forged(copy, statement);
    expect(messageOf(core, previewOf(core, name))).toMatch(sentence);
    core.close();
  });

  test('is left alone by the rotation and takes no place where nothing is written down of it', () => {
    const { core, file, copy } = withCopy();
    rmSync(copy.replace(/db$/, 'json'));
    expect(copies(core)).toMatchObject([{ verified: false, reason: null, localDate: null }]);
    expect(listBackups(backupsOf(file))).toHaveLength(1);
    core.close();
  });
});

describe('a damaged file', () => {
  const damagedFile = (damage: (file: string) => void): { file: string; state: unknown; bytes: Buffer } => {
    const file = freshFile();
    const core = openCore({ file });
    tick(core, 'git.01');
    copyNow(core);
    const state = visibleState(file);
    core.close();
    damage(file);
    return { file, state, bytes: readFileSync(file) };
  };

  test.each([
    ['is no database any more', (file: string) => writeFileSync(file, 'Dear diary. '.repeat(1_000))],
    [
      'lost its first page',
      (file: string) => {
        const bytes = readFileSync(file);
        bytes.fill(0xa5, 100, 4_096);
        writeFileSync(file, bytes);
      },
    ],
    ['was cut off', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 10_000))],
  ])('that %s is shown by a stand-in, kept aside, and replaced by the newest good copy', (_what, damage) => {
    const { file, state, bytes } = damagedFile(damage);
    const core = openCore({ file });
    expect(core.call('app.read', {})).toMatchObject({
      damaged: true,
      file,
      readOnly: expect.stringMatching(/damaged/),
    });
    expect(
      core.ask('topics.setStatus', { request: newRequest(), topic: 'git.01', status: 'done' }),
    ).toMatchObject({
      error: { code: 'read_only' },
    });
    expect(readFileSync(file).equals(bytes)).toBe(true);
    const [newest] = copies(core);
    const job = previewOf(core, newest!.name);
    expect(core.call('backups.preview', { job }).differences).toBeNull();
    core.call('backups.restore', { job, backup: null });
    expect(core.call('app.read', {})).toMatchObject({ damaged: false, readOnly: null });
    tick(core, 'git.02');
    core.close();
    const [aside] = readdirSync(dirname(file)).filter((name) => name.startsWith('damaged-'));
    expect(readFileSync(join(dirname(file), aside!, 'groundwork.db')).equals(bytes)).toBe(true);
    expect(onFile(file, `SELECT count(*) AS n FROM topic_state`)).toEqual([{ n: 2 }]);
    expect(state).toBeDefined();
  });

  test('another program’s database and a text without copies beside it are left alone', () => {
    const file = freshFile();
    writeFileSync(file, 'Dear diary. '.repeat(1_000));
    expect(() => openCore({ file })).toThrow(/no database/);
  });
});
