import { describe, expect, test } from 'vitest';
import type { Input, Output } from '../../shared/contract.ts';
import { realCatalogue } from '../data/catalogue/real-catalogue.ts';
import { freshFile } from '../helpers/data-file.ts';
import { newRequest, openCore, testClock, type TestCore } from '../helpers/test-core.ts';

const request = newRequest;
const aim = (core: TestCore, ...roles: string[]) =>
  core.call('targets.set', { request: request(), targets: roles.map((role) => ({ role, date: null })) });
const tick = (core: TestCore, ...topics: string[]): void => {
  for (const topic of topics) core.call('topics.setStatus', { request: request(), topic, status: 'done' });
};
const know = (core: TestCore, skill: string, level: 1 | 2 | 3 | 4 | null = null) =>
  core.call('skills.know', { request: request(), skill, level });
const undo = (core: TestCore) =>
  core.call('history.undo', { request: request(), action: core.call('app.read', {}).history.undo!.action });
const topicsOf = (skill: string): string[] =>
  realCatalogue.skills.skills.find(({ id }) => id === skill)!.topics.map(({ id }) => id);

describe('the chooser', () => {
  const answer = (core: TestCore, question: string, ...answers: string[]) =>
    core.call('chooser.answer', { request: request(), question, answers });
  const given = (core: TestCore): Record<string, string[] | null> =>
    Object.fromEntries(core.call('chooser.read', {}).questions.map((one) => [one.id, one.given]));
  const result = (core: TestCore) => core.call('chooser.result', {}).result;

  test('asks the fifteen questions in the four steps of the guides', () => {
    const { questions, startedOn } = openCore().call('chooser.read', {});
    expect(questions).toHaveLength(15);
    expect([...new Set(questions.map(({ step }) => step.title))]).toHaveLength(4);
    expect(questions.every((question) => question.given === null)).toBe(true);
    expect(startedOn).toBeNull();
  });

  test('keeps each answer as one step that can be taken back, and goes on after a stop', () => {
    const file = freshFile();
    const core = openCore({ file });
    answer(core, 'q-pull', 'data');
    expect(answer(core, 'q-weekend').history.undo!.label).toMatchObject({ kind: 'skip-question' });
    core.close();
    const again = openCore({ file });
    expect(given(again)).toMatchObject({ 'q-pull': ['data'], 'q-weekend': [], 'q-rules': null });
    undo(again);
    expect(given(again)).toMatchObject({ 'q-pull': ['data'], 'q-weekend': null });
    undo(again);
    expect(given(again)['q-pull']).toBeNull();
    expect(again.call('chooser.read', {}).startedOn).toBeNull();
    again.close();
  });

  test('can be answered otherwise later', () => {
    const core = openCore();
    answer(core, 'q-pull', 'data');
    answer(core, 'q-pull', 'connections');
    expect(given(core)['q-pull']).toEqual(['connections']);
    expect(result(core)!.roles[0]).toMatchObject({ role: 'api-developer' });
  });

  test.each([
    ['q-pull', ['data', 'scale'], 'These answers cannot be given together.'],
    ['q-languages', ['none', 'sql'], 'These answers cannot be given together.'],
    ['q-pull', ['sql'], 'This is no answer to the question.'],
    ['q-nothing', ['data'], 'This question is not asked any more.'],
  ])('refuses %s with %s', (question, answers, message) => {
    expect(openCore().ask('chooser.answer', { request: request(), question, answers })).toMatchObject({
      ok: false,
      error: { message },
    });
  });

  test('has a result from the first answer on, with the words that decided it', () => {
    const core = openCore();
    expect(result(core)).toBeNull();
    answer(core, 'q-pull');
    expect(result(core)).toBeNull();
    answer(core, 'q-pull', 'data');
    const found = result(core)!;
    expect(found).toMatchObject({ answered: 1, total: 15, close: [], beforeOn: null });
    expect(found.roles).toHaveLength(7);
    expect(found.roles[0]).toMatchObject({
      role: 'database-developer',
      percent: 100,
      before: null,
      target: null,
      decided: [
        {
          question: 'Which part of a product would you look at first?',
          answers: [{ text: 'How the information is stored and found again' }],
          points: 6,
        },
      ],
    });
  });

  test('says a close call openly, and with what to begin', () => {
    const core = openCore();
    answer(core, 'q-company', 'middle');
    answer(core, 'q-bug', 'partner');
    answer(core, 'q-pull', 'logic');
    const { close, roles, beginWith } = result(core)!;
    expect(close.length === 0 || roles[0]!.percent - roles[close.length - 1]!.percent <= 6).toBe(true);
    answer(core, 'q-pull');
    answer(core, 'q-bug');
    expect(result(core)!.close).toContain('Backend Software Engineer');
    expect(beginWith).toBe('Backend Software Engineer');
  });

  test('compares a new pass with the one before, and an empty one counts for nothing', () => {
    const clock = testClock();
    const core = openCore({ clock });
    answer(core, 'q-pull', 'data');
    clock.addDays(30);
    core.call('chooser.start', { request: request() });
    expect(Object.values(given(core)).every((one) => one === null)).toBe(true);
    expect(result(core)!.roles[0]!.role).toBe('database-developer');
    answer(core, 'q-pull', 'connections');
    const { roles, beforeOn, startedOn } = result(core)!;
    expect({ beforeOn, startedOn }).toEqual({ beforeOn: '2026-11-24', startedOn: '2026-12-24' });
    expect(roles.find(({ role }) => role === 'database-developer')).toMatchObject({
      percent: 0,
      before: 100,
    });
    undo(core);
    undo(core);
    expect(given(core)['q-pull']).toEqual(['data']);
  });

  test('marks what the person can use as learning only on their word, in one step, and leaves the rest alone', () => {
    const core = openCore();
    answer(core, 'q-languages', 'sql', 'python');
    tick(core, 'python.01');
    const { known } = result(core)!;
    expect(known.map(({ skill, level }) => [skill, level])).toEqual([
      ['python', 2],
      ['sql-querying', 2],
    ]);
    const statuses = (skill: string) =>
      core.call('topics.list', { skill }).topics.map(({ level, state }) => [level, state.status]);
    const before = statuses('python');
    expect(before.every(([, status]) => status !== 'learning')).toBe(true);
    const change = core.call('chooser.learn', { request: request(), skills: ['python'] });
    expect(change.history.undo!.label).toMatchObject({ kind: 'begin-known', count: known[0]!.topics });
    for (const [level, status] of statuses('python'))
      expect(status).toMatch(Number(level) > 2 ? /^todo$/ : /^(done|learning)$/);
    expect(statuses('sql-querying').every(([, status]) => status === 'todo')).toBe(true);
    expect(result(core)!.known.map(({ skill }) => skill)).toEqual(['sql-querying']);
    undo(core);
    expect(statuses('python')).toEqual(before);
    expect(core.ask('chooser.learn', { request: request(), skills: ['git'] })).toMatchObject({ ok: false });
  });
});

describe('next steps', () => {
  const list = (core: TestCore) => core.call('steps.list', {});
  const rest = (core: TestCore, step: Input<'steps.rest'>['step'], how: 'week' | 'always' | 'none') =>
    core.call('steps.rest', { request: request(), step, rest: how });
  const keys = (core: TestCore): string[] => list(core).steps.map(({ step }) => `${step.kind} ${step.id}`);

  test('are none without a target, and name something for every gap of one', () => {
    const core = openCore();
    expect(list(core)).toEqual({ steps: [], resting: [] });
    aim(core, 'api-developer');
    const { steps } = list(core);
    expect(steps.length).toBeGreaterThan(40);
    expect(core.call('today.read', {}).next).toEqual(steps.slice(0, 5));
    for (const { reasons, gain, hours } of steps) {
      expect(reasons.length).toBeGreaterThan(0);
      expect(gain).toBeGreaterThan(0);
      expect(hours).toBeGreaterThan(0);
    }
  });

  test('say the points that the tick brings', () => {
    const core = openCore();
    aim(core, 'api-developer', 'database-developer');
    const covered = (): number =>
      core
        .call('app.read', {})
        .roles.filter(({ target }) => target !== null)
        .reduce((sum, role) => sum + role.covered, 0);
    for (let index = 0; index < 8; index += 1) {
      const step = list(core).steps.find(({ kind }) => kind === 'topic')!;
      if (step.kind !== 'topic') throw new Error('no topic');
      const before = covered();
      tick(core, step.topic);
      expect(covered() - before).toBeCloseTo(step.gain, 9);
    }
  });

  test('are the same for the same file', () => {
    const core = openCore();
    aim(core, 'cloud-backend-engineer', 'api-developer');
    tick(core, 'git.01', 'docker.01');
    const once = list(core);
    expect(list(core)).toEqual(once);
    aim(core, 'api-developer', 'cloud-backend-engineer');
    expect(keys(core)).toEqual(once.steps.map(({ step }) => `${step.kind} ${step.id}`));
  });

  test('put aside for a week come back after it; for good they do not; both can be brought back and undone', () => {
    const clock = testClock();
    const core = openCore({ clock });
    aim(core, 'api-developer');
    const [first, second] = list(core).steps.map(({ step }) => step);
    rest(core, first!, 'week');
    expect(rest(core, second!, 'always').history.undo!.label).toMatchObject({ kind: 'drop-step' });
    const isShown = (step = first!) => keys(core).includes(`${step.kind} ${step.id}`);
    expect([isShown(first), isShown(second)]).toEqual([false, false]);
    expect(
      list(core)
        .resting.map(({ until }) => until)
        .toSorted((a, b) => (a ?? '').localeCompare(b ?? '')),
    ).toEqual([null, '2026-12-01']);
    clock.addDays(7);
    expect([isShown(first), isShown(second)]).toEqual([true, false]);
    expect(list(core).resting).toHaveLength(1);
    rest(core, second!, 'none');
    expect(isShown(second)).toBe(true);
    undo(core);
    expect(isShown(second)).toBe(false);
    undo(core);
    expect(isShown(second)).toBe(true);
  });

  test('put a skill that faded among the rest, once on Today, with what the answer would bring', () => {
    const clock = testClock();
    const core = openCore({ clock });
    aim(core, 'api-developer');
    know(core, 'git');
    know(core, 'http-protocol');
    clock.addDays(500);
    const steps = list(core).steps.filter(({ kind }) => kind === 'review');
    expect(steps).toHaveLength(2);
    expect(
      core.call('today.read', {}).next.filter(({ kind }) => kind === 'review').length,
    ).toBeLessThanOrEqual(1);
    const fresh = (): number => core.call('app.read', {}).roles.find(({ target }) => target === 0)!.fresh!;
    const before = fresh();
    core.call('reviews.answer', { request: request(), skill: steps[0]!.skill, answer: { kind: 'known' } });
    expect(fresh() - before).toBeCloseTo(steps[0]!.gain, 6);
  });

  test('are pulled forward by an exam with a date, and say so', () => {
    const core = openCore();
    aim(core, 'cloud-backend-engineer');
    const place = (skill: string): number => list(core).steps.findIndex((step) => step.skill === skill);
    const before = place('serverless');
    core.call('certifications.plan', {
      request: request(),
      certification: 'aws-developer-associate',
      plan: {
        status: 'booked',
        exam: { local: '2026-12-10', zone: 'UTC', later: false },
        online: true,
        place: '',
        hoursPerWeek: null,
        studyHours: null,
      },
    });
    expect(place('serverless')).toBeLessThan(before);
    const { reasons } = list(core).steps[place('serverless')]!;
    expect(reasons).toContainEqual(expect.objectContaining({ kind: 'exam', on: '2026-12-10' }));
  });

  test('keep to what the person wants to know first as well', () => {
    const core = openCore();
    aim(core, 'api-developer');
    const order = (): string[] => list(core).steps.map(({ skill }) => skill);
    expect(order().indexOf('caching')).toBeGreaterThan(order().indexOf('git'));
    core.call('skills.personalise', { request: request(), skill: 'git', prerequisites: ['caching'] });
    expect(order().indexOf('caching')).toBeLessThan(order().indexOf('git'));
    expect(list(core).steps.find(({ skill }) => skill === 'caching')!.reasons[0]).toEqual({
      kind: 'before',
      skill: 'Git',
    });
  });

  test('tell of what is begun first within a skill', () => {
    const core = openCore();
    aim(core, 'api-developer');
    const [, second] = topicsOf('git');
    core.call('topics.setStatus', { request: request(), topic: second!, status: 'learning' });
    const step = list(core).steps.find(({ skill }) => skill === 'git')!;
    expect(step).toMatchObject({ topic: second });
    expect(step.reasons).toContainEqual({ kind: 'begun' });
  });
});

describe('comparing roles', () => {
  test('lists every requirement once, shared ones first, with where the person stands', () => {
    const core = openCore();
    know(core, 'git');
    const { roles, lines } = core.call('roles.compare', { roles: ['api-developer', 'database-developer'] });
    expect(roles.map(({ id }) => id)).toEqual(['api-developer', 'database-developer']);
    const counts = lines.map(({ at }) => at.filter((line) => line !== null).length);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
    for (const [index, role] of roles.entries()) {
      const { requirements } = realCatalogue.roles.roles.find(({ id }) => id === role.id)!;
      expect(lines.filter(({ at }) => at[index] !== null)).toHaveLength(requirements.length);
      expect(role.hours.low).toBeLessThan(role.hours.high);
    }
    const git = lines.find(({ key }) => key === 'git')!;
    expect(git.at[0]!.topics).toEqual({ done: git.at[0]!.topics.total, total: git.at[0]!.topics.total });
  });

  test('takes own roles as well, once each', () => {
    const core = openCore();
    const { id } = core.call('roles.save', {
      request: request(),
      role: null,
      base: 'api-developer',
      title: 'Mine',
      summary: '',
      lines: [{ change: 'removed', need: { kind: 'skill', id: 'git' } }],
    });
    const { roles, lines } = core.call('roles.compare', { roles: ['api-developer', id, id] });
    expect(roles).toHaveLength(2);
    expect(lines.filter(({ at }) => at.includes(null)).map(({ key }) => key)).toEqual(['git']);
    expect(core.ask('roles.compare', { roles: ['nothing'] })).toMatchObject({ ok: false });
  });

  test('says what each further role costs, and that nothing is left once all is known', () => {
    const core = openCore();
    aim(core, 'api-developer');
    const { extras, best, targets } = core.call('targets.overlap', {});
    expect(targets).toEqual(['API Developer']);
    expect(extras).toHaveLength(6);
    expect(extras.map(({ hours }) => hours)).toEqual(
      extras.map(({ hours }) => hours).toSorted((a, b) => a - b),
    );
    expect(extras.every(({ more, hours }) => more.length > 0 && hours > 0)).toBe(true);
    expect(best.skills).toHaveLength(5);
    expect(best.exact).toBe(false);
    // The sum that is told is the sum of what is told, not the nearest five.
    expect(best.hours).toBe(Math.round(best.skills.reduce((sum, { hours }) => sum + hours, 0)));
    const before = core.call('app.read', {}).roles.find(({ target }) => target === 0)!.covered;
    core.call('skills.knowMany', {
      request: request(),
      skills: best.skills.map(({ skill, level }) => ({ skill, level })),
    });
    const after = core.call('app.read', {}).roles.find(({ target }) => target === 0)!.covered;
    expect(after - before).toBeCloseTo(best.gain, 6);
  });
});

describe('following the steps to the end', () => {
  test.each(realCatalogue.roles.roles.map(({ id }) => id))('covers %s to 100 percent', (role) => {
    const core = openCore();
    aim(core, role);
    const { steps } = core.call('steps.list', {});
    core.call('skills.knowMany', {
      request: request(),
      skills: steps.map(({ skill }) => ({ skill, level: 4 as const })),
    });
    expect(core.call('app.read', {}).roles.find((one) => one.role === role)!.covered).toBe(100);
    expect(core.call('steps.list', {}).steps).toEqual([]);
    expect(core.call('roles.forecast', { roles: [role] }).forecasts).toEqual([{ kind: 'done' }]);
    core.close();
  });
});

describe('the forecast', () => {
  const read = (core: TestCore, role = 'api-developer'): Output<'roles.forecast'>['forecasts'][number] =>
    core.call('roles.forecast', { roles: [role] }).forecasts[0]!;

  test('says when there is too little to tell, and what the planned hours would come to', () => {
    const core = openCore();
    aim(core, 'api-developer');
    tick(core, 'git.01');
    expect(read(core)).toMatchObject({ kind: 'too-little', active: 1, needed: 3, hoursPerWeek: 8 });
    expect(read(core)).toHaveProperty('planned', expect.stringMatching(/^20\d\d-/));
  });

  test('comes from the weeks in which the person ticked, and a pause changes nothing but the start', () => {
    const clock = testClock('2026-09-01T09:00:00Z');
    const core = openCore({ clock });
    aim(core, 'api-developer');
    for (const skill of ['git', 'http-protocol', 'rest-api-design']) {
      tick(core, ...topicsOf(skill).slice(0, 3));
      clock.addDays(7);
    }
    const busy = read(core);
    if (busy.kind !== 'range') throw new Error(busy.kind);
    expect(busy).toMatchObject({ active: 3, weeks: 8, pausedUntil: null });
    expect(busy.slow).toBeLessThan(busy.quick);
    expect(busy.early! < busy.late!).toBe(true);
    // Two idle weeks.
    clock.addDays(14);
    expect(read(core)).toMatchObject({ slow: busy.slow, quick: busy.quick, active: 3 });
    core.call('settings.set', { reviewsPausedUntil: '2026-12-01' });
    expect(read(core)).toMatchObject({ pausedUntil: '2026-12-01', slow: busy.slow });
  });

  test('takes what was known before for no learning, and what was taken back for nothing', () => {
    const clock = testClock('2026-09-01T09:00:00Z');
    const core = openCore({ clock });
    aim(core, 'api-developer');
    for (const skill of ['git', 'http-protocol', 'rest-api-design', 'debugging']) {
      know(core, skill, 2);
      tick(core, 'authentication.01');
      undo(core);
      clock.addDays(7);
    }
    expect(read(core)).toMatchObject({ kind: 'too-little', active: 0 });
  });

  test('counts hours as the list estimates them', () => {
    const clock = testClock();
    const core = openCore({ clock });
    aim(core, 'api-developer');
    const left = (): number => {
      const found = read(core);
      return found.kind === 'done' ? 0 : found.hoursLeft;
    };
    const before = left();
    tick(core, 'git.01');
    const first = before - left();
    clock.addDays(7);
    tick(core, 'git.02');
    clock.addDays(7);
    tick(core, 'git.03');
    const range = read(core);
    if (range.kind !== 'range') throw new Error(range.kind);
    expect((range.slow + range.quick) / 2).toBeCloseTo(first, 6);
  });
});
