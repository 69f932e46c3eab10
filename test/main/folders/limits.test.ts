import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findGit, gitOn } from '../../../main/folders/git.ts';
import { historyOf } from '../../../main/folders/history.ts';
import { LIMITS } from '../../../main/folders/look-at-folder.ts';
import { walk } from '../../../main/folders/walk.ts';
import { makeRepository, writeFiles } from '../../helpers/git.ts';
import { tempDir } from '../../helpers/test-core.ts';

test('the limits leave room below ten seconds', () => {
  expect(LIMITS.walk.ms + LIMITS.gitMs).toBeLessThan(10_000);
});

describe('the limits of a walk', () => {
  const WIDE = { names: 1_000, depth: 10, ms: 1_000 };
  const walked = (root: string, limits: Partial<typeof WIDE>, now: () => number = () => 0) => {
    const paths: string[] = [];
    const result = walk(
      root,
      { ...WIDE, ...limits },
      now,
      () => undefined,
      (path) => paths.push(path),
    );
    return { ...result, paths };
  };
  const tree = (): string => {
    const root = tempDir();
    writeFiles(root, { 'a/b/c/deep.py': '', 'a/b/mid.py': '', 'a/up.py': '', 'top.py': '' });
    return root;
  };

  test('upper levels come first', () => {
    expect(walked(tree(), {})).toEqual({
      paths: ['top.py', 'a/up.py', 'a/b/mid.py', 'a/b/c/deep.py'],
      files: 4,
      stoppedBy: null,
      tooDeep: 0,
      links: 0,
      unreadable: null,
    });
  });

  test('folders below the deepest level are counted', () => {
    expect(walked(tree(), { depth: 1 })).toMatchObject({ paths: ['top.py', 'a/up.py'], tooDeep: 1 });
  });

  test('the number of names ends it', () => {
    expect(walked(tree(), { names: 4 })).toMatchObject({ stoppedBy: 'count', files: 2 });
    expect(walked(tree(), { names: 7 })).toMatchObject({ stoppedBy: null, files: 4 });
  });

  test('time ends it, and what was seen by then counts', () => {
    const root = tempDir();
    for (let at = 0; at < 600; at += 1) writeFileSync(join(root, `${at}.py`), '');
    let time = 0;
    const { stoppedBy, files } = walked(root, { ms: 3 }, () => (time += 2));
    expect(stoppedBy).toBe('time');
    expect(files).toBe(256);
  });

  test('a folder that vanished is named', () => {
    const root = tempDir();
    expect(walked(join(root, 'gone'), {})).toMatchObject({ files: 0, unreadable: { count: 1 } });
  });
});

describe('Git', () => {
  test('is taken from a whole path only, and not where asking opens a window', () => {
    const dir = tempDir();
    for (const name of ['one/git', 'two/git']) {
      mkdirSync(join(dir, name, '..'), { recursive: true });
      writeFileSync(join(dir, name), '#!/bin/sh\n');
    }
    chmodSync(join(dir, 'two/git'), 0o755);
    const path = ['', '.', 'relative', join(dir, 'none'), join(dir, 'one'), join(dir, 'two')].join(':');
    expect(findGit(path, 'linux')).toBe(join(dir, 'two/git'));
    expect(findGit('', 'linux')).toBe(null);
    expect(findGit('/usr/bin', 'darwin')).not.toBe('/usr/bin/git');
  });

  const repository = (): string => {
    const path = tempDir();
    makeRepository(path, [['2025-01-01T00:00:00Z', { 'a.py': '' }]]);
    return join(path, '.git');
  };
  const found = (path: string) => ({ kind: 'found', path, common: path, bare: false }) as const;

  test('that is not there leaves commits unknown', () => {
    expect(historyOf(found(repository()), null)).toMatchObject({ state: 'no-git', commits: null });
  });

  test('that takes too long is ended', () => {
    const dir = tempDir();
    const slow = join(dir, 'git');
    writeFileSync(slow, '#!/bin/sh\nexec sleep 30\n');
    chmodSync(slow, 0o755);
    const start = performance.now();
    const git = gitOn(slow, repository(), 200, () => performance.now());
    expect(historyOf(found(repository()), git)).toMatchObject({ state: 'slow', commits: null });
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('is not asked once the time is over', () => {
    let time = 0;
    const git = gitOn(findGit()!, repository(), 100, () => (time += 150));
    expect(git('rev-parse', 'HEAD').kind).toBe('slow');
  });
});
