import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { READING_SECTIONS } from '../../shared/values.ts';
import { realCatalogue } from '../data/catalogue/real-catalogue.ts';
import { freshFile, onFile } from '../helpers/data-file.ts';
import { finishProject } from '../helpers/projects.ts';
import { newRequest, openCore, testClock, type TestClock, type TestCore } from '../helpers/test-core.ts';

let clock: TestClock;
let core: TestCore;
let file: string;
beforeEach(() => {
  clock = testClock();
  file = freshFile();
  core = openCore({ file, clock });
});
afterEach(() => {
  expect(core.logged).toEqual([]);
  core.close();
});

const journey = (role: string | null = null) => core.call('journey.read', { role });
const set = (mark: string, done: { on: string; link: string | null } | null) =>
  core.call('marks.set', { request: newRequest(), mark, done });
const know = (skill: string) => core.call('skills.know', { request: newRequest(), skill, level: null });
const on = (date: string, link: string | null = null) => ({ on: date, link });

describe('the journey', () => {
  test('is about the first target, or about the role that is asked for', () => {
    core.call('targets.set', {
      request: newRequest(),
      targets: [{ role: 'database-developer', date: null }],
    });
    expect(journey().role.id).toBe('database-developer');
    expect(journey('api-developer').role.id).toBe('api-developer');
    expect(core.ask('journey.read', { role: 'astronaut' })).toMatchObject({ error: { code: 'not_found' } });
  });

  test('has the five steps with what of them is covered, proven and open', () => {
    const [first] = journey().roadmap;
    expect(journey().roadmap).toHaveLength(5);
    expect(first).toMatchObject({ covered: 0, proven: 0 });
    const { skills } = realCatalogue.chooser.roadmap.steps[0]!;
    for (const { skill } of skills) know(skill);
    know('python');
    expect(journey().roadmap[0]).toMatchObject({ covered: 1, open: [] });
    expect(journey().roadmap[0]!.proven).toBe(0);
  });

  test('shows with each step the finished projects, work and education that belong to it, by kind or by skill', () => {
    const logged = () =>
      journey().roadmap.map((step) => step.logged.map(({ kind, title }) => `${kind} ${title}`));
    expect(logged()).toEqual([[], [], [], [], []]);
    const project = finishProject(core, 'docker');
    const entry = { organisation: '', started: '2025-01', ended: null, did: '', links: [], projects: [] };
    const save = (about: {
      area: 'work' | 'education';
      kind: string;
      title: string;
      skill: string | null;
    }) => {
      const { skill, ...rest } = about;
      const skills = skill === null ? [] : [{ skill, level: 2 as const }];
      return core.call('experience.save', {
        request: newRequest(),
        experience: null,
        ...entry,
        ...rest,
        parent: null,
        skills,
      });
    };
    save({ area: 'education', kind: 'edu-bootcamp', title: 'Camp', skill: 'sql-querying' });
    const { history } = save({ area: 'work', kind: 'exp-internship', title: 'Intern', skill: null });
    expect(logged()).toEqual([['education Camp'], [], ['project Shop'], ['work Intern'], []]);
    core.call('history.undo', { request: newRequest(), action: history.undo!.action });
    core.call('projects.move', { request: newRequest(), project, status: 'building', before: null });
    expect(logged()).toEqual([['education Camp'], [], [], [], []]);
  });

  test('stands on a stage once its gates are met: the entry list, then shares, and finished projects', () => {
    for (const { id } of realCatalogue.skills.skills) know(id);
    const stages = () => journey('api-developer').stages.map(({ reached }) => reached);
    expect(stages()).toEqual([false, false, false]);
    for (let count = 0; count < 4; count += 1) finishProject(core);
    expect(stages()).toEqual([true, true, false]);
    expect(journey().projects.map(({ title }) => title)).toEqual(['Shop', 'Shop', 'Shop', 'Shop']);
    core.call('history.undo', {
      request: newRequest(),
      action: core.call('app.read', {}).history.undo!.action,
    });
    expect(stages()).toEqual([true, false, false]);
  });

  test('has the duties of every role and of this one, and an own role has those of its original', () => {
    const { id } = core.call('roles.save', {
      request: newRequest(),
      role: null,
      base: 'api-developer',
      title: 'Mine',
      summary: '',
      lines: [],
    });
    const duties = (role: string) =>
      journey(role).duties.flatMap(({ items }) => items.map((item) => item.id));
    expect(duties('api-developer')).toHaveLength(22);
    expect(duties(id)).toEqual(duties('api-developer'));
    expect(duties('database-developer')).not.toEqual(duties('api-developer'));
  });
});

describe('a mark', () => {
  const dutyOf = (id: string) =>
    journey('api-developer')
      .duties.flatMap(({ items }) => items)
      .find((item) => item.id === id)!;

  test('says on which day something was done and what shows it, as one step that can be undone', () => {
    const { history } = set('duty.common.08', on('2026-11-20', 'https://example.org/fix'));
    expect(history.undo!.label).toMatchObject({ kind: 'mark-done', subject: dutyOf('duty.common.08').text });
    expect(dutyOf('duty.common.08')).toMatchObject({ doneOn: '2026-11-20', link: 'https://example.org/fix' });
    core.call('history.undo', { request: newRequest(), action: history.undo!.action });
    expect(dutyOf('duty.common.08')).toMatchObject({ doneOn: null, link: null });
  });

  test('is refused for a day to come, for what is in no list and for an address that may not be opened', () => {
    const ask = (input: object) => core.ask('marks.set', { request: newRequest(), ...input });
    expect(ask({ mark: 'duty.common.08', done: on('2026-11-25') })).toMatchObject({
      error: { code: 'invalid' },
    });
    expect(ask({ mark: 'duty.common.99', done: on('2026-11-20') })).toMatchObject({
      error: { code: 'not_found' },
    });
    expect(ask({ mark: 'duty.common.08', done: on('2026-11-20', 'javascript:alert(1)') })).toMatchObject({
      error: { code: 'invalid' },
    });
    expect(onFile(file, 'SELECT * FROM done_mark')).toEqual([]);
  });

  test('is a mark of the past as well: a day back it was not there', () => {
    set('duty.common.08', on('2026-11-24'));
    expect(core.call('insights.days', {}).days).toEqual([
      { date: '2026-11-24', topics: 0, reviews: 0, proofs: 1 },
    ]);
  });
});

describe('the reader', () => {
  const read = (...sections: (typeof READING_SECTIONS)[number][]) =>
    core.call('reading.list', { sections }).sections;

  test('has something in every section, with sources or as an addition, and names skills and roles that exist', () => {
    const sections = read(...READING_SECTIONS);
    expect(sections.filter(({ items }) => items.length === 0)).toEqual([]);
    const ids = sections.flatMap(({ items }) => items.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    const names = new Map(realCatalogue.skills.skills.map(({ id, name }) => [id, name]));
    for (const { id, name } of sections.flatMap(({ items }) => items.flatMap(({ skills }) => skills)))
      expect(name).toBe(names.get(id));
  });

  test('gives a claim with its status, who said it and when; never without', () => {
    const { items } = read('claims')[0]!;
    const claims = items.filter(({ status }) => status !== null);
    expect(claims.length).toBeGreaterThanOrEqual(10);
    for (const { sources, url } of claims) expect(sources.length > 0 || url !== null).toBe(true);
    const growth = claims.find(({ title }) => /twenty percent/.test(title))!;
    expect(growth.status).toMatch(/not verified/);
    expect(growth.sources[0]).toMatch(/Paka.*2025-03-19/);
  });

  test('leaves pay blank where the guide gives none', () => {
    const { items } = read('pay')[0]!;
    expect(items.map(({ text }) => text)).toEqual([
      '60,000 to 80,000 USD a year',
      '80,000 to 120,000 USD a year',
      'missing in the source',
    ]);
  });

  test('says of a move from which role to which', () => {
    const { items } = read('moves')[0]!;
    for (const { title, text, roles } of items) {
      expect(title).toBe(`From ${roles[0]!.name} to ${roles[1]!.name}`);
      expect(text).not.toBe('');
    }
  });

  test('is found by the search', () => {
    const hits = (text: string) =>
      core.call('search.find', { text }).hits.flatMap((hit) => (hit.kind === 'reading' ? [hit] : []));
    expect(hits('idempotent').map(({ id, section }) => [id, section])).toContainEqual([
      'term-idempotent',
      'terms',
    ]);
    const [claim] = hits('more than twenty percent a year');
    expect(claim).toMatchObject({ section: 'claims', source: expect.stringMatching(/^Christophe Paka, /) });
    expect(hits('REST or GraphQL').map(({ id }) => id)).toContain('faq-rest-graphql');
  });

  test('comes into a file from before there was one, and into its search', () => {
    core.close();
    onFile(file, 'DELETE FROM reading');
    core = openCore({ file, clock });
    expect(read('terms')[0]!.items.length).toBeGreaterThan(50);
    expect(core.call('search.find', { text: 'idempotent' }).hits.some(({ kind }) => kind === 'reading')).toBe(
      true,
    );
  });
});

describe('own notes on the market', () => {
  const words = { region: 'Nantes', salary: 'from 38,000', demand: 'four ads a week' };
  const empty = { region: '', salary: '', demand: '' };

  test('are kept per role, undone in one step, and taken away when they are empty', () => {
    const save = (role: string, texts: typeof words) =>
      core.call('market.set', { request: newRequest(), role, ...texts });
    const { history } = save('api-developer', words);
    expect(core.call('market.read', { role: 'api-developer' })).toEqual(words);
    expect(core.call('market.read', { role: 'database-developer' })).toEqual(empty);
    core.call('history.undo', { request: newRequest(), action: history.undo!.action });
    expect(core.call('market.read', { role: 'api-developer' })).toEqual(empty);
    save('api-developer', words);
    save('api-developer', empty);
    expect(onFile(file, 'SELECT id FROM role_market WHERE retired = 0')).toEqual([]);
  });
});
