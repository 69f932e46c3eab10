import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Input, Output } from '../../shared/contract.ts';
import type { CatalogueDraft } from '../data/catalogue/real-catalogue.ts';
import { assertionJson, baked, credentialJson, jwtOf, pngOf, signers } from '../helpers/badges.ts';
import { shipCatalogue } from '../helpers/catalogues.ts';
import { dumpState, freshFile, onFile } from '../helpers/data-file.ts';
import { lintCalendar, readCalendar } from '../helpers/ics.ts';
import { uploadTo } from '../helpers/lists.ts';
import { newRequest, openCore, tempDir, testClock, type TestCore } from '../helpers/test-core.ts';

const request = newRequest;
const AWS = 'aws-developer-associate';
const AZURE = 'microsoft-azure-developer';
const GOOGLE = 'google-professional-cloud-developer';

const read = (core: TestCore, certification = AWS): Output<'certifications.read'> =>
  core.call('certifications.read', { certification });
const row = (core: TestCore, id = AWS): Output<'certifications.list'>['certifications'][number] =>
  core.call('certifications.list', {}).certifications.find((one) => one.id === id)!;
const undo = (core: TestCore): void =>
  void core.call('history.undo', {
    request: request(),
    action: core.call('app.read', {}).history.undo!.action,
  });
const message = (core: TestCore, name: string, input: object): string => {
  const reply = core.ask(name, { request: request(), ...input });
  return reply.ok ? 'accepted' : `${reply.error.code}: ${reply.error.message}`;
};

const plan = (other: Partial<Output<'certifications.read'>['plan'] & object> = {}) => ({
  status: 'studying' as const,
  exam: { local: '2026-12-22T09:00', zone: 'Europe/Berlin', later: false },
  online: false,
  place: 'Berlin',
  hoursPerWeek: 8,
  studyHours: 40,
  ...other,
});
const setPlan = (core: TestCore, other: Parameters<typeof plan>[0] = {}, certification = AWS): void =>
  void core.call('certifications.plan', { request: request(), certification, plan: plan(other) });
const rate = (
  core: TestCore,
  domain: string,
  confidence: 0 | 1 | 2 | 3 | 4 | null,
  certification = AWS,
): void => void core.call('objectives.rate', { request: request(), certification, domain, confidence });
const result = (core: TestCore, other: Partial<Input<'results.save'>> = {}) =>
  core.call('results.save', {
    request: request(),
    result: null,
    certification: AWS,
    kind: 'practice',
    takenOn: '2026-11-20',
    title: 'Mock 1',
    score: 61,
    domains: {},
    outcome: null,
    resultOn: null,
    ...other,
  });
const pass = (core: TestCore, certification = AWS, takenOn = '2026-11-24') =>
  result(core, {
    certification,
    kind: 'attempt',
    takenOn,
    score: 801,
    outcome: 'passed',
    resultOn: takenOn,
    title: '',
    earn: true,
  });

describe('the catalogue of certifications', () => {
  test('shows 25, with what stands behind each fact', () => {
    const core = openCore();
    const { certifications } = core.call('certifications.list', {});
    expect(certifications).toHaveLength(25);
    expect(read(core)).toMatchObject({
      facts: {
        code: 'DVA-C02',
        weightsKind: 'exact',
        durationMinutes: 130,
        questionsNote: '50 count; 15 questions do not count',
      },
      proofs: { domains: 'secondary', validityMonths: 'official' },
      checkedOn: '2026-11-20',
      weightSum: 100,
      objectives: [
        { id: 'development', weight: 32, gain: 32, confidence: null },
        { id: 'security', weight: 26 },
        { id: 'deployment', weight: 24 },
        { id: 'troubleshooting', weight: 18 },
      ],
    });
    expect(read(core, 'oracle-java-se-25')).toMatchObject({
      facts: { costUsd: null, weightsKind: 'none' },
      unverified: ['costUsd', 'validityMonths', 'renewal'],
      weightSum: null,
    });
  });

  test('a fact is corrected, said to be the person’s, and taken back; what equals the catalogue is no correction', () => {
    const core = openCore();
    const { facts } = read(core, 'oracle-java-se-25');
    const save = (other: Partial<typeof facts>) =>
      core.call('certifications.save', {
        request: request(),
        certification: 'oracle-java-se-25',
        facts: { ...facts, ...other },
      });
    save({ costUsd: 245 });
    expect(read(core, 'oracle-java-se-25')).toMatchObject({
      facts: { costUsd: 245, code: '1Z0-831' },
      corrected: ['costUsd'],
      proofs: { costUsd: 'yours', durationMinutes: 'official' },
      unverified: ['validityMonths', 'renewal'],
    });
    expect(row(core, 'oracle-java-se-25').corrected).toBe(true);
    expect(save({ costUsd: 245 }).action).toBe(0);
    undo(core);
    expect(read(core, 'oracle-java-se-25').corrected).toEqual([]);
    save({ costUsd: 245 });
    save({});
    expect(read(core, 'oracle-java-se-25').corrected).toEqual([]);
  });

  test('one of the person’s own is made, changed, removed and brought back', () => {
    const core = openCore();
    const { facts } = read(core);
    const own = {
      ...facts,
      name: 'Guild exam',
      issuer: 'The guild',
      replacedBy: null,
      domains: [{ id: 'one', name: 'All of it', low: null, high: null, note: '', skills: ['git'] }],
      skills: ['git'],
    };
    const { id } = core.call('certifications.save', { request: request(), certification: null, facts: own });
    expect(row(core, id)).toMatchObject({ name: 'Guild exam', own: true, plan: null });
    setPlan(core, {}, id);
    rate(core, 'one', 3, id);
    expect(read(core, id)).toMatchObject({
      readiness: 75,
      objectives: [{ skills: [{ id: 'git', own: false }] }],
    });
    core.call('certifications.reset', { request: request(), certification: id });
    expect(message(core, 'certifications.read', { certification: id })).toContain('invalid');
    expect(core.ask('certifications.read', { certification: id })).toMatchObject({
      error: { code: 'not_found' },
    });
    undo(core);
    expect(row(core, id).name).toBe('Guild exam');
  });

  test.each([
    [
      'weights that add up to 90 are taken, in proportion',
      [
        ['a', 60, 60],
        ['b', 30, 30],
      ],
      90,
      [66.7, 33.3],
    ],
    [
      'a range is taken by its middle',
      [
        ['a', 40, 60],
        ['b', 50, 50],
      ],
      100,
      [50, 50],
    ],
  ] as const)('%s', (_name, weights, sum, shares) => {
    const core = openCore();
    const { facts } = read(core);
    const domains = weights.map(([id, low, high]) => ({ id, name: id, low, high, note: '', skills: [] }));
    core.call('certifications.save', {
      request: request(),
      certification: AWS,
      facts: { ...facts, domains },
    });
    const { weightSum, objectives } = read(core);
    expect(weightSum).toBe(sum);
    expect(objectives.map(({ weight }) => Math.round(weight * 10) / 10)).toEqual(shares);
  });

  test.each([
    [
      'a range upside down',
      { domains: [{ id: 'a', name: 'A', low: 50, high: 20, note: '', skills: [] }] },
      'goes from 50 down to 20',
    ],
    [
      'two equal parts',
      { domains: [1, 2].map(() => ({ id: 'a', name: 'A', low: 50, high: 50, note: '', skills: [] })) },
      'Two parts',
    ],
    ['valid for ever and for a year', { neverExpires: true, validityMonths: 12 }, 'both never expire'],
    ['its own successor', { replacedBy: AWS }, 'its own place'],
    ['a successor that does not exist', { replacedBy: 'x' }, 'does not exist'],
    ['an address with a space', { guideUrl: 'https://example.org/a b' }, 'an address without a space'],
  ])('%s is refused in words', (_name, other, text) => {
    const core = openCore();
    expect(
      message(core, 'certifications.save', { certification: AWS, facts: { ...read(core).facts, ...other } }),
    ).toContain(text);
    expect(read(core).corrected).toEqual([]);
  });
});

describe('a plan', () => {
  test('counts down on the clock of the exam, and spreads what is left by weight and weakness', () => {
    const core = openCore();
    setPlan(core);
    expect(read(core).exam).toMatchObject({
      local: '2026-12-22T09:00',
      daysLeft: 28,
      at: Date.parse('2026-12-22T08:00:00Z'),
    });
    expect(read(core).study).toMatchObject({
      hoursNeeded: 40,
      hoursFree: 32,
      hoursShort: 8,
      kept: expect.closeTo(0.8),
      enoughPerWeek: 10,
    });
    const planned = new Set(
      read(core).study!.weeks.flatMap(({ parts }) => parts.map(({ domain }) => domain)),
    );
    expect(planned.size).toBe(read(core).objectives.length);
    rate(core, 'development', 4);
    rate(core, 'security', 2);
    expect(read(core)).toMatchObject({ readiness: 45, rated: 2 });
    expect(read(core).study).toMatchObject({ hoursNeeded: 22, hoursShort: 0, kept: 1, enoughOn: null });
    expect(read(core).study!.weeks[0]!.parts[0]!.name).toBe('Deployment');
  });

  test('is made anew as days go by, and over when the exam is', () => {
    const clock = testClock();
    const core = openCore({ clock });
    setPlan(core);
    clock.addDays(21);
    expect(read(core).study).toMatchObject({ hoursFree: 8, hoursShort: 32 });
    clock.addDays(10);
    expect(read(core)).toMatchObject({ study: null, exam: { daysLeft: -3 } });
  });

  test('a booked exam has a date; a skipped hour is none; the words say what to do', () => {
    const core = openCore();
    const said = (other: object): string =>
      message(core, 'certifications.plan', { certification: AWS, plan: { ...plan(), ...other } });
    expect(said({ status: 'booked', exam: null })).toContain('A booked exam has a date');
    expect(said({ exam: { local: '2027-03-28T02:30', zone: 'Europe/Berlin', later: false } })).toContain(
      'There is no 02:30',
    );
    expect(said({ exam: { local: '2027-02-29', zone: 'UTC', later: false } })).toContain('invalid');
    expect(said({ exam: { local: '2028-02-29', zone: 'UTC', later: false } })).toBe('accepted');
    expect(said({ exam: { local: '2026-12-01', zone: 'Nowhere', later: false } })).toContain('no time zone');
  });

  test('of a retired exam goes over to its successor in one step, and back', () => {
    const core = openCore();
    setPlan(core, { status: 'booked' }, AZURE);
    rate(core, 'security', 3, AZURE);
    const { id } = core.call('certifications.move', { request: request(), certification: AZURE });
    expect(read(core, AZURE).successor).toEqual({
      id,
      name: 'Microsoft Certified: Azure AI Cloud Developer Associate',
    });
    expect(row(core, AZURE).plan).toBe('dropped');
    expect(read(core, id).plan).toMatchObject({ status: 'studying', exam: null, hoursPerWeek: 8 });
    undo(core);
    expect(row(core, AZURE).plan).toBe('booked');
    expect(row(core, id).plan).toBeNull();
    expect(message(core, 'certifications.move', { certification: AWS })).toContain('No successor is known');
  });
});

describe('the parts of an exam', () => {
  test('show the coverage of their skills, and rating one ticks nothing', () => {
    const core = openCore();
    const topics = core.call('topics.list', { skill: 'ci-cd' }).topics.filter(({ level }) => level <= 2);
    for (const { id } of topics)
      core.call('topics.setStatus', { request: request(), topic: id, status: 'done' });
    const deployment = () => read(core).objectives.find(({ id }) => id === 'deployment')!;
    expect(deployment().skills.map(({ id, topics: count }) => [id, count.done === count.total])).toEqual([
      ['ci-cd', true],
      ['deployment-strategies', false],
    ]);
    rate(core, 'deployment', 4);
    expect(deployment()).toMatchObject({ confidence: 4, gain: 0 });
    expect(deployment().skills[1]!.topics.done).toBe(0);
    rate(core, 'deployment', null);
    expect(read(core).readiness).toBeNull();
  });

  test('the person ties skills of their own choice to a part', () => {
    const core = openCore();
    core.call('objectives.link', {
      request: request(),
      certification: AWS,
      domain: 'deployment',
      skills: ['docker', 'ci-cd'],
    });
    expect(read(core).objectives[2]!.skills.map(({ id, own }) => [id, own])).toEqual([
      ['ci-cd', false],
      ['deployment-strategies', false],
      ['docker', true],
    ]);
    undo(core);
    expect(read(core).objectives[2]!.skills).toHaveLength(2);
  });
});

describe('results', () => {
  test('of practice show the newest per part, newest first; waits are as the issuer states them', () => {
    const core = openCore();
    result(core, { domains: { security: 40, deployment: 70 } });
    result(core, { takenOn: '2026-11-22', score: 72, domains: { security: 65 } });
    expect(read(core).results.map(({ score }) => score)).toEqual([72, 61]);
    expect(read(core).objectives.map(({ practice }) => practice)).toEqual([null, 65, 70, null]);
    result(core, { certification: GOOGLE, kind: 'attempt', outcome: 'failed', score: null });
    expect(read(core, GOOGLE).retakeFrom).toBe('2026-12-04');
  });

  test.each([
    ['taken tomorrow', { takenOn: '2026-11-25' }, 'cannot lie in the future'],
    [
      'passed before it was taken',
      { kind: 'attempt', outcome: 'passed', takenOn: '2026-11-20', resultOn: '2026-11-19' },
      'older than the exam',
    ],
    ['a practice exam that was passed', { outcome: 'passed' }, 'neither passed nor failed'],
    ['120 percent', { score: 120 }, 'in percent'],
    ['no score at all', { score: null }, 'needs a score'],
    ['a part that does not exist', { domains: { x: 1 } }, 'does not exist'],
    ['29 February without one', { takenOn: '2026-02-29' }, 'invalid'],
  ])('%s is refused in words, and nothing is kept', (_name, other, text) => {
    const core = openCore();
    const input = {
      result: null,
      certification: AWS,
      kind: 'practice',
      takenOn: '2026-11-20',
      title: '',
      score: 50,
      domains: {},
      outcome: null,
      resultOn: null,
    };
    expect(message(core, 'results.save', { ...input, ...other })).toContain(text);
    expect(read(core).results).toEqual([]);
  });

  test('passing adds the credential, closes the plan and proves the skills, all in one step', () => {
    const core = openCore();
    setPlan(core, { status: 'booked' });
    core.call('targets.set', {
      request: request(),
      targets: [{ role: 'cloud-backend-engineer', date: null }],
    });
    const proven = (): number =>
      core.call('app.read', {}).roles.find(({ role }) => role === 'cloud-backend-engineer')!.proven;
    const evidence = () => core.call('skills.read', { skill: 'serverless' }).evidenceList;
    const before = proven();
    pass(core);
    expect(read(core)).toMatchObject({
      plan: { status: 'done' },
      credentials: [
        { issuedOn: '2026-11-24', expiresOn: '2029-11-24', state: 'valid', upTo: 2, daysLeft: 1096 },
      ],
    });
    expect(evidence()).toEqual([
      {
        id: expect.any(String),
        kind: 'credential',
        title: 'AWS Certified Developer - Associate',
        url: null,
        level: 2,
        date: '2026-11-24',
        certification: AWS,
        expiresOn: '2029-11-24',
      },
    ]);
    expect(proven()).toBeGreaterThan(before);
    undo(core);
    expect(read(core)).toMatchObject({ plan: { status: 'booked' }, credentials: [], results: [] });
    expect(proven()).toBe(before);
    expect(evidence()).toEqual([]);
  });

  test.each([
    ['aws-cloud-practitioner', 'cloud-fundamentals', 1],
    [AWS, 'aws', 2],
    [GOOGLE, 'grpc', 3],
    ['aws-security-specialty', 'threat-modeling', 3],
  ] as const)('%s shows %s at level %i', (certification, skill, level) => {
    const core = openCore();
    pass(core, certification);
    expect(core.call('skills.read', { skill }).evidenceList.map((one) => one.level)).toEqual([level]);
  });

  test('a credential for 29 February ends on the 28th of a year without one', () => {
    const core = openCore({ clock: testClock('2028-03-01T09:00:00Z') });
    pass(core, AWS, '2028-02-29');
    expect(read(core).credentials[0]).toMatchObject({ issuedOn: '2028-02-29', expiresOn: '2031-02-28' });
  });
});

const credential = {
  credential: null,
  certification: AWS,
  title: 'AWS Certified Developer',
  issuer: 'Amazon Web Services',
  issuedOn: '2024-01-10',
  expiresOn: '2027-01-10',
  number: 'ABC-1',
  url: 'https://aws.amazon.com/verification',
  skills: [{ skill: 'aws', level: 2 as const }],
};

describe('credentials', () => {
  test('are due for renewal in the window, then expired, and count either way', () => {
    const clock = testClock();
    const core = openCore({ clock });
    core.call('credentials.save', { request: request(), ...credential });
    expect(read(core).credentials[0]).toMatchObject({
      state: 'renewal due',
      dueFrom: '2026-10-12',
      daysLeft: 47,
      renewal: expect.stringContaining('Pass the current version again'),
    });
    clock.addDays(48);
    expect(row(core).credential).toBe('expired');
    expect(core.call('skills.read', { skill: 'aws' }).evidenceList[0]).toMatchObject({
      level: 2,
      expiresOn: '2027-01-10',
    });
  });

  test('the level that they show can be lowered, and not raised', () => {
    const core = openCore();
    const { id } = core.call('credentials.save', { request: request(), ...credential });
    core.call('credentials.save', {
      request: request(),
      ...credential,
      credential: id,
      skills: [{ skill: 'aws', level: 1 }],
    });
    expect(core.call('skills.read', { skill: 'aws' }).evidenceList[0]!.level).toBe(1);
    expect(
      message(core, 'credentials.save', {
        ...credential,
        credential: id,
        skills: [{ skill: 'aws', level: 3 }],
      }),
    ).toContain('up to level 2');
  });

  test.each([
    ['expiry before issue', { expiresOn: '2023-12-31' }, 'before it was issued'],
    ['issued tomorrow', { issuedOn: '2026-11-25' }, 'cannot lie in the future'],
    ['an address of another kind', { url: 'javascript:alert(1)' }, 'invalid'],
    ['a skill that does not exist', { skills: [{ skill: 'x', level: 1 }] }, 'not_found'],
  ])('%s is refused in words', (_name, other, text) => {
    const core = openCore();
    expect(message(core, 'credentials.save', { ...credential, ...other })).toContain(text);
    expect(core.call('credentials.list', {}).credentials).toEqual([]);
  });

  test('a file is kept with one, given back as it was, and stays with it through undo', () => {
    const file = freshFile();
    const core = openCore({ file });
    const bytes = Buffer.from([0, 1, 2, 250]);
    const upload = uploadTo(dirname(file), bytes);
    const { id } = core.call('credentials.save', {
      request: request(),
      ...credential,
      file: { upload, name: 'badge.pdf' },
    });
    expect(core.call('credentials.file', { credential: id })).toEqual({
      fileName: 'badge.pdf',
      base64: bytes.toString('base64'),
    });
    core.call('credentials.save', { request: request(), ...credential, credential: id, title: 'Other' });
    expect(read(core).credentials[0]!.file).toEqual({ name: 'badge.pdf', bytes: 4 });
    core.call('credentials.remove', { request: request(), credential: id });
    undo(core);
    expect(core.call('credentials.file', { credential: id }).base64).toBe(bytes.toString('base64'));
    const large = uploadTo(dirname(file), Buffer.alloc(5 * 1024 * 1024 + 1));
    expect(
      message(core, 'credentials.save', {
        ...credential,
        credential: id,
        file: { upload: large, name: 'x' },
      }),
    ).toContain('larger than 5 MB');
    core.close();
  });
});

describe('badges', () => {
  const keep = (file: Uint8Array | string, other: object = {}): { core: TestCore; reply: string } => {
    const path = freshFile();
    const core = openCore({ file: path });
    const { job } = core.call('jobs.start', {
      kind: 'read-badge',
      upload: uploadTo(dirname(path), file),
      fileName: 'badge.png',
    });
    const { badges } = core.call('badges.read', { job });
    const [badge] = badges;
    const reply = message(core, 'badges.keep', {
      job,
      badge: 0,
      certification: null,
      title: badge!.title,
      issuer: badge!.issuer,
      issuedOn: badge!.issuedOn,
      expiresOn: badge!.expiresOn,
      number: badge!.badgeId ?? '',
      url: badge!.url,
      skills: [{ skill: 'sql-querying', level: 2 }],
      ...other,
    });
    return { core, reply };
  };

  test('one becomes a credential with its checks, and evidence; the picture is kept', () => {
    const picture = pngOf([baked.iTXt(jwtOf(credentialJson(), signers[2]!))]);
    const { core, reply } = keep(picture);
    expect(reply).toBe('accepted');
    const [kept] = core.call('credentials.list', {}).credentials;
    expect(kept).toMatchObject({
      title: 'SQL für Fortgeschrittene',
      state: 'valid',
      number: 'https://badges.example/credentials/7',
      badge: { verdict: 'verified', form: 'JWT' },
      file: { name: 'badge.png', bytes: picture.length },
    });
    expect(core.call('skills.read', { skill: 'sql-querying' }).evidenceList[0]).toMatchObject({
      kind: 'credential',
      level: 2,
    });
    undo(core);
    expect(core.call('credentials.list', {}).credentials).toEqual([]);
    core.close();
  });

  test('of a picture that is too large to keep, the badge alone is kept', () => {
    const { core } = keep(pngOf([baked.tEXt(JSON.stringify(assertionJson()))], 6 * 1024 * 1024));
    const [kept] = core.call('credentials.list', {}).credentials;
    expect(kept!.file!.name).toBe('badge.json');
    const { base64 } = core.call('credentials.file', { credential: kept!.id });
    expect(JSON.parse(Buffer.from(base64, 'base64').toString())).toEqual(assertionJson());
    core.close();
  });

  test('a file without a badge says so, and an upload that is gone as well', () => {
    const path = freshFile();
    const core = openCore({ file: path });
    const { job } = core.call('jobs.start', {
      kind: 'read-badge',
      upload: uploadTo(dirname(path), 'hello'),
      fileName: 'x.json',
    });
    expect(core.call('jobs.read', { job })).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('This is no badge'),
    });
    expect(message(core, 'badges.keep', { job, badge: 0, ...credential, credential: undefined })).toContain(
      'invalid',
    );
    expect(
      core.ask('jobs.start', { kind: 'read-badge', upload: 'A'.repeat(22), fileName: 'x' }),
    ).toMatchObject({ error: { code: 'not_found' } });
    core.close();
  });
});

describe('what lies ahead', () => {
  test('exams and renewals, the nearest first; an exam that is over asks for its result', () => {
    const clock = testClock();
    const core = openCore({ clock });
    setPlan(core, { exam: { local: '2026-12-03', zone: 'UTC', later: false } });
    core.call('credentials.save', { request: request(), ...credential, certification: 'cka', title: 'CKA' });
    core.call('credentials.save', {
      request: request(),
      ...credential,
      certification: null,
      title: 'Old one',
      issuedOn: '2020-01-01',
      expiresOn: '2026-11-20',
    });
    const ahead = () =>
      core
        .call('certifications.ahead', {})
        .items.map(({ kind, title, daysLeft, due }) => [kind, title, daysLeft, due]);
    expect(ahead()).toEqual([
      ['expired', 'Old one', -4, true],
      ['exam', 'AWS Certified Developer - Associate', 9, true],
      ['renewal', 'CKA', 47, true],
    ]);
    clock.addDays(10);
    expect(ahead()[1]).toEqual(['result', 'AWS Certified Developer - Associate', -1, true]);
    pass(core, AWS, '2026-12-03');
    expect(ahead().map(([kind]) => kind)).toEqual(['expired', 'renewal', 'renewal']);
  });

  test('a renewed credential is not told of any more', () => {
    const core = openCore();
    core.call('credentials.save', { request: request(), ...credential });
    expect(core.call('certifications.ahead', {}).items).toHaveLength(1);
    core.call('credentials.save', {
      request: request(),
      ...credential,
      issuedOn: '2026-11-20',
      expiresOn: '2029-11-20',
    });
    expect(core.call('certifications.ahead', {}).items.map(({ on, due }) => [on, due])).toEqual([
      ['2029-11-20', false],
    ]);
  });

  test('the calendar holds exams, study weeks, renewals and reviews under names that stay', () => {
    const clock = testClock();
    const core = openCore({ clock });
    setPlan(core);
    core.call('credentials.save', { request: request(), ...credential });
    core.call('topics.setStatus', { request: request(), topic: 'git.01', status: 'done' });
    clock.addDays(0);
    const all = { exams: true, study: true, renewals: true, reviews: true };
    const { text, fileName, events } = core.call('calendar.export', all);
    expect(fileName).toBe('groundwork.ics');
    expect(lintCalendar(text)).toEqual([]);
    const found = readCalendar(text);
    expect(found).toHaveLength(events);
    expect(found.map(({ uid, start }) => [uid, start])).toEqual([
      [`exam.${AWS}@groundwork`, '2026-12-22T08:00:00.000Z'],
      ...[
        ['2026-11-24', '2026-11-29'],
        ['2026-11-30', '2026-12-06'],
        ['2026-12-07', '2026-12-13'],
        ['2026-12-14', '2026-12-20'],
        ['2026-12-21', '2026-12-21'],
      ].map(([from, to]) => [`study.${AWS}.${to}@groundwork`, from]),
      ['expiry.credential-2@groundwork', '2027-01-10'],
    ]);
    setPlan(core, { exam: { local: '2026-12-22T10:00', zone: 'Europe/Berlin', later: false } });
    const again = readCalendar(core.call('calendar.export', { ...all, study: false }).text);
    expect(again.map(({ uid }) => uid)).toEqual([`exam.${AWS}@groundwork`, 'expiry.credential-2@groundwork']);
    expect(again[0]!.start).toBe('2026-12-22T09:00:00.000Z');
  });

  test('a later file changes and calls off what an earlier one held, by number, and leaves alone what is over', () => {
    const clock = testClock();
    const core = openCore({ clock });
    const all = { exams: true, study: true, renewals: true, reviews: false };
    const save = (choice = all) => {
      const { text, events, cancelled } = core.call('calendar.export', choice);
      expect(lintCalendar(text)).toEqual([]);
      const read_ = readCalendar(text);
      expect(read_.filter(({ status }) => status === 'CANCELLED')).toHaveLength(cancelled);
      expect(read_).toHaveLength(events + cancelled);
      return new Map(read_.map(({ uid, sequence, status }) => [uid.split('@')[0]!, `${status} ${sequence}`]));
    };
    const uid = (kind: string, to?: string) => [kind, AWS, ...(to === undefined ? [] : [to])].join('.');
    setPlan(core);
    expect([...new Set(save().values())]).toEqual(['CONFIRMED 0']);
    expect([...new Set(save().values())]).toEqual(['CONFIRMED 0']);

    // A week on, a week earlier: what is over stays as it was told, the last week falls away.
    clock.addDays(7);
    setPlan(core, { exam: { local: '2026-12-15T09:00', zone: 'Europe/Berlin', later: false } });
    const earlier = save();
    expect(earlier.get(uid('exam'))).toBe('CONFIRMED 1');
    expect(earlier.has(uid('study', '2026-11-29'))).toBe(false);
    expect(earlier.get(uid('study', '2026-12-20'))).toBe('CANCELLED 1');
    expect(earlier.get(uid('study', '2026-12-21'))).toBe('CANCELLED 1');

    // A file without study weeks says nothing of them; one with them calls the same ones off again, by the same number.
    expect([...save({ ...all, study: false }).keys()]).toEqual([uid('exam')]);
    expect(save().get(uid('study', '2026-12-20'))).toBe('CANCELLED 1');

    // Given up and taken up again: each time by a higher number.
    setPlan(core, { status: 'dropped' });
    expect(save().get(uid('exam'))).toBe('CANCELLED 2');
    setPlan(core);
    expect(save().get(uid('exam'))).toBe('CONFIRMED 3');
    expect(save().get(uid('study', '2026-12-20'))).toBe('CONFIRMED 2');
  });

  test('a renewal whose window nobody stated is called an assumption, on the page and in the calendar', () => {
    const core = openCore({ clock: testClock() });
    core.call('credentials.save', {
      request: request(),
      ...credential,
      certification: null,
      skills: [],
      issuedOn: '2026-11-20',
      expiresOn: '2029-11-20',
    });
    expect(core.call('credentials.list', {}).credentials[0]).toMatchObject({
      dueFrom: '2029-08-22',
      dueAssumed: true,
    });
    const { text } = core.call('calendar.export', {
      exams: false,
      study: false,
      renewals: true,
      reviews: false,
    });
    expect(readCalendar(text)[0]).toMatchObject({
      title: expect.stringMatching(/^Look at the renewal: /),
      description: expect.stringContaining('is an assumption'),
    });
  });

  test('without anything dated there is nothing to export', () => {
    expect(
      message(openCore(), 'calendar.export', { exams: true, study: true, renewals: true, reviews: true }),
    ).toContain('invalid');
    const reply = openCore().ask('calendar.export', {
      exams: true,
      study: true,
      renewals: true,
      reviews: true,
    });
    expect(reply).toMatchObject({
      error: { message: expect.stringContaining('nothing to put into a calendar') },
    });
  });
});

describe('a file of an earlier version, and a newer catalogue', () => {
  test('before the newer catalogue is taken, certifications are named and their parts are not known yet', () => {
    const file = freshFile();
    onFile(file, "UPDATE certification SET facts = '{}'");
    const core = openCore({ file });
    expect(core.call('certifications.list', {}).certifications).toHaveLength(25);
    expect(read(core)).toMatchObject({
      facts: { name: 'AWS Certified Developer - Associate', issuer: 'Amazon Web Services', domains: [] },
      objectives: [],
      readiness: null,
      checkedOn: null,
    });
    setPlan(core);
    expect(read(core).study).toMatchObject({ weeks: [], hoursNeeded: 0 });
    core.close();
  });

  test('a certification that got another id keeps its plan, ratings, results, credentials and corrections', () => {
    const file = freshFile();
    const core = openCore({ file });
    setPlan(core);
    rate(core, 'security', 3);
    result(core);
    core.call('credentials.save', { request: request(), ...credential });
    const { facts } = read(core);
    core.call('certifications.save', {
      request: request(),
      certification: AWS,
      facts: { ...facts, costUsd: 1 },
    });
    core.close();
    const after = openCore({ file, catalogueDir: shipCatalogue(tempDir(), (draft) => renamed(draft)) });
    expect(read(after, 'aws-developer')).toMatchObject({
      plan: { status: 'studying' },
      rated: 1,
      results: [{ score: 61 }],
      credentials: [{ number: 'ABC-1' }],
      corrected: ['costUsd'],
    });
    expect(after.call('certifications.list', {}).certifications).toHaveLength(25);
    after.close();
  });

  test('what was done to one that got another id can be undone and redone, and keeps its history', () => {
    const file = freshFile();
    const clock = testClock();
    const core = openCore({ file, clock });
    setPlan(core);
    clock.addDays(1);
    setPlan(core, { place: 'Library' });
    rate(core, 'security', 3);
    rate(core, 'security', 4);
    result(core);
    core.call('notes.set', { request: request(), kind: 'certification', id: AWS, text: 'Ask for a voucher' });
    core.call('credentials.save', { request: request(), ...credential });
    const { facts } = read(core);
    const facts_ = { ...facts, costUsd: 1 };
    core.call('certifications.save', { request: request(), certification: AWS, facts: facts_ });
    const entriesOf = (of: TestCore, id: string) =>
      of.call('history.list', { kind: 'certification', id, limit: 50 }).entries.length;
    const entries = entriesOf(core, AWS);
    core.close();

    const after = openCore({
      file,
      clock,
      catalogueDir: shipCatalogue(tempDir(), (draft) => renamed(draft)),
    });
    const tables = [
      'certification_own',
      'certification_plan',
      'objective',
      'exam_result',
      'credential',
      'note',
    ];
    const rows = (): unknown[] =>
      tables.map((table) => onFile(file, `SELECT * FROM ${table} WHERE retired = 0`));
    const full = rows().map((table) => (table as Record<string, unknown>[]).map(withoutEvent));
    expect(entriesOf(after, 'aws-developer')).toBe(entries);
    while (after.call('app.read', {}).history.undo)
      after.call('history.undo', {
        request: request(),
        action: after.call('app.read', {}).history.undo!.action,
      });
    expect(rows()).toEqual(tables.map(() => []));
    while (after.call('app.read', {}).history.redo)
      after.call('history.redo', {
        request: request(),
        action: after.call('app.read', {}).history.redo!.action,
      });
    expect(rows().map((table) => (table as Record<string, unknown>[]).map(withoutEvent))).toEqual(full);
    expect(read(after, 'aws-developer')).toMatchObject({ plan: { place: 'Library' }, rated: 1 });
    after.close();
  });

  test('one that left the catalogue stays for whoever has a plan of it', () => {
    const file = freshFile();
    const core = openCore({ file });
    setPlan(core, {}, 'cka');
    core.close();
    const after = openCore({
      file,
      catalogueDir: shipCatalogue(tempDir(), (draft) => {
        for (const id of ['cka', 'ckad'])
          draft.certifications.certifications.find((one) => one.id === id)!.retired = true;
      }),
    });
    const ids = after.call('certifications.list', {}).certifications.map(({ id }) => id);
    expect([ids.length, ids.includes('cka'), ids.includes('ckad')]).toEqual([24, true, false]);
    after.close();
  });
});

const withoutEvent = (stored: Record<string, unknown>): unknown => {
  const { event: _, ...row } = stored;
  return row;
};

/** The catalogue with another id for one certification. */
const renamed = (draft: CatalogueDraft): CatalogueDraft => {
  for (const role of draft.roles.roles)
    role.certifications = role.certifications.map((id) => (id === AWS ? 'aws-developer' : id));
  const item = draft.certifications.certifications.find(({ id }) => id === AWS)!;
  Object.assign(item, { id: 'aws-developer', renamedFrom: [AWS] });
  return draft;
};

test('undone one by one, everything is as it was before; redone, as it became', () => {
  const file = freshFile(tempDir());
  const core = openCore({ file });
  const before = dumpState(file);
  setPlan(core);
  rate(core, 'security', 2);
  result(core);
  pass(core);
  core.call('history.list', { kind: 'certification', id: AWS });
  expect(
    core.call('history.list', { kind: 'certification', id: AWS }).entries.map(({ label }) => label.kind),
  ).toEqual(['pass-exam', 'add-practice', 'rate-objective', 'plan-certification']);
  for (let step = 0; step < 4; step += 1) undo(core);
  expect(row(core)).toMatchObject({ plan: null, readiness: null, credential: null });
  for (let step = 0; step < 4; step += 1)
    core.call('history.redo', { request: request(), action: core.call('app.read', {}).history.redo!.action });
  expect(row(core)).toMatchObject({ plan: 'done', credential: 'valid' });
  core.close();
  expect(dumpState(file)).not.toEqual(before);
});
