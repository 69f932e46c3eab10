import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../data/open.ts';
import { createRouter } from '../../main/router.ts';
import { openWorkspace } from '../../main/workspace.ts';
import { openStanding } from '../../main/standing.ts';
import { contract, type Procedure } from '../../shared/contract.ts';
import { AppError, internalFailure } from '../../shared/reply.ts';
import { dumpState, freshFile, makeTemplate, onFile, recount } from '../helpers/data-file.ts';
import type { Services } from '../../main/services.ts';
import { inputsOf, isValid } from '../helpers/inputs.ts';
import { newRequest, openCore, testClock } from '../helpers/test-core.ts';

const templateDir = mkdtempSync(join(tmpdir(), 'groundwork-'));
beforeAll(() => makeTemplate(templateDir));
afterAll(() => rmSync(templateDir, { recursive: true, force: true }));

const request = '01940000-0000-7000-8000-00000000abcd';
const tick = { request, topic: 'git.01', status: 'done' };

describe('a request that is not valid is refused in a sentence, and nothing is written', () => {
  const unknown: readonly [string, unknown][] = [
    ['no procedure of this name', 'topics.explode'],
    ['a name that every object has', 'toString'],
    ['__proto__', '__proto__'],
    ['constructor', 'constructor'],
    ['hasOwnProperty', 'hasOwnProperty'],
    ['an empty name', ''],
    ['no name', undefined],
    ['a number as name', 7],
    ['an object that says it is a name', { toString: () => 'app.read' }],
  ];
  const wrong: readonly [string, string, unknown][] = [
    ['no input', 'topics.setStatus', undefined],
    ['null', 'topics.setStatus', null],
    ['a list', 'topics.setStatus', [tick]],
    ['text', 'topics.setStatus', 'git.01'],
    ['an unknown key', 'topics.setStatus', { ...tick, force: true }],
    [
      'an own __proto__ key',
      'topics.setStatus',
      JSON.parse(`{"request":"${request}","topic":"git.01","status":"done","__proto__":{}}`),
    ],
    ['an unknown key where none is allowed', 'app.read', { all: true }],
    ['a missing field', 'topics.setStatus', { request, topic: 'git.01' }],
    [
      'a length that is no number',
      'topics.setStatus',
      { ...tick, topic: { length: { toString: 1, valueOf: 1 } } },
    ],
    ['a number for an id', 'topics.setStatus', { ...tick, topic: 1 }],
    ['an empty id', 'topics.setStatus', { ...tick, topic: '' }],
    ['an id of 201 letters', 'topics.setStatus', { ...tick, topic: 'x'.repeat(201) }],
    ['a status that does not exist', 'topics.setStatus', { ...tick, status: 'mastered' }],
    [
      'a request id of another kind',
      'topics.setStatus',
      { ...tick, request: '7d444840-9dc0-41d1-b245-5ffdce74fad2' },
    ],
    ['no request id', 'topics.setStatus', { topic: 'git.01', status: 'done' }],
    ['a skip without a reason', 'topics.setStatus', { ...tick, status: 'skipped' }],
    ['a reason of spaces', 'topics.setStatus', { ...tick, status: 'skipped', reason: '   ' }],
    ['a reason of 501 letters', 'topics.setStatus', { ...tick, status: 'skipped', reason: 'x'.repeat(501) }],
    ['a reason for a tick', 'topics.setStatus', { ...tick, reason: 'because' }],
    ['revision of a topic that is not done', 'topics.setStatus', { ...tick, status: 'revise' }],
    ['level 5', 'skills.know', { request, skill: 'git', level: 5 }],
    ['level 0', 'skills.know', { request, skill: 'git', level: 0 }],
    [
      'a day that does not exist',
      'targets.set',
      { request, targets: [{ role: 'api-developer', date: '2026-02-30' }] },
    ],
    [
      'the same role twice',
      'targets.set',
      {
        request,
        targets: [
          { role: 'api-developer', date: null },
          { role: 'api-developer', date: null },
        ],
      },
    ],
    [
      'fifty-one targets',
      'targets.set',
      { request, targets: Array.from({ length: 51 }, () => ({ role: 'api-developer', date: null })) },
    ],
    ['a skill of another group', 'groups.fix', { request, group: 'server-language', skill: 'git' }],
    ['action 0', 'history.undo', { request, action: 0 }],
    ['a text size between two steps', 'settings.set', { textSize: 95 }],
    ['an unknown setting', 'settings.set', { telemetry: true }],
    ['a bar that does not exist', 'roles.ledger', { role: 'api-developer', bar: 'all' }],
    ['a page of 201 rows', 'topics.list', { skill: 'git', limit: 201 }],
    ['a negative offset', 'topics.list', { skill: 'git', offset: -1 }],
  ];
  const missing: readonly [string, string, unknown][] = [
    ['a topic', 'topics.setStatus', { ...tick, topic: 'git.99' }],
    ['a skill to know', 'skills.know', { request, skill: 'alchemy', level: null }],
    ['a skill to read', 'skills.read', { skill: 'alchemy' }],
    ['a skill to list', 'topics.list', { skill: 'alchemy' }],
    ['a category', 'skills.list', { category: 'alchemy' }],
    ['a role to read', 'roles.read', { role: 'wizard' }],
    ['a ledger', 'roles.ledger', { role: 'wizard', bar: 'covered' }],
    ['a target', 'targets.set', { request, targets: [{ role: 'wizard', date: null }] }],
    ['a name that every object has', 'roles.read', { role: '__proto__' }],
    ['a group', 'groups.fix', { request, group: 'wands', skill: null }],
  ];
  const refuse = (name: unknown, input: unknown, code: string): void => {
    const file = freshFile();
    const core = openCore({ file });
    core.call('topics.setStatus', { request: newRequest(), topic: 'git.02', status: 'learning' });
    const before = { file: dumpState(file), memory: core.call('app.read', {}) };
    const reply = core.dispatch(name, input);
    expect(reply).toEqual({ ok: false, error: { code, message: expect.stringMatching(/^["A-Z].+\.$/s) } });
    expect(dumpState(file)).toEqual(before.file);
    expect(core.call('app.read', {})).toEqual(before.memory);
    expect(core.logged).toEqual([]);
    core.close();
  };

  test.each(unknown)('%s', (_, name) => refuse(name, {}, 'invalid'));
  test.each(wrong)('%s', (_, name, input) => refuse(name, input, 'invalid'));
  test.each(missing)('%s that does not exist is not found', (_, name, input) =>
    refuse(name, input, 'not_found'),
  );

  test('the action to undo is not on top', () => refuse('history.undo', { request, action: 99 }, 'conflict'));
  test('there is nothing to redo', () => refuse('history.redo', { request, action: 1 }, 'conflict'));

  test('the sentence names the field', () => {
    const reply = openCore().ask('topics.setStatus', { ...tick, status: 'mastered' });
    expect(reply).toMatchObject({ ok: false, error: { message: expect.stringContaining('"status"') } });
  });
});

describe('the same request twice', () => {
  test('writes once, and answers with the present state of what the first one changed', () => {
    const file = freshFile();
    const core = openCore({ file });
    const first = core.ask('topics.setStatus', tick);
    const written = dumpState(file);
    expect(core.ask('topics.setStatus', tick)).toEqual(first);
    core.call('topics.setStatus', { request: newRequest(), topic: 'git.01', status: 'revise' });
    const again = core.ask('topics.setStatus', tick) as {
      ok: true;
      value: { topics: unknown[]; action: number };
    };
    expect(again.value.topics).toMatchObject([{ id: 'git.01', state: { status: 'revise' } }]);
    expect(again.value.action).toBe(1);
    expect(dumpState(file).event).toHaveLength(written.event.length + 1);
    core.close();
  });

  test('also after the file was opened anew', () => {
    const file = freshFile();
    const before = openCore({ file });
    const first = before.ask('topics.setStatus', tick);
    before.close();
    const after = openCore({ file });
    const written = dumpState(file);
    expect(after.ask('topics.setStatus', tick)).toEqual(first);
    expect(dumpState(file)).toEqual(written);
    after.close();
  });

  test('holds for every command that makes an event', () => {
    const file = freshFile();
    const core = openCore({ file });
    const commands: [Procedure, Record<string, unknown>][] = [
      ['skills.know', { skill: 'git', level: 2 }],
      ['targets.set', { targets: [{ role: 'api-developer', date: '2027-06-01' }] }],
      ['groups.fix', { group: 'server-language', skill: 'go' }],
      ['history.undo', { action: 3 }],
      ['history.redo', { action: 3 }],
    ];
    for (const [index, [name, input]] of commands.entries()) {
      const full = { ...input, request: newRequest() };
      const first = core.ask(name, full);
      expect(first, name).toMatchObject({ ok: true });
      expect(core.ask(name, full), name).toMatchObject({ ok: true, value: { action: index + 1 } });
      expect(dumpState(file).event, name).toHaveLength(index + 1);
    }
    core.close();
  });

  test('a request that changed nothing may be repeated: it writes nothing again', () => {
    const file = freshFile();
    const core = openCore({ file });
    const nothing = { request, topic: 'git.01', status: 'todo' };
    expect(core.ask('topics.setStatus', nothing)).toMatchObject({ ok: true, value: { action: 0 } });
    expect(core.ask('topics.setStatus', nothing)).toMatchObject({ ok: true, value: { action: 0 } });
    expect(dumpState(file)).toMatchObject({ event: [], topic_state: [] });
    core.close();
  });
});

test('a refused command leaves no trace in memory either', () => {
  const run = (disturb: boolean): unknown => {
    const core = openCore();
    const replies: unknown[] = [];
    for (const topic of ['git.01', 'git.02', 'http-protocol.01']) {
      if (disturb) {
        core.ask('topics.setStatus', { request: newRequest(), topic, status: 'revise' });
        core.ask('topics.setStatus', { request: newRequest(), topic: `${topic}9`, status: 'done' });
        core.ask('history.undo', { request: newRequest(), action: 77 });
        core.ask('targets.set', { request: newRequest(), targets: [{ role: 'nobody', date: null }] });
      }
      replies.push(core.call('topics.setStatus', { request: newRequest(), topic, status: 'done' }));
    }
    return [
      replies,
      core.call('app.read', {}),
      core.call('today.read', {}),
      core.call('skills.read', { skill: 'git' }),
    ];
  };
  expect(run(true)).toEqual(run(false));
});

/** What no tick asks for. */
const services = {
  version: '0.1.0',
  standing: openStanding,
  forget: () => undefined,
} as unknown as Services;

test('an output that breaks the contract rolls everything back and is told to nobody but the log', () => {
  const file = freshFile();
  const clock = testClock();
  const db = openDatabase(file, { backupDir: join(file, '..', 'backups') });
  const workspace = openWorkspace(db, clock);
  const logged: unknown[] = [];
  let forgotten = 0;
  const dispatch = createRouter({
    workspace: () => ({
      ...workspace,
      figures: () => [{ role: 'api-developer', covered: 250, proven: 0, fresh: null }],
    }),
    services: { ...services, forget: () => (forgotten += 1) },
    log: (error) => logged.push(error),
  });
  expect(dispatch('topics.setStatus', tick)).toEqual(internalFailure);
  expect(logged).toHaveLength(1);
  expect(forgotten).toBe(1);
  expect(db.inTransaction).toBe(false);
  expect(dumpState(file)).toMatchObject({ event: [], topic_state: [] });
  db.close();
});

test('what is kept in memory is read again after a refusal that wrote something, and only then', () => {
  const file = freshFile();
  const db = openDatabase(file, { backupDir: join(file, '..', 'backups') });
  const workspace = openWorkspace(db, testClock());
  let forgotten = 0;
  let isRefusedLate = false;
  const dispatch = createRouter({
    workspace: () => ({
      ...workspace,
      settleContent: () => {
        if (isRefusedLate) throw new AppError('conflict', 'Too late.');
      },
    }),
    services: { ...services, forget: () => (forgotten += 1) },
    log: (error) => expect.unreachable(String(error)),
  });
  const refused = { ok: false, error: expect.objectContaining({ code: 'not_found' }) };
  expect(dispatch('topics.setStatus', { ...tick, topic: 'git.019' })).toEqual(refused);
  expect(forgotten).toBe(0);
  isRefusedLate = true;
  expect(dispatch('topics.setStatus', tick)).toMatchObject({ ok: false, error: { message: 'Too late.' } });
  expect(forgotten).toBe(1);
  db.close();
});

test('a handler that throws rolls back what it wrote before', () => {
  const file = freshFile();
  const db = openDatabase(file, { backupDir: join(file, '..', 'backups') });
  const workspace = openWorkspace(db, testClock());
  const dispatch = createRouter({
    workspace: () => ({
      ...workspace,
      history: {
        ...workspace.history,
        follow: () => {
          throw new Error('boom');
        },
      },
    }),
    services,
    log: () => undefined,
  });
  expect(dispatch('topics.setStatus', tick)).toEqual(internalFailure);
  expect(dumpState(file)).toMatchObject({ event: [], topic_state: [] });
  db.close();
});

test('a file that stopped taking writes is not written by the saving of caches either, nor at close', () => {
  const file = freshFile();
  const core = openCore({ file });
  const saved = (): unknown => onFile(file, 'SELECT seq FROM cache');
  const before = saved();
  core.call('topics.setStatus', { request: newRequest(), topic: 'git.01', status: 'done' });
  core.stopWrites('Because.');
  core.rest();
  core.close();
  expect(saved()).toEqual(before);
});

/** No commands of the log, but they put another file in the place of this one. */
const TAKES_THE_PLACE = ['files.apply', 'backups.restore'];

test('a file that stopped taking writes still answers every question, and refuses every command with the reason', () => {
  const file = freshFile();
  const core = openCore({ file });
  core.stopWrites('Because.');
  // A month is nothing that comes by chance.
  const pools = { request, started: ['2024-05'], ended: ['2026-01'] };
  for (const [name, { writes }] of Object.entries(contract)) {
    const [sample] = fc.sample(
      inputsOf(name as Procedure, pools as never).filter((value) => isValid(name as Procedure, value)),
      1,
    );
    const reply = core.dispatch(name, sample);
    core.dispatch('sample.leave', {});
    if (writes) expect(reply, name).toEqual({ ok: false, error: { code: 'read_only', message: 'Because.' } });
    // What was made up may ask for something that is not there, or for a file with nothing in it.
    else if (!reply.ok && reply.error.code === 'read_only') expect(TAKES_THE_PLACE, name).toContain(name);
    else if (!reply.ok) expect(['not_found', 'conflict', 'invalid'], name).toContain(reply.error.code);
  }
  expect(core.call('app.read', {}).readOnly).toBe('Because.');
  expect(dumpState(file)).toMatchObject({ event: [], setting: [] });
  core.close();
});

test('after a thousand odd requests the figures are still those of the rules', () => {
  const file = freshFile();
  const clock = testClock();
  const core = openCore({ file, clock });
  const names: Procedure[] = [
    'topics.setStatus',
    'skills.know',
    'groups.fix',
    'targets.set',
    'history.undo',
    'history.redo',
  ];
  const pools = {
    topic: ['git.01', 'git.02', 'go.01', 'java.01'],
    skill: ['git', 'go', 'java'],
    role: ['api-developer'],
    group: ['server-language'],
  };
  fc.assert(
    fc.property(
      fc.constantFrom(...names).chain((name) => fc.tuple(fc.constant(name), inputsOf(name, pools))),
      ([name, input]) => {
        core.dispatch(name, input);
      },
    ),
    { numRuns: 1_000 },
  );
  const { figures } = recount(file, clock);
  const shown = core
    .call('app.read', {})
    .roles.map(({ role, covered, proven, fresh }) => ({ role, covered, proven, fresh }));
  expect(shown).toEqual(figures);
  expect(core.logged).toEqual([]);
  core.close();
});
