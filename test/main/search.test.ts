import { describe, expect, test } from 'vitest';
import type { Output } from '../../shared/contract.ts';
import { freshFile, onFile } from '../helpers/data-file.ts';
import { newRequest, openCore, type TestCore } from '../helpers/test-core.ts';

type Hit = Output<'search.find'>['hits'][number];

const find = (core: TestCore, text: string, kind: Hit['kind']): Hit[] =>
  core.call('search.find', { text }).hits.filter((hit) => hit.kind === kind);
const texts = (hits: readonly Hit[]): string[] => hits.map(({ text }) => text);
const undo = (core: TestCore): void => {
  const { action } = core.call('app.read', {}).history.undo!;
  core.call('history.undo', { request: newRequest(), action });
};
const begin = (core: TestCore, title: string): string =>
  core.call('projects.create', { request: newRequest(), template: null, title, kind: 'personal' }).id;

describe('projects', () => {
  test('are found by title, tag and every text of theirs, with their status', () => {
    const core = openCore();
    const id = begin(core, 'Quince orchard');
    core.call('projects.edit', {
      request: newRequest(),
      project: id,
      brief: 'Keeps a zygote ledger',
      part: 'I made the xylem',
      result: 'Harvest of wombats',
      notes: 'ask the okapi',
      tags: ['yuzufruit'],
    });
    for (const typed of ['quince', 'orch', 'zygote', 'xylem', 'wombats', 'okapi', 'yuzufruit'])
      expect(find(core, typed, 'project')).toEqual([
        { kind: 'project', near: false, text: 'Quince orchard', id, status: 'planned' },
      ]);
  });

  test('are found as long as they are there: through removal, undo and a new title', () => {
    const core = openCore();
    const id = begin(core, 'Quince orchard');
    core.call('projects.remove', { request: newRequest(), project: id });
    expect(find(core, 'quince', 'project')).toEqual([]);
    undo(core);
    expect(texts(find(core, 'quince', 'project'))).toEqual(['Quince orchard']);
    undo(core);
    expect(find(core, 'quince', 'project')).toEqual([]);
  });
});

describe('skills and roles', () => {
  const aliasOf = (core: TestCore, typed: string, kind: 'skill' | 'role'): (string | null)[] =>
    find(core, typed, kind).flatMap((hit) => ('alias' in hit ? [hit.alias] : []));

  test('that are found by another name say which', () => {
    const core = openCore();
    expect(aliasOf(core, 'cpyth', 'skill')).toContain('CPython');
    expect(aliasOf(core, 'site reliab', 'role')).toEqual(['Site reliability engineer']);
    const { id } = core.call('skills.create', {
      request: newRequest(),
      name: 'Quince care',
      category: 'databases',
    });
    core.call('skills.personalise', {
      request: newRequest(),
      skill: id,
      aliases: ['Crème pâtissière', 'wombat'],
    });
    expect(aliasOf(core, 'creme p', 'skill')).toEqual(['Crème pâtissière']);
    expect(aliasOf(core, 'wombat', 'skill')).toEqual(['wombat']);
  });

  test('that are found by their name, their description or a near word name no other', () => {
    const core = openCore();
    for (const typed of ['python', 'git', 'db', 'postgress']) {
      const found = core.call('search.find', { text: typed }).hits;
      for (const hit of found)
        if ('alias' in hit && (hit.near || hit.text.toLowerCase().includes(typed)))
          expect(hit.alias).toBeNull();
      expect(found.some((hit) => 'alias' in hit)).toBe(true);
    }
  });
});

describe('experience and education', () => {
  test('is found by title, organisation and what was done', () => {
    const core = openCore();
    const { id } = core.call('experience.save', {
      request: newRequest(),
      experience: null,
      area: 'work',
      kind: 'exp-internship',
      parent: null,
      title: 'Quince keeper',
      organisation: 'Wombat society',
      started: '2025-01',
      ended: null,
      did: 'Kept the zygote list',
      links: [],
      skills: [],
      projects: [],
    });
    for (const typed of ['quince', 'wombat', 'zygote'])
      expect(find(core, typed, 'experience')).toEqual([
        { kind: 'experience', near: false, text: 'Quince keeper', id, organisation: 'Wombat society' },
      ]);
    core.call('experience.remove', { request: newRequest(), experience: id });
    expect(find(core, 'quince', 'experience')).toEqual([]);
  });
});

describe('certifications', () => {
  const read = (core: TestCore, certification: string) => core.call('certifications.read', { certification });

  test('are found by name, code, issuer and the parts of the exam', () => {
    const core = openCore();
    const { id, facts, objectives } = read(core, 'aws-developer-associate');
    for (const typed of [facts.name, facts.code!, facts.issuer, objectives[0]!.name])
      expect(find(core, typed, 'certification').map((hit) => 'id' in hit && hit.id)).toContain(id);
  });

  test('are found by the name that the person gave them, and by the first one again after undo', () => {
    const core = openCore();
    const { id, facts } = read(core, 'aws-developer-associate');
    core.call('certifications.save', {
      request: newRequest(),
      certification: id,
      facts: { ...facts, name: 'Quince exam' },
    });
    expect(texts(find(core, 'quince', 'certification'))).toEqual(['Quince exam']);
    undo(core);
    expect(find(core, 'quince', 'certification')).toEqual([]);
    expect(texts(find(core, facts.name, 'certification'))).toContain(facts.name);
  });

  test('of the person are found until they are removed', () => {
    const core = openCore();
    const { facts } = read(core, 'aws-developer-associate');
    const { id } = core.call('certifications.save', {
      request: newRequest(),
      certification: null,
      facts: { ...facts, name: 'Quince exam' },
    });
    expect(texts(find(core, 'quince', 'certification'))).toEqual(['Quince exam']);
    core.call('certifications.reset', { request: newRequest(), certification: id });
    expect(find(core, 'quince', 'certification')).toEqual([]);
  });

  test('bear a note, which is found and leads to them', () => {
    const core = openCore();
    const { id, facts } = read(core, 'aws-developer-associate');
    const subject = { kind: 'certification', id } as const;
    core.call('notes.set', { request: newRequest(), ...subject, text: 'Book the room with the quince tree' });
    expect(find(core, 'quince', 'note')).toEqual([
      {
        kind: 'note',
        near: false,
        text: 'Book the room with the quince tree',
        subject,
        skill: null,
        title: facts.name,
      },
    ]);
    const { entries } = core.call('history.list', subject);
    expect(entries[0]).toMatchObject({ label: { kind: 'write-note', subject: facts.name } });
    undo(core);
    expect(core.call('notes.read', subject).text).toBe('');
  });
});

test('a file that was indexed by earlier rules is indexed anew when it is opened', () => {
  const file = freshFile();
  const first = openCore({ file });
  begin(first, 'Quince orchard');
  first.close();
  onFile(file, `UPDATE search_item SET ref = '1' WHERE kind = 'index'`);
  onFile(file, `INSERT INTO search_other (search_other) VALUES ('delete-all')`);
  const again = openCore({ file });
  expect(texts(find(again, 'quince', 'project'))).toEqual(['Quince orchard']);
  again.close();
});
