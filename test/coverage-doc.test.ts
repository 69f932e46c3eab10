import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realCatalogue } from './data/catalogue/real-catalogue.ts';
import { repository } from './helpers/paths.ts';

const text = readFileSync(join(repository, 'docs/coverage.md'), 'utf8');
const rows = text.split('\n').filter((line) => /^\| (?!Row |-)/.test(line));

/** Every id anywhere in the catalogue. */
const idsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { id } = value as { id?: unknown };
  return [...(typeof id === 'string' ? [id] : []), ...Object.values(value).flatMap(idsIn)];
};

test('every id that the table of coverage names is one of the catalogue', () => {
  const known = new Set(idsIn(realCatalogue));
  const named = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, id]) => id!));
  expect(named.length).toBeGreaterThan(150);
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});

test('every row has a place, or says that it comes later', () => {
  expect(rows.length).toBeGreaterThan(40);
  for (const row of rows) {
    const [, , place] = row.split('|');
    expect(place, row).toMatch(/`|_later_/);
  }
});

test.each([
  ['role', realCatalogue.roles.roles],
  ['stage of the ladder', realCatalogue.roles.ladder.stages],
  ['way on', realCatalogue.roles.ladder.paths],
  ['step of the roadmap', realCatalogue.chooser.roadmap.steps],
  ['education path', realCatalogue.reference.educationPaths],
  ['trend', realCatalogue.reference.trends],
  ['kind of company', realCatalogue.reference.companyTypes],
  ['phase of the checklist', realCatalogue.reference.readinessChecklist.phases],
])('every %s of the catalogue is in the table', (_, items: readonly { readonly id: string }[]) => {
  expect(items.map(({ id }) => id).filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
});
