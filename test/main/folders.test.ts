import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { historyOfFolder, pageOfRemote } from '../../main/folders/history.ts';
import { packagesIn } from '../../main/folders/manifests.ts';
import { LIMITS, walk } from '../../main/folders/walk.ts';
import type { FolderFinding, FolderLook } from '../../shared/model/project.ts';
import { newRequest, openCore, tempDir, type TestCore } from '../helpers/test-core.ts';

const put = (folder: string, files: Readonly<Record<string, string>>): string => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
};
const git = (folder: string, ...args: string[]): void =>
  void execFileSync('git', args, {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  });
const commit = (folder: string, day: string, message = 'Work'): void => {
  const date = `${day}T12:00:00Z`;
  execFileSync(
    'git',
    ['-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--allow-empty', '-m', message],
    {
      cwd: folder,
      stdio: 'ignore',
      env: {
        ...process.env,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
        GIT_CONFIG_GLOBAL: '/dev/null',
      },
    },
  );
};
let first: string | null = null;
afterAll(() => first !== null && rmSync(first, { recursive: true }));

/** A small service with three commits: a copy, since making one takes many calls of git. */
const repository = (): string => {
  first ??= makeRepository(mkdtempSync(join(tmpdir(), 'groundwork-')));
  const folder = tempDir();
  cpSync(first, folder, { recursive: true });
  return folder;
};
const makeRepository = (folder: string): string => {
  put(folder, {
    'README.md': '# Book `shelf`\n\nKeeps books.\n',
    LICENSE: 'MIT',
    Dockerfile: 'FROM scratch',
    '.github/workflows/ci.yml': 'on: push',
    'requirements.txt': 'fastapi==1.0\npsycopg[binary]>=3\n# flask\n',
    'app/main.py': 'print(1)',
    'tests/test_main.py': 'def test(): pass',
    'node_modules/express/index.js': '',
  });
  git(folder, 'init', '-q');
  git(folder, 'remote', 'add', 'origin', 'git@github.com:someone/book-shelf.git');
  git(folder, 'add', 'README.md');
  commit(folder, '2026-09-01');
  commit(folder, '2026-10-15');
  commit(folder, '2026-11-20');
  return folder;
};

const look = (core: TestCore, path: string, project = made(core)): FolderLook => {
  const { job } = core.call('jobs.start', { kind: 'look-at-folder', path });
  return core.call('projects.look', { project, job });
};
const made = (core: TestCore): string =>
  core.call('projects.create', { request: newRequest(), template: null, title: 'Mine', kind: 'personal' }).id;
const say = ({ findings }: FolderLook, what: FolderFinding['says']['what']) =>
  findings.filter(({ says }) => says.what === what);

describe('a folder with a repository', () => {
  test('proposes title, address, start, items and skills, each with where it was seen', () => {
    const core = openCore();
    const found = look(core, repository());
    expect(found.commits).toBe(3);
    expect(say(found, 'title')).toEqual([{ why: 'README', says: { what: 'title', title: 'Book shelf' } }]);
    expect(say(found, 'repository')[0]!.says).toEqual({
      what: 'repository',
      url: 'https://github.com/someone/book-shelf',
    });
    expect(say(found, 'started')[0]!.says).toEqual({ what: 'started', date: '2026-09-01' });
    expect(say(found, 'item').map(({ why }) => why)).toEqual([
      'README.md',
      'tests/test_main.py',
      '.github/workflows/ci.yml',
      'Dockerfile',
      'LICENSE',
    ]);
    const skills = say(found, 'skill').map(({ says }) => (says.what === 'skill' ? says.skill : ''));
    expect(skills).toEqual(
      expect.arrayContaining(['python', 'fastapi', 'postgresql', 'docker', 'github-actions', 'git']),
    );
    // Neither what others wrote nor what is only mentioned.
    expect(skills).not.toContain('express');
    expect(skills).not.toContain('flask');
  });

  test('writes nothing until something is confirmed, and proposes it no more then', () => {
    const core = openCore();
    const folder = repository();
    const project = made(core);
    const before = core.call('projects.read', { project });
    look(core, folder, project);
    expect(core.call('projects.read', { project })).toEqual(before);
    core.call('projects.setSkill', { request: newRequest(), project, skill: 'python', level: 2 });
    core.call('projects.edit', { request: newRequest(), project, title: 'Book shelf' });
    const again = look(core, folder, project);
    expect(say(again, 'title')).toEqual([]);
    expect(say(again, 'skill').map(({ says }) => says)).not.toContainEqual(
      expect.objectContaining({ skill: 'python' }),
    );
  });

  test('names of the person’s own find their skill too', () => {
    const core = openCore();
    const category = core.call('categories.create', { request: newRequest(), title: 'Mine' }).id;
    const skill = core.call('skills.create', { request: newRequest(), category, name: 'Drizzle' }).id;
    const folder = put(tempDir(), { 'package.json': '{"dependencies":{"drizzle-orm":"1"}}' });
    expect(say(look(core, folder), 'skill').map(({ says }) => says)).toContainEqual({
      what: 'skill',
      skill,
      name: 'Drizzle',
    });
  });
});

describe('repositories of every kind', () => {
  test('a bare one', () => {
    const bare = join(tempDir(), 'bare.git');
    git(dirname(bare), 'clone', '-q', '--bare', repository(), bare);
    expect(historyOfFolder(bare)).toMatchObject({ state: 'whole', commits: 3, firstOn: '2026-09-01' });
  });

  test('a shallow one: what is known is said, the first day is not', () => {
    const shallow = join(tempDir(), 'shallow');
    git(dirname(shallow), 'clone', '-q', '--depth', '1', `file://${repository()}`, shallow);
    expect(historyOfFolder(shallow)).toMatchObject({
      state: 'cut',
      commits: 1,
      firstOn: null,
      lastOn: '2026-11-20',
    });
    const core = openCore();
    const found = look(core, shallow);
    expect(say(found, 'started')).toEqual([]);
    expect(found.remarks.join(' ')).toMatch(/Only the newest part/);
  });

  test('one without a commit', () => {
    const folder = tempDir();
    git(folder, 'init', '-q');
    expect(historyOfFolder(folder)).toMatchObject({ state: 'empty', commits: 0, firstOn: null });
  });

  test('a work tree beside its repository', () => {
    const folder = repository();
    const tree = join(tempDir(), 'tree');
    git(folder, 'worktree', 'add', '-q', tree);
    expect(historyOfFolder(tree)).toMatchObject({
      state: 'whole',
      commits: 3,
      remote: 'https://github.com/someone/book-shelf',
    });
  });

  test.each([
    ['no objects', (folder: string) => rmSync(join(folder, '.git/objects'), { recursive: true })],
    ['a head that leads nowhere', (folder: string) => writeFileSync(join(folder, '.git/HEAD'), 'nonsense\n')],
    [
      'a link to nothing',
      (folder: string) => {
        rmSync(join(folder, '.git'), { recursive: true });
        writeFileSync(join(folder, '.git'), 'gitdir: /nowhere/at/all\n');
      },
    ],
    [
      'a branch of zeros',
      (folder: string) => {
        rmSync(join(folder, '.git/objects'), { recursive: true });
        mkdirSync(join(folder, '.git/objects'));
      },
    ],
  ])('a broken one, with %s, is said to be broken, and its files are looked at', (_how, damage) => {
    const folder = repository();
    damage(folder);
    const core = openCore();
    const found = look(core, folder);
    expect(historyOfFolder(folder).state).toBe('broken');
    expect(found.commits).toBeNull();
    expect(found.remarks.join(' ')).toMatch(/could not be read/);
    expect(say(found, 'item')).not.toEqual([]);
  });

  test('settings in a repository start nothing', () => {
    const folder = repository();
    const trace = join(tempDir(), 'ran');
    const program = put(tempDir(), { 'run.sh': `#!/bin/sh\ntouch ${trace}\n` });
    chmodSync(join(program, 'run.sh'), 0o755);
    for (const key of ['core.fsmonitor', 'core.pager', 'gpg.program', 'core.sshCommand', 'diff.external'])
      git(folder, 'config', key, join(program, 'run.sh'));
    git(folder, 'config', 'log.showSignature', 'true');
    expect(historyOfFolder(folder)).toMatchObject({ state: 'whole', commits: 3 });
    expect(() => execFileSync('test', ['-e', trace])).toThrow();
  });
});

describe('a folder that cannot be looked at', () => {
  const fails = (path: string): unknown => {
    const core = openCore();
    const { job } = core.call('jobs.start', { kind: 'look-at-folder', path });
    return core.call('jobs.read', { job });
  };
  test.each([
    ['one that is gone', () => join(tempDir(), 'gone'), /no folder/],
    ['a file', () => join(put(tempDir(), { 'a.txt': '' }), 'a.txt'), /no folder/],
    ['half a path', () => 'projects/mine', /whole path/],
  ])('%s is refused in words', (_what, path, words) => {
    expect(fails(path())).toMatchObject({ state: 'failed', message: expect.stringMatching(words) });
  });

  test('an empty one has nothing to say, and says that there is no history', () => {
    const core = openCore();
    expect(look(core, tempDir())).toMatchObject({ files: 0, commits: null, findings: [] });
  });
});

describe('the walk', () => {
  const walked = (folder: string, now = () => 0) => walk(folder, () => undefined, now);

  test('follows no symbolic link', () => {
    const outside = put(tempDir(), { 'secret.py': '' });
    const folder = put(tempDir(), { 'a.go': '' });
    symlinkSync(outside, join(folder, 'linked'));
    symlinkSync(join(outside, 'secret.py'), join(folder, 'b.py'));
    symlinkSync(folder, join(folder, 'round'));
    const seen = walked(folder);
    expect(seen.files).toBe(1);
    expect([...seen.words.keys()]).toEqual(['Go']);
  });

  test('ends where the time is over, and says so', () => {
    const folder = put(tempDir(), { 'a/b/c.py': '', 'd.py': '' });
    let time = 0;
    const seen = walked(folder, () => (time += LIMITS.milliseconds));
    expect(seen.stoppedBy).toBe('milliseconds');
    expect(seen.files).toBe(1);
  });

  test('goes sixteen folders deep', () => {
    const deep = Array.from({ length: LIMITS.depth + 2 }, (_, level) => `d${level}`).join('/');
    const seen = walked(put(tempDir(), { [`${deep}/a.py`]: '', 'b.py': '' }));
    expect(seen).toMatchObject({ files: 1, tooDeep: true });
  });

  test('reads the beginning of a README and nothing of other files', () => {
    const seen = walked(put(tempDir(), { 'README.rst': 'Shelf\n=====\n', 'notes.md': '# Other' }));
    expect(seen.readmeTitle).toBe('Shelf');
  });
});

test.each([
  ['git@github.com:a/b.git', 'https://github.com/a/b'],
  ['https://user:secret@example.org/a/b.git', 'https://example.org/a/b'],
  ['ssh://git@example.org:2222/a/b.git', 'https://example.org/a/b'],
  ['http://localhost:3000/a', 'http://localhost:3000/a'],
  ['/srv/git/a.git', null],
  ['file:///srv/git/a', null],
  ['javascript:alert(1)', null],
])('the page of the remote %s is %s', (remote, page) => {
  expect(pageOfRemote(remote)).toBe(page);
});

test.each([
  ['package.json', '{"dependencies":{"a":"1"},"devDependencies":{"b":"1"}}', ['a', 'b']],
  ['package.json', '{broken', []],
  ['package.json', '[]', []],
  ['go.mod', 'module x\nrequire (\n\tgithub.com/jackc/pgx/v5 v5.1.0\n)', ['github.com/jackc/pgx/v5']],
  ['pom.xml', '<artifactId>spring-boot-starter-web</artifactId>', ['spring-boot-starter-web']],
  ['gemfile', "gem 'rails', '~> 8'", ['rails']],
])('packages in %s: %s', (name, text, names) => {
  expect(packagesIn(name, text)).toEqual(names);
});
