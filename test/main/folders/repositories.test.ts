import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gitIn, makeRepository, SERVICE } from '../../helpers/git.ts';
import { emptyFolder, itemsIn, look, whyOf } from '../../helpers/look.ts';

describe('odd repositories', () => {
  let first: string;
  beforeAll(() => {
    first = mkdtempSync(join(tmpdir(), 'groundwork-'));
    makeRepository(first, [
      ['2025-01-01T00:00:00Z', SERVICE],
      ['2025-02-01T00:00:00Z', { 'b.py': '' }],
      ['2025-03-01T00:00:00Z', { 'c.py': '' }],
    ]);
  });
  afterAll(() => rmSync(first, { recursive: true }));
  /** A copy, which is quicker than making it anew. */
  const source = (): string => {
    const path = emptyFolder('source');
    cpSync(first, path, { recursive: true });
    return path;
  };

  test('a bare one is known by the names of its last commit; no content is read', () => {
    const path = source();
    const bare = join(path, '..', 'bare.git');
    gitIn(path, ['clone', '--quiet', '--bare', path, bare]);
    const scan = look(bare);
    expect(scan).toMatchObject({
      bare: true,
      files: 11,
      title: null,
      history: { state: 'whole', commits: 3, firstOn: '2025-01-01', lastOn: '2025-03-01', remote: null },
    });
    expect(Object.keys(whyOf(scan)).toSorted()).toEqual([
      'Docker',
      'Git',
      'GitHub Actions',
      'Python',
      'Rust',
    ]);
    expect(itemsIn(scan)).toMatchObject({ readme: 'README.md', licence: 'LICENSE' });
  });

  test('a shallow one tells the last day only', () => {
    const path = source();
    const shallow = join(path, '..', 'shallow');
    gitIn(path, ['clone', '--quiet', '--depth=1', `file://${path}`, shallow]);
    const scan = look(shallow);
    expect(scan.history).toEqual({
      state: 'shallow',
      commits: null,
      firstOn: null,
      lastOn: '2025-03-01',
      remote: null,
    });
    expect(whyOf(scan)).not.toHaveProperty('Git');
  });

  test.each([[[]], [['--bare']]])('an empty one has no commit yet: git init %s', (options) => {
    const path = emptyFolder();
    gitIn(path, ['init', '--quiet', ...options]);
    const scan = look(path);
    expect(scan).toMatchObject({ files: 0, title: null, technologies: [] });
    expect(scan.history).toMatchObject({ state: 'empty', commits: 0, firstOn: null, lastOn: null });
  });

  test('a further working tree has the history and the remote of the first', () => {
    const path = source();
    gitIn(path, ['remote', 'add', 'origin', 'git@gitlab.com:me/recipes.git']);
    const tree = join(path, '..', 'tree');
    gitIn(path, ['worktree', 'add', '--quiet', tree, 'HEAD~1']);
    expect(look(tree).history).toMatchObject({
      state: 'whole',
      commits: 2,
      lastOn: '2025-02-01',
      remote: 'https://gitlab.com/me/recipes',
    });
  });

  test('several beginnings count from the earliest', () => {
    const path = source();
    gitIn(path, ['checkout', '--quiet', '--orphan', 'other']);
    gitIn(path, ['commit', '--quiet', '--allow-empty', '--message', 'x'], '2024-02-29T00:00:00Z');
    gitIn(path, ['checkout', '--quiet', '--force', 'main']);
    gitIn(
      path,
      ['merge', '--quiet', '--allow-unrelated-histories', '--message', 'm', 'other'],
      '2025-05-01T00:00:00Z',
    );
    expect(look(path).history).toMatchObject({ commits: 5, firstOn: '2024-02-29', lastOn: '2025-05-01' });
  });

  test.each<[string, (git: string) => void]>([
    ['without objects', (git) => rmSync(join(git, 'objects'), { recursive: true })],
    ['whose HEAD is no text', (git) => writeFileSync(join(git, 'HEAD'), Buffer.alloc(5_000, 0xff))],
    ['whose HEAD leads nowhere', (git) => writeFileSync(join(git, 'HEAD'), 'ref: refs/heads/gone\n')],
    ['whose branch is torn', (git) => writeFileSync(join(git, 'refs/heads/main'), '0123')],
    [
      'whose last commit is gone',
      (git) => writeFileSync(join(git, 'refs/heads/main'), `${'1'.repeat(40)}\n`),
    ],
    [
      'whose settings are torn',
      (git) => writeFileSync(join(git, 'config'), '[core\nrepositoryformatversion'),
    ],
    [
      'of a later format',
      (git) => writeFileSync(join(git, 'config'), '[core]\nrepositoryformatversion = 99\n'),
    ],
    [
      'that is empty',
      (git) => {
        rmSync(git, { recursive: true });
        mkdirSync(git);
      },
    ],
    [
      'that is a file',
      (git) => {
        rmSync(git, { recursive: true });
        writeFileSync(git, Buffer.alloc(100_000, 0x61));
      },
    ],
    [
      'that points to nothing',
      (git) => {
        rmSync(git, { recursive: true });
        writeFileSync(git, 'gitdir: ../nothing\n');
      },
    ],
  ])('a broken one %s still shows its files', (_, hurt) => {
    const path = source();
    hurt(join(path, '.git'));
    const scan = look(path);
    expect(scan.history).toMatchObject({ state: 'broken', commits: null, firstOn: null, lastOn: null });
    expect(scan.files).toBe(11);
    expect(scan.title?.text).toBe('Recipe box');
  });

  test('branches that are packed away count as those that are not', () => {
    const path = source();
    gitIn(path, ['pack-refs', '--all']);
    expect(existsSync(join(path, '.git/refs/heads/main'))).toBe(false);
    expect(look(path).history).toMatchObject({ state: 'whole', commits: 3, firstOn: '2025-01-01' });
  });

  test('a submodule is known by the file that leads to its history', () => {
    const path = source();
    const whole = emptyFolder('whole');
    makeRepository(whole, [['2026-01-01T00:00:00Z', { 'a.py': '' }]]);
    gitIn(whole, ['submodule', '--quiet', 'add', path, 'part']);
    expect(lstatSync(join(whole, 'part/.git')).isFile()).toBe(true);
    expect(look(join(whole, 'part')).history).toMatchObject({ state: 'whole', commits: 3 });
  });

  test('one whose history lies behind a link is not followed', () => {
    const path = source();
    renameSync(join(path, '.git'), join(path, '..', 'real.git'));
    symlinkSync(join(path, '..', 'real.git'), join(path, '.git'));
    expect(look(path)).toMatchObject({ history: { state: 'linked', commits: null }, files: 11 });
    rmSync(join(path, '.git'));
    writeFileSync(join(path, '.git'), 'gitdir: //example.org/share/x.git\n');
    expect(look(path).history.state).toBe('linked');
  });

  test('one that would start programs starts none', () => {
    const path = source();
    const trap = join(path, '..', 'trap.sh');
    const sprung = join(path, '..', 'sprung');
    writeFileSync(trap, `#!/bin/sh\ntouch ${sprung}\n`);
    chmodSync(trap, 0o755);
    for (const setting of [
      'core.fsmonitor',
      'core.pager',
      'pager.rev-list',
      'core.sshCommand',
      'core.alternateRefsCommand',
      'core.editor',
      'gpg.program',
      'credential.helper',
      'diff.external',
      'filter.x.smudge',
      'uploadpack.packObjectsHook',
    ]) {
      gitIn(path, ['config', setting, trap]);
    }
    gitIn(path, ['config', 'log.showSignature', 'true']);
    gitIn(path, ['config', 'alias.rev-list', `!${trap}`]);
    // Objects that are missing would be fetched by a program of the repository's choice.
    gitIn(path, ['config', 'extensions.partialClone', 'origin']);
    gitIn(path, ['config', 'remote.origin.promisor', 'true']);
    gitIn(path, ['config', 'remote.origin.url', `ext::${trap}`]);
    gitIn(path, ['config', 'protocol.ext.allow', 'always']);
    expect(look(path).history).toMatchObject({ state: 'whole', commits: 3, remote: null });
    const branch = join(path, '.git/refs/heads/main');
    const newest = readFileSync(branch);
    writeFileSync(branch, `${'1'.repeat(40)}\n`);
    expect(look(path).history.state).toBe('broken');
    expect(existsSync(sprung)).toBe(false);
    // The trap does spring for whoever asks without care.
    writeFileSync(branch, newest);
    gitIn(path, ['config', '--unset', 'extensions.partialClone']);
    gitIn(path, ['status']);
    expect(existsSync(sprung)).toBe(true);
  });
});
