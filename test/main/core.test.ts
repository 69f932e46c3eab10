import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Output } from '../../shared/contract.ts';
import { defaultSettings } from '../../shared/values.ts';
import { dumpState, freshFile, makeTemplate, onFile, recount, visibleState } from '../helpers/data-file.ts';
import { newRequest, openCore, testClock, type TestCore } from '../helpers/test-core.ts';

const templateDir = mkdtempSync(join(tmpdir(), 'groundwork-'));
beforeAll(() => makeTemplate(templateDir));
afterAll(() => rmSync(templateDir, { recursive: true, force: true }));

type Change = Output<'topics.setStatus'>;
const set = (
  core: TestCore,
  topic: string,
  status: 'todo' | 'learning' | 'done' | 'revise' | 'skipped',
  reason: string | null = null,
): Change => core.call('topics.setStatus', { request: newRequest(), topic, status, reason });
const know = (core: TestCore, skill: string, level: 1 | 2 | 3 | 4 | null = null): Change =>
  core.call('skills.know', { request: newRequest(), skill, level });
const aim = (core: TestCore, ...targets: (string | { role: string; date: string | null })[]): Change =>
  core.call('targets.set', {
    request: newRequest(),
    targets: targets.map((target) => (typeof target === 'string' ? { role: target, date: null } : target)),
  });
const fix = (core: TestCore, group: string, skill: string | null): Change =>
  core.call('groups.fix', { request: newRequest(), group, skill });
const undo = (core: TestCore): Change =>
  core.call('history.undo', {
    request: newRequest(),
    action: core.call('app.read', {}).history.undo!.action,
  });
const redo = (core: TestCore): Change =>
  core.call('history.redo', {
    request: newRequest(),
    action: core.call('app.read', {}).history.redo!.action,
  });
const statuses = (core: TestCore, skill: string): string[] =>
  core.call('topics.list', { skill }).topics.map(({ state }) => state.status);
const figuresNow = (core: TestCore): unknown =>
  core
    .call('app.read', {})
    .roles.map(({ role, covered, proven, fresh }) => ({ role, covered, proven, fresh }));

describe('a tick', () => {
  test('counts in every role that needs the skill, by the figures that the rules say', () => {
    const file = freshFile();
    const clock = testClock();
    const core = openCore({ file, clock });
    const { roles: needs } = core.call('skills.read', { skill: 'git' });
    expect(needs.length).toBeGreaterThan(3);
    const before = core.call('app.read', {}).roles;
    const { roles, topics, skills, action } = set(core, 'git.01', 'done');
    expect(action).toBe(1);
    expect(roles.map(({ role }) => role).toSorted()).toEqual(
      [...new Set(needs.map(({ role }) => role))].toSorted(),
    );
    const { figures } = recount(file, clock);
    for (const moved of roles) {
      expect(moved).toEqual(figures.find(({ role }) => role === moved.role));
      expect(moved.covered).toBeGreaterThan(before.find(({ role }) => role === moved.role)!.covered);
    }
    expect(figuresNow(core)).toEqual(figures);
    expect(topics).toEqual([
      { id: 'git.01', state: { status: 'done', reason: null, since: '2026-11-24', doneOn: '2026-11-24' } },
    ]);
    expect(skills).toMatchObject([{ id: 'git', progress: { done: 1, freshness: 1 } }]);
    core.close();
  });

  test('can be taken away, and the figures are as if it never was', () => {
    const core = openCore();
    const start = figuresNow(core);
    set(core, 'git.01', 'done');
    expect(set(core, 'git.01', 'todo').history.undo).toMatchObject({ label: { kind: 'untick' } });
    expect(figuresNow(core)).toEqual(start);
  });

  test('twice is once: the second answers that nothing had to change', () => {
    const core = openCore();
    set(core, 'git.01', 'done');
    expect(set(core, 'git.01', 'done')).toMatchObject({
      action: 0,
      topics: [],
      history: { undo: { action: 1 } },
    });
  });

  test('is named by the topic, with the status where it is no plain tick', () => {
    const core = openCore();
    const { text } = core.call('topics.list', { skill: 'git' }).topics.find(({ id }) => id === 'git.01')!;
    expect(set(core, 'git.01', 'done').history.undo).toEqual({
      action: 1,
      label: { kind: 'tick', subject: text, detail: null, count: 1 },
    });
    expect(set(core, 'git.01', 'revise').history.undo!.label).toEqual({
      kind: 'set-status',
      subject: text,
      detail: 'revise',
      count: 1,
    });
  });
});

describe('"I know this"', () => {
  test('sets every topic of a skill that is not skipped to done, in one undo step', () => {
    const core = openCore();
    set(core, 'git.01', 'learning');
    set(core, 'git.02', 'skipped', 'not for me');
    const before = statuses(core, 'git');
    const change = know(core, 'git');
    expect(statuses(core, 'git')).toEqual(before.map(() => 'done'));
    expect(core.call('topics.list', { skill: 'git', skipped: true }).topics).toHaveLength(1);
    expect(change.history.undo!.label).toMatchObject({ kind: 'know-skill', count: before.length });
    undo(core);
    expect(statuses(core, 'git')).toEqual(before);
  });

  test('stops at the level, where one is named', () => {
    const core = openCore();
    expect(know(core, 'git', 2).history.undo!.label).toMatchObject({ kind: 'know-level', detail: '2' });
    for (const { level, state } of core.call('topics.list', { skill: 'git' }).topics) {
      expect(state.status).toBe(level <= 2 ? 'done' : 'todo');
    }
    expect(core.call('skills.read', { skill: 'git' }).progress.reached).toBe(2);
  });

  test('changes nothing where everything is known', () => {
    const core = openCore();
    know(core, 'git');
    expect(know(core, 'git')).toMatchObject({ action: 0 });
  });
});

describe('skipping', () => {
  test('takes a topic out of the count, with the reason kept', () => {
    const core = openCore();
    const { total } = core.call('skills.read', { skill: 'git' }).progress;
    expect(set(core, 'git.01', 'skipped', '  we use another tool  ').topics[0]!.state.reason).toBe(
      'we use another tool',
    );
    expect(core.call('skills.read', { skill: 'git' }).progress.total).toBe(total - 1);
    // It moves to the drawer.
    expect(core.call('topics.list', { skill: 'git' }).total).toBe(total - 1);
    expect(core.call('topics.list', { skill: 'git', skipped: true }).topics).toMatchObject([
      { id: 'git.01', state: { status: 'skipped', reason: 'we use another tool' } },
    ]);
  });

  test('of every topic waives the line: it stands in the ledger without points', () => {
    const core = openCore();
    for (const { id } of core.call('topics.list', { skill: 'http-protocol' }).topics)
      set(core, id, 'skipped', 'known by heart');
    const lines = core
      .call('roles.ledger', { role: 'api-developer', bar: 'covered' })
      .stages.flatMap((stage) => stage.lines);
    expect(lines.find(({ skill }) => skill === 'http-protocol')).toMatchObject({
      waived: true,
      points: 0,
      of: 0,
    });
    expect(lines.reduce((sum, line) => sum + line.of, 0)).toBe(1000);
  });

  test.each([
    ['half of an emoji', 'broken \ud83d'],
    ['a NUL', 'broken \u0000 here'],
  ])('with %s in the reason can be taken back like any other step', (_, reason) => {
    const core = openCore();
    const reply = core.ask('topics.setStatus', {
      request: newRequest(),
      topic: 'git.01',
      status: 'skipped',
      reason,
    });
    if (!reply.ok) return expect(reply.error.code).toBe('invalid');
    expect(
      core.call('topics.list', { skill: 'git', skipped: true }).topics.find(({ id }) => id === 'git.01')!
        .state.reason,
    ).toBe((reply.value as Change).topics[0]!.state.reason);
    expect(undo(core).topics).toMatchObject([{ state: { status: 'todo' } }]);
  });
});

describe('targets', () => {
  test('are kept in the order of the person, with their dates', () => {
    const core = openCore();
    aim(core, { role: 'database-developer', date: '2027-06-01' }, 'api-developer');
    expect(core.call('targets.list', {}).targets).toEqual([
      { role: 'database-developer', date: '2027-06-01' },
      { role: 'api-developer', date: null },
    ]);
    aim(core, 'api-developer', { role: 'database-developer', date: '2027-09-01' });
    const places = new Map(core.call('roles.list', {}).roles.map(({ id, target }) => [id, target]));
    expect([places.get('api-developer'), places.get('database-developer')]).toEqual([0, 1]);
    expect([...places.values()].filter((place) => place !== null)).toHaveLength(2);
    expect(core.call('app.read', {}).roles.find(({ role }) => role === 'database-developer')!.target).toBe(1);
    undo(core);
    expect(core.call('targets.list', {}).targets.map(({ date }) => date)).toEqual(['2027-06-01', null]);
    undo(core);
    expect(core.call('targets.list', {}).targets).toEqual([]);
  });

  test('set to what they are change nothing', () => {
    const core = openCore();
    aim(core, 'api-developer');
    expect(aim(core, 'api-developer').action).toBe(0);
  });

  test('decide the target level of a skill, the highest that any of them asks for', () => {
    const core = openCore();
    expect(core.call('skills.read', { skill: 'http-protocol' }).target).toBe(0);
    aim(core, 'api-developer');
    expect(core.call('skills.read', { skill: 'http-protocol' }).target).toBe(3);
  });

  test('come with next steps: at most five, the entry list first, each with its reasons', () => {
    const core = openCore();
    expect(core.call('today.read', {}).next).toEqual([]);
    aim(core, 'api-developer');
    const { next, targets } = core.call('today.read', {});
    expect(targets).toMatchObject([{ role: 'api-developer', entry: { done: 0 } }]);
    expect(next).toHaveLength(5);
    for (const step of next) expect(step.reasons.map(({ kind }) => kind)).toContain('entry');
    expect(next.some(({ kind }) => kind === 'choose')).toBe(true);
  });

  test('promise for a step the gain that its tick brings over all of them', () => {
    const core = openCore();
    aim(core, 'api-developer', 'database-developer');
    fix(core, 'server-language', 'go');
    const covered = (): number =>
      core.call('today.read', {}).targets.reduce((sum, { figures }) => sum + figures.covered, 0);
    for (let round = 0; round < 5; round += 1) {
      const step = core.call('today.read', {}).next.find(({ kind }) => kind === 'topic');
      if (step?.kind !== 'topic') throw new Error('no topic is suggested');
      const before = covered();
      set(core, step.topic, 'done');
      expect(covered() - before).toBeCloseTo(step.gain, 9);
    }
  });
});

test('skills narrowed to a role show the level that this role asks for, whatever the targets ask', () => {
  const core = openCore();
  const levels = (role?: string): Record<string, number> =>
    Object.fromEntries(
      core
        .call('skills.list', { category: 'databases', ...(role !== undefined && { filter: { role } }) })
        .skills.map(({ id, target }) => [id, target]),
    );
  core.call('targets.set', {
    request: newRequest(),
    targets: [{ role: 'database-developer', date: null }],
  });
  const asked = core
    .call('roles.ledger', { role: 'api-developer', bar: 'covered' })
    .stages.flatMap(({ lines }) => lines)
    .find(({ skill }) => skill === 'sql-querying')!.level;
  expect(levels()['sql-querying']).toBeGreaterThan(asked);
  expect(levels('api-developer')['sql-querying']).toBe(asked);
});

describe('a choose-one group', () => {
  const language = (core: TestCore) =>
    core
      .call('roles.read', { role: 'api-developer' })
      .entryList.find(({ group }) => group?.id === 'server-language')!;

  test('counts the best member, until the person fixes one, and again after it was freed', () => {
    const core = openCore();
    know(core, 'java', 1);
    expect(language(core)).toMatchObject({ skill: 'java', group: { fixed: null } });
    expect(fix(core, 'server-language', 'python').history.undo!.label).toMatchObject({ kind: 'fix-member' });
    expect(language(core)).toMatchObject({ skill: 'python', group: { fixed: 'python' } });
    expect(fix(core, 'server-language', null).history.undo!.label).toMatchObject({ kind: 'free-member' });
    expect(language(core).skill).toBe('java');
    undo(core);
    expect(language(core).skill).toBe('python');
  });

  test('moves the figures of every role at once', () => {
    const core = openCore();
    know(core, 'java');
    const change = fix(core, 'server-language', 'python');
    expect(change.roles).toHaveLength(7);
    expect(change.roles).toEqual(figuresNow(core));
  });
});

describe('settings', () => {
  test('start at the defaults, are set one by one, and survive a restart', () => {
    const file = freshFile();
    const core = openCore({ file });
    expect(core.call('app.read', {}).settings).toEqual(defaultSettings);
    core.call('settings.set', { theme: 'dark' });
    core.call('settings.set', { textSize: 120 });
    core.close();
    const again = openCore({ file });
    expect(again.call('app.read', {}).settings).toEqual({ ...defaultSettings, theme: 'dark', textSize: 120 });
    again.close();
  });

  test('are no undo step', () => {
    const core = openCore();
    core.call('settings.set', { theme: 'dark' });
    expect(core.call('app.read', {}).history).toEqual({ undo: null, redo: null });
  });

  test('that this version does not know fall back to the default', () => {
    const file = freshFile();
    onFile(file, `INSERT INTO setting VALUES ('theme', '"sepia"'), ('telemetry', 'true')`);
    const core = openCore({ file });
    expect(core.call('app.read', {}).settings).toEqual(defaultSettings);
    core.close();
  });
});

describe('the first run', () => {
  test('ends with a tick, with a target, or when the person passed the welcome', () => {
    for (const act of [
      (core: TestCore) => set(core, 'git.01', 'done'),
      (core: TestCore) => aim(core, 'api-developer'),
      (core: TestCore) => core.call('settings.set', { welcomed: true }),
    ]) {
      const core = openCore();
      expect(core.call('app.read', {}).firstRun).toBe(true);
      act(core);
      expect(core.call('app.read', {}).firstRun).toBe(false);
    }
  });
});

describe('"change this week"', () => {
  const change = (core: TestCore): { covered: number | null; fresh: number | null } =>
    core.call('today.read', {}).targets[0]!.change;

  test('is now minus the start of the local day seven days ago', () => {
    const clock = testClock('2026-11-10T15:00:00Z');
    const core = openCore({ clock });
    aim(core, 'api-developer');
    set(core, 'git.01', 'done');
    const { covered } = core.call('today.read', {}).targets[0]!.figures;
    expect(change(core).covered).toBeCloseTo(covered, 12);
    clock.set('2026-11-17T23:59:00Z');
    expect(change(core).covered).toBeCloseTo(covered, 12);
    clock.set('2026-11-18T00:01:00Z');
    expect(change(core).covered).toBe(0);
    expect(change(core).fresh).toBeLessThan(0);
  });

  test('follows each tick and each undo, with the file open or opened anew', () => {
    const file = freshFile();
    const clock = testClock('2026-11-10T09:00:00Z');
    const first = openCore({ file, clock });
    aim(first, 'api-developer');
    set(first, 'git.01', 'done');
    clock.addDays(20);
    expect(change(first).covered).toBe(0);
    set(first, 'git.02', 'done');
    const gained = change(first).covered;
    expect(gained).toBeGreaterThan(0);
    set(first, 'git.01', 'todo');
    expect(change(first).covered).toBeCloseTo(0, 12);
    undo(first);
    expect(change(first).covered).toBe(gained);
    first.close();
    const second = openCore({ file, clock });
    expect(change(second).covered).toBe(gained);
    second.close();
  });

  test('forgets nothing of the week when the clock was wrong in between', () => {
    const clock = testClock('2026-11-20T09:00:00Z');
    const file = freshFile();
    const core = openCore({ file, clock });
    aim(core, 'api-developer');
    set(core, 'git.01', 'done');
    clock.set('2016-11-20T09:00:00Z');
    set(core, 'git.02', 'learning');
    clock.set('2026-11-21T09:00:00Z');
    core.close();
    const again = openCore({ file, clock });
    const { covered } = again.call('today.read', {}).targets[0]!.figures;
    expect(covered).toBeGreaterThan(0);
    expect(change(again).covered).toBeCloseTo(covered, 12);
    again.close();
  });
});

describe('ticks per day', () => {
  const days = (core: TestCore): Record<string, number> =>
    Object.fromEntries(
      core
        .call('today.read', {})
        .days.filter(({ ticked }) => ticked > 0)
        .map(({ date, ticked }) => [date, ticked]),
    );

  test('are the last fourteen days, today last', () => {
    const { days: list, date } = openCore().call('today.read', {});
    expect(list).toHaveLength(14);
    expect([list[0]!.date, list.at(-1)!.date, date]).toEqual(['2026-11-11', '2026-11-24', '2026-11-24']);
  });

  test('count each topic set to done on the stored local date; an undo takes it from the day of its action', () => {
    const clock = testClock('2026-11-20T09:00:00Z');
    const core = openCore({ clock });
    set(core, 'git.01', 'done');
    know(core, 'http-protocol', 1);
    const known = statuses(core, 'http-protocol').filter((status) => status === 'done').length;
    expect(days(core)).toEqual({ '2026-11-20': 1 + known });
    clock.addDays(1);
    set(core, 'git.02', 'done');
    undo(core);
    undo(core);
    expect(days(core)).toEqual({ '2026-11-20': 1 });
    redo(core);
    expect(days(core)).toEqual({ '2026-11-20': 1 + known });
    undo(core);
    expect(days(core)).toEqual({ '2026-11-20': 1 });
  });

  test('do not count a renewed tick of a topic that was up for revision', () => {
    const core = openCore();
    set(core, 'git.01', 'done');
    set(core, 'git.01', 'revise');
    set(core, 'git.01', 'done');
    expect(days(core)).toEqual({ '2026-11-24': 1 });
  });

  test('lose no day when the clock was wrong in between', () => {
    const clock = testClock('2026-11-20T09:00:00Z');
    const core = openCore({ clock });
    set(core, 'git.01', 'done');
    clock.set('2016-11-20T09:00:00Z');
    set(core, 'git.02', 'done');
    clock.set('2026-11-21T09:00:00Z');
    expect(days(core)).toEqual({ '2026-11-20': 1 });
  });
});

describe('undo and redo', () => {
  test('act on the top of the stack and name what the person saw', () => {
    const core = openCore();
    set(core, 'git.01', 'done');
    set(core, 'git.02', 'done');
    expect(core.ask('history.undo', { request: newRequest(), action: 1 })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    expect(undo(core).history).toMatchObject({ undo: { action: 1 }, redo: { action: 2 } });
    expect(undo(core).history).toMatchObject({ undo: null, redo: { action: 1 } });
    expect(core.ask('history.redo', { request: newRequest(), action: 2 })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    expect(redo(core).history).toMatchObject({ undo: { action: 1 }, redo: { action: 2 } });
  });

  test('a new action clears what could be done again', () => {
    const core = openCore();
    set(core, 'git.01', 'done');
    undo(core);
    set(core, 'git.02', 'done');
    expect(core.call('app.read', {}).history).toMatchObject({ undo: { action: 3 }, redo: null });
    undo(core);
    expect(core.call('app.read', {}).history.undo).toBeNull();
  });

  test('the stack survives a restart', () => {
    const file = freshFile();
    const core = openCore({ file });
    const start = visibleState(file);
    set(core, 'git.01', 'done');
    aim(core, 'api-developer');
    fix(core, 'server-language', 'go');
    undo(core);
    undo(core);
    redo(core);
    const { history } = core.call('app.read', {});
    core.close();
    const again = openCore({ file });
    expect(again.call('app.read', {}).history).toEqual(history);
    redo(again);
    expect(again.call('app.read', {}).history.redo).toBeNull();
    for (let step = 0; step < 3; step += 1) undo(again);
    expect(visibleState(file)).toEqual(start);
    again.close();
  });

  test('give back the very day on which a topic was done', () => {
    const clock = testClock('2026-11-01T09:00:00Z');
    const core = openCore({ clock });
    set(core, 'git.01', 'done');
    clock.addDays(10);
    set(core, 'git.01', 'todo');
    clock.addDays(10);
    expect(undo(core).topics[0]!.state).toEqual({
      status: 'done',
      reason: null,
      since: '2026-11-01',
      doneOn: '2026-11-01',
    });
  });

  test('rewrite nothing: the log only grows', () => {
    const file = freshFile();
    const core = openCore({ file });
    set(core, 'git.01', 'done');
    const { event: before } = dumpState(file);
    undo(core);
    redo(core);
    const { event: after } = dumpState(file);
    expect(after.slice(0, 1)).toEqual(before);
    expect(after.map((row) => (row as { kind: string }).kind)).toEqual(['action', 'undo', 'redo']);
    core.close();
  });
});

describe('the time of an event', () => {
  const stamps = (file: string): [string, string, string][] =>
    onFile<{ at: number; zone: string; local_date: string }>(
      file,
      'SELECT at, zone, local_date FROM event ORDER BY seq',
    ).map(({ at, zone, local_date: date }) => [new Date(at).toISOString(), zone, date]);

  test('is stored as instant, zone and local date, and a change of zone changes no stored date', () => {
    const file = freshFile();
    const clock = testClock('2026-11-24T23:30:00Z', 'America/New_York');
    const core = openCore({ file, clock });
    set(core, 'git.01', 'done');
    clock.zoneIs('Asia/Kathmandu');
    set(core, 'git.02', 'done');
    clock.zoneIs('Pacific/Apia');
    set(core, 'git.03', 'done');
    expect(stamps(file)).toEqual([
      ['2026-11-24T23:30:00.000Z', 'America/New_York', '2026-11-24'],
      ['2026-11-24T23:30:00.000Z', 'Asia/Kathmandu', '2026-11-25'],
      ['2026-11-24T23:30:00.000Z', 'Pacific/Apia', '2026-11-25'],
    ]);
    expect(core.call('today.read', {}).days.filter(({ ticked }) => ticked > 0)).toEqual([
      { date: '2026-11-24', ticked: 1 },
      { date: '2026-11-25', ticked: 2 },
    ]);
    core.close();
  });

  test('orders nothing: with the clock set back the newest action is still the newest', () => {
    const file = freshFile();
    const clock = testClock('2026-11-24T09:00:00Z');
    const core = openCore({ file, clock });
    set(core, 'git.01', 'done');
    clock.set('2016-01-01T09:00:00Z');
    set(core, 'git.02', 'done');
    expect(core.call('app.read', {}).history.undo!.action).toBe(2);
    expect(core.call('skills.read', { skill: 'git' }).progress.freshness).toBe(1);
    core.close();
    const again = openCore({ file, clock });
    expect(again.call('app.read', {}).history.undo!.action).toBe(2);
    undo(again);
    undo(again);
    expect(visibleState(file)).toMatchObject({ topics: [] });
    again.close();
  });

  test('fifty years ahead everything is still there, only hardly fresh', () => {
    const clock = testClock();
    const core = openCore({ clock });
    know(core, 'git');
    clock.set('2076-11-24T09:00:00Z');
    const { progress } = core.call('skills.read', { skill: 'git' });
    expect(progress.done).toBe(progress.total);
    expect(progress.freshness).toBeGreaterThan(0);
    expect(progress.freshness).toBeLessThan(0.1);
    expect(core.call('today.read', {}).date).toBe('2076-11-24');
  });
});
