import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { latestVersion, migrate, migrations } from '../../data/migrate.ts';
import { openDatabase } from '../../data/open.ts';
import { startChild } from '../helpers/child.ts';
import { dumpState, freshFile, listing, onFile } from '../helpers/data-file.ts';
import { newRequest, openCore, tempDir } from '../helpers/test-core.ts';

/** A step that no version ships: a column, a table, an index, and rows made from old ones. */
const NEXT = [
  `ALTER TABLE target ADD COLUMN note TEXT`,
  `CREATE TABLE badge (id TEXT PRIMARY KEY, topic INTEGER NOT NULL REFERENCES topic (number)) STRICT`,
  `INSERT INTO badge SELECT 'badge-' || topic, topic FROM topic_state WHERE status = 'done'`,
  `CREATE INDEX badge_by_topic ON badge (topic)`,
];
const steps = [...migrations, NEXT];

const withRows = (): string => {
  const file = freshFile();
  const core = openCore({ file });
  core.call('skills.know', { request: newRequest(), skill: 'git', level: 1 });
  core.call('targets.set', {
    request: newRequest(),
    targets: [{ role: 'api-developer', date: '2027-06-01' }],
  });
  core.close();
  return file;
};
const versionOf = (file: string): number =>
  onFile<{ user_version: number }>(file, 'PRAGMA user_version')[0]!.user_version;
const backupsOf = (file: string): string => join(file, '..', 'backups');
const schemaOf = (db: Database.Database): string =>
  `${db
    .prepare<[], { sql: string }>(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY tbl_name, type DESC, name`,
    )
    .all()
    .map(({ sql }) => `${sql.replaceAll(/\s+/g, ' ')};`)
    .join('\n')}\n`;

const expectOld = (file: string, rows: ReturnType<typeof dumpState>): void => {
  expect(versionOf(file)).toBe(latestVersion);
  expect(onFile(file, `SELECT name FROM sqlite_schema WHERE name LIKE 'badge%'`)).toEqual([]);
  expect(dumpState(file)).toEqual(rows);
};
const expectNew = (file: string, rows: ReturnType<typeof dumpState>): void => {
  expect(versionOf(file)).toBe(latestVersion + 1);
  expect(onFile(file, 'SELECT * FROM badge')).toHaveLength(rows.topic_state.length);
  expect(dumpState(file)).toEqual({
    ...rows,
    target: rows.target.map((row) => ({ ...(row as object), note: null })),
  });
};
const expectBackup = (file: string, rows: ReturnType<typeof dumpState>): void => {
  const names = readdirSync(backupsOf(file)).filter((name) => name.endsWith('.db'));
  expect(names).toEqual([`before-version-${latestVersion + 1}-from-${latestVersion}.db`]);
  const copy = join(backupsOf(file), names[0]!);
  const hash = createHash('sha256').update(readFileSync(copy)).digest('hex');
  expect(readFileSync(copy.replace(/db$/, 'json'), 'utf8')).toContain(hash);
  expect(dumpState(copy)).toEqual(rows);
};

test('the schema is the one that was looked at: test/data/schema.sql', async () => {
  const db = openDatabase(':memory:', { backupDir: '' });
  await expect(schemaOf(db)).toMatchFileSnapshot(resolve(import.meta.dirname, 'schema.sql'));
  db.close();
});

test('opening a file that is up to date changes nothing and makes no backup', () => {
  const file = withRows();
  const before = listing(join(file, '..'));
  openDatabase(file, { backupDir: backupsOf(file) }).close();
  expect(listing(join(file, '..'))).toEqual(before);
});

test('a new file is made without a backup of nothing', () => {
  const file = join(tempDir(), 'new.db');
  openDatabase(file, { backupDir: backupsOf(file) }).close();
  expect(existsSync(backupsOf(file))).toBe(false);
});

test('a file with rows goes one step further, after a verified backup, and a second run does nothing', () => {
  const file = withRows();
  const rows = dumpState(file);
  expect(rows.topic_state.length).toBeGreaterThan(1);
  const db = openDatabase(file, { backupDir: backupsOf(file) });
  migrate(db, { backupDir: backupsOf(file), steps });
  const after = schemaOf(db);
  migrate(db, { backupDir: backupsOf(file), steps });
  expect(schemaOf(db)).toBe(after);
  db.close();
  expectNew(file, rows);
  expectBackup(file, rows);
});

test('saved filters of the version before stay, and can be taken back from then on', () => {
  const file = join(tempDir(), 'groundwork.db');
  const old = new Database(file);
  migrate(old, { backupDir: null, steps: migrations.slice(0, 6) });
  old.exec(`INSERT INTO saved_filter VALUES ('Rusty', '{"stale":true}')`);
  migrate(old, { backupDir: null });
  const rows = old.prepare('SELECT * FROM saved_filter').all();
  old.close();
  expect(rows).toEqual([{ name: 'Rusty', filter: '{"stale":true}', event: null, made_by: null, retired: 0 }]);
});

test('a step that fails leaves the old file, and ten failed starts do not replace the backup', () => {
  const file = withRows();
  const rows = dumpState(file);
  const broken = [...migrations, [...NEXT, 'CREATE TABLE badge (twice TEXT)']];
  let first: string[] = [];
  for (let start = 0; start < 10; start += 1) {
    const db = openDatabase(file, { backupDir: backupsOf(file) });
    expect(() => migrate(db, { backupDir: backupsOf(file), steps: broken })).toThrow(/already exists/);
    expect(db.inTransaction).toBe(false);
    db.close();
    if (start === 0) first = listing(backupsOf(file));
    onFile(file, `INSERT INTO setting VALUES (?, '1')`, `start-${start}`);
  }
  expect(listing(backupsOf(file))).toEqual(first);
  expectBackup(file, rows);
  onFile(file, 'DELETE FROM setting');
  expectOld(file, rows);
});

describe('killed at any point of a step, the file is the old or the new one, and the next start finishes', () => {
  const POINTS = 2 * NEXT.length + 3;

  test('the child knows all of these points', async () => {
    const file = withRows();
    const { lines, ended } = startChild('migrate.ts', file, backupsOf(file), '-1', JSON.stringify(NEXT));
    expect(await ended).toBe(0);
    expect(lines).toEqual([`${POINTS} points`]);
    expectNew(file, dumpState(join(backupsOf(file), readdirSync(backupsOf(file))[0]!)));
  });

  test.concurrent.each(Array.from({ length: POINTS }, (_, point) => point))('point %i', async (point) => {
    const file = withRows();
    const rows = dumpState(file);
    const { ended } = startChild('migrate.ts', file, backupsOf(file), String(point), JSON.stringify(NEXT));
    expect(await ended).toBe('SIGKILL');
    if (point === POINTS - 1) expectNew(file, rows);
    else expectOld(file, rows);
    expectBackup(file, rows);
    const db = new Database(file);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.pragma('synchronous = FULL');
    migrate(db, { backupDir: backupsOf(file), steps });
    db.close();
    expectNew(file, rows);
    expectBackup(file, rows);
  });
});
