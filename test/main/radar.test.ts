import { describe, expect, test } from 'vitest';
import { realCatalogue } from '../data/catalogue/real-catalogue.ts';
import { finishProject } from '../helpers/projects.ts';
import { newRequest, openCore, testClock, type TestCore } from '../helpers/test-core.ts';

const request = newRequest;
const aim = (core: TestCore, ...roles: string[]) =>
  core.call('targets.set', { request: request(), targets: roles.map((role) => ({ role, date: null })) });
const know = (core: TestCore, ...skills: string[]): void => {
  for (const skill of skills) core.call('skills.know', { request: request(), skill, level: null });
};
const tickSome = (core: TestCore, count: number, ...skills: string[]): void => {
  const topics = realCatalogue.skills.skills
    .filter(({ id }) => skills.includes(id))
    .flatMap((skill) => skill.topics.map(({ id }) => id))
    .slice(0, count);
  for (const topic of topics) core.call('topics.setStatus', { request: request(), topic, status: 'done' });
};
const warnings = (core: TestCore) => core.call('radar.read', {}).warnings;
const warning = (core: TestCore, id: string) => warnings(core).find((one) => one.id === id);
const undo = (core: TestCore) =>
  core.call('history.undo', { request: request(), action: core.call('app.read', {}).history.undo!.action });

describe('the mistake radar', () => {
  test('says nothing of an empty file', () => expect(warnings(openCore())).toEqual([]));

  test('no visible work: until a project is finished', () => {
    const core = openCore();
    const skills = realCatalogue.skills.skills.slice(0, 20).map(({ id }) => id);
    tickSome(core, 59, ...skills);
    expect(warning(core, 'no-visible-work')).toBeUndefined();
    tickSome(core, 60, ...skills);
    expect(warning(core, 'no-visible-work')).toBeDefined();
    finishProject(core);
    expect(warning(core, 'no-visible-work')).toBeUndefined();
    undo(core);
    expect(warning(core, 'no-visible-work')).toBeDefined();
  });

  test('niche before fundamentals: names the first target and the special topics, and goes once the foundation stands', () => {
    const core = openCore();
    aim(core, 'api-developer', 'database-developer');
    know(core, 'graphql', 'grpc');
    const found = warning(core, 'niche-before-fundamentals')!;
    expect(found).toMatchObject({
      severity: 'warning',
      role: { id: 'api-developer', title: 'API Developer' },
      dismissedOn: null,
    });
    expect(found.grounds.map(({ metric }) => metric)).toEqual([
      'foundationCompletion',
      'nicheTopicShare',
      'tickedTopics',
    ]);
    expect(found.rows.map(({ skill }) => skill)).toEqual(expect.arrayContaining(['graphql', 'grpc']));
    expect(found.suggest.skills[0]).toMatchObject({ name: expect.any(String) });
    expect(found.guide).toContain('Praxiaskill');
    // The role that leads is the one that counts: its special topics are others.
    aim(core, 'database-developer', 'api-developer');
    expect(warning(core, 'niche-before-fundamentals')).toBeUndefined();
    aim(core);
    expect(warning(core, 'niche-before-fundamentals')).toBeUndefined();
  });

  test('frameworks without databases', () => {
    const core = openCore();
    tickSome(core, 6, 'django');
    expect(warning(core, 'ignoring-databases')?.rows.map(({ skill }) => skill)).toEqual([
      'django',
      'sql-querying',
    ]);
    tickSome(core, 6, 'sql-querying');
    expect(warning(core, 'ignoring-databases')).toBeUndefined();
  });

  test('soft skills forgotten', () => {
    const core = openCore();
    aim(core, 'api-developer');
    expect(warning(core, 'overlooking-soft-skills')).toBeUndefined();
    for (const { id } of core.call('skills.categories', {}).categories) {
      if (id === 'soft') continue;
      know(core, ...core.call('skills.list', { category: id }).skills.map((skill) => skill.id));
    }
    expect(warning(core, 'overlooking-soft-skills')).toMatchObject({
      severity: 'notice',
      role: { id: 'api-developer' },
    });
    know(core, 'communication', 'teamwork');
    expect(warning(core, 'overlooking-soft-skills')).toBeUndefined();
  });

  test('not keeping current: by time away or by what went stale', () => {
    const clock = testClock();
    const core = openCore({ clock });
    know(core, 'git', 'http-protocol', 'python', 'docker', 'debugging');
    expect(warning(core, 'not-staying-updated')).toBeUndefined();
    clock.addDays(59);
    expect(warning(core, 'not-staying-updated')).toBeUndefined();
    clock.addDays(1);
    expect(
      warning(core, 'not-staying-updated')?.grounds.map(({ metric, actual }) => [metric, actual]),
    ).toEqual([
      ['skillsAtTwo', 5],
      ['daysSinceActivity', 60],
    ]);
    clock.addDays(1_500);
    const stale = warning(core, 'not-staying-updated')!;
    expect(stale.grounds.map(({ metric }) => metric)).toContain('staleShare');
    expect(stale.rows.length).toBeGreaterThan(1);
  });

  test('an exam that no longer exists: named with its successor, and anew for another one', () => {
    const core = openCore();
    const plan = (certification: string, status: 'interested' | 'dropped') =>
      core.call('certifications.plan', {
        request: request(),
        certification,
        plan: { status, exam: null, online: true, place: '', hoursPerWeek: null, studyHours: null },
      });
    plan('microsoft-azure-developer', 'interested');
    const id = 'retired-certification-planned';
    expect(warning(core, id)?.certifications).toMatchObject([
      { id: 'microsoft-azure-developer', successor: { name: expect.any(String) } },
    ]);
    core.call('radar.dismiss', { request: request(), warning: id, dismissed: true });
    expect(warning(core, id)?.dismissedOn).toBe('2026-11-24');
    plan('aws-database-specialty', 'interested');
    expect(warning(core, id)).toMatchObject({ dismissedOn: null });
    plan('microsoft-azure-developer', 'dropped');
    plan('aws-database-specialty', 'dropped');
    expect(warning(core, id)).toBeUndefined();
  });

  test('a warning that was put aside stays so, with the day, until it is shown again or another role leads', () => {
    const core = openCore();
    aim(core, 'api-developer');
    know(core, 'graphql', 'grpc');
    const id = 'niche-before-fundamentals';
    const dismiss = (dismissed: boolean) =>
      core.call('radar.dismiss', { request: request(), warning: id, dismissed });
    expect(dismiss(true).history.undo!.label).toMatchObject({ kind: 'dismiss-warning' });
    expect(warning(core, id)?.dismissedOn).toBe('2026-11-24');
    expect(dismiss(true).action).toBe(0);
    undo(core);
    expect(warning(core, id)?.dismissedOn).toBeNull();
    dismiss(true);
    // Full Stack Aspirant counts GraphQL among its special topics as well.
    aim(core, 'full-stack-aspirant', 'api-developer');
    expect(warning(core, id)).toMatchObject({ role: { id: 'full-stack-aspirant' }, dismissedOn: null });
    aim(core, 'api-developer');
    dismiss(false);
    expect(warning(core, id)?.dismissedOn).toBeNull();
    expect(core.ask('radar.dismiss', { request: request(), warning: 'none', dismissed: true })).toMatchObject(
      {
        ok: false,
      },
    );
  });
});

describe('the habits that keep knowledge current', () => {
  const due = (core: TestCore): string[] =>
    core
      .call('radar.read', {})
      .routines.filter((routine) => routine.due)
      .map(({ id }) => id);
  const answer = (core: TestCore, routine: string, how: 'done' | 'later' | 'stop' | 'resume') =>
    core.call('routines.answer', { request: request(), routine, answer: how });

  test('come up in their rhythm after the person began, and never in an empty file', () => {
    const clock = testClock();
    const core = openCore({ clock });
    clock.addDays(400);
    expect(due(core)).toEqual([]);
    know(core, 'git');
    expect(due(core)).toEqual([]);
    clock.addDays(7);
    expect(due(core)).toEqual(['keep-weekly']);
    clock.addDays(23);
    expect(due(core)).toEqual(['keep-weekly', 'keep-monthly', 'keep-dependencies']);
  });

  test('rest after an answer, can be stopped and asked for again, each one step', () => {
    const clock = testClock();
    const core = openCore({ clock });
    know(core, 'git');
    clock.addDays(30);
    expect(answer(core, 'keep-weekly', 'done').history.undo!.label).toMatchObject({ kind: 'routine-done' });
    answer(core, 'keep-monthly', 'later');
    answer(core, 'keep-dependencies', 'stop');
    expect(due(core)).toEqual([]);
    clock.addDays(7);
    expect(due(core)).toEqual(['keep-weekly', 'keep-monthly']);
    answer(core, 'keep-dependencies', 'resume');
    expect(due(core)).toEqual(['keep-weekly', 'keep-monthly', 'keep-dependencies']);
    undo(core);
    const stopped = core.call('radar.read', {}).routines.find(({ id }) => id === 'keep-dependencies')!;
    expect(stopped).toMatchObject({ due: false, dueOn: null });
    const weekly = core.call('radar.read', {}).routines.find(({ id }) => id === 'keep-weekly')!;
    expect(weekly).toMatchObject({ doneOn: '2026-12-24', dueOn: '2026-12-31' });
  });
});
