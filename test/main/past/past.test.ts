import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshFile } from '../../helpers/data-file.ts';
import { saveWork } from '../../helpers/projects.ts';
import { bring } from '../../helpers/lists.ts';
import { shipCatalogue } from '../../helpers/catalogues.ts';
import {
  newRequest,
  openCore,
  tempDir,
  testClock,
  type TestClock,
  type TestCore,
} from '../../helpers/test-core.ts';

let clock: TestClock;
let core: TestCore;
let file: string;
beforeEach(() => {
  clock = testClock('2026-03-02T18:00:00Z');
  file = freshFile();
  core = openCore({ file, clock });
});
afterEach(() => {
  expect(core.logged).toEqual([]);
  core.close();
});

const tick = (topic: string): unknown =>
  core.call('topics.setStatus', { request: newRequest(), topic, status: 'done' });
const aim = (...roles: string[]): unknown =>
  core.call('targets.set', { request: newRequest(), targets: roles.map((role) => ({ role, date: null })) });
const undo = (): unknown =>
  core.call('history.undo', {
    request: newRequest(),
    action: core.call('app.read', {}).history.undo!.action,
  });
const redo = (): unknown =>
  core.call('history.redo', {
    request: newRequest(),
    action: core.call('app.read', {}).history.redo!.action,
  });

describe('the time machine', () => {
  test('shows a day before the first step as an empty file', () => {
    aim('api-developer');
    tick('git.01');
    const past = core.call('past.read', { date: '2026-03-01' });
    expect(past.today).toMatchObject({ date: '2026-03-01', targets: [], next: [] });
    expect(past.roles.every(({ figures }) => figures.covered === 0)).toBe(true);
    expect(past).toMatchObject({ first: '2026-03-02', catalogueChanged: false });
  });

  test('says what moved between that day and now', () => {
    tick('git.01');
    clock.addDays(3);
    tick('git.02');
    tick('sql-querying.01');
    const { skills, roles, now } = core.call('past.read', { date: '2026-03-04' });
    expect(skills.map(({ skill, before, after }) => [skill, before.done, after.done])).toEqual([
      ['git', 1, 2],
      ['sql-querying', 0, 1],
    ]);
    expect(now).toEqual(core.call('roles.list', {}).roles);
    expect(now[0]!.figures.covered).toBeGreaterThan(roles[0]!.figures.covered);
  });

  test('shows today as it is', () => {
    aim('api-developer', 'database-developer');
    tick('git.01');
    const past = core.call('past.read', { date: '2026-03-02' });
    expect(past.today).toEqual(core.call('today.read', {}));
    expect(past.skills).toEqual([]);
  });

  test('knows nothing of days to come', () => {
    expect(core.ask('past.read', { date: '2026-03-03' })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
  });

  test('changes nothing in the file', () => {
    tick('git.01');
    clock.addDays(1);
    tick('git.01');
    const before = core.call('app.read', {});
    core.call('past.read', { date: '2026-03-01' });
    expect(core.call('app.read', {})).toEqual(before);
    const { topics } = core.call('topics.list', { skill: 'git' });
    expect(topics.find(({ id }) => id === 'git.01')!.state.status).toBe('done');
  });

  test('a clock that was wrong for a day hides nothing of the days before it', () => {
    aim('api-developer');
    tick('git.01');
    clock.set('2031-01-01T12:00:00Z');
    tick('git.02');
    clock.set('2026-03-05T12:00:00Z');
    tick('git.03');
    const covered = (date: string): number =>
      core.call('past.read', { date }).today.targets[0]!.figures.covered;
    expect(covered('2026-03-02')).toBeGreaterThan(0);
    expect(covered('2026-03-05')).toBeGreaterThan(covered('2026-03-04'));
  });

  test('a list with ticks in it is there from its day on, through undo and redo', () => {
    const done = (date: string): [string, number][] =>
      core.call('past.read', { date }).skills.map(({ name, before }) => [name, before.done]);
    const dir = dirname(file);
    bring(core, dir, '# Plan\n\n- [x] one\n- [ ] two\n- [x] three\n');
    clock.addDays(1);
    undo();
    clock.addDays(1);
    redo();
    const [skill] = core.call('skills.list', {
      category: core.call('skills.categories', {}).categories.at(-1)!.id,
    }).skills;
    const [first] = core.call('topics.list', { skill: skill!.id }).topics;
    clock.addDays(1);
    core.call('topics.setStatus', { request: newRequest(), topic: first!.id, status: 'todo' });
    clock.addDays(1);
    core.call('topics.remove', { request: newRequest(), topics: [first!.id] });
    tick(core.call('topics.list', { skill: skill!.id }).topics[0]!.id);
    const shown = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'].map(
      (date) => done(date).find(([name]) => name === 'Plan')?.[1] ?? 'as now',
    );
    // Two things are known now: the third, and the second that was ticked last.
    expect(shown).toEqual([0, 'as now', 0, 'as now', 1, 'as now']);
  });

  test('a newer catalogue is put under the states of every day, and said', () => {
    aim('api-developer');
    tick('git.01');
    core.close();
    clock.addDays(2);
    const catalogueDir = shipCatalogue(tempDir(), (draft) => {
      const git = draft.skills.skills.find(({ id }) => id === 'git')!;
      git.topics = git.topics.slice(0, 1);
    });
    core = openCore({ file, clock, catalogueDir });
    const past = core.call('past.read', { date: '2026-03-02' });
    expect(past.catalogueChanged).toBe(true);
    expect(past.skills).toEqual([]);
    expect(past.roles.map(({ figures }) => figures.covered)).toEqual(
      core.call('roles.list', {}).roles.map(({ figures }) => figures.covered),
    );
    expect(core.call('insights.role', { role: 'api-developer', weeks: 26 }).catalogueDates).toEqual([
      '2026-03-04',
    ]);
    expect(core.call('past.read', { date: '2026-03-04' }).catalogueChanged).toBe(false);
  });
});

describe('progress over time', () => {
  test('has a point per day up to a quarter, from the day before the first step to today', () => {
    aim('api-developer');
    clock.addDays(2);
    tick('git.01');
    const { points, gains } = core.call('insights.role', { role: 'api-developer', weeks: null });
    expect(points.map(({ date }) => date)).toEqual(['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04']);
    const covered = points.map(({ figures }) => figures!.covered);
    expect(covered.slice(0, 3)).toEqual([0, 0, 0]);
    expect(covered[3]).toBe(core.call('roles.list', {}).roles[0]!.figures.covered);
    expect(gains).toEqual([{ category: 'collaboration', title: expect.any(String), points: covered[3] }]);
  });

  test('the points of the categories add up to what the bar moved', () => {
    for (const skill of ['git', 'http-protocol', 'sql-querying', 'python'])
      core.call('skills.know', { request: newRequest(), skill, level: 2 });
    clock.addDays(40);
    core.call('skills.know', { request: newRequest(), skill: 'rest-api-design', level: 3 });
    core.call('topics.setStatus', { request: newRequest(), topic: 'git.01', status: 'todo' });
    const { points, gains } = core.call('insights.role', { role: 'api-developer', weeks: 13 });
    const moved = points.at(-1)!.figures!.covered - points[0]!.figures!.covered;
    expect(gains.reduce((sum, gain) => sum + gain.points, 0)).toBeCloseTo(moved, 6);
  });

  test('an own role has no figures before it was made', () => {
    tick('git.01');
    clock.addDays(1);
    const { id } = core.call('roles.save', {
      request: newRequest(),
      role: null,
      base: 'api-developer',
      title: 'Mine',
      summary: '',
      lines: [],
    });
    const { points } = core.call('insights.role', { role: id, weeks: null });
    expect(points.map(({ figures }) => figures === null)).toEqual([true, true, false]);
  });

  test('by category it ends at what the skills say, lists with ticks included', () => {
    core.call('skills.know', { request: newRequest(), skill: 'git', level: null });
    bring(core, dirname(file), '# Plan\n\n- [x] one\n  - [x] part\n- [ ] two\n');
    clock.addDays(4);
    tick('sql-querying.01');
    core.call('topics.setStatus', { request: newRequest(), topic: 'git.01', status: 'todo' });
    const { dates, categories } = core.call('insights.categories', { weeks: null });
    expect(dates.at(-1)).toBe('2026-03-06');
    const now = core.call('skills.categories', {}).categories.filter(({ topics }) => topics.total > 0);
    expect(categories.map(({ id, known, total }) => [id, known.at(-1), total])).toEqual(
      now.map(({ id, topics }) => [id, topics.done, topics.total]),
    );
    expect(categories.every(({ known }) => known[0] === 0 && known.length === dates.length)).toBe(true);
  });
});

describe('days with work', () => {
  test('counts topics that were still done at the end of the day, reviews and proofs, by the local date', () => {
    clock.zoneIs('Pacific/Auckland');
    tick('git.01');
    tick('git.02');
    undo();
    tick('git.03');
    clock.addDays(1);
    core.call('evidence.save', {
      request: newRequest(),
      evidence: null,
      skill: 'git',
      title: 'Talk',
      url: null,
      level: 2,
      date: '2026-01-01',
    });
    core.call('topics.setStatus', { request: newRequest(), topic: 'git.01', status: 'todo' });
    clock.addDays(400);
    core.call('reviews.answer', { request: newRequest(), skill: 'git', answer: { kind: 'known' } });
    expect(core.call('insights.days', {})).toEqual({
      first: '2026-03-03',
      today: '2027-04-08',
      days: [
        { date: '2026-03-03', topics: 2, reviews: 0, proofs: 0 },
        { date: '2026-03-04', topics: 0, reviews: 0, proofs: 1 },
        { date: '2027-04-08', topics: 0, reviews: 1, proofs: 0 },
      ],
    });
  });

  test('counts experience on the day that it was written, and a project on the day that it shipped', () => {
    const request = newRequest;
    const project = core.call('projects.create', {
      request: request(),
      template: null,
      title: 'Shelf',
      kind: 'personal',
    }).id;
    const move = (status: 'building' | 'shipped'): void =>
      void core.call('projects.move', { request: request(), project, status, before: null });
    const proofs = () =>
      core.call('insights.days', {}).days.map(({ date, proofs: count }) => `${date} ${count}`);
    move('building');
    expect(proofs()).toEqual([]);
    clock.addDays(1);
    move('shipped');
    core.call('projects.edit', { request: request(), project, result: 'It runs.' });
    expect(proofs()).toEqual(['2026-03-03 1']);
    clock.addDays(1);
    core.call('projects.edit', { request: request(), project, result: 'It runs well.' });
    const experience = saveWork(core);
    // Changed on the same day, it is one piece of that day still; changed later, it is none of the later day.
    saveWork(core, { experience, did: 'Wrote tests.' });
    expect(proofs()).toEqual(['2026-03-03 1', '2026-03-04 1']);
    clock.addDays(1);
    saveWork(core, { experience, did: 'Wrote more tests.' });
    // Shipped, taken back and shipped again on one day is once.
    move('building');
    move('shipped');
    expect(proofs()).toEqual(['2026-03-03 1', '2026-03-04 1']);
    clock.addDays(1);
    saveWork(core);
    undo();
    expect(proofs()).toEqual(['2026-03-03 1', '2026-03-04 1']);
  });

  test('there is none in an empty file', () => {
    expect(core.call('insights.days', {})).toEqual({ first: null, today: '2026-03-02', days: [] });
    expect(core.call('insights.role', { role: 'api-developer', weeks: 26 }).points).toHaveLength(2);
  });
});
