import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract, type Change } from '../../shared/contract.ts';
import type { ErrorCode, Reply } from '../../shared/reply.ts';
import { inProcess, overHttp, throughElectron, type Carrier } from './carriers.ts';

/** A request id by number, so that a later call can repeat an earlier one. */
const id = (number: number): string => `01940000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const LONG = 'x'.repeat(10_000);

type Replies = readonly Reply<unknown>[];
type Call = {
  readonly name: string;
  /** Sent as it is; a function is asked for what to send. */
  readonly input: unknown;
  readonly gives: 'ok' | ErrorCode;
};
const ok = (name: string, input: Call['input'] = {}): Call => ({ name, input, gives: 'ok' });
const refused = (gives: ErrorCode, name: string, input: Call['input'] = {}): Call => ({ name, input, gives });

/** The action that the last change before this call left on top of a stack. */
const top = (replies: Replies, stack: 'undo' | 'redo'): number => {
  const changes = replies.flatMap((reply) => (reply.ok && isChange(reply.value) ? [reply.value] : []));
  return changes.at(-1)!.history[stack]!.action;
};
const isChange = (value: unknown): value is Change =>
  typeof value === 'object' && value !== null && 'action' in value;
const undo = (request: number): Call =>
  ok('history.undo', (replies: Replies) => ({ request: id(request), action: top(replies, 'undo') }));
const redo = (request: number): Call =>
  ok('history.redo', (replies: Replies) => ({ request: id(request), action: top(replies, 'redo') }));
const tick = (request: number, topic: string): Call =>
  ok('topics.setStatus', { request: id(request), topic, status: 'done' });

/** One history on one file: every call sees what those before it left behind. */
const calls: readonly Call[] = [
  // An untouched file
  ok('app.read'),
  ok('today.read'),
  ok('roles.list'),
  ok('roles.read', { role: 'api-developer' }),
  ok('roles.ledger', { role: 'api-developer', bar: 'covered' }),
  ok('roles.ledger', { role: 'api-developer', bar: 'fresh' }),
  ok('targets.list'),
  ok('skills.categories'),
  ok('skills.list', { category: 'languages' }),
  ok('skills.list', { category: 'languages', offset: 2, limit: 3 }),
  ok('skills.list', { category: 'languages', offset: 10_000 }),
  ok('skills.read', { skill: 'git' }),
  ok('topics.list', { skill: 'git' }),
  ok('topics.list', { skill: 'git', offset: 1, limit: 2 }),

  // Changes, and the same change asked for again
  ok('targets.set', {
    request: id(1),
    targets: [
      { role: 'database-developer', date: '2027-05-31' },
      { role: 'api-developer', date: null },
    ],
  }),
  ok('targets.set', { request: id(1), targets: [] }),
  ok('targets.list'),
  tick(2, 'git.01'),
  tick(2, 'git.02'),
  tick(3, 'git.01'),
  tick(4, 'http-protocol.01'),
  ok('topics.setStatus', { request: id(5), topic: 'git.01', status: 'revise' }),
  ok('topics.setStatus', {
    request: id(6),
    topic: 'git.02',
    status: 'skipped',
    reason: '  Not here — ça, 日本, 🙂  ',
  }),
  ok('topics.setStatus', { request: id(7), topic: 'git.03', status: 'learning', reason: null }),
  ok('skills.know', { request: id(8), skill: 'sql-querying', level: 2 }),
  ok('skills.know', { request: id(8), skill: 'sql-querying', level: null }),
  ok('skills.know', { request: id(9), skill: 'python', level: null }),
  ok('groups.fix', { request: id(10), group: 'server-language', skill: 'go' }),
  ok('groups.fix', { request: id(11), group: 'server-language', skill: 'go' }),
  ok('roles.read', { role: 'api-developer' }),
  ok('roles.ledger', { role: 'api-developer', bar: 'covered' }),
  ok('roles.ledger', { role: 'database-developer', bar: 'proven' }),
  ok('roles.ledger', { role: 'api-developer', bar: 'fresh' }),
  ok('groups.fix', { request: id(12), group: 'server-language', skill: null }),
  ok('settings.set', { theme: 'dark', textSize: 140 }),
  ok('settings.set', {}),
  ok('settings.set', { welcomed: true }),
  ok('today.read'),
  ok('app.read'),

  // Undo and redo
  undo(20),
  undo(21),
  redo(22),
  undo(23),
  undo(24),
  refused('conflict', 'history.undo', { request: id(25), action: 1 }),
  refused('conflict', 'history.redo', { request: id(26), action: 1 }),
  refused('conflict', 'history.undo', { request: id(27), action: 1_000_000 }),
  ok('history.undo', { request: id(20), action: 1 }),
  tick(28, 'git.07'),
  refused('conflict', 'history.redo', { request: id(29), action: 1 }),
  ok('app.read'),

  // Refused: nothing of this kind
  refused('not_found', 'roles.read', { role: 'astronaut' }),
  refused('not_found', 'roles.ledger', { role: 'astronaut', bar: 'covered' }),
  refused('not_found', 'skills.read', { skill: 'juggling' }),
  refused('not_found', 'skills.list', { category: 'nothing' }),
  refused('not_found', 'topics.list', { skill: '__proto__' }),
  refused('not_found', 'topics.setStatus', { request: id(30), topic: 'git.99', status: 'done' }),
  refused('not_found', 'skills.know', { request: id(31), skill: 'juggling', level: null }),
  refused('not_found', 'groups.fix', { request: id(32), group: 'nothing', skill: null }),
  refused('not_found', 'targets.set', { request: id(33), targets: [{ role: 'astronaut', date: null }] }),

  // Refused: against the rules
  refused('invalid', 'topics.setStatus', { request: id(40), topic: 'git.05', status: 'revise' }),
  refused('invalid', 'topics.setStatus', { request: id(41), topic: 'git.05', status: 'skipped' }),
  refused('invalid', 'topics.setStatus', {
    request: id(42),
    topic: 'git.05',
    status: 'skipped',
    reason: '   ',
  }),
  refused('invalid', 'topics.setStatus', {
    request: id(43),
    topic: 'git.05',
    status: 'done',
    reason: 'because',
  }),
  refused('invalid', 'topics.setStatus', {
    request: id(44),
    topic: 'git.05',
    status: 'skipped',
    reason: LONG,
  }),
  refused('invalid', 'groups.fix', { request: id(45), group: 'server-language', skill: 'git' }),
  refused('invalid', 'targets.set', {
    request: id(46),
    targets: [
      { role: 'api-developer', date: null },
      { role: 'api-developer', date: null },
    ],
  }),
  refused('invalid', 'targets.set', {
    request: id(47),
    targets: [{ role: 'api-developer', date: '2027-02-30' }],
  }),

  // Refused: no such call, no such input
  refused('invalid', 'nothing.read'),
  refused('invalid', ''),
  refused('invalid', 'toString'),
  refused('invalid', '__proto__'),
  refused('invalid', 'constructor'),
  refused('invalid', 'hasOwnProperty'),
  refused('invalid', 'host.pickFolder'),
  refused('invalid', LONG),
  refused('invalid', 'app.read', () => undefined),
  refused('invalid', 'app.read', null),
  refused('invalid', 'app.read', []),
  refused('invalid', 'app.read', 'today'),
  refused('invalid', 'app.read', { extra: 1 }),
  refused('invalid', 'app.read', JSON.parse('{"__proto__":1}')),
  refused('invalid', 'roles.read', {}),
  refused('invalid', 'roles.read', { role: '' }),
  refused('invalid', 'roles.read', { role: 7 }),
  refused('invalid', 'roles.read', { role: LONG }),
  refused('not_found', 'roles.read', { role: '\ud800' }),
  refused('not_found', 'roles.read', { role: 'api-developer\u0000' }),
  refused('invalid', 'roles.ledger', { role: 'api-developer', bar: 'shiny' }),
  refused('invalid', 'topics.list', { skill: 'git', offset: -1 }),
  refused('invalid', 'topics.list', { skill: 'git', limit: 0 }),
  refused('invalid', 'topics.list', { skill: 'git', limit: 201 }),
  refused('invalid', 'topics.list', { skill: 'git', offset: 1e308 }),
  refused('invalid', 'topics.setStatus', { topic: 'git.05', status: 'done' }),
  refused('invalid', 'topics.setStatus', { request: 'once', topic: 'git.05', status: 'done' }),
  refused('invalid', 'topics.setStatus', {
    request: '8f14e45f-ceea-467f-a0e6-6b1f2f6b2f6b',
    topic: 'git.05',
    status: 'done',
  }),
  refused('invalid', 'topics.setStatus', { request: id(50), topic: 'git.05', status: 'finished' }),
  refused('invalid', 'skills.know', { request: id(51), skill: 'git', level: 5 }),
  refused('invalid', 'history.undo', { request: id(52), action: 0 }),
  refused('invalid', 'history.undo', { request: id(53), action: '1' }),
  refused('invalid', 'settings.set', { theme: 'pink' }),
  refused('invalid', 'settings.set', { textSize: 95 }),
  refused('invalid', 'settings.set', { theme: 'light', extra: true }),
  refused('invalid', 'targets.set', {
    request: id(54),
    targets: Array.from({ length: 51 }, () => ({ role: 'api-developer', date: null })),
  }),

  // None of the refusals left a trace
  ok('app.read'),
  ok('topics.list', { skill: 'git' }),
];

const carriers = { inProcess, overHttp, throughElectron };
type Way = keyof typeof carriers;

const folders: string[] = [];
const replies = {} as Record<Way, Reply<unknown>[]>;

/** The path of the data file is the one thing that differs between two runs on one day. */
const withoutPath = (reply: Reply<unknown>): Reply<unknown> =>
  reply.ok && typeof reply.value === 'object' && reply.value !== null && 'file' in reply.value
    ? { ok: true, value: { ...reply.value, file: 'groundwork.db' } }
    : reply;

const runAll = async (open: (dataDir: string) => Promise<Carrier>): Promise<Reply<unknown>[]> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'groundwork-conformance-'));
  folders.push(dataDir);
  const carrier = await open(dataDir);
  const got: Reply<unknown>[] = [];
  for (const { name, input } of calls) {
    const reply = await carrier.call(
      name,
      typeof input === 'function' ? (input as (replies: Replies) => unknown)(got) : input,
    );
    got.push(withoutPath(reply));
  }
  await carrier.close();
  return got;
};

beforeAll(async () => {
  for (const way of Object.keys(carriers) as Way[]) replies[way] = await runAll(carriers[way]);
}, 60_000);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('every carrier gives the same answer', () => {
  test.each(
    calls.map((call, index) => ({
      ...call,
      index,
      title: `${call.gives}: ${call.name.slice(0, 40)} (${index})`,
    })),
  )('$title', ({ gives, index }) => {
    const reply = replies.inProcess[index]!;
    expect(reply.ok ? 'ok' : reply.error.code, reply.ok ? '' : reply.error.message).toBe(gives);
    expect(replies.overHttp[index]).toStrictEqual(reply);
    expect(replies.throughElectron[index]).toStrictEqual(reply);
  });

  test('to every procedure of the contract', () => {
    expect(
      Object.keys(contract).filter(
        (name) => !calls.some((call) => call.name === name && call.gives === 'ok'),
      ),
    ).toEqual([]);
    expect(
      Object.keys(contract).filter(
        (name) => !calls.some((call) => call.name === name && call.gives !== 'ok'),
      ),
    ).toEqual(['today.read', 'roles.list', 'targets.list', 'skills.categories']);
  });

  test('and a refusal is a sentence for a person, with no word from inside', () => {
    for (const reply of replies.inProcess) {
      if (reply.ok) continue;
      expect(reply.error.message).toMatch(/^["A-Z].*\.$/s);
      expect(reply.error.message).not.toMatch(/SQLITE|node_modules|Zod|\bat \//);
    }
  });
});
