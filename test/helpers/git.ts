import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join } from 'node:path';

/** Runs git as somebody whose computer has no settings, at a fixed time. */
export const gitIn = (folder: string, args: readonly string[], at = '2026-01-01T12:00:00+00:00'): string =>
  execFileSync('git', ['-c', 'init.defaultBranch=main', '-c', 'protocol.file.allow=always', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: devNull,
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_AUTHOR_DATE: at,
      GIT_COMMITTER_NAME: 'C',
      GIT_COMMITTER_EMAIL: 'c@example.org',
      GIT_COMMITTER_DATE: at,
    },
  });

export const writeFiles = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
};

/** Makes `folder` a repository with one commit for each entry: its moment, and the files that it adds. */
export const makeRepository = (
  folder: string,
  commits: readonly (readonly [at: string, files: Readonly<Record<string, string>>])[],
): void => {
  mkdirSync(folder, { recursive: true });
  gitIn(folder, ['init', '--quiet']);
  for (const [at, files] of commits) {
    writeFiles(folder, files);
    gitIn(folder, ['add', '--all']);
    gitIn(folder, ['commit', '--quiet', '--message', at], at);
  }
};

/** The files of a small web service, for a folder to be looked at. */
export const SERVICE: Readonly<Record<string, string>> = {
  'README.md': '![logo](logo.png)\n\n# Recipe **box**\n\nKeeps recipes.\n',
  LICENSE: 'MIT',
  Dockerfile: 'FROM python',
  '.github/workflows/checks.yml': 'on: push',
  'pyproject.toml':
    '[project]\nname = "recipes"\nkeywords = ["flask"]\ndependencies = [\n  "django[argon2]>=5",\n  "psycopg2_binary",\n]\n[dependency-groups]\ndev = ["pytest"]\n',
  'recipes/app.py': 'SECRET = "never read"',
  'recipes/models.py': '',
  'recipes/native.rs': '',
  'tests/test_app.py': '',
};
