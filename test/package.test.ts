import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { version } from '../main/version.ts';
import { repository } from './helpers/paths.ts';

type Package = {
  version?: string;
  license?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};
const read = (name: string): string => readFileSync(join(repository, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as Package & {
  license: string;
  scripts: Record<string, string>;
};
const lock = JSON.parse(read('package-lock.json')) as {
  lockfileVersion: number;
  version: string;
  packages: Record<string, Package>;
};
const entries = Object.entries(lock.packages);
const groups = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

/** Where npm looks for a package that `from` asks for: beside it, then one folder up, and so on. */
const isFound = (from: string, name: string): boolean => {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (`${at === '' ? '' : `${at}/`}node_modules/${name}` in lock.packages) return true;
    if (at === '') return false;
  }
};

describe('package.json', () => {
  test('pins every dependency to one exact version', () => {
    for (const group of groups) {
      for (const [name, range] of Object.entries(manifest[group] ?? {}))
        expect.soft(range, name).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  test('states the version that the product shows', () => {
    expect(version).toBe(manifest.version);
    expect(lock.version).toBe(manifest.version);
  });

  test('asks for one runtime dependency only: everything else is built in', () => {
    expect(Object.keys(manifest.dependencies!)).toEqual(['better-sqlite3']);
  });

  test('names a licence, and its text is there', () => {
    expect(manifest.license).toBe('MIT');
    expect(existsSync(join(repository, 'LICENSE'))).toBe(true);
    expect(read('LICENSE')).toMatch(/MIT License[\s\S]*Permission is hereby granted/);
  });
});

describe('package-lock.json', () => {
  test('has an entry for every optional dependency of every package, so that `npm ci` works on every platform', () => {
    const missing = entries.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isFound(path, name))
        .map((name) => `${path || 'the project'} -> ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('has an entry for every dependency of every package', () => {
    const missing = entries.flatMap(([path, { dependencies = {} }]) =>
      Object.keys(dependencies)
        .filter((name) => !isFound(path, name))
        .map((name) => `${path || 'the project'} -> ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('agrees with package.json', () => {
    for (const group of groups)
      expect.soft(lock.packages['']![group] ?? {}, group).toEqual(manifest[group] ?? {});
    for (const group of groups) {
      for (const [name, range] of Object.entries(manifest[group] ?? {})) {
        expect.soft(lock.packages[`node_modules/${name}`]?.version, name).toBe(range);
      }
    }
  });

  test('names no host, so that it works with any registry', () => {
    expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(read('package-lock.json')).not.toMatch(/https?:\/\/[^"]*\.tgz/);
  });

  test('holds a checksum of every package', () => {
    const bare = entries.filter(([path, { integrity, link }]) => path !== '' && !link && !integrity);
    expect(bare.map(([path]) => path)).toEqual([]);
  });
});

describe('the workflow of continuous integration', () => {
  type Job = {
    readonly strategy: { readonly matrix: { readonly os: readonly string[] } };
    readonly permissions?: unknown;
    readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
  };
  const workflow = parse(read('.github/workflows/ci.yml')) as {
    readonly permissions: unknown;
    readonly jobs: Readonly<Record<string, Job>>;
  };
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test('runs on the three systems, and may only read', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const { strategy, permissions } of Object.values(workflow.jobs)) {
      const systems = strategy.matrix.os.map((os) => os.split('-')[0]);
      expect(systems).toEqual(['ubuntu', 'windows', 'macos']);
      expect(permissions).toBeUndefined();
    }
  });

  test('takes actions of others by their hash', () => {
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/@[0-9a-f]{40}$/);
  });

  test('runs commands that there are, and every kind of test', () => {
    const commands = steps.flatMap(({ run }) => run ?? []).join('\n');
    const scripts = [...commands.matchAll(/npm (?:run )?(test|\S+)/g)].map(([, name]) => name!);
    const own = scripts.filter((name) => !['ci', 'audit'].includes(name));
    for (const name of own) expect(Object.keys(manifest.scripts), name).toContain(name);
    for (const name of ['test', 'coverage:electron', 'fuzz', 'smoke:electron', 'package'])
      expect(own).toContain(name);
  });
});
