import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backup, type Manifest } from '../../data/backup.ts';
import { openDatabase } from '../../data/open.ts';
import { dumpState, freshFile, onFile } from '../helpers/data-file.ts';
import { newRequest, openCore } from '../helpers/test-core.ts';

const withTicks = (): string => {
  const file = freshFile();
  const core = openCore({ file });
  core.call('skills.know', { request: newRequest(), skill: 'git', level: null });
  core.close();
  return file;
};

test('a backup is one file that holds everything, beside the SHA-256 of its bytes and the numbers of its rows', () => {
  const file = withTicks();
  const folder = join(file, '..', 'backups');
  const db = openDatabase(file, { backupDir: folder });
  const copy = backup(db, folder, 'today');
  db.close();
  expect(copy).toBe(join(folder, 'today.db'));
  expect(readdirSync(folder).toSorted()).toEqual(['today.db', 'today.json']);
  const hash = createHash('sha256').update(readFileSync(copy)).digest('hex');
  const manifest = JSON.parse(readFileSync(join(folder, 'today.json'), 'utf8')) as Manifest;
  expect(manifest).toMatchObject({ sha256: hash, size: statSync(copy).size, seq: 1 });
  expect(manifest.rows['topic_state']).toBe(dumpState(file).topic_state.length);
  expect(dumpState(copy)).toEqual(dumpState(file));
  expect(dumpState(copy).topic_state.length).toBeGreaterThan(0);
});

test('a backup can be opened like the file itself', () => {
  const file = withTicks();
  const db = openDatabase(file, { backupDir: '' });
  const copy = backup(db, join(file, '..', 'backups'), 'today');
  db.close();
  const core = openCore({ file: copy });
  const { progress } = core.call('skills.read', { skill: 'git' });
  expect(progress.done).toBe(progress.total);
  core.close();
});

test('a copy that does not pass the check never gets its name', () => {
  const file = withTicks();
  const db = openDatabase(file, { backupDir: '' });
  db.pragma('foreign_keys = OFF');
  db.exec(`INSERT INTO member_choice VALUES ('any', 99999)`);
  const folder = join(file, '..', 'backups');
  expect(() => backup(db, folder, 'today')).toThrow(/verified/);
  expect(existsSync(join(folder, 'today.db'))).toBe(false);
  db.exec(`DELETE FROM member_choice`);
  expect(existsSync(backup(db, folder, 'today'))).toBe(true);
  db.close();
});

test('what a crash left half done is replaced, and a backup that exists is kept', () => {
  const file = withTicks();
  const folder = join(file, '..', 'backups');
  mkdirSync(folder);
  writeFileSync(join(folder, 'today.db.part'), 'half');
  const db = openDatabase(file, { backupDir: '' });
  const copy = backup(db, folder, 'today');
  expect(existsSync(`${copy}.part`)).toBe(false);
  const first = readFileSync(copy);
  db.exec(`INSERT INTO setting VALUES ('theme', '"dark"')`);
  expect(backup(db, folder, 'today')).toBe(copy);
  expect(readFileSync(copy).equals(first)).toBe(true);
  db.close();
  expect(onFile(copy, 'SELECT * FROM setting')).toEqual([]);
});
