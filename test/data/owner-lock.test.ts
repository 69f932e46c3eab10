import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OpenError } from '../../data/open-error.ts';
import { ownDataFolder } from '../../data/owner-lock.ts';
import { startChild } from '../helpers/child.ts';
import { tempDir } from '../helpers/test-core.ts';

const faultOf = (folder: string): string => {
  try {
    ownDataFolder(folder).release();
    return 'none';
  } catch (error) {
    if (!(error instanceof OpenError)) throw error;
    return error.fault;
  }
};

test('the first to come owns the folder, made where it is missing; a second is refused at once; a release frees it', () => {
  const folder = join(tempDir(), 'a', 'b');
  const { release } = ownDataFolder(folder);
  expect(existsSync(folder)).toBe(true);
  const started = performance.now();
  expect(faultOf(folder)).toBe('owned');
  expect(performance.now() - started).toBeLessThan(1_000);
  expect(faultOf(folder)).toBe('owned');
  release();
  expect(faultOf(folder)).toBe('none');
});

test('two folders have two owners', () => {
  const first = ownDataFolder(tempDir());
  const second = ownDataFolder(tempDir());
  first.release();
  second.release();
});

test('another process is refused in under a second, in a sentence and not in a stack trace', async () => {
  const folder = tempDir();
  const { release } = ownDataFolder(folder);
  const other = startChild('own-folder.ts', folder);
  const [fault, ms] = (await other.line()).split(' ');
  expect(fault).toBe('owned');
  expect(Number(ms)).toBeLessThan(1_000);
  release();
});

test('kill -9 of the owner frees the folder at once', async () => {
  const folder = tempDir();
  const other = startChild('own-folder.ts', folder);
  expect(await other.line()).toBe('owns');
  expect(faultOf(folder)).toBe('owned');
  other.child.kill('SIGKILL');
  expect(await other.ended).toBe('SIGKILL');
  expect(faultOf(folder)).toBe('none');
});

test('a folder that cannot be made is said to be one', () => {
  const file = join(tempDir(), 'file');
  writeFileSync(file, '');
  expect(faultOf(join(file, 'folder'))).toBe('folder');
});
