import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileCatalogue, writeCatalogue } from '../../../data/catalogue/compile.ts';
import { openCatalogue } from '../../../data/catalogue/load.ts';
import { catalogueFolder, realCatalogue } from './real-catalogue.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'groundwork-catalogue-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A copy of the catalogue's files in which one text of one file is another. */
const copyWith = (file: string, before: string, after: string): string => {
  cpSync(catalogueFolder, folder, {
    recursive: true,
    filter: (path) => path === catalogueFolder || path.endsWith('.yaml'),
  });
  const path = join(folder, file);
  const yaml = readFileSync(path, 'utf8');
  expect(yaml).toContain(before);
  writeFileSync(path, yaml.replace(before, after));
  return folder;
};

describe('compiling', () => {
  it('gives one JSON of the whole catalogue and its SHA-256', () => {
    const { hash, json } = compileCatalogue(catalogueFolder);
    expect(JSON.parse(json)).toEqual(realCatalogue);
    expect(hash).toBe(createHash('sha256').update(json).digest('hex'));
  });

  it('gives the same bytes for the same files', () => {
    expect(compileCatalogue(catalogueFolder)).toEqual(compileCatalogue(catalogueFolder));
  });

  it('gives another hash when a word changes', () => {
    const changed = copyWith('skills.yaml', 'name: Python', 'name: Python!');
    expect(compileCatalogue(changed).hash).not.toBe(compileCatalogue(catalogueFolder).hash);
  });

  it.each([
    [
      'a key that no one knows',
      'skills.yaml',
      'name: Python',
      'name: Python\n    colour: blue',
      /skills\.yaml: skills\.0: .*colour/,
    ],
    [
      'a missing key',
      'roles.yaml',
      '    demand: API-centered',
      '    # demand: API-centered',
      /roles\.yaml: roles\.0\.demand/,
    ],
    [
      'a level that does not exist',
      'skills.yaml',
      'python.01, level: 1',
      'python.01, level: 5',
      /skills\.yaml: skills\.0\.topics\.0\.level/,
    ],
    [
      'a weight out of range',
      'roles.yaml',
      'weight: 4',
      'weight: 6',
      /roles\.yaml: roles\.0\.requirements\.0/,
    ],
    [
      'a link without https',
      'skills.yaml',
      'url: https://docs.python.org',
      'url: http://docs.python.org',
      /skills\.yaml: skills\.0\.references\.0\.url/,
    ],
    ['YAML that cannot be read', 'projects.yaml', 'version: 1', 'version: [1', /projects\.yaml: /],
    ['a file of another date', 'projects.yaml', '2026-11-20', '2026-11-19', /projects\.yaml: compiledOn/],
    [
      'a fault between items',
      'skills.yaml',
      'category: languages',
      'category: tongues',
      /there is no category "tongues"/,
    ],
  ])('refuses %s and names the place', (_what, file, before, after, message) => {
    expect(() => compileCatalogue(copyWith(file, before, after))).toThrow(message);
  });

  it.each([
    ['skill', 'skills.yaml', '- id: git\n', '- id: git\n    renamedFrom: [old]\n'],
    ['topic', 'skills.yaml', '{id: git.07,', '{id: git.07, renamedFrom: [git.99], retired: true,'],
    ['category', 'skills.yaml', '{id: soft,', '{id: soft, renamedFrom: [old],'],
    ['group', 'roles.yaml', '- id: nosql-store\n', '- id: nosql-store\n    renamedFrom: [old]\n'],
    ['role', 'roles.yaml', '- id: api-developer\n', '- id: api-developer\n    renamedFrom: [old]\n'],
    [
      'certification',
      'certifications.yaml',
      '- id: edb-postgresql\n',
      '- id: edb-postgresql\n    renamedFrom: [old]\n',
    ],
    ['project', 'projects.yaml', '- id: url-shortener\n', '- id: url-shortener\n    renamedFrom: [old]\n'],
    ['project item', 'projects.yaml', '{id: url-shortener.01,', '{id: url-shortener.01, retired: true,'],
    ['question', 'chooser.yaml', '- id: q-pull\n', '- id: q-pull\n    retired: true\n'],
    ['answer', 'chooser.yaml', '{id: screen,', '{id: screen, retired: true,'],
    [
      'mistake rule',
      'chooser.yaml',
      '- id: no-visible-work\n',
      '- id: no-visible-work\n      retired: true\n',
    ],
    ['question of the FAQ', 'reference.yaml', '- id: faq-ai\n', '- id: faq-ai\n    retired: true\n'],
    ['term', 'reference.yaml', '{id: term-http,', '{id: term-http, renamedFrom: [old], retired: true,'],
  ])('lets a %s be renamed or retired', (_kind, file, before, after) => {
    expect(compileCatalogue(copyWith(file, before, after)).json).toMatch(/"renamedFrom":|"retired":true/);
  });

  it('lists every fault at once', () => {
    copyWith('skills.yaml', 'name: Python', 'name: Python\n    colour: blue');
    const roles = join(folder, 'roles.yaml');
    writeFileSync(roles, readFileSync(roles, 'utf8').replace('weight: 4', 'weight: 6'));
    expect(() => compileCatalogue(folder)).toThrow(/skills\.yaml[^]*roles\.yaml/);
  });

  it('writes nothing when there is a fault', () => {
    const broken = copyWith('skills.yaml', 'category: languages', 'category: tongues');
    const to = join(folder, 'out');
    expect(() => writeCatalogue(broken, to)).toThrow();
    expect(() => openCatalogue(to)).toThrow();
  });
});

describe('opening what was compiled', () => {
  it('reads back the whole catalogue under its hash', () => {
    const to = join(folder, 'out');
    writeCatalogue(catalogueFolder, to);
    const opened = openCatalogue(to);
    expect(opened.hash).toBe(compileCatalogue(catalogueFolder).hash);
    expect(opened.read()).toEqual(realCatalogue);
  });

  it('touches only the hash until the catalogue is asked for', () => {
    writeFileSync(join(folder, 'catalogue.hash'), 'abc\n');
    const opened = openCatalogue(folder);
    expect(opened.hash).toBe('abc');
    expect(() => opened.read()).toThrow(/catalogue\.json/);
  });

  it('brings neither zod nor yaml into the product', () => {
    const source = readFileSync(join(catalogueFolder, 'load.ts'), 'utf8');
    const imports = source
      .split('\n')
      .filter((line) => line.startsWith('import ') && !line.startsWith('import type '));
    expect(imports.map((line) => /from '(.*)'/.exec(line)?.[1])).toEqual(['node:fs', 'node:path']);
  });
});
