import fc from 'fast-check';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Output } from '../../shared/contract.ts';
import { dateOfDay } from '../../shared/rules/days.ts';
import { faultOfDays } from '../../shared/rules/projects.ts';
import { PROJECT_STATUSES } from '../../shared/values.ts';
import { freshFile } from '../helpers/data-file.ts';
import { uploadTo } from '../helpers/lists.ts';
import { saveWork } from '../helpers/projects.ts';
import { newRequest, openCore, testClock, type TestCore } from '../helpers/test-core.ts';

const request = newRequest;

const aim = (core: TestCore, ...roles: string[]): void =>
  void core.call('targets.set', { request: request(), targets: roles.map((role) => ({ role, date: null })) });
const begin = (
  core: TestCore,
  template: string | null = 'crud-rest-api',
  chosen: { group: string; skill: string }[] = [{ group: 'server-language', skill: 'python' }],
): string =>
  core.call('projects.create', {
    request: request(),
    template,
    title: 'Book shelf',
    kind: 'personal',
    ...(template !== null && { chosen }),
  }).id;
const read = (core: TestCore, project: string): Output<'projects.read'> =>
  core.call('projects.read', { project });
const move = (
  core: TestCore,
  project: string,
  status: 'building' | 'shipped' | 'paused',
  before: string | null = null,
) => core.call('projects.move', { request: request(), project, status, before });
const settle = (core: TestCore, project: string): void => {
  for (const { id, required } of read(core, project).items)
    if (required) core.call('projects.setItem', { request: request(), item: id, ticked: true });
};
const proven = (core: TestCore, role = 'api-developer'): number =>
  core.call('roles.read', { role }).figures.proven!;
const undo = (core: TestCore): void => {
  const top = core.call('app.read', {}).history.undo!;
  core.call('history.undo', { request: request(), action: top.action });
};

describe('a project from a template', () => {
  test('has its items, those for every project, and its skills with the chosen language', () => {
    const core = openCore();
    const project = read(core, begin(core));
    expect(project.status).toBe('planned');
    expect(project.items.map(({ origin }) => origin)).toEqual([
      ...Array<string>(4).fill('template'),
      ...Array<string>(8).fill('common'),
    ]);
    expect(project.settled).toEqual({ done: 0, total: 12 });
    expect(project.stated).toContainEqual({ skill: 'python', name: 'Python', level: 2, most: 2 });
    // The framework and the database were not named yet.
    expect(project.choices.map(({ group }) => group)).toEqual(['server-framework', 'relational-database']);
  });

  test('is one step: undone it is gone, done again it is as it was', () => {
    const core = openCore();
    const id = begin(core);
    const before = read(core, id);
    undo(core);
    expect(core.ask('projects.read', { project: id })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
    core.call('history.redo', { request: request(), action: core.call('app.read', {}).history.redo!.action });
    expect(read(core, id)).toEqual(before);
  });

  test('refuses a skill that does not belong to its group', () => {
    const core = openCore();
    const reply = core.ask('projects.create', {
      request: request(),
      template: 'crud-rest-api',
      title: 'x',
      kind: 'personal',
      chosen: [{ group: 'server-language', skill: 'git' }],
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  test('a repeated request makes no second one', () => {
    const core = openCore();
    const input = { request: request(), template: null, title: 'Twice', kind: 'personal' } as const;
    const first = core.call('projects.create', input);
    expect(core.call('projects.create', input).id).toBe(first.id);
    expect(core.call('projects.list', {}).projects).toHaveLength(1);
  });
});

describe('finished is derived', () => {
  test('shipped alone proves nothing; with every required item settled it proves its skills', () => {
    const core = openCore();
    aim(core, 'api-developer');
    const id = begin(core);
    move(core, id, 'shipped');
    expect(read(core, id).finished).toBe(false);
    expect(proven(core)).toBe(0);
    settle(core, id);
    expect(read(core, id).finished).toBe(true);
    expect(core.call('skills.read', { skill: 'rest-api-design' }).evidenceList).toEqual([
      {
        kind: 'project',
        id,
        title: 'Book shelf',
        url: null,
        level: 2,
        date: '2026-11-24',
        certification: null,
        expiresOn: null,
      },
    ]);
    expect(proven(core)).toBeGreaterThan(0);
  });

  test('the bar moves by exactly what the rules give to each line', () => {
    const core = openCore();
    aim(core, 'api-developer');
    const id = begin(core);
    const announced = read(core, id).proves.find(({ role }) => role === 'api-developer')!.points;
    const promised = core
      .call('projects.templates', {})
      .templates.find((template) => template.id === 'crud-rest-api')!;
    settle(core, id);
    move(core, id, 'shipped');
    const levels = new Map(read(core, id).skills.map(({ skill, level }) => [skill, level]));
    const { stages } = core.call('roles.ledger', { role: 'api-developer', bar: 'proven' });
    const lines = stages.flatMap(({ lines: own }) => own);
    const weight = lines.reduce((sum, line) => sum + line.weight, 0);
    const expected = lines.reduce((sum, line) => {
      const members = line.group ? line.group.members.map(({ skill }) => skill) : [line.skill];
      const level = Math.max(0, ...members.map((skill) => levels.get(skill) ?? 0));
      return sum + (100 * line.weight * Math.min(1, level / line.level)) / weight;
    }, 0);
    expect(proven(core)).toBeCloseTo(expected, 9);
    expect(announced).toBeCloseTo(expected, 9);
    // The template reckons with a framework and a database as well.
    expect(promised.gains[0]!.points).toBeGreaterThanOrEqual(expected);
  });

  test('a waived item needs a reason, settles, and a tick takes the waiver away', () => {
    const core = openCore();
    const id = begin(core);
    const item = read(core, id).items[0]!.id;
    const is = () => read(core, id).items[0]!;
    expect(core.ask('projects.setItem', { request: request(), item, reason: '  ' })).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
    core.call('projects.setItem', { request: request(), item, reason: 'No endpoints here' });
    expect(is()).toMatchObject({ ticked: false, reason: 'No endpoints here' });
    expect(read(core, id).settled.done).toBe(1);
    core.call('projects.setItem', { request: request(), item, ticked: true });
    expect(is()).toMatchObject({ ticked: true, reason: null });
    undo(core);
    expect(is()).toMatchObject({ ticked: false, reason: 'No endpoints here' });
  });

  test('an open item that is added later takes the proof back until it is settled', () => {
    const core = openCore();
    aim(core, 'api-developer');
    const id = begin(core);
    settle(core, id);
    move(core, id, 'shipped');
    const before = proven(core);
    const { id: item } = core.call('projects.addItem', {
      request: request(),
      project: id,
      text: 'Load test',
    });
    expect(proven(core)).toBe(0);
    core.call('projects.removeItem', { request: request(), item });
    expect(proven(core)).toBe(before);
    expect(
      core.ask('projects.removeItem', { request: request(), item: read(core, id).items[0]!.id }),
    ).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  test('the week counts it from the day on which it was finished, whenever it was begun and renamed', () => {
    const clock = testClock('2026-11-01T09:00:00Z');
    const core = openCore({ clock });
    aim(core, 'api-developer');
    const id = begin(core);
    settle(core, id);
    move(core, id, 'building');
    clock.set('2026-11-24T09:00:00Z');
    const change = () => core.call('today.read', {}).targets[0]!.change.proven;
    expect(change()).toBe(0);
    move(core, id, 'shipped');
    expect(change()).toBeCloseTo(proven(core), 9);
    clock.addDays(10);
    core.call('projects.edit', { request: request(), project: id, title: 'Shelf' });
    expect(change()).toBe(0);
  });
});

describe('levels', () => {
  test('can be lowered and raised again, never above what the template states', () => {
    const core = openCore();
    const id = begin(core);
    const set = (level: 1 | 2 | 3 | null) => ({
      request: request(),
      project: id,
      skill: 'rest-api-design',
      level,
    });
    core.call('projects.setSkill', set(1));
    expect(read(core, id).skills).toContainEqual({
      skill: 'rest-api-design',
      name: 'REST API design',
      level: 1,
    });
    core.call('projects.setSkill', set(2));
    expect(core.ask('projects.setSkill', set(3))).toMatchObject({ ok: false, error: { code: 'invalid' } });
    core.call('projects.setSkill', set(null));
    expect(read(core, id).skills.map(({ skill }) => skill)).not.toContain('rest-api-design');
    // Brought back, it is still bound by the template.
    expect(core.ask('projects.setSkill', set(3))).toMatchObject({ ok: false });
  });

  test('of a skill that the template does not name are the person’s own word', () => {
    const core = openCore();
    const id = begin(core);
    core.call('projects.setSkill', { request: request(), project: id, skill: 'kubernetes', level: 4 });
    expect(read(core, id).stated).toContainEqual({
      skill: 'kubernetes',
      name: 'Kubernetes',
      level: 4,
      most: null,
    });
  });
});

describe('the board', () => {
  test('keeps the order that the person gives, through a restart', () => {
    const file = freshFile();
    const core = openCore({ file });
    const [a, b, c] = ['A', 'B', 'C'].map(
      (title) =>
        core.call('projects.create', { request: request(), template: null, title, kind: 'personal' }).id,
    );
    core.call('projects.move', { request: request(), project: c!, status: 'planned', before: a! });
    core.close();
    const again = openCore({ file });
    expect(again.call('projects.list', {}).projects.map(({ id }) => id)).toEqual([c, a, b]);
    undo(again);
    expect(again.call('projects.list', {}).projects.map(({ id }) => id)).toEqual([a, b, c]);
    again.close();
  });

  test('a move to where it stands already is no step', () => {
    const core = openCore();
    const id = begin(core);
    expect(
      core.call('projects.move', { request: request(), project: id, status: 'planned', before: null }).action,
    ).toBe(0);
  });

  test('building sets the start, shipping the end; both can be changed', () => {
    const core = openCore();
    const id = begin(core);
    move(core, id, 'building');
    expect(read(core, id)).toMatchObject({ startedOn: '2026-11-24', finishedOn: null });
    move(core, id, 'shipped');
    core.call('projects.edit', {
      request: request(),
      project: id,
      startedOn: '2026-10-01',
      finishedOn: '2026-11-02',
    });
    expect(read(core, id)).toMatchObject({ startedOn: '2026-10-01', finishedOn: '2026-11-02' });
    // What is shipped was finished on some day.
    core.call('projects.edit', { request: request(), project: id, finishedOn: null });
    expect(read(core, id).finishedOn).toBe('2026-11-24');
  });
});

describe('bad input is refused in words, and nothing changes', () => {
  test.each([
    ['an end before the start', { startedOn: '2026-05-02', finishedOn: '2026-05-01' }],
    ['an end in the future', { finishedOn: '2026-11-25' }],
    ['a day that does not exist', { startedOn: '2026-02-30' }],
    ['an address without a scheme', { repository: 'example.org/me' }],
    ['an address that runs', { demo: 'javascript:alert(1)' }],
    ['an address with a control character', { demo: 'https://example.org/\u0000' }],
    ['a text of a megabyte', { brief: 'x'.repeat(1_000_000) }],
    ['a title of a megabyte', { title: 'x'.repeat(1_000_000) }],
    ['a result of a megabyte', { result: 'x'.repeat(1_000_000) }],
    ['a tag of a megabyte', { tags: ['x'.repeat(1_000_000)] }],
    ['notes of a megabyte', { notes: 'x'.repeat(1_000_000) }],
    ['a path of a megabyte', { folder: `/${'x'.repeat(1_000_000)}` }],
    ['an empty title', { title: '   ' }],
  ])('%s', (_what, patch) => {
    const core = openCore();
    const id = begin(core);
    const before = read(core, id);
    const reply = core.ask('projects.edit', { request: request(), project: id, ...patch });
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(read(core, id)).toEqual(before);
  });

  test.each(['ß', 'e\u0301', '字', '🇩🇪', '👨‍👩‍👧‍👦'])('a title of 200 times %s is kept whole', (character) => {
    const core = openCore();
    const title = character.repeat(200);
    const { id } = core.call('projects.create', { request: request(), template: null, title, kind: 'work' });
    expect(read(core, id).title).toBe(title);
    expect(saveWork(core, { title })).toBe(core.call('experience.list', {}).entries[0]!.id);
    expect(core.call('experience.list', {}).entries[0]!.title).toBe(title);
  });

  test('two days are taken exactly where they run forwards and the end is not ahead', () => {
    const core = openCore();
    const id = begin(core);
    const today = '2026-11-24';
    const day = fc.option(fc.integer({ min: 20_400, max: 20_900 }).map(dateOfDay));
    fc.assert(
      fc.property(day, day, (startedOn, finishedOn) => {
        const before = read(core, id);
        const reply = core.ask('projects.edit', { request: request(), project: id, startedOn, finishedOn });
        const isSound =
          (finishedOn === null || finishedOn <= today) &&
          (startedOn === null || finishedOn === null || startedOn <= finishedOn);
        expect(reply.ok).toBe(isSound);
        const after = read(core, id);
        if (isSound) expect(after).toMatchObject({ startedOn, finishedOn });
        else expect(after).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  test('no order of moves and days leaves a project that ends before it starts, or ahead', () => {
    const clock = testClock('2026-11-24T09:00:00Z');
    const core = openCore({ clock });
    const id = begin(core);
    const day = fc.integer({ min: 20_700, max: 20_850 }).map(dateOfDay);
    const step = fc.oneof(
      fc.record({ kind: fc.constant('move' as const), status: fc.constantFrom(...PROJECT_STATUSES) }),
      fc.record({ kind: fc.constant('edit' as const), startedOn: fc.option(day) }),
      fc.record({ kind: fc.constant('edit' as const), finishedOn: fc.option(day) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        for (const { kind, ...rest } of steps) {
          if (kind === 'move')
            core.ask('projects.move', { request: request(), project: id, before: null, ...rest });
          else core.ask('projects.edit', { request: request(), project: id, ...rest });
          const { startedOn, finishedOn, status } = read(core, id);
          expect(faultOfDays(startedOn, finishedOn, '2026-11-24')).toBeNull();
          if (status === 'shipped') expect(finishedOn).not.toBeNull();
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('pictures', () => {
  const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex');

  test('are copied into the file, shown again, and taken back by undo', () => {
    const file = freshFile();
    const core = openCore({ file });
    const project = begin(core);
    const upload = uploadTo(dirname(file), PNG);
    const { id } = core.call('projects.addPicture', {
      request: request(),
      project,
      upload,
      caption: 'Start',
    });
    expect(read(core, project).pictures).toEqual([{ id, caption: 'Start' }]);
    expect(core.call('projects.picture', { picture: id }).image).toBe(
      `data:image/png;base64,${PNG.toString('base64')}`,
    );
    undo(core);
    expect(read(core, project).pictures).toEqual([]);
    core.close();
  });

  test.each([
    ['a drawing that could hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page', Buffer.from('<!doctype html>')],
    ['an empty file', Buffer.alloc(0)],
    ['a picture above the limit', Buffer.concat([PNG, Buffer.alloc(4 * 1024 * 1024)])],
  ])('%s is refused', (_what, bytes) => {
    const file = freshFile();
    const core = openCore({ file });
    const project = begin(core);
    const upload = uploadTo(dirname(file), bytes);
    const reply = core.ask('projects.addPicture', { request: request(), project, upload, caption: 'x' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } });
    core.close();
  });
});

describe('templates', () => {
  test('come with what they would move, those that move most first', () => {
    const core = openCore();
    aim(core, 'api-developer', 'database-developer');
    const { templates } = core.call('projects.templates', {});
    expect(templates).toHaveLength(23);
    const gains = templates.map(({ gains: own }) => own.reduce((sum, { points }) => sum + points, 0));
    expect(gains).toEqual(gains.toSorted((a, b) => b - a));
    expect(gains[0]).toBeGreaterThan(0);
  });

  test('say what is not reached yet of what they build on', () => {
    const core = openCore();
    const missing = () =>
      core.call('projects.templates', {}).templates.find(({ id }) => id === 'crud-rest-api')!.missing;
    const before = missing();
    for (const { skill } of before) core.call('skills.know', { request: request(), skill, level: null });
    expect(missing()).toEqual([]);
    expect(before).not.toEqual([]);
  });
});

test('the history of a project tells what happened to it and its items', () => {
  const core = openCore();
  const id = begin(core);
  core.call('projects.setItem', { request: request(), item: read(core, id).items[0]!.id, ticked: true });
  move(core, id, 'building');
  const { entries } = core.call('history.list', { kind: 'project', id });
  expect(entries.map(({ label }) => label.kind)).toEqual(['move-project', 'tick-item', 'add-project']);
});
