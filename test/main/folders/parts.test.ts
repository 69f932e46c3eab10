import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pageOfRemote } from '../../../main/folders/git-folder.ts';
import { manifestOf } from '../../../main/folders/manifests.ts';
import { readmeTitle } from '../../../main/folders/readme-title.ts';
import { createSeen } from '../../../main/folders/seen.ts';
import { ECOSYSTEMS } from '../../../main/folders/packages.ts';
import { byEnding, byFileName, byPipeline } from '../../../main/folders/technologies.ts';
import { allAliases } from '../../../data/aliases.ts';
import { openForReading } from '../../../data/open.ts';
import { sameText } from '../../../shared/rules/same-text.ts';
import { openCore, tempDir } from '../../helpers/test-core.ts';

describe('the page of a remote', () => {
  test.each([
    ['git@github.com:me/recipes.git', 'https://github.com/me/recipes'],
    ['github.com:me/recipes', 'https://github.com/me/recipes'],
    ['ssh://git@example.org:2222/me/recipes.git', 'https://example.org/me/recipes'],
    ['git://example.org/me/recipes.git/', 'https://example.org/me/recipes'],
    ['https://example.org:8443/me/recipes', 'https://example.org:8443/me/recipes'],
    ['https://user:pass@example.org/me/recipes.git', 'https://example.org/me/recipes'],
    ['https://ghp_0123@github.com/me/recipes.git?token=x#y', 'https://github.com/me/recipes'],
    ['http://example.org/recipes', 'http://example.org/recipes'],
    ['/home/me/recipes.git', null],
    ['../recipes', null],
    ['C:\\Users\\me\\recipes', null],
    ['file:///home/me/recipes', null],
    ['javascript:alert(1)', null],
    ['ext::sh -c evil', null],
    ['https://example.org/.git/', null],
    ['https://', null],
    ['', null],
  ])('%s is %s', (remote, page) => expect(pageOfRemote(remote)).toBe(page));

  test('never holds a name or a password, and is an address that can be opened', () => {
    const word = fc.stringMatching(/^[a-z0-9_-]{1,12}$/);
    const secret = fc.stringMatching(/^[A-Z]{6}[0-9]{6}$/);
    fc.assert(
      fc.property(
        fc.constantFrom('https', 'http', 'ssh', 'git', 'git+ssh'),
        secret,
        secret,
        word,
        fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: null }),
        (scheme, name, password, path, port) => {
          const remote = `${scheme}://${name}:${password}@host.example${port === null ? '' : `:${port}`}/${path}.git`;
          const page = pageOfRemote(remote)!;
          expect(page).not.toContain(name);
          expect(page).not.toContain(password);
          expect(['http:', 'https:']).toContain(new URL(page).protocol);
          expect(new URL(page).pathname).toBe(`/${path}`);
        },
      ),
    );
  });

  test('of anything at all is an address to open, or none', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^(?:https?|ssh|git|file|ext):\/\/[\w@:./?#%[\]-]{0,30}$/)),
        (remote) => {
          const page = pageOfRemote(remote);
          if (page !== null) expect(page).toMatch(/^https?:\/\/[^@?#/]+\/[^?#]+$/);
        },
      ),
    );
  });
});

describe('packages of a manifest', () => {
  test.each([
    [
      'package.json',
      '{"dependencies":{"a":"1"},"devDependencies":{"b":"1"},"scripts":{"c":"1"}}',
      ['a', 'b'],
    ],
    ['composer.json', '{"require":{"php":"8","laravel/framework":"11"}}', ['php', 'laravel/framework']],
    [
      'requirements-dev.txt',
      '# comment\nDjango==5\n-r other.txt\n  pytest >= 8 ; x\n\n',
      ['Django', 'pytest'],
    ],
    [
      'pyproject.toml',
      '[project]\ndependencies = ["a>=1", "b[c]"]\nkeywords = ["d"]\n[project.optional-dependencies]\nx = [\n  "e",\n]\n[tool.poetry.dependencies]\nf = "1"\n[tool.poetry.group.dev.dependencies]\n"g" = "1"\n[tool.ruff]\nh = "1"\n',
      ['a', 'b', 'e', 'f', 'g'],
    ],
    [
      'pipfile',
      '[packages]\nflask = "*"\n[dev-packages]\npytest = "*"\n[requires]\npython_version = "3"\n',
      ['flask', 'pytest'],
    ],
    ['gemfile', "source 'x'\ngem 'rails', '~> 8'\n  gem \"pg\"\n", ['rails', 'pg']],
    [
      'go.mod',
      'module example.org/me\n\nrequire github.com/lib/pq v1.0.0\nrequire (\n\tgoogle.golang.org/grpc v1.2.3\n)\n',
      ['github.com/lib/pq', 'google.golang.org/grpc'],
    ],
    ['pom.xml', '<dependency>\n<artifactId> kafka-clients </artifactId></dependency>', ['kafka-clients']],
    [
      'build.gradle.kts',
      'plugins { id("org.springframework.boot") version "3" }\nimplementation("org.flywaydb:flyway-core:10")',
      ['flyway-core', 'org.springframework.boot'],
    ],
    [
      'shop.csproj',
      '<Project Sdk="Microsoft.NET.Sdk.Web">\n<PackageReference Include="Npgsql" Version="9"/>',
      ['Microsoft.NET.Sdk.Web', 'Npgsql'],
    ],
  ])('%s', (name, text, packages) => expect(manifestOf(name)!.packages(text)).toEqual(packages));

  test('of anything at all is a list of names', () => {
    const names = [
      'package.json',
      'requirements.txt',
      'pyproject.toml',
      'gemfile',
      'go.mod',
      'pom.xml',
      'a.csproj',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string({ maxLength: 400 }), (name, text) => {
        const packages = manifestOf(name)!.packages(text);
        expect(packages.every((one) => typeof one === 'string' && one !== '')).toBe(true);
      }),
    );
  });
});

test.each([
  ['# Recipes\n', 'Recipes'],
  ['\uFEFF# Recipes\r\n', 'Recipes'],
  ['Recipes\n=======\n', 'Recipes'],
  ['<p align="center"><img src="x"></p>\n\n<h1 align="center">The <b>box</b></h1>\n', 'The box'],
  ['```sh\n# not this\n```\n\n## [Recipes](https://example.org) `box`\n', 'Recipes box'],
  ['# ![build](badge.svg)\n\n# Recipes', 'Recipes'],
  [`# ${'x'.repeat(500)}`, 'x'.repeat(200)],
  ['Words without a heading.', null],
  ['', null],
])('the first heading of %j is %j', (text, title) => expect(readmeTitle(text)).toBe(title));

describe('file names', () => {
  const itemsOf = (...paths: string[]): string[] => {
    const seen = createSeen();
    paths.forEach(seen.file);
    return [...seen.items.keys()];
  };
  test.each([
    [['README'], ['readme']],
    [['readme.rst'], ['readme']],
    [['docs/README.md', 'README.mdx.bak'], []],
    [['COPYING'], ['licence']],
    [['LICENCE.txt'], ['licence']],
    [['licenses/MIT', 'license_check.py'], []],
    [['src/a.test.ts'], ['tests']],
    [['src/test_a.py'], ['tests']],
    [['pkg/a_test.go'], ['tests']],
    [['src/test/java/ATest.java'], ['tests']],
    [['spec/a_spec.rb'], ['tests']],
    [['latest.py', 'contest/a.py', 'tests/data.json', 'tests/logo.svg'], []],
    [['.gitlab-ci.yml'], ['ci']],
    [['ci/Jenkinsfile'], ['ci']],
    [['docs/.github/workflows/a.yml', '.github/workflows/README.md'], []],
    [['api/Dockerfile.prod'], ['dockerfile']],
  ])('%j show %j', (paths, items) => expect(itemsOf(...paths)).toEqual(items));
});

/** Technologies that no skill of the catalogue is about; they can be tags. */
const TAGS_ONLY =
  `Bitbucket Pipelines, C, C++, Clojure, Dart, Echo, Elixir, Erlang, F#, Fastify, Fiber, Forgejo Actions,
Gin, Gradle, Haskell, Hono, Koa, Kotlin, Lua, Maven, Micronaut, Perl, PowerShell, Quarkus,
R, Rust, Scala, Sinatra, Svelte, Swift, Symfony, Woodpecker CI, Zig, chi`.split(/,\s/);

test('every technology is a skill by name or alias, or is known to be none', () => {
  const file = join(tempDir(), 'groundwork.db');
  openCore({ file }).close();
  const db = openForReading(file);
  const known = new Set(allAliases(db).map(({ text }) => sameText(text)));
  db.close();
  expect(known.size).toBeGreaterThan(500);
  const all = [
    ...byEnding.values(),
    ...byFileName.values(),
    ...byPipeline.map(([, technology]) => technology),
    ...Object.values(ECOSYSTEMS)
      .flat()
      .flatMap(([, ...technologies]) => technologies),
  ];
  const unknown = [...new Set(all.map(({ name }) => name))].filter((name) => !known.has(sameText(name)));
  expect(unknown.toSorted()).toEqual(TAGS_ONLY);
});
