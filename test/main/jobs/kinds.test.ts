import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase, openForReading } from '../../../data/open.ts';
import type { Db } from '../../../data/sql.ts';
import type { Outcome } from '../../../main/jobs/job.ts';
import { startCheck } from '../../../main/jobs/start-check.ts';
import { workerRunner } from '../../../main/jobs/worker-runner.ts';
import { tempDir } from '../../helpers/test-core.ts';

const thread = new URL('../../../main/jobs/worker.ts', import.meta.url);

/** A file that its owner has open, with `rows` large settings in it. */
const makeFile = (rows = 1): { dir: string; file: string; db: Db } => {
  const dir = tempDir();
  const file = join(dir, 'groundwork.db');
  const db = openDatabase(file, { backupDir: join(dir, 'backups') });
  onTestFinished(() => void db.close());
  const insert = db.prepare('INSERT INTO meta VALUES (?, ?)');
  db.transaction(() => {
    for (let at = 0; at < rows; at += 1) insert.run(`key-${at}`, 'x'.repeat(10_000));
  })();
  return { dir, file, db };
};
const occasion = { reason: 'by-hand', at: 0, localDate: '1970-01-01', localTime: '00:00' } as const;
const run = (file: string, kind: string, input: unknown): Promise<Outcome> =>
  new Promise((end) => workerRunner(thread, file)(kind, input, { progress: () => undefined, end }));
const rowsIn = (file: string): unknown => {
  const db = openForReading(file);
  try {
    return db.prepare('SELECT count(*) AS n FROM meta').get();
  } finally {
    db.close();
  }
};

test('backup: a verified copy of all that is committed, made while the file is written', async () => {
  const { dir, file, db } = makeFile(500);
  const folder = join(dir, 'backups');
  const copying = run(file, 'backup', { folder, name: 'before', occasion });
  for (let at = 0; at < 100; at += 1) db.prepare('INSERT INTO meta VALUES (?, ?)').run(`later-${at}`, 'x');
  const copy = join(folder, 'before.db');
  expect(await copying).toEqual({ kind: 'done', result: { file: copy, sound: true, checkedInFull: false } });
  expect(readdirSync(folder).toSorted()).toEqual(['before.db', 'before.json']);
  const hash = createHash('sha256').update(readFileSync(copy)).digest('hex');
  expect(readFileSync(join(folder, 'before.json'), 'utf8')).toContain(hash);
  const { n } = rowsIn(copy) as { n: number };
  expect(n).toBeGreaterThanOrEqual(500);
  expect(rowsIn(file)).toEqual({ n: 600 });
  // Nothing was written by the reader: its owner finds no lock and goes on.
  db.exec(`DELETE FROM meta WHERE key LIKE 'later%'`);
  expect(rowsIn(file)).toEqual({ n: 500 });
});

test('backup: holds what stands only in the write-ahead log', async () => {
  const { dir, file, db } = makeFile();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.exec(`INSERT INTO meta VALUES ('only in the log', 'x')`);
  const folder = join(dir, 'backups');
  await run(file, 'backup', { folder, name: 'a', occasion });
  expect(rowsIn(join(folder, 'a.db'))).toEqual({ n: 2 });
});

test('backup: a copy of that name is kept as it is', async () => {
  const { dir, file, db } = makeFile();
  const input = { folder: join(dir, 'backups'), name: 'a', occasion };
  await run(file, 'backup', input);
  db.exec(`INSERT INTO meta VALUES ('later', 'x')`);
  expect(await run(file, 'backup', input)).toMatchObject({ kind: 'done' });
  expect(rowsIn(join(dir, 'backups', 'a.db'))).toEqual({ n: 1 });
});

test('backup: where it cannot be written is said in a sentence', async () => {
  const { dir, file } = makeFile();
  writeFileSync(join(dir, 'a-file'), '');
  for (const input of [
    { folder: join(dir, 'a-file'), name: 'x' },
    { folder: join(dir, 'a-file', 'below'), name: 'x' },
    { folder: join(dir, 'backups'), name: 'no/such/folder' },
  ]) {
    const outcome = await run(file, 'backup', input);
    expect(outcome, JSON.stringify(input)).toEqual({
      kind: 'failed',
      failure: { code: 'read_only', message: expect.stringContaining(input.folder) },
      cause: null,
    });
  }
});

test('backup: a file that is not sound gives no copy that is listed', async () => {
  const { dir, file, db } = makeFile(20);
  db.pragma('foreign_keys = OFF');
  db.exec(`INSERT INTO member_choice VALUES ('nothing', 999)`);
  const folder = join(dir, 'backups');
  expect(await run(file, 'backup', { folder, name: 'a', occasion })).toMatchObject({
    kind: 'failed',
    failure: { code: 'internal' },
    cause: expect.stringContaining('verified'),
  });
  expect(existsSync(join(folder, 'a.db'))).toBe(false);
});

test('check-file: tells a sound file from a damaged one', async () => {
  const { file, db } = makeFile(50);
  expect(await run(file, 'check-file', { file })).toEqual({ kind: 'done', result: true });
  const { rootpage } = db
    .prepare<[], { rootpage: number }>(`SELECT rootpage FROM sqlite_schema WHERE name = 'role'`)
    .get()!;
  db.close();
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(4_096, 0xa5), 0, 4_096, (rootpage - 1) * 4_096);
  closeSync(handle);
  expect(await run(file, 'check-file', { file })).toEqual({ kind: 'done', result: false });
});

test('the check at start tells that all is well, or of damage, and nothing where it could not be made', () => {
  const sentences: (string | null)[] = [];
  const check = (result: Outcome): void =>
    startCheck(
      (kind, input, listener) => {
        expect([kind, input]).toEqual(['check-file', { file: 'a.db' }]);
        listener.end(result);
        return () => undefined;
      },
      'a.db',
      (sentence) => sentences.push(sentence),
    );
  check({ kind: 'done', result: true });
  expect(sentences.splice(0)).toEqual([null]);
  check({ kind: 'failed', failure: { code: 'internal', message: 'x' }, cause: 'busy' });
  expect(sentences).toEqual([]);
  check({ kind: 'done', result: false });
  expect(sentences).toEqual([expect.stringContaining('found damage')]);
});
