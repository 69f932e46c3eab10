import Database from 'better-sqlite3';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
  closeSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { quickCheck } from '../../data/check.ts';
import { latestVersion } from '../../data/migrate.ts';
import { APPLICATION_ID, openDatabase, openForReading } from '../../data/open.ts';
import { OpenError } from '../../data/open-error.ts';
import { freshFile, listing, onFile } from '../helpers/data-file.ts';
import { openCore, tempDir } from '../helpers/test-core.ts';

const open = (file: string): Database.Database =>
  openDatabase(file, { backupDir: join(file, '..', 'backups') });

const faultOf = (file: string): OpenError => {
  try {
    open(file).close();
  } catch (error) {
    if (error instanceof OpenError) return error;
    throw error;
  }
  throw new Error('the file was opened');
};

describe('an opened file', () => {
  test('keeps a write-ahead log and waits for the disk at every commit', () => {
    const db = open(freshFile());
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    db.exec(`INSERT INTO setting VALUES ('a', '1')`);
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    db.close();
  });

  test('holds references together, trusts no schema, looks at cells, and waits a quarter of a second at most', () => {
    const db = open(freshFile());
    const pragmas = ['foreign_keys', 'trusted_schema', 'cell_size_check', 'busy_timeout'];
    expect(pragmas.map((name) => db.pragma(name, { simple: true }))).toEqual([1, 0, 1, 250]);
    expect(() => db.exec(`INSERT INTO member_choice VALUES ('any', 99999)`)).toThrow(/FOREIGN KEY/);
    db.close();
  });

  test('is marked as ours, at the latest version', () => {
    const db = open(join(tempDir(), 'new.db'));
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(APPLICATION_ID.toString(16)).toBe(Buffer.from('GWRK').toString('hex'));
    expect(db.pragma('user_version', { simple: true })).toBe(latestVersion);
    db.close();
  });

  test('has nothing but STRICT tables', () => {
    const db = open(join(tempDir(), 'new.db'));
    const tables = (
      db.pragma('table_list') as { schema: string; name: string; type: string; strict: number }[]
    )
      .filter(({ schema, name }) => schema === 'main' && !name.startsWith('sqlite_'))
      // The word index makes its own tables.
      .filter(({ name }) => !/^search_(topic|other)/.test(name));
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter(({ strict, type }) => strict !== 1 || type !== 'table')).toEqual([]);
    db.close();
  });

  test('has no AUTOINCREMENT and no secondary index on what a tick writes', () => {
    const db = open(join(tempDir(), 'new.db'));
    expect(
      db
        .prepare(
          `SELECT name FROM sqlite_schema WHERE name = 'sqlite_sequence' OR (type = 'index' AND tbl_name IN ('event', 'topic_state'))`,
        )
        .all(),
    ).toEqual([]);
    db.close();
  });

  test('refuses states that cannot be', () => {
    const db = open(freshFile());
    const insert =
      (values: string): (() => unknown) =>
      () =>
        db.exec(`INSERT INTO topic_state VALUES (${values})`);
    expect(insert(`1, 'mastered', null, null, null, 1`)).toThrow(/CHECK/);
    expect(insert(`1, 'done', null, '2026-11-24', null, 1`)).toThrow(/CHECK/);
    expect(insert(`1, 'todo', 'because', null, null, 1`)).toThrow(/CHECK/);
    expect(insert(`1, 'learning', null, null, '2026-11-24', 1`)).toThrow(/CHECK/);
    expect(insert(`1, 'skipped', 'because', '2026-11-24', null, 1`)).not.toThrow();
    db.close();
  });

  test('an empty file is as good as none', () => {
    const file = join(tempDir(), 'empty.db');
    writeFileSync(file, '');
    open(file).close();
    expect(quickCheck(file)).toBe(true);
  });
});

test('a second connection for reading cannot write', () => {
  const db = openForReading(freshFile());
  expect(() => db.exec(`INSERT INTO setting VALUES ('a', '1')`)).toThrow(/readonly/);
  db.close();
});

describe('a file that is not ours to open is refused, with not one byte changed and no file left behind', () => {
  const refuse = (file: string, fault: OpenError['fault'], sentence: RegExp): void => {
    const folder = join(file, '..');
    const before = listing(folder);
    const error = faultOf(file);
    expect({ fault: error.fault, message: error.message }).toEqual({
      fault,
      message: expect.stringMatching(sentence),
    });
    expect(listing(folder)).toEqual(before);
    faultOf(file);
    expect(listing(folder)).toEqual(before);
  };
  const foreign = (change: (db: Database.Database) => void): string => {
    const file = join(tempDir(), 'groundwork.db');
    const db = new Database(file);
    change(db);
    db.close();
    return file;
  };
  /** A file as a crash leaves it: what was written last stands in the write-ahead log only. */
  const crashed = (change: (db: Database.Database) => void, withIndex: boolean): string => {
    const source = freshFile();
    const copy = join(tempDir(), 'groundwork.db');
    const db = new Database(source);
    db.pragma('wal_autocheckpoint = 0');
    change(db);
    for (const end of withIndex ? ['', '-wal', '-shm'] : ['', '-wal'])
      copyFileSync(`${source}${end}`, `${copy}${end}`);
    db.close();
    expect(statSync(`${copy}-wal`).size).toBeGreaterThan(0);
    return copy;
  };

  test('text', () => {
    const file = join(tempDir(), 'groundwork.db');
    writeFileSync(file, 'Dear diary, '.repeat(1_000));
    refuse(file, 'foreign', /no database/);
  });

  test('a database of another program', () => {
    refuse(
      foreign((db) => db.exec('CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES (1)')),
      'foreign',
      /another program/,
    );
  });

  test('a database of another program that marked it', () => {
    refuse(
      foreign((db) => db.pragma('application_id = 252006674')),
      'foreign',
      /another program/,
    );
  });

  test('a database of another program with a write-ahead log', () => {
    const file = foreign((db) => {
      db.pragma('journal_mode = WAL');
      db.exec('CREATE TABLE bookmark (url TEXT)');
    });
    refuse(file, 'foreign', /another program/);
  });

  test.each([1, 10])('a file that is %i versions newer, naming the version that wrote it', (ahead) => {
    const file = freshFile();
    onFile(file, 'CREATE TABLE future (x)');
    onFile(file, `UPDATE meta SET value = '9.8.7' WHERE key = 'writtenBy'`);
    onFile(file, `PRAGMA user_version = ${latestVersion + ahead}`);
    expect(existsSync(`${file}-wal`)).toBe(false);
    refuse(file, 'newer', /Groundwork 9\.8\.7.*Nothing was changed/);
  });

  test('a newer file that does not say which version wrote it', () => {
    const file = freshFile();
    onFile(file, `DELETE FROM meta WHERE key = 'writtenBy'`);
    onFile(file, `PRAGMA user_version = ${latestVersion + 1}`);
    refuse(file, 'newer', new RegExp(`format ${latestVersion + 1}`));
  });

  test('a newer file without the table that would tell', () => {
    const file = freshFile();
    onFile(file, 'ALTER TABLE meta RENAME TO facts');
    onFile(file, `PRAGMA user_version = ${latestVersion + 1}`);
    refuse(file, 'newer', /newer/);
  });

  test.each([
    ['and its index', true],
    ['alone', false],
  ])('a newer file with a write-ahead log left behind, %s', (_, withIndex) => {
    const file = crashed((db) => {
      db.exec(`UPDATE meta SET value = '9.8.7' WHERE key = 'writtenBy'`);
      db.pragma(`user_version = ${latestVersion + 1}`);
    }, withIndex);
    const hashes = (): string[] => listing(join(file, '..')).filter((line) => !line.includes('-shm'));
    const before = listing(join(file, '..')).map((line) => line.split(' ')[0]);
    const data = hashes();
    expect(faultOf(file)).toMatchObject({ fault: 'newer', message: expect.stringContaining('9.8.7') });
    expect(hashes()).toEqual(data);
    expect(listing(join(file, '..')).map((line) => line.split(' ')[0])).toEqual(before);
  });

  test('a file of ours with a write-ahead log left behind is opened, with everything in it', () => {
    const file = crashed((db) => db.exec(`INSERT INTO setting VALUES ('theme', '"dark"')`), false);
    const core = openCore({ file });
    expect(core.call('app.read', {}).settings.theme).toBe('dark');
    core.close();
  });

  test('a folder instead of a file', () => {
    const file = join(tempDir(), 'groundwork.db');
    mkdirSync(file);
    expect(faultOf(file).fault).toBe('folder');
  });

  test('a folder that does not exist', () => {
    const file = join(tempDir(), 'nowhere', 'groundwork.db');
    expect(() => open(file)).toThrow();
    expect(existsSync(join(file, '..'))).toBe(false);
  });
});

describe('a damaged file', () => {
  const overwrite = (file: string, at: number, bytes: Buffer): void => {
    const handle = openSync(file, 'r+');
    writeSync(handle, bytes, 0, bytes.length, at);
    closeSync(handle);
  };

  test('whose first page cannot be read is refused as damaged, and left as it is', () => {
    const file = freshFile();
    overwrite(file, 100, Buffer.alloc(400, 0xff));
    const before = readFileSync(file);
    expect(faultOf(file)).toMatchObject({ fault: 'damaged', message: expect.stringContaining('backups') });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test.each(['topic', 'skill', 'event', 'role', 'market_fact'])(
    'with a broken page of "%s" does not pass the check at start',
    (table) => {
      const file = freshFile();
      const [{ rootpage }] = onFile<{ rootpage: number }>(
        file,
        'SELECT rootpage FROM sqlite_schema WHERE name = ?',
        table,
      ) as [{ rootpage: number }];
      expect(quickCheck(file)).toBe(true);
      overwrite(file, (rootpage - 1) * 4_096, Buffer.alloc(4_096, 0xa5));
      expect(quickCheck(file)).toBe(false);
    },
  );

  test('that was cut off does not pass the check at start', () => {
    const file = freshFile();
    truncateSync(file, Math.floor(statSync(file).size / 4_096 / 2) * 4_096);
    expect(quickCheck(file)).toBe(false);
  });

  test('that became text does not pass the check at start', () => {
    const file = freshFile();
    writeFileSync(file, 'text '.repeat(10_000));
    expect(quickCheck(file)).toBe(false);
  });
});
