import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Input, Output } from '../../shared/contract.ts';
import { dateOfDay } from '../../shared/rules/days.ts';
import { finishProject } from '../helpers/projects.ts';
import { newRequest, openCore, testClock, type TestCore } from '../helpers/test-core.ts';

const request = newRequest;
type Entry = Omit<Input<'experience.save'>, 'request'>;

const job: Entry = {
  experience: null,
  area: 'work',
  kind: 'exp-internship',
  parent: null,
  title: 'Back-end intern',
  organisation: 'Kassenwerk',
  started: '2026-02',
  ended: '2026-06',
  did: 'Built the receipts service.',
  links: [],
  skills: [{ skill: 'rest-api-design', level: 2 }],
  projects: [],
};
const degree: Entry = {
  ...job,
  area: 'education',
  kind: 'edu-bachelor',
  title: 'BSc Informatics',
  organisation: 'Uni',
  started: '2022-10',
  ended: null,
  skills: [],
};
const save = (core: TestCore, entry: Entry): string =>
  core.call('experience.save', { request: request(), ...entry }).id;
const list = (core: TestCore): Output<'experience.list'>['entries'] =>
  core.call('experience.list', {}).entries;
const evidenceOf = (core: TestCore, skill = 'rest-api-design') =>
  core.call('skills.read', { skill }).evidenceList;

test('the kinds are the catalogue’s, volunteering among them, and nine ways of education', () => {
  const { kinds } = openCore().call('experience.list', {});
  expect(kinds.work.map(({ id }) => id)).toContain('exp-volunteering');
  expect(kinds.work).toHaveLength(11);
  expect(kinds.education).toHaveLength(9);
});

describe('experience is evidence', () => {
  test('of the last day of its last month, at the level stated', () => {
    const core = openCore();
    const id = save(core, { ...job, links: [{ title: 'Page', url: 'https://example.org/' }] });
    expect(evidenceOf(core)).toEqual([
      {
        kind: 'work',
        id,
        title: 'Back-end intern',
        url: 'https://example.org/',
        level: 2,
        date: '2026-06-30',
        certification: null,
        expiresOn: null,
      },
    ]);
  });

  test('what goes on is practised today, and tomorrow as well', () => {
    const clock = testClock();
    const core = openCore({ clock });
    save(core, { ...job, ended: null });
    const practised = () => core.call('skills.read', { skill: 'rest-api-design' }).practisedOn;
    expect(practised()).toBe('2026-11-24');
    clock.addDays(30);
    expect(practised()).toBe('2026-12-24');
    expect(evidenceOf(core)[0]!.date).toBe('2026-12-24');
  });

  test('a month that runs does not reach into the future', () => {
    const core = openCore();
    save(core, { ...job, ended: '2026-11' });
    expect(core.call('skills.read', { skill: 'rest-api-design' }).practisedOn).toBe('2026-11-24');
  });

  test('a project that it names counts with it once, at the higher level', () => {
    const core = openCore();
    core.call('targets.set', { request: request(), targets: [{ role: 'api-developer', date: null }] });
    const project = finishProject(core, 'rest-api-design', 3);
    const id = save(core, { ...job, projects: [project] });
    expect(evidenceOf(core).map((piece) => piece.id)).toEqual([project]);
    expect(list(core)[0]!.shows).toEqual([{ skill: 'rest-api-design', name: 'REST API design', level: 3 }]);
    expect(core.call('projects.read', { project }).namedBy).toEqual([{ id, title: 'Back-end intern' }]);
    // Beside the project it adds nothing.
    expect(list(core)[0]!.proves[0]).toMatchObject({ role: 'api-developer', points: 0 });
  });

  test('goes with undo, and comes back', () => {
    const core = openCore();
    const id = save(core, job);
    core.call('experience.remove', { request: request(), experience: id });
    expect(evidenceOf(core)).toEqual([]);
    const { action } = core.call('app.read', {}).history.undo!;
    core.call('history.undo', { request: request(), action });
    expect(evidenceOf(core)).toHaveLength(1);
  });
});

describe('education', () => {
  test('holds courses, which follow it, count as evidence and go with it', () => {
    const core = openCore();
    const id = save(core, degree);
    save(core, job);
    const course = save(core, {
      ...degree,
      kind: 'course',
      parent: id,
      title: 'Databases',
      ended: '2023-02',
      skills: [{ skill: 'sql-querying', level: 2 }],
    });
    expect(list(core).map((entry) => entry.title)).toEqual([
      'BSc Informatics',
      'Databases',
      'Back-end intern',
    ]);
    expect(evidenceOf(core, 'sql-querying')).toMatchObject([
      { kind: 'education', id: course, date: '2023-02-28' },
    ]);
    core.call('experience.remove', { request: request(), experience: id });
    expect(list(core)).toHaveLength(1);
  });
});

describe('bad input is refused in words', () => {
  test.each<[string, Partial<Entry>]>([
    ['an end before the start', { started: '2026-03', ended: '2026-02' }],
    ['a start in the future', { started: '2026-12', ended: null }],
    ['a month that does not exist', { started: '2026-13' }],
    ['a kind of the other area', { kind: 'edu-bachelor' }],
    ['an address that runs', { links: [{ title: '', url: 'javascript:alert(1)' }] }],
    ['a course without an education', { kind: 'course', parent: null }],
    ['an address without a scheme', { links: [{ title: '', url: 'example.org/me' }] }],
    ['an end in the future', { ended: '2026-12' }],
    ['a project that is not there', { projects: ['project-99'] }],
    ['a skill that is not there', { skills: [{ skill: 'of-no-such-name', level: 1 }] }],
    ['a megabyte of text', { did: 'x'.repeat(1_000_000) }],
    ['a title of a megabyte', { title: 'x'.repeat(1_000_000) }],
    ['a title of spaces', { title: '   ' }],
  ])('%s', (_what, patch) => {
    const core = openCore();
    const reply = core.ask('experience.save', { request: request(), ...job, ...patch });
    expect(reply).toMatchObject({
      ok: false,
      error: { code: expect.stringMatching(/^(invalid|not_found)$/), message: expect.stringMatching(/\.$/) },
    });
    expect(list(core)).toEqual([]);
  });

  test('months are taken exactly where they run forwards and lie behind, and are of the last day of the last one', () => {
    const core = openCore();
    const month = fc.integer({ min: 20_300, max: 20_900 }).map((day) => dateOfDay(day).slice(0, 7));
    fc.assert(
      fc.property(month, fc.option(month), (started, ended) => {
        const reply = core.ask('experience.save', { request: request(), ...job, started, ended });
        const isSound = started <= (ended ?? started) && (ended ?? started) <= '2026-11';
        expect(reply.ok).toBe(isSound);
        if (!isSound) {
          expect(list(core)).toEqual([]);
          return;
        }
        const [piece] = evidenceOf(core);
        expect(piece!.date <= '2026-11-24').toBe(true);
        expect(piece!.date.slice(0, 7)).toBe(ended ?? '2026-11');
        core.call('experience.remove', { request: request(), experience: list(core)[0]!.id });
      }),
      { numRuns: 60 },
    );
  });

  test('a course cannot belong to a course or to a job', () => {
    const core = openCore();
    const work = save(core, job);
    const reply = core.ask('experience.save', {
      request: request(),
      ...degree,
      kind: 'course',
      parent: work,
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});

test('the history of an entry tells what happened to it, and a step of it can be taken back by itself', () => {
  const core = openCore();
  const id = save(core, job);
  const other = save(core, { ...job, title: 'Other' });
  save(core, { ...job, experience: id, did: 'Built and ran it.', ended: null });
  core.call('experience.remove', { request: request(), experience: other });
  const past = () => core.call('history.list', { kind: 'experience', id }).entries;
  expect(past().map(({ label }) => label.kind)).toEqual(['edit-experience', 'add-experience']);
  expect(past()[0]!.changes).toEqual([
    { what: 'to', before: '2026-06', after: null },
    { what: 'what you did', before: 'Built the receipts service.', after: 'Built and ran it.' },
  ]);
  expect(past()[0]!.canRevert).toBe(true);
  core.call('history.revert', { request: request(), action: past()[0]!.event });
  expect(list(core)[0]).toMatchObject({ did: job.did, ended: job.ended });
  expect(past().map(({ label }) => label.kind)).toEqual(['revert', 'edit-experience', 'add-experience']);
  // What is gone has a history no more.
  expect(core.ask('history.list', { kind: 'experience', id: other })).toMatchObject({
    ok: false,
    error: { code: 'not_found' },
  });
});
