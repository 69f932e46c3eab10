import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract, type Change } from '../../shared/contract.ts';
import type { ErrorCode, Reply } from '../../shared/reply.ts';
import { inProcess, overHttp, throughElectron, type Carrier } from './carriers.ts';
import { assertionJson } from '../helpers/badges.ts';

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

/** The id that the last command before this call gave to what it made. */
const made = (replies: Replies): string =>
  replies
    .flatMap((reply) =>
      reply.ok && isChange(reply.value) && 'id' in reply.value ? [String(reply.value.id)] : [],
    )
    .at(-1)!;
/** The same, of one kind. */
const madeAs =
  (kind: string) =>
  (replies: Replies): string =>
    replies
      .flatMap((reply) =>
        reply.ok && isChange(reply.value) && 'id' in reply.value ? [String(reply.value.id)] : [],
      )
      .findLast((key) => key.startsWith(`${kind}-`))!;
/** A field of the last answer that has it, such as the id of a job. */
const last = (replies: Replies, field: 'job' | 'upload'): string =>
  replies
    .flatMap((reply) => (reply.ok && Object.hasOwn(reply.value as object, field) ? [reply.value] : []))
    .map((value) => String((value as Record<string, unknown>)[field]))
    .at(-1)!;
/** Sends `input` with what the replies so far give for the fields in `from`. */
const withIds =
  (input: object, from: Readonly<Record<string, (replies: Replies) => string>>) =>
  (replies: Replies): unknown => ({
    ...input,
    ...Object.fromEntries(Object.entries(from).map(([field, find]) => [field, find(replies)])),
  });
const job = (replies: Replies): string => last(replies, 'job');
const firstReference = (replies: Replies): string =>
  replies
    .flatMap((reply) => (reply.ok && Object.hasOwn(reply.value as object, 'resources') ? [reply.value] : []))
    .map((value) => (value as { resources: readonly { url: string }[] }).resources[0]!.url)
    .at(-1)!;
/** The facts of the certification that was read last. */
const factsIn = (replies: Replies): object =>
  replies
    .flatMap((reply) => (reply.ok && Object.hasOwn(reply.value as object, 'facts') ? [reply.value] : []))
    .map((value) => (value as { facts: object }).facts)
    .at(-1)!;
const BADGE = JSON.stringify(assertionJson());
const CREDENTIAL = {
  certification: null,
  title: 'Robotics',
  issuer: 'Example Club',
  issuedOn: '2026-02-01',
  expiresOn: null,
  number: '',
  url: null,
  skills: [{ skill: 'git', level: 1 }],
};
/** The head of a picture, which is all that is looked at. */
const PNG = Uint8Array.from(Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex'));
/** A folder with a small repository's names in it. */
const FOLDER = mkdtempSync(join(tmpdir(), 'groundwork-folder-'));
writeFileSync(join(FOLDER, 'README.md'), '# Book shelf');
const JOB = {
  area: 'work',
  kind: 'exp-freelance',
  parent: null,
  title: 'A shop',
  organisation: '',
  started: '2025-01',
  ended: null,
  did: '',
  links: [],
  skills: [{ skill: 'git', level: 2 }],
  projects: [],
};
const LIST = '# A list\n\n- [x] one\n- [ ] two\n  - [ ] three\n\nprose\n';

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
  ok('topics.ids', { skill: 'git', offset: 1, limit: 3 }),
  ok('topics.place', { topic: 'git.03' }),

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
  // Choosing and planning
  ok('chooser.read'),
  ok('chooser.answer', { request: id(300), question: 'q-languages', answers: ['sql', 'go'] }),
  ok('chooser.answer', { request: id(300), question: 'q-languages', answers: ['none'] }),
  ok('chooser.answer', { request: id(301), question: 'q-pull', answers: [] }),
  ok('chooser.result'),
  ok('chooser.learn', { request: id(302), skills: ['go', 'sql-querying'] }),
  ok('chooser.start', { request: id(303) }),
  ok('chooser.read'),
  ok('roles.compare', { roles: ['api-developer', 'database-developer'] }),
  ok('targets.overlap'),
  ok('roles.forecast', { roles: ['api-developer', 'database-developer'] }),
  ok('steps.rest', { request: id(304), step: { kind: 'learn', id: 'docker' }, rest: 'week' }),
  ok('steps.rest', { request: id(304), step: { kind: 'learn', id: 'docker' }, rest: 'none' }),
  ok('steps.list'),
  ok('radar.dismiss', { request: id(305), warning: 'no-visible-work', dismissed: true }),
  ok('routines.answer', { request: id(306), routine: 'keep-weekly', answer: 'done' }),
  ok('radar.read'),

  refused('conflict', 'history.undo', { request: id(25), action: 1 }),
  refused('conflict', 'history.redo', { request: id(26), action: 1 }),
  refused('conflict', 'history.undo', { request: id(27), action: 1_000_000 }),
  ok('history.undo', { request: id(20), action: 1 }),
  tick(28, 'git.07'),
  refused('conflict', 'history.redo', { request: id(29), action: 1 }),
  ok('app.read'),

  // Content of the person's own
  ok('categories.create', { request: id(100), title: 'Mine' }),
  ok('categories.create', { request: id(100), title: 'Mine' }),
  ok('skills.create', withIds({ request: id(101), name: 'Tables' }, { category: made })),
  ok(
    'topics.create',
    withIds({ request: id(102), text: 'A **bold** [link](https://example.org/)' }, { skill: made }),
  ),
  ok('topics.create', { request: id(103), skill: 'git', text: 'above', level: 2 }),
  ok('topics.setLevel', (replies: Replies) => ({ request: id(151), topics: [made(replies)], level: 3 })),
  ok('topics.create', withIds({ request: id(104), skill: 'git', text: 'below' }, { parent: made })),
  ok('topics.edit', withIds({ request: id(105), text: 'below, again' }, { topic: made })),
  ok('topics.setStatus', withIds({ request: id(106), status: 'done' }, { topic: made })),
  ok('topics.setStatuses', { request: id(107), topics: ['git.05', 'git.06'], status: 'learning' }),
  ok('topics.move', (replies: Replies) => ({
    request: id(108),
    topics: [made(replies)],
    parent: null,
    after: null,
  })),
  ok('topics.remove', (replies: Replies) => ({ request: id(109), topics: [made(replies)] })),
  ok('topics.list', { skill: 'git', skipped: true }),
  ok('skills.personalise', { request: id(110), skill: 'git', name: 'Versions', aliases: ['vcs'] }),
  ok('skills.knowMany', { request: id(111), skills: [{ skill: 'webhooks', level: 1 }] }),
  ok('categories.know', { request: id(112), category: 'databases' }),
  ok('notes.set', { request: id(113), kind: 'skill', id: 'git', text: '**note** with 日本\n' }),
  ok('notes.read', { kind: 'skill', id: 'git' }),
  ok('references.set', (replies: Replies) => ({
    request: id(114),
    skill: 'git',
    url: firstReference(replies),
    read: true,
  })),
  ok('resources.save', {
    request: id(115),
    resource: null,
    skill: 'git',
    title: 'A book',
    url: 'https://example.org/book',
    kind: 'book',
  }),
  ok('resources.setRead', withIds({ request: id(116), read: true }, { resource: made })),
  ok('resources.remove', withIds({ request: id(117) }, { resource: made })),
  ok('evidence.save', {
    request: id(118),
    evidence: null,
    skill: 'git',
    title: 'A talk',
    url: null,
    level: 2,
    date: '2026-01-31',
  }),
  ok('evidence.remove', withIds({ request: id(119) }, { evidence: made })),
  ok('reviews.answer', { request: id(120), skill: 'python', answer: { kind: 'known' } }),
  ok('reviews.list'),
  ok('groups.save', { request: id(121), group: null, title: 'One of two', note: '', members: ['git', 'go'] }),
  ok('groups.list'),
  ok('groups.remove', withIds({ request: id(122) }, { group: made })),
  ok('roles.save', {
    request: id(123),
    role: null,
    base: 'api-developer',
    title: 'My API role',
    summary: '',
    lines: [{ change: 'removed', need: { kind: 'skill', id: 'git' } }],
  }),
  ok('roles.read', withIds({}, { role: made })),
  ok('roles.fork', { role: 'api-developer' }),
  ok('history.list', withIds({ kind: 'role' }, { id: made })),
  ok('roles.remove', withIds({ request: id(124) }, { role: made })),
  ok('history.list', { kind: 'skill', id: 'git', limit: 5 }),
  ok('history.revert', { request: id(125), action: 4 }),
  ok('skills.names'),
  ok('skills.list', { category: 'databases', filter: { status: 'done', hasNote: true } }),
  ok('filters.save', { request: id(126), name: 'Mine', filter: { own: true } }),
  ok('filters.rename', { request: id(127), name: 'Mine', to: 'Own' }),
  ok('filters.list'),
  ok('filters.remove', { request: id(128), name: 'Own' }),
  ok('search.find', { text: 'branc' }),
  ok('search.find', { text: 'posgres' }),

  // A list, brought and taken away
  ok('upload', LIST),
  ok(
    'jobs.start',
    withIds(
      { kind: 'read-list', fileName: 'a.md', category: null, takeLookalikes: false },
      {
        upload: (replies) => last(replies, 'upload'),
      },
    ),
  ),
  ok('jobs.read', withIds({}, { job })),
  ok('lists.summary', withIds({}, { job })),
  ok('lists.preview', withIds({ limit: 3 }, { job })),
  ok(
    'lists.apply',
    withIds(
      { request: id(130), title: 'A list', level: 1, joined: [], keepLeftOut: true, removed: 'keep' },
      { job },
    ),
  ),
  ok('lists.list'),
  ok('lists.export', withIds({}, { category: made })),
  ok('categories.edit', withIds({ request: id(131), title: 'Another name' }, { category: made })),
  ok('categories.remove', withIds({ request: id(132) }, { category: made })),
  ok('jobs.cancel', withIds({}, { job })),
  ok('skills.create', { request: id(133), category: 'databases', name: 'Mine too' }),
  ok(
    'skills.edit',
    withIds(
      {
        request: id(134),
        category: 'databases',
        name: 'Mine as well',
        description: '',
        estimatedHours: 3,
      },
      { skill: made },
    ),
  ),
  ok('skills.remove', withIds({ request: id(135) }, { skill: made })),

  // Certifications
  ok('certifications.list'),
  ok('certifications.read', { certification: 'aws-developer-associate' }),
  ok('certifications.save', (replies: Replies) => ({
    request: id(140),
    certification: null,
    facts: { ...factsIn(replies), name: 'My exam' },
  })),
  ok('certifications.reset', withIds({ request: id(141) }, { certification: made })),
  ok('certifications.plan', {
    request: id(142),
    certification: 'microsoft-azure-developer',
    plan: {
      status: 'studying',
      exam: { local: '2031-10-26T02:30', zone: 'Europe/Berlin', later: true },
      online: true,
      place: '',
      hoursPerWeek: null,
      studyHours: 20,
    },
  }),
  ok('objectives.rate', {
    request: id(143),
    certification: 'microsoft-azure-developer',
    domain: 'security',
    confidence: 2,
  }),
  ok('objectives.link', {
    request: id(144),
    certification: 'microsoft-azure-developer',
    domain: 'security',
    skills: ['git'],
  }),
  ok('certifications.read', { certification: 'microsoft-azure-developer' }),
  ok('certifications.ahead'),
  ok('calendar.export', { exams: true, study: true, renewals: true, reviews: true }),
  ok('certifications.move', { request: id(145), certification: 'microsoft-azure-developer' }),
  ok('results.save', {
    request: id(146),
    result: null,
    certification: 'cka',
    kind: 'attempt',
    takenOn: '2026-01-31',
    title: '',
    score: 70,
    domains: {},
    outcome: 'passed',
    resultOn: null,
    earn: true,
  }),
  ok('results.remove', withIds({ request: id(147) }, { result: made })),
  ok('upload', BADGE),
  ok(
    'jobs.start',
    withIds({ kind: 'read-badge', fileName: 'a.json' }, { upload: (all) => last(all, 'upload') }),
  ),
  ok('jobs.read', withIds({}, { job })),
  ok('badges.read', withIds({}, { job })),
  ok('badges.keep', withIds({ request: id(148), badge: 0, ...CREDENTIAL }, { job })),
  ok('credentials.list'),
  ok('credentials.file', withIds({}, { credential: made })),
  ok('credentials.save', withIds({ request: id(149), ...CREDENTIAL, number: 'A 1' }, { credential: made })),
  ok('credentials.remove', withIds({ request: id(150) }, { credential: made })),

  // The file as a whole
  ok('catalogue.news'),
  ok('jobs.start', { kind: 'backup-for-catalogue' }),
  ok('jobs.read', withIds({}, { job })),
  refused('conflict', 'catalogue.take', withIds({}, { job })),
  ok('app.tryWriting'),
  ok('topics.ids', { skill: 'git', offset: 0, limit: 3 }),
  ok('topics.place', { topic: 'git.01' }),
  ok('jobs.start', { kind: 'backup', reason: 'by-hand' }),
  ok('jobs.read', withIds({}, { job })),
  ok('backups.list'),
  ok('jobs.start', { kind: 'check-health' }),
  ok('jobs.read', withIds({}, { job })),
  ok('backups.health', withIds({}, { job })),
  ok('jobs.start', { kind: 'export', format: 'skills' }),
  ok('jobs.read', withIds({}, { job })),
  ok('exports.read', withIds({ offset: 0 }, { job })),
  // The past
  ok('insights.role', { role: 'api-developer', weeks: 26 }),
  ok('insights.categories', { weeks: null }),
  ok('insights.days'),
  ok('past.read', { date: '2026-01-01' }),
  // The way, and what is read
  ok('journey.read', { role: null }),
  ok('marks.set', { request: id(9_001), mark: 'duty.common.01', done: { on: '2026-01-01', link: null } }),
  ok('reading.list', { sections: ['claims', 'terms'] }),
  ok('market.read', { role: 'api-developer' }),
  ok('market.set', { request: id(9_002), role: 'api-developer', region: 'Here', salary: '', demand: '' }),
  // Projects and experience
  ok('projects.templates'),
  ok('projects.create', {
    request: id(9_100),
    template: 'crud-rest-api',
    title: 'Book shelf',
    kind: 'personal',
    chosen: [{ group: 'server-language', skill: 'go' }],
  }),
  ok('projects.list'),
  ok('projects.read', withIds({}, { project: madeAs('project') })),
  ok('projects.edit', withIds({ request: id(9_101), tags: ['mine'] }, { project: madeAs('project') })),
  ok(
    'projects.setSkill',
    withIds({ request: id(9_102), skill: 'git', level: 1 }, { project: madeAs('project') }),
  ),
  ok('projects.addItem', withIds({ request: id(9_103), text: 'A demo' }, { project: madeAs('project') })),
  ok('projects.setItem', withIds({ request: id(9_104), ticked: true }, { item: made })),
  ok('projects.removeItem', withIds({ request: id(9_105) }, { item: made })),
  ok('upload', PNG),
  ok(
    'projects.addPicture',
    withIds(
      { request: id(9_106), caption: 'Start' },
      { project: madeAs('project'), upload: (all) => last(all, 'upload') },
    ),
  ),
  ok('projects.picture', withIds({}, { picture: made })),
  ok('projects.editPicture', withIds({ request: id(9_107), caption: 'The start' }, { picture: made })),
  ok('projects.removePicture', withIds({ request: id(9_108) }, { picture: made })),
  ok('jobs.start', { kind: 'look-at-folder', path: FOLDER }),
  ok('jobs.read', withIds({}, { job })),
  ok('projects.look', withIds({}, { project: madeAs('project'), job })),
  ok(
    'projects.move',
    withIds({ request: id(9_109), status: 'shipped', before: null }, { project: madeAs('project') }),
  ),
  ok('experience.save', { request: id(9_110), experience: null, ...JOB }),
  ok('experience.list'),
  ok('portfolio.read'),
  ok('portfolio.choose', { request: id(9_113), name: 'Ada', headline: 'Backend', notes: true }),
  ok('portfolio.chosen'),
  ok('portfolio.export', { format: 'markdown', name: '', headline: '' }),
  ok('portfolio.export', { format: 'html', name: 'Ada', headline: 'Backend' }),
  ok('experience.remove', withIds({ request: id(9_111) }, { experience: made })),
  ok('projects.remove', withIds({ request: id(9_112) }, { project: madeAs('project') })),
  ok('sample.enter'),
  ok('today.read'),
  ok('sample.leave'),
  ok('app.read'),

  // Refused: what no procedure knows
  ...Object.keys(contract).map((name) => refused('invalid', name, { extra: 1 })),

  // Refused: nothing of this kind
  refused('not_found', 'roles.read', { role: 'astronaut' }),
  refused('not_found', 'journey.read', { role: 'astronaut' }),
  refused('not_found', 'market.read', { role: 'astronaut' }),
  refused('not_found', 'marks.set', { request: id(9_003), mark: 'nothing', done: null }),
  refused('not_found', 'insights.role', { role: 'astronaut', weeks: 26 }),
  refused('not_found', 'past.read', { date: '2999-01-01' }),
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

  refused('invalid', 'chooser.read', { all: true }),
  refused('not_found', 'chooser.answer', { request: id(320), question: 'q-none', answers: [] }),
  refused('invalid', 'chooser.answer', { request: id(321), question: 'q-pull', answers: ['data', 'logic'] }),
  refused('invalid', 'chooser.start', {}),
  refused('invalid', 'chooser.result', { role: 'api-developer' }),
  refused('invalid', 'chooser.learn', { request: id(322), skills: ['git'] }),
  refused('invalid', 'roles.compare', { roles: [] }),
  refused('not_found', 'roles.compare', { roles: ['no-role'] }),
  refused('invalid', 'targets.overlap', { roles: [] }),
  refused('not_found', 'roles.forecast', { roles: ['no-role'] }),
  refused('invalid', 'steps.list', { limit: 5 }),
  refused('not_found', 'steps.rest', {
    request: id(323),
    step: { kind: 'choose', id: 'none' },
    rest: 'week',
  }),
  refused('invalid', 'radar.read', { all: true }),
  refused('not_found', 'radar.dismiss', { request: id(324), warning: 'none', dismissed: true }),
  refused('not_found', 'routines.answer', { request: id(325), routine: 'none', answer: 'done' }),

  // None of the refusals left a trace
  ok('app.read'),
  ok('topics.list', { skill: 'git' }),
];

const carriers = { inProcess, overHttp, throughElectron };
type Way = keyof typeof carriers;

const folders: string[] = [FOLDER];
const replies = {} as Record<Way, Reply<unknown>[]>;

/** What differs between two runs on one day: the path of the data file, ids made by chance, how far a job had come. */
const chance: Readonly<Record<string, unknown>> = {
  file: 'groundwork.db',
  job: 'job',
  upload: 'upload',
  done: 0,
  total: 0,
};
const withoutChance = (name: string, reply: Reply<unknown>): Reply<unknown> => {
  if (!reply.ok) return reply;
  if (name === 'history.list') {
    const value = reply.value as { readonly entries: readonly object[] };
    return { ok: true, value: { ...value, entries: value.entries.map((entry) => ({ ...entry, at: 0 })) } };
  }
  if (name.startsWith('backups.')) {
    // Names and times of copies, and rows of caches, are of the moment.
    const { backups, sound } = reply.value as { readonly backups: object; readonly sound?: boolean };
    return { ok: true, value: { backups: Object.keys(backups).length, sound } };
  }
  if (name === 'calendar.export') {
    const value = reply.value as { readonly text: string };
    return { ok: true, value: { ...value, text: value.text.replaceAll(/^DTSTAMP:.*$/gm, '') } };
  }
  if (!/^(app\.read|jobs\.|upload)/.test(name)) return reply;
  const known = Object.entries(reply.value as object).map(([key, value]) => [
    key,
    Object.hasOwn(chance, key) ? chance[key] : value,
  ]);
  return { ok: true, value: Object.fromEntries(known) };
};

/** A job is asked after until it is over. */
const ask = async (carrier: Carrier, name: string, input: unknown): Promise<Reply<unknown>> => {
  if (name === 'upload') {
    return carrier.upload(
      input instanceof Uint8Array ? Uint8Array.from(input) : new TextEncoder().encode(String(input)),
    );
  }
  const reply = await carrier.call(name, input);
  const isRunning =
    name === 'jobs.read' && reply.ok && (reply.value as { state: string }).state === 'running';
  if (!isRunning) return reply;
  await new Promise((wait) => setTimeout(wait, 20));
  return ask(carrier, name, input);
};

const runAll = async (open: (dataDir: string) => Promise<Carrier>): Promise<Reply<unknown>[]> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'groundwork-conformance-'));
  folders.push(dataDir);
  const carrier = await open(dataDir);
  const got: Reply<unknown>[] = [];
  for (const { name, input } of calls) {
    const sent = typeof input === 'function' ? (input as (replies: Replies) => unknown)(got) : input;
    got.push(await ask(carrier, name, sent));
  }
  await carrier.close();
  return got.map((reply, index) => withoutChance(calls[index]!.name, reply));
};

beforeAll(async () => {
  for (const way of Object.keys(carriers) as Way[]) replies[way] = await runAll(carriers[way]);
}, 180_000);
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
      // The catalogue of a new file is the newest one, so there is none to take. Whatever takes the place of the file names a copy
      // by the moment at which it was made: test/main/backups.test.ts and portable.test.ts show those.
    ).toEqual(['catalogue.take', 'backups.preview', 'backups.restore', 'files.preview', 'files.apply']);
    expect(
      Object.keys(contract).filter(
        (name) => !calls.some((call) => call.name === name && call.gives !== 'ok'),
      ),
    ).toEqual([]);
  });

  test('and a refusal is a sentence for a person, with no word from inside', () => {
    for (const reply of replies.inProcess) {
      if (reply.ok) continue;
      expect(reply.error.message).toMatch(/^["A-Z].*\.$/s);
      expect(reply.error.message).not.toMatch(/SQLITE|node_modules|Zod|\bat \//);
    }
  });
});
