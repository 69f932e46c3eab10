import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gitIn, makeRepository, SERVICE, writeFiles } from '../../helpers/git.ts';
import { emptyFolder, itemsIn, look, refused, whyOf } from '../../helpers/look.ts';

const NOBODY = 65_534;
/** What root may do, everybody may; so root does it as somebody else. */
const asNobody = (work: () => void): void => {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid!(NOBODY);
  try {
    work();
  } finally {
    process.seteuid!(0);
  }
};

/** Everything below a folder with when it was changed, to show that nothing was. */
const listing = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => `${name} ${lstatSync(join(path, name)).mtimeMs}`);

describe('a project with its history', () => {
  const made = (): string => {
    const path = emptyFolder();
    makeRepository(path, [
      // Late in the evening for its author, the next day in UTC.
      ['2025-03-01T23:30:00-05:00', SERVICE],
      ['2025-04-02T10:00:00+00:00', { 'recipes/views.py': '' }],
      ['2026-02-28T00:10:00+09:00', { 'recipes/urls.py': '' }],
    ]);
    gitIn(path, ['remote', 'add', 'fork', 'https://example.org/somebody/else.git']);
    gitIn(path, ['remote', 'add', 'origin', 'https://me:ghp_token@github.com/me/recipes.git']);
    return path;
  };

  test('shows what it is made of, each with where that was seen', () => {
    const path = made();
    const before = listing(path);
    const scan = look(path);
    expect(whyOf(scan)).toEqual({
      Python: [{ by: 'files', count: 5, path: expect.stringMatching(/\.py$/) }],
      Rust: [{ by: 'files', count: 1, path: 'recipes/native.rs' }],
      Django: [{ by: 'package', name: 'django', path: 'pyproject.toml' }],
      PostgreSQL: [{ by: 'package', name: 'psycopg2_binary', path: 'pyproject.toml' }],
      pytest: [{ by: 'package', name: 'pytest', path: 'pyproject.toml' }],
      Docker: [{ by: 'files', count: 1, path: 'Dockerfile' }],
      'GitHub Actions': [{ by: 'files', count: 1, path: '.github/workflows/checks.yml' }],
      Git: [{ by: 'history', commits: 3 }],
    });
    const [first, , third] = scan.technologies.map(({ name }) => name);
    expect([first, third]).toEqual(['Python', 'Django']);
    const withoutSkill = scan.technologies.filter(({ skill }) => skill === null);
    expect(withoutSkill.map(({ name }) => name)).toEqual(['Rust']);
    expect(itemsIn(scan)).toEqual({
      readme: 'README.md',
      tests: 'tests/test_app.py',
      ci: '.github/workflows/checks.yml',
      licence: 'LICENSE',
      dockerfile: 'Dockerfile',
    });
    expect(scan).toMatchObject({
      path,
      files: 11,
      bare: false,
      title: { text: 'Recipe box', file: 'README.md' },
      history: {
        state: 'whole',
        commits: 3,
        // As their authors' calendars said.
        firstOn: '2025-03-01',
        lastOn: '2026-02-28',
        remote: 'https://github.com/me/recipes',
      },
      left: { stoppedBy: null, tooDeep: 0, links: 0, unreadable: null },
    });
    expect(JSON.stringify(scan)).not.toMatch(/token|never read/);
    expect(listing(path)).toEqual(before);
  });

  test('packages and build output are left out, and several signs of one skill stand together', () => {
    const path = emptyFolder();
    writeFiles(path, {
      'package.json':
        '{"dependencies": {"prisma": "1", "constructor": "1"}, "devDependencies": {"typeorm": "1"}}',
      'node_modules/django/manage.py': '',
      'dist/a.rb': '',
      'src/a.ts': '',
    });
    const scan = look(path);
    expect(whyOf(scan)).toEqual({
      TypeScript: [{ by: 'files', count: 1, path: 'src/a.ts' }],
      Prisma: [
        { by: 'package', name: 'prisma', path: 'package.json' },
        { by: 'package', name: 'typeorm', path: 'package.json' },
      ],
    });
    expect(scan.history.state).toBe('none');
  });
});

describe('what lies in a folder', () => {
  test('links are counted and not followed, out of the folder or in a ring', () => {
    const path = emptyFolder();
    const outside = emptyFolder('outside');
    writeFiles(outside, { 'a.py': '', 'README.md': '# Elsewhere' });
    symlinkSync(outside, join(path, 'out'));
    symlinkSync(path, join(path, 'ring'));
    symlinkSync(join(outside, 'README.md'), join(path, 'README.md'));
    symlinkSync(join(outside, 'a.py'), join(path, 'package.json'));
    expect(look(path)).toMatchObject({ files: 0, title: null, technologies: [], left: { links: 4 } });
  });

  test('a folder that is itself reached by a link is looked at where it is', () => {
    const path = emptyFolder();
    writeFiles(path, { 'a.go': '' });
    symlinkSync(path, `${path}-link`);
    expect(look(`${path}-link`)).toMatchObject({ path: `${path}-link`, files: 1 });
  });

  test('a pipe where a manifest should be is left alone', () => {
    const path = emptyFolder();
    execFileSync('mkfifo', [join(path, 'package.json')]);
    expect(look(path)).toMatchObject({ files: 0, technologies: [] });
  });

  test('manifests that are no such thing say nothing', () => {
    const path = emptyFolder();
    writeFiles(path, {
      'package.json': '['.repeat(400_000),
      'a/package.json': '{"dependencies": ["express"]}',
      'b/package.json': 'null',
      'composer.json': Buffer.alloc(5_000, 0xff).toString('latin1'),
      'pyproject.toml': '[project]\ndependencies = [\n'.repeat(10_000),
      'pom.xml': '<artifactId>'.repeat(40_000),
      'build.gradle': `"${'a'.repeat(500_000)}`,
      Gemfile: `gem${' '.repeat(500_000)}`,
    });
    const start = performance.now();
    const names = Object.keys(whyOf(look(path)));
    expect(names.toSorted()).toEqual(['Gradle', 'Maven']);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('names of any kind are shown as text that can be kept', () => {
    const path = emptyFolder();
    writeFileSync(
      Buffer.concat([Buffer.from(`${path}/`), Buffer.from([0xff, 0xfe]), Buffer.from('.py')]),
      '',
    );
    writeFiles(path, { 'a\nb.rb': '', [`${'é'.repeat(100)}/${'ü'.repeat(100)}/${'x'.repeat(200)}.go`]: '' });
    const scan = look(path);
    expect(scan.files).toBe(3);
    const examples = scan.technologies.flatMap(({ reasons }) =>
      reasons.map((reason) => (reason.by === 'files' ? reason.path : '')),
    );
    for (const example of examples) {
      expect(example.isWellFormed()).toBe(true);
      expect(example.length).toBeLessThanOrEqual(300);
    }
  });
});

describe('a path that leads to no folder', () => {
  test.each([
    ['relative', 'projects/recipes', /whole path/],
    ['of another form', 'https://example.org/recipes', /whole path/],
    ['with a zero in it', '/a\0b', /whole path/],
    ['gone', '/nothing/of/that/name', /There is no folder \/nothing\/of\/that\/name/],
    ['of a name too long', `/${'a'.repeat(4_000)}`, /There is no folder/],
  ])('%s', (_, path, said) => {
    expect(refused(path)).toMatch(said);
  });

  test('a file', () => {
    const path = emptyFolder();
    writeFiles(path, { 'a.py': '' });
    expect(refused(join(path, 'a.py'))).toMatch(/is a file/);
  });

  test('without permission, as a whole or below', () => {
    const path = emptyFolder();
    chmodSync(join(path, '..'), 0o755);
    writeFiles(path, { 'open/a.py': '', 'shut/b.py': '' });
    chmodSync(join(path, 'shut'), 0o000);
    // Opens the file of the person first: that one is theirs to read.
    look(path);
    asNobody(() => {
      expect(look(path)).toMatchObject({ files: 1, left: { unreadable: { count: 1, example: 'shut' } } });
      expect(refused(join(path, 'shut'))).toMatch(/no permission/);
    });
    chmodSync(join(path, 'shut'), 0o755);
  });

  test('is taken as it was pasted: in quotes, with spaces around it, from the home on', () => {
    const path = emptyFolder('two words');
    expect(look(` "${path}" `).path).toBe(path);
    expect(refused('~/of-no-such-name')).toBe(
      `There is no folder ${join(homedir(), 'of-no-such-name')}. It may have been moved or renamed.`,
    );
  });
});

test('says how many files it has seen while it goes on, and all of them at the end', () => {
  const path = emptyFolder();
  for (let at = 0; at < 700; at += 1) writeFileSync(join(path, `${at}.py`), '');
  const said: number[] = [];
  look(path, (files) => said.push(files));
  expect(said.length).toBeGreaterThanOrEqual(3);
  expect(said).toEqual(said.toSorted((a, b) => a - b));
  expect(said.at(-1)).toBe(700);
});
